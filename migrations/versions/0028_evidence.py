"""Keep what was collected of work that somebody learns."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText
from migrations import walls

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "evidence",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("profiel_id", UuidText(), nullable=False),
        sa.Column("crebo", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("collected", UtcDateTime(), nullable=False),
        sa.Column("collected_by", UuidText(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_evidence_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["profiel_id", "crebo", "code"],
            ["agreed_werkproces.profiel_id", "agreed_werkproces.crebo", "agreed_werkproces.code"],
            name=op.f("fk_evidence_profiel_id_crebo_code_agreed_werkproces"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["collected_by"], ["person.id"], name=op.f("fk_evidence_collected_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sa.UniqueConstraint("organisation_id", "id", name=op.f("uq_evidence_organisation_id_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_evidence_profiel_id_crebo_code"), "evidence", ["profiel_id", "crebo", "code"])
    walls.build("evidence")
    op.create_table(
        "evidence_photo",
        sa.Column("evidence_id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("jpeg", sa.LargeBinary(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_evidence_photo_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "evidence_id"],
            ["evidence.organisation_id", "evidence.id"],
            name=op.f("fk_evidence_photo_organisation_id_evidence_id_evidence"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("evidence_id", name=op.f("pk_evidence_photo")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_evidence_photo_organisation_id"), "evidence_photo", ["organisation_id"])
    walls.build("evidence_photo")
