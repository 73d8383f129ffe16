"""Let a school take in the files of many people at once, in the background."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText
from migrations import walls

revision = "0076"
down_revision = "0075"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "intake",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("made_by", UuidText(), nullable=False),
        sa.Column("proof", sa.Text(), nullable=False),
        sa.Column("proved", UtcDateTime(), nullable=False),
        sa.Column("made", UtcDateTime(), nullable=False),
        sa.Column("touched", UtcDateTime(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("stopped", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_intake_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_intake_made_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake")),
        sa.UniqueConstraint("organisation_id", "id", name=op.f("uq_intake_organisation_id_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_intake_state_touched"), "intake", ["state", "touched"])
    walls.build("intake")
    op.create_table(
        "intake_line",
        sa.Column("intake_id", UuidText(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("candidate_id", UuidText(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "intake_id"],
            ["intake.organisation_id", "intake.id"],
            name=op.f("fk_intake_line_organisation_id_intake_id_intake"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("intake_id", "place", name=op.f("pk_intake_line")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_intake_line_intake_id_state_place"), "intake_line", ["intake_id", "state", "place"]
    )
    walls.build("intake_line")
