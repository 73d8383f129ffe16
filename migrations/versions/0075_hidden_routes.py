"""Let a holder say that he does not want to see toward what his badges lead."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime

revision = "0075"
down_revision = "0074"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("holder", sa.Column("routes_hidden", UtcDateTime(), nullable=True))
