"""Keep each badge as a token too."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UuidText

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "badge_jwt",
        sa.Column("badge_id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("key_id", UuidText(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["badge_id"], ["badge.id"], name=op.f("fk_badge_jwt_badge_id_badge")),
        sa.ForeignKeyConstraint(["key_id"], ["signing_key.id"], name=op.f("fk_badge_jwt_key_id_signing_key")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_badge_jwt_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("badge_id", name=op.f("pk_badge_jwt")),
        sqlite_strict=True,
    )
