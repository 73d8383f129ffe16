"""Let a school put people together who work toward one target, and count what is in their files."""

import json
import unicodedata

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText
from migrations import walls

revision = "0074"
down_revision = "0073"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _make_cohorts()
    _make_members()
    for name in ("badges", "others"):
        op.add_column("taken_file", sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
    _count()
    op.create_index(
        op.f("ix_taken_file_candidate_id_others_badges_same_at_consent_id_at"),
        "taken_file",
        ["candidate_id", "others", "badges", "same_at", "consent_id", "at"],
    )


def _make_cohorts() -> None:
    op.create_table(
        "cohort",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded_name", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("made", UtcDateTime(), nullable=False),
        sa.Column("made_by", UuidText(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_cohort_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_cohort_made_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cohort")),
        sa.UniqueConstraint("organisation_id", "id", name=op.f("uq_cohort_organisation_id_id")),
        sa.UniqueConstraint(
            "organisation_id", "folded_name", name=op.f("uq_cohort_organisation_id_folded_name")
        ),
        sqlite_strict=True,
    )
    walls.build("cohort")


def _make_members() -> None:
    op.create_table(
        "cohort_member",
        sa.Column("cohort_id", UuidText(), nullable=False),
        sa.Column("candidate_id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "cohort_id"],
            ["cohort.organisation_id", "cohort.id"],
            name=op.f("fk_cohort_member_organisation_id_cohort_id_cohort"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "candidate_id"],
            ["candidate.organisation_id", "candidate.id"],
            name=op.f("fk_cohort_member_organisation_id_candidate_id_candidate"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("cohort_id", "candidate_id", name=op.f("pk_cohort_member")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_cohort_member_candidate_id"), "cohort_member", ["candidate_id"])
    walls.build("cohort_member")


def _count() -> None:
    """Count what is in the files that were taken in before, each by itself."""
    connection = op.get_bind()
    rows = connection.execute(
        sa.text("SELECT f.id, f.taken, c.name FROM taken_file f JOIN candidate c ON c.id = f.candidate_id")
    ).all()
    for file_id, taken, person in rows:
        names = [each.get("name") for each in json.loads(taken)["taken"] if "obstacle" not in each]
        others = sum(bool(name) and _plain(name) != _plain(person) for name in names)
        connection.execute(
            sa.text("UPDATE taken_file SET badges = :badges, others = :others WHERE id = :id"),
            {"badges": len(names), "others": others, "id": file_id},
        )


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
