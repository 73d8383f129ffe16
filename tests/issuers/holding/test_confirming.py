"""Four eyes are two people: one gives, another confirms."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from issuers.desk import IssuingDesk
from issuers.errors import (
    FreshProofNeededError,
    HeldCodeError,
    HeldEndedError,
    NotFoundError,
    PermissionDeniedError,
    SamePersonError,
    TooManyHeldCodesError,
)
from issuers.holding.asking import Waiting
from issuers.holding.confirming import (
    GOOD_FOR,
    LETTERS,
    LOCKED,
    MOST_WRONG,
    confirm,
    confirm_all,
    confirm_by_code,
    show_code,
)
from issuers.holding.holding import give
from issuers.holding.known import find_held, list_held
from issuers.holding.tables import Asks
from issuers.organisations.demo import add_person
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from tests.issuers.conftest import judge
from tests.issuers.holding.conftest import Ask, Wait
from web.clock import FixedClock


@pytest.fixture
def waiting(ask: Ask, wait: Wait) -> Waiting:
    """Give a badge where a second person is asked for."""
    ask(Asks.SECOND)
    return wait()


@pytest.fixture
def fail(desk: IssuingDesk, second: Actor) -> Callable[[], None]:
    """Type a wrong code."""

    def fail_once() -> None:
        with pytest.raises(HeldCodeError):
            confirm_by_code(desk, "niets", actor=second)

    return fail_once


class TestConfirm:
    """`confirm`."""

    def test_says_who(self, desk: IssuingDesk, actor: Actor, second: Actor, waiting: Waiting) -> None:
        """It waits for nobody any more."""
        assert find_held(desk, waiting.id, actor=actor).waits_for_second
        confirm(desk, waiting.id, actor=second)
        known = find_held(desk, waiting.id, actor=actor)
        assert ("Ilse Kok", False) == (known.confirmer, known.waits_for_second)
        with pytest.raises(HeldEndedError):
            confirm(desk, waiting.id, actor=second)

    def test_is_never_of_who_gave_it(self, desk: IssuingDesk, actor: Actor, waiting: Waiting) -> None:
        """Neither with a passkey nor with the code on his own screen."""
        with pytest.raises(SamePersonError):
            confirm(desk, waiting.id, actor=actor)
        with pytest.raises(SamePersonError):
            confirm_by_code(desk, show_code(desk, waiting.id, actor=actor), actor=actor)

    def test_takes_a_fresh_proof(
        self, desk: IssuingDesk, clock: FixedClock, second: Actor, waiting: Waiting
    ) -> None:
        """A phone that was left behind confirms nothing."""
        clock.advance(timedelta(minutes=15))
        with pytest.raises(FreshProofNeededError):
            confirm(desk, waiting.id, actor=second)

    def test_is_for_who_gives_badges(self, desk: IssuingDesk, actor: Actor, waiting: Waiting) -> None:
        """A begeleider looks along, and confirms nothing."""
        tom = add_person(desk, "Tom", organisation_id=actor.organisation_id, role=Role.BEGELEIDER)
        with pytest.raises(PermissionDeniedError):
            confirm(desk, waiting.id, actor=tom)

    def test_finds_nothing_of_another_organisation(
        self, desk: IssuingDesk, actor: Actor, stranger: Actor, waiting: Waiting
    ) -> None:
        """It is as if it were not there, with its code too."""
        with pytest.raises(NotFoundError):
            confirm(desk, waiting.id, actor=stranger)
        with pytest.raises(HeldCodeError):
            confirm_by_code(desk, show_code(desk, waiting.id, actor=actor), actor=stranger)

    def test_is_asked_for_only_where_it_is(
        self, desk: IssuingDesk, second: Actor, ask: Ask, wait: Wait
    ) -> None:
        """What waits for its time alone needs nobody."""
        ask(undo_minutes=10)
        with pytest.raises(HeldEndedError):
            confirm(desk, wait().id, actor=second)


class TestConfirmAll:
    """`confirm_all`."""

    def test_passes_over_what_waits_for_nobody(
        self, desk: IssuingDesk, actor: Actor, second: Actor, waiting: Waiting, wait: Wait
    ) -> None:
        """Somebody else confirmed one meanwhile."""
        other = wait("twee")
        confirm(desk, waiting.id, actor=second)
        confirm_all(desk, [waiting.id, other.id], actor=second)
        assert ["Ilse Kok"] * 2 == [each.confirmer for each in list_held(desk, actor=actor)]

    def test_confirms_none_where_one_is_his_own(
        self, desk: IssuingDesk, actor: Actor, second: Actor, waiting: Waiting
    ) -> None:
        """The page offers none of those."""
        theirs = give(desk, judge(desk), actor=second, idempotency_key="van-ilse")
        with pytest.raises(SamePersonError):
            confirm_all(desk, [waiting.id, theirs.id], actor=second)
        for who in (actor, second):
            assert [None] == [each.confirmer for each in list_held(desk, actor=who)]


class TestConfirmByCode:
    """`confirm_by_code`."""

    def test_takes_the_code_of_the_screen(
        self, desk: IssuingDesk, clock: FixedClock, actor: Actor, second: Actor, waiting: Waiting
    ) -> None:
        """However it is typed, and a while after signing in; once."""
        clock.advance(timedelta(hours=1))
        code = show_code(desk, waiting.id, actor=actor)
        assert set(code) <= set(LETTERS)
        typed = f" {code[:3].lower()}-{code[3:]} "
        assert waiting.id == confirm_by_code(desk, typed, actor=second)
        with pytest.raises(HeldCodeError):
            confirm_by_code(desk, code, actor=second)

    def test_is_on_the_screen_of_who_gave_it_only(
        self, desk: IssuingDesk, second: Actor, waiting: Waiting
    ) -> None:
        """Who confirms cannot make the code himself."""
        with pytest.raises(NotFoundError):
            show_code(desk, waiting.id, actor=second)

    def test_is_good_for_minutes(
        self, desk: IssuingDesk, clock: FixedClock, actor: Actor, second: Actor, waiting: Waiting
    ) -> None:
        """A photo of the screen confirms nothing tomorrow."""
        code = show_code(desk, waiting.id, actor=actor)
        clock.advance(GOOD_FOR)
        with pytest.raises(HeldCodeError):
            confirm_by_code(desk, code, actor=second)

    def test_ends_with_the_next_code(
        self, desk: IssuingDesk, actor: Actor, second: Actor, waiting: Waiting
    ) -> None:
        """Only what stands on the screen counts."""
        old = show_code(desk, waiting.id, actor=actor)
        show_code(desk, waiting.id, actor=actor)
        with pytest.raises(HeldCodeError):
            confirm_by_code(desk, old, actor=second)

    def test_stops_who_guesses(  # noqa: PLR0913, PLR0917 (fixtures)
        self,
        desk: IssuingDesk,
        clock: FixedClock,
        actor: Actor,
        second: Actor,
        waiting: Waiting,
        fail: Callable[[], None],
    ) -> None:
        """After five wrong ones the right one does not help either, for ten minutes."""
        for _ in range(MOST_WRONG):
            fail()
        code = show_code(desk, waiting.id, actor=actor)
        with pytest.raises(TooManyHeldCodesError):
            confirm_by_code(desk, code, actor=second)
        clock.advance(LOCKED)
        assert waiting.id == confirm_by_code(desk, show_code(desk, waiting.id, actor=actor), actor=second)
