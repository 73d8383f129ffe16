"""Keep who learns at an organisation, as that organisation knows them."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText
from migrations import walls

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "recipient",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded_name", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("reference", sa.Text(), nullable=True),
        sa.Column("added", UtcDateTime(), nullable=False),
        sa.Column("added_by", UuidText(), nullable=False),
        sa.CheckConstraint(
            "(channel = 'geen') = (address IS NULL)", name=op.f("ck_recipient_channel_has_address")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_recipient_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["added_by"], ["person.id"], name=op.f("fk_recipient_added_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recipient")),
        sa.UniqueConstraint("organisation_id", "id", name=op.f("uq_recipient_organisation_id_id")),
        sa.UniqueConstraint("organisation_id", "reference", name=op.f("uq_recipient_organisation_id_reference")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_recipient_organisation_id_folded_name"), "recipient", ["organisation_id", "folded_name"]
    )
    walls.build("recipient")
