"""Keep what was judged of work that somebody learns."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText
from migrations import walls

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "assessment",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("profiel_id", UuidText(), nullable=False),
        sa.Column("crebo", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kennis", sa.Text(), nullable=False),
        sa.Column("vaardigheden", sa.Text(), nullable=False),
        sa.Column("gedrag", sa.Text(), nullable=False),
        sa.Column("independence", sa.Text(), nullable=True),
        sa.Column("assessed", UtcDateTime(), nullable=False),
        sa.Column("assessed_by", UuidText(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_assessment_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["profiel_id", "crebo", "code"],
            ["agreed_werkproces.profiel_id", "agreed_werkproces.crebo", "agreed_werkproces.code"],
            name=op.f("fk_assessment_profiel_id_crebo_code_agreed_werkproces"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["assessed_by"], ["person.id"], name=op.f("fk_assessment_assessed_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_assessment_organisation_id"), "assessment", ["organisation_id"])
    op.create_index(
        op.f("ix_assessment_profiel_id_crebo_code"), "assessment", ["profiel_id", "crebo", "code"]
    )
    walls.build("assessment")
