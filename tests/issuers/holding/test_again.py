"""What was stopped is given again from its own words, once, on a real database of each kind."""

from uuid import uuid4

import pytest

from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.groups.running import start_group
from issuers.holding.again import begin_again
from issuers.holding.known import find_held, list_held
from issuers.holding.stopping import refuse, take_back
from issuers.holding.tables import Asks
from issuers.people.permissions import Actor
from tests.issuers.groups.rosters import GOOD, Inline, keep
from tests.issuers.holding.conftest import Ask, Wait

ORDERS = ("25774", "B1-K2-W1")


class TestBeginAgain:
    """`begin_again`."""

    def test_begins_with_what_was_given_under_its_key(
        self, desk: IssuingDesk, actor: Actor, second: Actor, ask: Ask, wait: Wait
    ) -> None:
        """Once it was stopped; and it is known who did that."""
        ask(Asks.SECOND)
        held_id = wait().id
        with pytest.raises(NotFoundError):
            begin_again(desk, held_id, work=ORDERS, actor=actor)
        refuse(desk, held_id, actor=second, because="Het waren er 4.")
        known = find_held(desk, held_id, actor=actor)
        begun = begin_again(desk, held_id, work=ORDERS, actor=actor)
        assert known.judgement
        assert ("een", known.judgement.narrative) == (begun.key, begun.typed.zin)
        assert "Ilse Kok" == known.stopper

    def test_begins_nothing_else(self, desk: IssuingDesk, actor: Actor, ask: Ask, wait: Wait) -> None:
        """Other work, or what the organisation does not have."""
        ask(Asks.SECOND)
        held_id = wait().id
        take_back(desk, held_id, actor=actor)
        for which, work in ((held_id, ("25774", "B1-K2-W2")), (uuid4(), ORDERS)):
            with pytest.raises(NotFoundError):
                begin_again(desk, which, work=work, actor=actor)

    def test_begins_no_row_of_a_roster(self, desk: IssuingDesk, actor: Actor, ask: Ask) -> None:
        """That is put right in its group: under another key it would be given twice."""
        ask(undo_minutes=10)
        start_group(desk, keep(desk, GOOD.replace("s1", ""), actor=actor), actor=actor, runner=Inline(desk))
        [known] = list_held(desk, actor=actor)
        take_back(desk, known.id, actor=actor)
        with pytest.raises(NotFoundError):
            begin_again(desk, known.id, work=ORDERS, actor=actor)
