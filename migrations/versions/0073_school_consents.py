"""Let a holder say which school may take in what a link shows, and a school keep what a decision rests on."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import IsoDay, UtcDateTime, UuidText
from issuers.database.scopes import OneHolder, OneOrganisation
from migrations import walls

revision = "0073"
down_revision = "0072"
branch_labels = None
depends_on = None

_OF_SCHOOL = f"organisation_id = {walls.OF}"


def upgrade() -> None:
    op.create_table(
        "school_consent",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("holder_id", UuidText(), nullable=False),
        sa.Column("share_id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("given", UtcDateTime(), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=False),
        sa.Column("taken", UtcDateTime(), nullable=True),
        sa.Column("ended", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["holder_id"], ["holder.id"], name=op.f("fk_school_consent_holder_id_holder"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["share_id"], ["share.id"], name=op.f("fk_school_consent_share_id_share"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_school_consent_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school_consent")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_school_consent_holder_id"), "school_consent", ["holder_id"])
    op.create_index(op.f("ix_school_consent_organisation_id"), "school_consent", ["organisation_id"])
    op.create_index(
        op.f("ix_school_consent_share_id_organisation_id"), "school_consent", ["share_id", "organisation_id"]
    )
    walls.enclose("school_consent")
    walls.let_in("school_consent", OneHolder, rows=f"holder_id = {walls.OF_HOLDER}", to="ALL")
    walls.let_in("school_consent", OneOrganisation, rows=_OF_SCHOOL)
    walls.let_in("school_consent", OneOrganisation, rows=_OF_SCHOOL, to="UPDATE")
    op.add_column("taken_file", sa.Column("consent_id", UuidText(), nullable=True))
    op.create_index(op.f("ix_taken_file_consent_id"), "taken_file", ["consent_id"])
    _make_rested()


def _make_rested() -> None:
    op.create_table(
        "rested_file",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("candidate_id", UuidText(), nullable=False),
        sa.Column("decision_id", UuidText(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=True),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("taken", sa.Text(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("until", IsoDay(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "candidate_id"],
            ["candidate.organisation_id", "candidate.id"],
            name=op.f("fk_rested_file_organisation_id_candidate_id_candidate"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rested_file")),
        sa.UniqueConstraint(
            "decision_id", "digest", name=op.f("uq_rested_file_decision_id_digest")
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_rested_file_candidate_id"), "rested_file", ["candidate_id"])
    op.create_index(op.f("ix_rested_file_until"), "rested_file", ["until"])
    walls.build("rested_file")
