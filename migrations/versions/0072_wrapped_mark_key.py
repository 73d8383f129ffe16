"""Wrap the key that marks things as ours; the next start of the service does that."""

import sqlalchemy as sa
from alembic import op

revision = "0072"
down_revision = "0071"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("instance", sa.Column("challenge_wrapped_by", sa.Text(), nullable=True))
