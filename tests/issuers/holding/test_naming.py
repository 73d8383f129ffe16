"""Who learns and was not there chooses how his name reads, on a real database of each kind."""

from datetime import timedelta

import pytest

from issuers.audit.tables import AuditKind
from issuers.desk import IssuingDesk
from issuers.errors import HeldEndedError, NotFoundError
from issuers.holding.asking import Waiting
from issuers.holding.confirming import confirm
from issuers.holding.known import KnownHeld, find_held, find_own, list_held
from issuers.holding.naming import choose_name
from issuers.holding.releasing import release_due
from issuers.holding.rosters import hold_all
from issuers.holding.tables import Asks
from issuers.issuing.chunk_stages import Asked
from issuers.issuing.chunking import Given, issue_chunk
from issuers.issuing.overview import find_given
from issuers.organisations.demo import add_person
from issuers.organisations.trail import read_trail
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from tests.issuers.conftest import judge
from tests.issuers.holding.conftest import Ask, Wait
from web.clock import FixedClock


def held(desk: IssuingDesk, *, actor: Actor) -> KnownHeld:
    """Let a row of a roster wait."""
    [waiting] = hold_all(desk, [Asked(judge(desk), "rij-1")], actor=actor)
    assert isinstance(waiting, Waiting)
    return find_held(desk, waiting.id, actor=actor)


class TestChooseName:
    """`choose_name`."""

    @pytest.mark.parametrize(("typed", "expected"), [("Sammie", "Sammie"), ("", None)])
    def test_stands_on_the_badge(  # noqa: PLR0913, PLR0917 (fixtures)
        self,
        desk: IssuingDesk,
        clock: FixedClock,
        actor: Actor,
        ask: Ask,
        typed: str,
        expected: str | None,
    ) -> None:
        """Who gave it reads what stood there first, and the history that somebody chose."""
        ask(hold_hours=48)
        known = held(desk, actor=actor)
        assert known.asks_for_name
        choose_name(desk, known.token, name=typed)
        chosen = find_own(desk, known.token)
        assert chosen.judgement
        assert (expected, "Sam de Vries") == (chosen.judgement.name, chosen.first_name)
        clock.advance(timedelta(hours=48))
        release_due(desk)
        badge_id = find_own(desk, known.token).badge_id
        assert badge_id
        assert expected == find_given(desk, badge_id, actor=actor).facts.name
        beheerder = add_person(desk, "Bo", organisation_id=actor.organisation_id, role=Role.BEHEERDER)
        assert AuditKind.HELD_NAMED in [each.kind for each in read_trail(desk, actor=beheerder, page=0)]

    def test_makes_no_other_row_of_it(
        self, desk: IssuingDesk, clock: FixedClock, actor: Actor, ask: Ask
    ) -> None:
        """The same roster again finds what waits, and later the badge, whatever is asked first by then."""
        ask(hold_hours=48)
        known = held(desk, actor=actor)
        choose_name(desk, known.token, name="Sammie")
        assert known.id == held(desk, actor=actor).id
        clock.advance(timedelta(hours=48))
        release_due(desk)
        ask()
        [again] = issue_chunk(desk, [Asked(judge(desk), "rij-1")], actor=actor)
        assert isinstance(again, Given)
        assert not again.is_new

    def test_asks_the_second_person_again(
        self, desk: IssuingDesk, actor: Actor, second: Actor, ask: Ask
    ) -> None:
        """He confirmed the name that stood there; the same name is confirmed still."""
        ask(Asks.SECOND, hold_hours=48)
        known = held(desk, actor=actor)
        confirm(desk, known.id, actor=second)
        choose_name(desk, known.token, name="Sam de Vries")
        assert not find_held(desk, known.id, actor=actor).waits_for_second
        choose_name(desk, known.token, name="Sammie")
        assert find_held(desk, known.id, actor=actor).waits_for_second

    def test_is_for_who_was_not_there(self, desk: IssuingDesk, actor: Actor, ask: Ask, wait: Wait) -> None:
        """From the form it was shown, with the name on it; and nobody chooses without the link."""
        ask(undo_minutes=10)
        wait()
        [known] = list_held(desk, actor=actor)
        with pytest.raises(HeldEndedError):
            choose_name(desk, known.token, name="Iemand anders")
        with pytest.raises(NotFoundError):
            choose_name(desk, "niets", name="Sam")
