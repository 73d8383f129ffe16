"""What is given waits where the organisation asks for that, on a real database of each kind."""

from dataclasses import replace
from datetime import timedelta

import pytest

from badges.errors import LintError
from issuers.audit.tables import AuditKind
from issuers.desk import IssuingDesk
from issuers.errors import (
    HeldAlreadyError,
    IdempotencyConflictError,
    NotFoundError,
    PermissionDeniedError,
    ProfielNotAgreedError,
)
from issuers.holding.asking import Waiting
from issuers.holding.holding import give
from issuers.holding.known import (
    count_waiting,
    find_held,
    list_held,
    list_objected,
    list_own_objected,
    list_to_confirm,
)
from issuers.holding.stopping import object_to_held, take_back
from issuers.holding.tables import Asks, HeldState
from issuers.issuing.issuing import IssuedBadge, issue
from issuers.issuing.overview import list_given
from issuers.issuing.reserving import Agreed
from issuers.organisations.demo import add_person
from issuers.organisations.trail import read_trail
from issuers.people.permissions import Actor
from issuers.people.tables import Proof, Role
from issuers.werkplekprofiel.answering import agree
from issuers.werkplekprofiel.known import KnownProfiel
from tests.issuers.conftest import judge
from tests.issuers.holding.conftest import Ask, Wait
from web.clock import FixedClock


class TestGive:
    """`give`."""

    def test_signs_at_once_where_nothing_is_asked(self, desk: IssuingDesk, actor: Actor) -> None:
        """As it always did."""
        assert isinstance(give(desk, judge(desk), actor=actor, idempotency_key="een"), IssuedBadge)

    def test_waits_where_something_is_asked(
        self, desk: IssuingDesk, actor: Actor, ask: Ask, wait: Wait
    ) -> None:
        """Nothing of it leaves; who gives badges here sees what waits, and the history that it does."""
        ask(undo_minutes=10)
        waiting = wait()
        (known,) = list_held(desk, actor=actor)
        assert (waiting.id, HeldState.WAITING, judge(desk)) == (known.id, known.state, known.judgement)
        assert () == list_given(desk, actor=actor, page=0)
        beheerder = add_person(desk, "Bo", organisation_id=actor.organisation_id, role=Role.BEHEERDER)
        assert AuditKind.BADGE_HELD in [each.kind for each in read_trail(desk, actor=beheerder, page=0)]

    def test_is_the_same_with_the_same_key(self, ask: Ask, wait: Wait) -> None:
        """A double click waits once."""
        ask(Asks.SECOND)
        assert wait("een") == wait("een") != wait("twee")

    def test_waits_anew_after_it_was_taken_back(
        self, desk: IssuingDesk, actor: Actor, ask: Ask, wait: Wait
    ) -> None:
        """With the same words or with better ones; what waits is not changed by them."""
        ask(undo_minutes=10)
        take_back(desk, wait().id, actor=actor)
        better = replace(judge(desk), narrative="Sam verzamelde 50 orders.")
        waiting = give(desk, better, actor=actor, idempotency_key="een")
        [known] = list_held(desk, actor=actor)
        assert (waiting.id, HeldState.WAITING, better) == (known.id, known.state, known.judgement)
        with pytest.raises(IdempotencyConflictError):
            wait()

    def test_asks_nothing_of_what_has_its_badge(self, desk: IssuingDesk, actor: Actor, ask: Ask) -> None:
        """It was given before a second person was asked for."""
        before = issue(desk, judge(desk), actor=actor, idempotency_key="een")
        ask(Asks.SECOND)
        assert before == give(desk, judge(desk), actor=actor, idempotency_key="een")
        better = replace(judge(desk), narrative="Sam verzamelde 50 orders.")
        with pytest.raises(IdempotencyConflictError):
            give(desk, better, actor=actor, idempotency_key="een")
        assert [] == list_held(desk, actor=actor)

    def test_hears_at_once_what_would_be_refused_later(
        self, desk: IssuingDesk, actor: Actor, ask: Ask
    ) -> None:
        """Nobody wants to hear it after a day."""
        ask(undo_minutes=24 * 60)
        wrong = replace(judge(desk), narrative="Zijn nummer is 111222333.")
        with pytest.raises(LintError):
            give(desk, wrong, actor=actor, idempotency_key="een")

    def test_keeps_to_what_was_agreed(
        self, desk: IssuingDesk, actor: Actor, ask: Ask, proposed: KnownProfiel
    ) -> None:
        """A yes comes first, and one of a kind waits."""
        ask(undo_minutes=10)
        occasion = Agreed(proposed.id)
        with pytest.raises(ProfielNotAgreedError):
            give(desk, judge(desk), actor=actor, idempotency_key="een", occasion=occasion)
        agree(desk, proposed.token, revision=1, name="Sam de Vries")
        give(desk, judge(desk), actor=actor, idempotency_key="een", occasion=occasion)
        with pytest.raises(HeldAlreadyError):
            give(desk, judge(desk), actor=actor, idempotency_key="twee", occasion=occasion)

    def test_is_for_who_gives_badges(self, desk: IssuingDesk, actor: Actor, ask: Ask) -> None:
        """Whatever the session remembers."""
        ask(undo_minutes=10)
        reader = add_person(desk, "Eva", organisation_id=actor.organisation_id, role=Role.LEZER)
        claims = replace(reader, roles=actor.roles)
        with pytest.raises(PermissionDeniedError):
            give(desk, judge(desk), actor=claims, idempotency_key="een")


