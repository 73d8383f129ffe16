"""Let a telephone that shows what somebody keeps let another do so too."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText
from issuers.database.scopes import OneHolder, Public
from migrations import walls

revision = "0057"
down_revision = "0056"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "device_ask",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("holder_id", UuidText(), nullable=False),
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=False),
        sa.Column("waiting_hash", sa.Text(), nullable=True),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("allowed", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["holder_id"], ["holder.id"], name=op.f("fk_device_ask_holder_id_holder"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_device_ask")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_device_ask_code_hash")),
        sa.UniqueConstraint("waiting_hash", name=op.f("uq_device_ask_waiting_hash")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_device_ask_holder_id"), "device_ask", ["holder_id"])
    op.create_index(op.f("ix_device_ask_until"), "device_ask", ["until"])
    walls.enclose("device_ask")
    walls.let_in("device_ask", OneHolder, rows=f"holder_id = {walls.OF_HOLDER}", to="ALL")
    walls.let_in("device_ask", Public, rows=f"code_hash = {walls.OF} OR waiting_hash = {walls.OF}")
