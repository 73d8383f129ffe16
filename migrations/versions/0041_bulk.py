"""Keep what is done to many badges at once, and a line for each of them."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText
from migrations import walls

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "bulk",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("deed", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("made_by", UuidText(), nullable=False),
        sa.Column("proof", sa.Text(), nullable=False),
        sa.Column("proved", UtcDateTime(), nullable=False),
        sa.Column("touched", UtcDateTime(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("stopped", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_bulk_made_by_person")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_bulk_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bulk")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_bulk_organisation_id"), "bulk", ["organisation_id"])
    op.create_index(op.f("ix_bulk_state_touched"), "bulk", ["state", "touched"])
    walls.build("bulk")
    _make_lines()


def _make_lines() -> None:
    op.create_table(
        "bulk_line",
        sa.Column("bulk_id", UuidText(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("badge_id", UuidText(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("better_id", UuidText(), nullable=True),
        sa.Column("problems", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bulk_id"], ["bulk.id"], name=op.f("fk_bulk_line_bulk_id_bulk"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["badge_id"], ["badge.id"], name=op.f("fk_bulk_line_badge_id_badge")),
        sa.ForeignKeyConstraint(["better_id"], ["badge.id"], name=op.f("fk_bulk_line_better_id_badge")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_bulk_line_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("bulk_id", "place", name=op.f("pk_bulk_line")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_bulk_line_organisation_id"), "bulk_line", ["organisation_id"])
    walls.build("bulk_line")