class TestFindHeld:
    """`find_held` and `list_held`."""

    def test_find_nothing_of_another_organisation(
        self, desk: IssuingDesk, stranger: Actor, ask: Ask, wait: Wait
    ) -> None:
        """It is as if it were not there."""
        ask(undo_minutes=10)
        waiting: Waiting = wait()
        assert [] == list_held(desk, actor=stranger)
        with pytest.raises(NotFoundError):
            find_held(desk, waiting.id, actor=stranger)


class TestListToConfirm:
    """`list_to_confirm` and `list_held` share what waits."""

    def test_takes_what_others_gave_and_so_many_as_asked(  # noqa: PLR0913, PLR0917 (fixtures)
        self, desk: IssuingDesk, clock: FixedClock, actor: Actor, second: Actor, ask: Ask, wait: Wait
    ) -> None:
        """Who gave it finds it in the other list."""
        ask(Asks.SECOND)
        first = wait("een")
        clock.advance(timedelta(minutes=1))
        wait("twee")
        assert [first.id] == [each.id for each in list_to_confirm(desk, actor=second, limit=1)]
        assert ([], 2) == (list_to_confirm(desk, actor=actor), len(list_held(desk, actor=actor)))
        assert ([], 2) == (list_held(desk, actor=second), count_waiting(desk, actor=second))

    def test_counts_for_a_menu_however_somebody_signed_in(
        self, desk: IssuingDesk, actor: Actor, ask: Ask, wait: Wait
    ) -> None:
        """By an account elsewhere he gives nothing, but the number stands on every page."""
        ask(Asks.SECOND)
        wait("een")
        assert 1 == count_waiting(desk, actor=replace(actor, proof=Proof.OIDC))


class TestListObjected:
    """`list_objected` and `list_own_objected`."""

    def test_finds_what_is_not_right(
        self, desk: IssuingDesk, actor: Actor, second: Actor, ask: Ask, wait: Wait
    ) -> None:
        """Until it is given again: everybody who gives badges, and on his first page who gave it."""
        ask(undo_minutes=10)
        wait("twee")
        known = find_held(desk, wait("een").id, actor=actor)
        object_to_held(desk, known.token, because="Dat was ik niet.")
        assert known.id == list_held(desk, actor=actor)[0].id
        for who in (actor, second):
            assert [known.id] == [each.id for each in list_objected(desk, actor=who)]
        assert [known.id] == [each.id for each in list_own_objected(desk, actor=actor, limit=5)]
        assert [] == list_own_objected(desk, actor=second, limit=5)
        wait("een")
        assert [] == list_objected(desk, actor=actor)
