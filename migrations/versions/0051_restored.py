"""Keep what a backup that was put back did not know: what is withdrawn, which lists there were, that mail waits."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime
from issuers.database.scopes import OneOrganisation
from migrations import walls

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("status_list", sa.Column("unseen", sa.LargeBinary(), nullable=True))
    walls.let_in("instance", OneOrganisation, rows="true")
    op.add_column("instance", sa.Column("lists_from", sa.Integer(), server_default="1", nullable=False))
    op.add_column("instance", sa.Column("mail_waits", UtcDateTime(), nullable=True))
