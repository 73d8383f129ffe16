"""Count how many times each thing that was collected was written."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("evidence", sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
