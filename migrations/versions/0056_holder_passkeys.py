"""Let a passkey open what somebody keeps."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import Count, UtcDateTime, UuidText
from issuers.database.scopes import OneHolder, Public
from migrations import walls

revision = "0056"
down_revision = "0054"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "holder_passkey",
        sa.Column("credential_id", sa.Text(), nullable=False),
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("holder_id", UuidText(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("sign_count", Count(), nullable=False),
        sa.Column("transports", sa.Text(), nullable=False),
        sa.Column("made", UtcDateTime(), nullable=False),
        sa.Column("used", UtcDateTime(), nullable=True),
        sa.Column("answered", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["holder_id"], ["holder.id"], name=op.f("fk_holder_passkey_holder_id_holder"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("credential_id", name=op.f("pk_holder_passkey")),
        sa.UniqueConstraint("id", name=op.f("uq_holder_passkey_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_holder_passkey_holder_id"), "holder_passkey", ["holder_id"])
    walls.enclose("holder_passkey")
    walls.let_in("holder_passkey", OneHolder, rows=f"holder_id = {walls.OF_HOLDER}", to="ALL")
    walls.let_in("holder_passkey", Public, rows=f"credential_id = {walls.OF}")
