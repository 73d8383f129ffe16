"""Keep by which API key a system did something in somebody's name."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UuidText

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("badge", sa.Column("issued_by_key", UuidText(), nullable=True))
    op.add_column("audit_record", sa.Column("by_key", UuidText(), nullable=True))
