"""Write down which key-encryption key wrapped a key, and since when a key may have been in other hands."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("signing_key", sa.Column("compromised", UtcDateTime(), nullable=True))
    op.add_column("signing_key", sa.Column("wrapped_by", sa.Text(), nullable=True))
