"""What tests of this wing share."""

import pytest

from issuers.desk import IssuingDesk
from issuers.organisations.demo import add_person
from issuers.people.permissions import Actor
from issuers.people.tables import Role


@pytest.fixture
def beheerder(desk: IssuingDesk, actor: Actor) -> Actor:
    """Give who manages the demo leerbedrijf."""
    return add_person(desk, "Bea Smit", organisation_id=actor.organisation_id, role=Role.BEHEERDER)
