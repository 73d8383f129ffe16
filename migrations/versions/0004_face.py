"""Keep what everyone sees of an organisation: how to reach it, where it works, its picture, how it ended."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("official_name", "website", "contact", "gemeente", "arbeidsmarktregio"):
        op.add_column("organisation", sa.Column(name, sa.Text(), nullable=True))
    for name in ("suspended", "closed"):
        op.add_column("organisation", sa.Column(name, UtcDateTime(), nullable=True))
    op.execute(  # Alembic would add the rule apart, which SQLite cannot
        "ALTER TABLE organisation ADD COLUMN merged_into TEXT "
        "CONSTRAINT fk_organisation_merged_into_organisation REFERENCES organisation (id)"
    )
    op.create_table(
        "organisation_picture",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("png", sa.LargeBinary(), nullable=False),
        sa.Column("changed", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_organisation_picture_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", name=op.f("pk_organisation_picture")),
        sqlite_strict=True,
    )
