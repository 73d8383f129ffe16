"""Keep what organisations design themselves to give badges for, each version of it."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText
from migrations import walls

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "badgeklasse",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("begun", UtcDateTime(), nullable=False),
        sa.Column("archived", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_badgeklasse_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_badgeklasse")),
        sa.UniqueConstraint("organisation_id", "id", name=op.f("uq_badgeklasse_organisation_id_id")),
        sqlite_strict=True,
    )
    walls.build("badgeklasse")
    op.create_table(
        "badgeklasse_version",
        sa.Column("badgeklasse_id", UuidText(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("typed", sa.Text(), nullable=False),
        sa.Column("written", UtcDateTime(), nullable=False),
        sa.Column("written_by", UuidText(), nullable=False),
        sa.Column("published", UtcDateTime(), nullable=True),
        sa.Column("content", sa.Text(), nullable=True),
        sa.Column("achievement_id", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(published IS NULL) = (achievement_id IS NULL) AND (published IS NULL) = (content IS NULL)",
            name=op.f("ck_badgeklasse_version_published_has_content"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_badgeklasse_version_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "badgeklasse_id"],
            ["badgeklasse.organisation_id", "badgeklasse.id"],
            name=op.f("fk_badgeklasse_version_organisation_id_badgeklasse_id_badgeklasse"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "achievement_id"],
            ["achievement.organisation_id", "achievement.id"],
            name=op.f("fk_badgeklasse_version_organisation_id_achievement_id_achievement"),
        ),
        sa.ForeignKeyConstraint(
            ["written_by"], ["person.id"], name=op.f("fk_badgeklasse_version_written_by_person")
        ),
        sa.PrimaryKeyConstraint("badgeklasse_id", "number", name=op.f("pk_badgeklasse_version")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_badgeklasse_version_organisation_id"), "badgeklasse_version", ["organisation_id"]
    )
    walls.build("badgeklasse_version")
