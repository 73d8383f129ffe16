"""Let a school take in badges of somebody, each file with the report of the verifier."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText
from migrations import walls

revision = "0066"
down_revision = "0064"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "candidate",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded_name", sa.Text(), nullable=False),
        sa.Column("added", UtcDateTime(), nullable=False),
        sa.Column("added_by", UuidText(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_candidate_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["added_by"], ["person.id"], name=op.f("fk_candidate_added_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidate")),
        sa.UniqueConstraint("organisation_id", "id", name=op.f("uq_candidate_organisation_id_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_candidate_organisation_id_folded_name"), "candidate", ["organisation_id", "folded_name"]
    )
    walls.build("candidate")
    _make_files()


def _make_files() -> None:
    op.create_table(
        "taken_file",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("candidate_id", UuidText(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=True),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("taken", sa.Text(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("by", UuidText(), nullable=False),
        sa.Column("same_by", UuidText(), nullable=True),
        sa.Column("same_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "(same_by IS NULL) = (same_at IS NULL)", name=op.f("ck_taken_file_said_by_somebody")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "candidate_id"],
            ["candidate.organisation_id", "candidate.id"],
            name=op.f("fk_taken_file_organisation_id_candidate_id_candidate"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_taken_file_by_person")),
        sa.ForeignKeyConstraint(["same_by"], ["person.id"], name=op.f("fk_taken_file_same_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_taken_file")),
        sa.UniqueConstraint("candidate_id", "digest", name=op.f("uq_taken_file_candidate_id_digest")),
        sqlite_strict=True,
    )
    walls.build("taken_file")
