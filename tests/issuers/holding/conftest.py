"""An organisation that asks for four eyes, with two people who give badges."""

from collections.abc import Callable

import pytest

from issuers.desk import IssuingDesk
from issuers.holding.asking import Waiting
from issuers.holding.holding import give
from issuers.holding.tables import Asks
from issuers.issuing.rules import Rule, set_rule
from issuers.organisations.demo import add_person
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from tests.issuers.conftest import judge
from tests.issuers.werkplekprofiel.conftest import proposed, sam

__all__ = ["proposed", "sam"]

Ask = Callable[..., None]
Wait = Callable[..., Waiting]


@pytest.fixture
def second(desk: IssuingDesk, actor: Actor) -> Actor:
    """Give somebody else who gives badges."""
    return add_person(desk, "Ilse Kok", organisation_id=actor.organisation_id, role=Role.PRAKTIJKOPLEIDER)


@pytest.fixture
def ask(desk: IssuingDesk, actor: Actor) -> Ask:
    """Ask for something from now on."""
    beheerder = add_person(desk, "Bea Mol", organisation_id=actor.organisation_id, role=Role.BEHEERDER)

    def ask_for(asks: Asks = Asks.NOBODY, *, undo_minutes: int = 0, hold_hours: int = 0) -> None:
        set_rule(desk, Rule(asks=asks, undo_minutes=undo_minutes, hold_hours=hold_hours), actor=beheerder)

    return ask_for


@pytest.fixture
def wait(desk: IssuingDesk, actor: Actor) -> Wait:
    """Give a badge that has to wait."""

    def wait_for_one(idempotency_key: str = "een") -> Waiting:
        waiting = give(desk, judge(desk), actor=actor, idempotency_key=idempotency_key)
        assert isinstance(waiting, Waiting)
        return waiting

    return wait_for_one
