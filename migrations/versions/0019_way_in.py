"""Keep with which passkey or account elsewhere a sign-in began: it ends with that."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UuidText

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("browser_session", sa.Column("way_in", UuidText(), nullable=True))
