"""Keep what was written of a judgement so far."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText
from migrations import walls

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "draft",
        sa.Column("profiel_id", UuidText(), nullable=False),
        sa.Column("crebo", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("typed", sa.Text(), nullable=False),
        sa.Column("written", UtcDateTime(), nullable=False),
        sa.Column("written_by", UuidText(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_draft_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["profiel_id", "crebo", "code"],
            ["agreed_werkproces.profiel_id", "agreed_werkproces.crebo", "agreed_werkproces.code"],
            name=op.f("fk_draft_profiel_id_crebo_code_agreed_werkproces"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["written_by"], ["person.id"], name=op.f("fk_draft_written_by_person")),
        sa.PrimaryKeyConstraint("profiel_id", "crebo", "code", name=op.f("pk_draft")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_draft_organisation_id"), "draft", ["organisation_id"])
    walls.build("draft")
