"""Let a school load its examenplan, and keep each version of it."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText
from migrations import walls

revision = "0071"
down_revision = "0070"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "examenplan",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("crebo", sa.Text(), nullable=False),
        sa.Column("kwalificatie", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("parts", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("loaded", UtcDateTime(), nullable=False),
        sa.Column("loaded_by", UuidText(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.CheckConstraint("version > 0", name=op.f("ck_examenplan_version_counts")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_examenplan_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["loaded_by"], ["person.id"], name=op.f("fk_examenplan_loaded_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_examenplan")),
        sa.UniqueConstraint("organisation_id", "id", name=op.f("uq_examenplan_organisation_id_id")),
        sa.UniqueConstraint(
            "organisation_id",
            "crebo",
            "name",
            "version",
            name=op.f("uq_examenplan_organisation_id_crebo_name_version"),
        ),
        sqlite_strict=True,
    )
    walls.build("examenplan")
