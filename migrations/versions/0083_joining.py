"""Write of a sign-in for which other one it proves whose badges these are, to bring them together."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UuidText

revision = "0083"
down_revision = "0082"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("holder_session", sa.Column("joins", UuidText(), nullable=True))
