"""Keep which beheerder gave a link, when it ended, and which link began a sign-in."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText
from issuers.database.scopes import OneOrganisation
from migrations import walls

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("enrolment_link", sa.Column("organisation_id", sa.Text(), nullable=True))
    op.add_column("enrolment_link", sa.Column("given_by", UuidText(), nullable=True))
    op.add_column("enrolment_link", sa.Column("ended", UtcDateTime(), nullable=True))
    op.add_column("browser_session", sa.Column("link_hash", sa.Text(), nullable=True))
    walls.let_in("enrolment_link", OneOrganisation, rows=f"organisation_id = {walls.OF}", to="ALL")
