"""Count how often a file of an intake was begun, so that one that ends the process is known."""

import sqlalchemy as sa
from alembic import op

revision = "0084"
down_revision = "0083"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("intake_line", sa.Column("begun", sa.Integer(), nullable=False, server_default="0"))
