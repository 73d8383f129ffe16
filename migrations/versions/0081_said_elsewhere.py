"""Keep of a badge from elsewhere what the verifier read in it about work."""

import sqlalchemy as sa
from alembic import op

revision = "0081"
down_revision = "0080"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("foreign_badge", sa.Column("said", sa.Text(), nullable=False, server_default=""))
