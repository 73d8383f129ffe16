"""Note that a recipient is younger than 16, and whether a parent agrees that what he is given is shown."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText
from migrations import walls

revision = "0061"
down_revision = "0060"
branch_labels = None
depends_on = None

_PERSONS = ("noted_by", "agreed_by")


def upgrade() -> None:
    op.create_table(
        "young_recipient",
        sa.Column("recipient_id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("noted", UtcDateTime(), nullable=False),
        sa.Column("noted_by", UuidText(), nullable=False),
        sa.Column("agreed", UtcDateTime(), nullable=True),
        sa.Column("agreed_by", UuidText(), nullable=True),
        sa.Column("how", sa.Text(), nullable=True),
        sa.Column("withdrawn", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "(agreed IS NULL) = (how IS NULL) AND (agreed IS NULL) = (agreed_by IS NULL)",
            name=op.f("ck_young_recipient_agreed_is_whole"),
        ),
        sa.CheckConstraint(
            "withdrawn IS NULL OR agreed IS NOT NULL", name=op.f("ck_young_recipient_withdrawn_was_agreed")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "recipient_id"],
            ["recipient.organisation_id", "recipient.id"],
            name=op.f("fk_young_recipient_organisation_id_recipient_id_recipient"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_young_recipient_organisation_id_organisation")
        ),
        *(
            sa.ForeignKeyConstraint([each], ["person.id"], name=op.f(f"fk_young_recipient_{each}_person"))
            for each in _PERSONS
        ),
        sa.PrimaryKeyConstraint("recipient_id", name=op.f("pk_young_recipient")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_young_recipient_organisation_id"), "young_recipient", ["organisation_id"])
    walls.build("young_recipient")
