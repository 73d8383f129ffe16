"""Keep which badge another takes the place of, from the moment that somebody means to."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UuidText

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("badge", sa.Column("replaces", UuidText(), nullable=True))
    op.add_column("badge", sa.Column("replaces_because", sa.Text(), nullable=True))
    op.create_index(op.f("ix_badge_replaces"), "badge", ["replaces"], unique=True)
