"""Write beside a code to an address who asked for it, so that a stranger uses up nothing of its owner."""

import sqlalchemy as sa
from alembic import op

revision = "0082"
down_revision = "0081"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("address_code", sa.Column("asked_by", sa.Text(), nullable=False, server_default=""))
