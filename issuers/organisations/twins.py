"""Find who has the same number: whoever lets an organisation in, or looks it up, has to know that.

Only who runs the service is told. An applicant who was told would learn who is here.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.organisations.joining import waiting_applications
from issuers.organisations.numbers import OfficialNumber
from issuers.organisations.register import organisations_with


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """Hold a number that somebody else has too: an organisation here, or one that wants to join."""

    number: OfficialNumber
    id: str
    name: str
    has_joined: bool


def twins_of(desk: IssuingDesk, numbers: Collection[OfficialNumber], *, without: str) -> tuple[Twin, ...]:
    """List who else has one of these numbers; `without` is the id of whose they are."""
    asked = partial(organisations_with, values=[number.value for number in numbers])
    here = [
        Twin(number=OfficialNumber(kind, value), id=other.id, name=other.name, has_joined=True)
        for kind, value, other in desk.register.read(asked, within=WHOLE_SERVICE)
    ]
    found = (*here, *_applying(desk))
    return tuple(dict.fromkeys(each for each in found if each.number in numbers and each.id != without))


def _applying(desk: IssuingDesk) -> Iterator[Twin]:
    for waiting in waiting_applications(desk):
        name = waiting.written.face.name
        for number in (each for fact in waiting.written.facts for each in fact.numbers):
            yield Twin(number=number, id=str(waiting.id), name=name, has_joined=False)
