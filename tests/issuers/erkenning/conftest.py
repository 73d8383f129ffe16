"""What tests of this wing share."""

from collections.abc import Mapping
from datetime import date

import pytest

from issuers.desk import IssuingDesk
from issuers.erkenning.reading import NewErkenning
from issuers.organisations.changing import Description, change
from issuers.organisations.demo import add_person
from issuers.organisations.face import Face
from issuers.organisations.facts import Confirmation, NewFact, confirm_fact, public_facts
from issuers.organisations.numbers import NumberKind, OfficialNumber
from issuers.organisations.tables import OrganisationKind
from issuers.people.permissions import Actor
from issuers.people.tables import Role

LEERBEDRIJF = "999999990"
ROW = NewErkenning(leerbedrijf=LEERBEDRIJF, crebo="25774", since=date(2024, 1, 1), until=date(2027, 12, 31))


@pytest.fixture
def beheerder(desk: IssuingDesk, actor: Actor) -> Actor:
    """Give who manages the demo leerbedrijf, whose leerbedrijf-ID was looked up."""
    beheerder = add_person(desk, "Bea Smit", organisation_id=actor.organisation_id, role=Role.BEHEERDER)
    now_is(desk, {NumberKind.LEERBEDRIJF: LEERBEDRIJF}, actor=beheerder)
    look_up(desk, actor=beheerder)
    return beheerder


def now_is(desk: IssuingDesk, numbers: Mapping[NumberKind, str], *, actor: Actor) -> None:
    """Say that the organisation is a leerbedrijf with these numbers; nobody has looked."""
    official = tuple(OfficialNumber(kind, value) for kind, value in numbers.items())
    facts = (NewFact(OrganisationKind.LEERBEDRIJF, official),)
    change(desk, Description(Face(name="Magazijn De Maas"), facts), actor=actor)


def look_up(desk: IssuingDesk, *, actor: Actor) -> None:
    """Confirm what the organisation says that it is."""
    [fact] = public_facts(desk, actor.organisation_id)
    looked_up = Confirmation(by=actor.person_id, source="register van leerbedrijven")
    confirm_fact(desk, fact.id, organisation_id=actor.organisation_id, confirmation=looked_up)
