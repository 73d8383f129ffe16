"""Let who learns, and was not there, choose how his name reads on a badge that waits."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("held", sa.Column("reads_until", UtcDateTime(), nullable=True))
    op.add_column("held", sa.Column("named", UtcDateTime(), nullable=True))
    op.add_column("held", sa.Column("own_name", sa.Text(), nullable=True))
