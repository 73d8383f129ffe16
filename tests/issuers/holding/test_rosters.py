"""A roster waits for as long as its recipients get to read it, on a real database of each kind."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from sqlalchemy import event

from badges.errors import LintError
from issuers.desk import IssuingDesk
from issuers.errors import IdempotencyConflictError
from issuers.holding.asking import Waiting
from issuers.holding.known import find_held, list_held
from issuers.holding.rosters import hold_all
from issuers.holding.stopping import object_to_held
from issuers.holding.tables import HeldState
from issuers.issuing.chunk_stages import Asked
from issuers.issuing.issuing import issue
from issuers.people.permissions import Actor
from tests.issuers.conftest import judge
from tests.issuers.holding.conftest import Ask


def rows(desk: IssuingDesk, count: int, *, named: str = "rij") -> Sequence[Asked]:
    """Ask for a badge in each row."""
    return [Asked(judge(desk), f"{named}-{place}") for place in range(count)]


@pytest.fixture
def waiting(desk: IssuingDesk, actor: Actor, ask: Ask) -> Waiting:
    """Let a row wait for two days."""
    ask(hold_hours=48)
    [came] = hold_all(desk, rows(desk, 1), actor=actor)
    assert isinstance(came, Waiting)
    return came


class TestHoldAll:
    """`hold_all`."""

    def test_gives_a_roster_its_time(self, desk: IssuingDesk, actor: Actor, ask: Ask) -> None:
        """Each row waits for the hours that the organisation chose; what is refused is told in its place."""
        ask(hold_hours=48)
        wrong = replace(judge(desk), narrative="Zijn nummer is 111222333.")
        refused, waiting = hold_all(desk, [Asked(wrong, "rij-1"), Asked(judge(desk), "rij-2")], actor=actor)
        assert isinstance(refused, LintError)
        assert isinstance(waiting, Waiting)
        known = find_held(desk, waiting.id, actor=actor)
        assert 48 * 3600 == (known.due - known.held).total_seconds()

    def test_lets_wait_once_what_is_there_twice(
        self, desk: IssuingDesk, actor: Actor, waiting: Waiting
    ) -> None:
        """In one roster or in the next; what reads otherwise is told."""
        other = replace(judge(desk), narrative="Sam verzamelde 50 orders.")
        asked = [*rows(desk, 1), *rows(desk, 1, named="nieuw"), *rows(desk, 1, named="nieuw")]
        again, first, second = hold_all(desk, asked, actor=actor)
        assert (waiting, first) == (again, second)
        [changed] = hold_all(desk, [Asked(other, "rij-0")], actor=actor)
        assert isinstance(changed, IdempotencyConflictError)

    @pytest.mark.parametrize("narrative", [None, "Sam verzamelde 50 orders."])
    def test_lets_wait_anew_what_was_stopped(
        self, desk: IssuingDesk, actor: Actor, waiting: Waiting, narrative: str | None
    ) -> None:
        """As it was, or corrected; the old link opens nothing any more."""
        old = find_held(desk, waiting.id, actor=actor)
        object_to_held(desk, old.token, because="Dat was ik niet.")
        row = rows(desk, 1)[0]
        asked = replace(row, judgement=replace(row.judgement, narrative=narrative or row.judgement.narrative))
        hold_all(desk, [asked], actor=actor)
        [known] = list_held(desk, actor=actor)
        assert (HeldState.WAITING, None, asked.judgement) == (known.state, known.objection, known.judgement)
        assert old.token != known.token

    def test_asks_nothing_of_what_has_its_badge(self, desk: IssuingDesk, actor: Actor, ask: Ask) -> None:
        """It was given before there was a rule."""
        before = issue(desk, judge(desk), actor=actor, idempotency_key="rij-0")
        ask(hold_hours=48)
        assert [before] == hold_all(desk, rows(desk, 1), actor=actor)
        assert [] == list_held(desk, actor=actor)

    def test_asks_the_database_as_often_for_many_as_for_one(
        self, desk: IssuingDesk, actor: Actor, ask: Ask
    ) -> None:
        """A chunk is one question, however many rows it has."""
        ask(hold_hours=48)
        said: list[str] = []

        def listen(*about: object) -> None:
            said.append(str(about[2]))

        event.listen(desk.register.engine, "before_cursor_execute", listen)
        try:
            hold_all(desk, rows(desk, 1), actor=actor)
            for_one = len(said)
            hold_all(desk, rows(desk, 21), actor=actor)
        finally:
            event.remove(desk.register.engine, "before_cursor_execute", listen)
        assert for_one == len(said) - for_one
