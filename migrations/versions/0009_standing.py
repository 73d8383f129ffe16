"""Say to the people of a suspended organisation why it is."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("organisation", sa.Column("suspended_because", sa.Text(), nullable=True))
