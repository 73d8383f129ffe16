"""Keep rosters of groups, and what came of each of their lines."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText
from migrations import walls

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "roster",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("made_by", UuidText(), nullable=False),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.Column("touched", UtcDateTime(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("given_by", UuidText(), nullable=True),
        sa.Column("proof", sa.Text(), nullable=True),
        sa.Column("proved", UtcDateTime(), nullable=True),
        sa.Column("stopped", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_roster_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_roster_made_by_person")),
        sa.ForeignKeyConstraint(["given_by"], ["person.id"], name=op.f("fk_roster_given_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_roster_organisation_id_created"), "roster", ["organisation_id", "created"])
    op.create_index(op.f("ix_roster_state_touched"), "roster", ["state", "touched"])
    op.create_table(
        "roster_line",
        sa.Column("group_id", UuidText(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("badge_id", UuidText(), nullable=True),
        sa.Column("problems", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["roster.id"],
            name=op.f("fk_roster_line_group_id_roster"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_roster_line_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["badge_id"], ["badge.id"], name=op.f("fk_roster_line_badge_id_badge")),
        sa.PrimaryKeyConstraint("group_id", "place", name=op.f("pk_roster_line")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_roster_line_organisation_id"), "roster_line", ["organisation_id"])
    walls.build("roster")
    walls.build("roster_line")
