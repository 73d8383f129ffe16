"""Which schools there are here, for a leerbedrijf that agrees with one; of which kind, nobody is told."""

from collections.abc import Sequence
from dataclasses import dataclass

from issuers.database.scopes import PUBLIC
from issuers.desk import IssuingDesk
from issuers.organisations.register import organisations_of_kind
from issuers.organisations.tables import OrganisationKind


@dataclass(frozen=True, slots=True)
class School:
    """Name a school by the name that everyone sees."""

    id: str
    name: str


def list_schools(desk: IssuingDesk, *, besides: str) -> Sequence[School]:
    """List the schools by name, without one organisation: whoever asks."""
    found = desk.register.read(
        lambda session: organisations_of_kind(session, OrganisationKind.SCHOOL), within=PUBLIC
    )
    return [School(each.id, name=each.name) for each in found if each.id != besides]
