"""Let a code that is sent to a mail address or a phone number open what somebody keeps."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText
from issuers.database.scopes import OneHolder, Public
from migrations import walls

revision = "0058"
down_revision = "0057"
branch_labels = None
depends_on = None

_OWN = f"holder_id = {walls.OF_HOLDER}"


def upgrade() -> None:
    op.create_table(
        "holder_address",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("holder_id", UuidText(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("lookup", sa.Text(), nullable=False),
        sa.Column("hint", sa.Text(), nullable=False),
        sa.Column("made", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["holder_id"], ["holder.id"], name=op.f("fk_holder_address_holder_id_holder"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holder_address")),
        sa.UniqueConstraint("lookup", name=op.f("uq_holder_address_lookup")),
        sa.UniqueConstraint("holder_id", "channel", name=op.f("uq_holder_address_holder_id_channel")),
        sqlite_strict=True,
    )
    walls.enclose("holder_address")
    walls.let_in("holder_address", OneHolder, rows=_OWN, to="ALL")
    walls.let_in("holder_address", Public, rows=f"lookup = {walls.OF}")
    op.create_table(
        "address_code",
        sa.Column("waiting_hash", sa.Text(), nullable=False),
        sa.Column("holder_id", UuidText(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("lookup", sa.Text(), nullable=False),
        sa.Column("hint", sa.Text(), nullable=True),
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("made", UtcDateTime(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("waiting_hash", name=op.f("pk_address_code")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_address_code_lookup_made"), "address_code", ["lookup", "made"])
    op.create_index(op.f("ix_address_code_made"), "address_code", ["made"])
    walls.enclose("address_code")
    walls.let_in("address_code", OneHolder, rows=_OWN, to="ALL")
    walls.let_in("address_code", Public, rows=f"waiting_hash = {walls.OF} OR lookup = {walls.OF}")
    walls.let_in("outgoing_mail", OneHolder, rows="organisation_id IS NULL", to="INSERT")
