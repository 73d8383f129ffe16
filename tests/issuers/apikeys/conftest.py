"""Somebody who manages keys and judges too, and a key that he made."""

from collections.abc import Callable

import pytest

from issuers.apikeys.managing import Lifetime, MadeKey, NewKey, make_api_key
from issuers.desk import IssuingDesk
from issuers.organisations.demo import demo_beheerder
from issuers.people.appointing import Appointment
from issuers.people.members import change_roles
from issuers.people.permissions import Action, Actor
from issuers.people.tables import Role

Make = Callable[..., MadeKey]


@pytest.fixture
def beheerder(desk: IssuingDesk) -> Actor:
    """Give the beheerder of the demo leerbedrijf, who is praktijkopleider as well."""
    both = Appointment(roles=frozenset({Role.BEHEERDER, Role.PRAKTIJKOPLEIDER}))
    alone = demo_beheerder(desk)
    change_roles(desk, alone.person_id, appointment=both, actor=alone)
    return demo_beheerder(desk)


@pytest.fixture
def make(desk: IssuingDesk, beheerder: Actor) -> Make:
    """Make a key, for reading unless something else is named."""

    def make_one(*actions: Action, lifetime: Lifetime = Lifetime.YEAR) -> MadeKey:
        new = NewKey(name="Volgsysteem", actions=frozenset(actions or {Action.READ}), lifetime=lifetime)
        return make_api_key(desk, new, actor=beheerder)

    return make_one
