"""Keep of each thing that was collected which school may see it; that school sees it, and its photo.

It sees it only while it is a party of the agreement and the recipient's yes to that stands.
"""

import sqlalchemy as sa
from alembic import op

from issuers.database.scopes import OneOrganisation
from migrations import walls

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

_SHOWN = (
    f"shown_to = {walls.OF} AND EXISTS (SELECT FROM werkplekprofiel "
    "WHERE werkplekprofiel.id = evidence.profiel_id "
    f"AND werkplekprofiel.school_id = {walls.OF} AND werkplekprofiel.agreed IS NOT NULL)"
)
_OF_SHOWN = (
    f"EXISTS (SELECT FROM evidence WHERE evidence.id = evidence_photo.evidence_id AND evidence.{_SHOWN})"
)


def upgrade() -> None:
    op.add_column("evidence", sa.Column("shown_to", sa.Text(), nullable=True))
    op.add_column("evidence", sa.Column("shown_said", sa.Text(), nullable=True))
    walls.let_in("evidence", OneOrganisation, rows=_SHOWN)
    walls.let_in("evidence_photo", OneOrganisation, rows=_OF_SHOWN)
