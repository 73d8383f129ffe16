"""Let a school be a party of a werkplekprofiel: once the recipient said yes, it sees that and what came of it.

A school sees no row of a leerbedrijf but these, and none any more as soon as the yes is gone.
"""

import sqlalchemy as sa
from alembic import op

from issuers.database.scopes import OneOrganisation
from migrations import walls

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

_AGREED = f"school_id = {walls.OF} AND agreed IS NOT NULL"


def upgrade() -> None:
    op.add_column("werkplekprofiel", sa.Column("school_id", sa.Text(), nullable=True))
    op.add_column("werkplekprofiel", sa.Column("trainer", sa.Text(), nullable=True))
    op.add_column("werkplekprofiel", sa.Column("trainer_function", sa.Text(), nullable=True))
    op.create_index(op.f("ix_werkplekprofiel_school_id"), "werkplekprofiel", ["school_id"])
    walls.let_in("werkplekprofiel", OneOrganisation, rows=_AGREED)
    walls.let_in("agreed_werkproces", OneOrganisation, rows=_of_agreed("agreed_werkproces"))
    given = "state IN ('signed', 'revoked')"
    walls.let_in("badge", OneOrganisation, rows=f"{given} AND {_of_agreed('badge')}")


def _of_agreed(table: str) -> str:
    """Say that a row is of a werkplekprofiel that the school is a party of."""
    return (
        f"EXISTS (SELECT FROM werkplekprofiel WHERE werkplekprofiel.id = {table}.profiel_id "
        f"AND werkplekprofiel.{_AGREED.replace(' AND ', ' AND werkplekprofiel.')})"
    )
