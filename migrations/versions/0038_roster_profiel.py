"""Keep with each line of a roster for which agreement its badge is given."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UuidText

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("roster_line", sa.Column("profiel_id", UuidText(), nullable=True))
