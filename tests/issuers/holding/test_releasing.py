"""What waits for nothing any more is signed once, or it is said why not."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import Session

from badges import base64url
from issuers.audit.tables import AuditKind
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.erasing.recipients import remove_recipient
from issuers.errors import HeldEndedError, NotFoundError
from issuers.holding.asking import Waiting
from issuers.holding.confirming import confirm
from issuers.holding.holding import give
from issuers.holding.known import KnownHeld, find_held, find_own, list_held
from issuers.holding.releasing import KEPT, release, release_due
from issuers.holding.rosters import hold_all
from issuers.holding.stopping import object_to_held, take_back
from issuers.holding.tables import Asks, Held, HeldState
from issuers.issuing.chunk_stages import Asked
from issuers.issuing.issuing import issue
from issuers.issuing.overview import list_given
from issuers.issuing.replacing import Correction
from issuers.issuing.reserving import Agreed
from issuers.issuing.revoking import find_revocation
from issuers.issuing.tables import CorrectionKind
from issuers.keystore.places import TextPlace
from issuers.keystore.store import WrappingKeyStore
from issuers.organisations.demo import add_person
from issuers.organisations.standing import close, resume, suspend
from issuers.organisations.trail import read_trail
from issuers.people.members import remove_member
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from issuers.werkplekprofiel.answering import agree
from issuers.werkplekprofiel.keeping import end
from issuers.werkplekprofiel.known import KnownProfiel
from tests.databases import ON_BOTH
from tests.issuers.conftest import judge
from tests.issuers.holding.conftest import Ask, Wait
from web.clock import FixedClock


def state_of(desk: IssuingDesk, waiting: Waiting, *, actor: Actor) -> HeldState:
    """Read how far it came."""
    return find_held(desk, waiting.id, actor=actor).state


@pytest.fixture
def beheerder(desk: IssuingDesk, actor: Actor) -> Actor:
    """Give who looks after the organisation."""
    return add_person(desk, "Bo Smit", organisation_id=actor.organisation_id, role=Role.BEHEERDER)


class TestReleaseDue:
    """`release_due`."""

    def test_signs_when_the_time_is_over(  # noqa: PLR0913, PLR0917 (fixtures)
        self, desk: IssuingDesk, clock: FixedClock, actor: Actor, beheerder: Actor, ask: Ask, wait: Wait
    ) -> None:
        """Not before; once, in the name of who gave it, and the history says so."""
        ask(undo_minutes=10)
        waiting = wait()
        clock.advance(timedelta(minutes=9))
        release_due(desk)
        assert HeldState.WAITING == state_of(desk, waiting, actor=actor)
        clock.advance(timedelta(minutes=1))
        for _ in range(2):
            release_due(desk)
        (given,) = list_given(desk, actor=actor, page=0)
        known = find_held(desk, waiting.id, actor=actor)
        assert (HeldState.GIVEN, given.id, None) == (known.state, known.badge_id, known.judgement)
        assert given.token == find_own(desk, known.token).badge_token
        kinds = [each.kind for each in read_trail(desk, actor=beheerder, page=0)]
        assert [1, 1] == [kinds.count(each) for each in (AuditKind.BADGE_SIGNED, AuditKind.HELD_RELEASED)]

    @pytest.mark.parametrize("kind", [CorrectionKind.SCHRIJFFOUT, CorrectionKind.ANDERE_PERSOON])
    def test_lets_the_old_badge_stand_until_then(
        self, desk: IssuingDesk, clock: FixedClock, actor: Actor, ask: Ask, kind: CorrectionKind
    ) -> None:
        """What puts one right waits too; then the old link leads on, unless it was for somebody else."""
        old = issue(desk, judge(desk), actor=actor, idempotency_key="oud")
        ask(undo_minutes=10)
        better = replace(judge(desk), narrative="Sam verzamelde elke ochtend 60 orders.")
        correction = Correction(badge_id=old.id, kind=kind)
        waiting = give(desk, better, actor=actor, idempotency_key="nieuw", occasion=correction)
        assert find_revocation(desk, old.id, organisation_id=old.organisation_id) is None
        clock.advance(timedelta(minutes=10))
        release_due(desk)
        token = find_held(desk, waiting.id, actor=actor).badge_token
        found = find_revocation(desk, old.id, organisation_id=old.organisation_id)
        assert found
        leads_on = kind is CorrectionKind.SCHRIJFFOUT
        assert (clock.now(), token if leads_on else None) == (found.at, found.replaced_by)

    def test_says_so_where_a_second_person_is_asked_for_since(
        self, desk: IssuingDesk, clock: FixedClock, actor: Actor, ask: Ask, wait: Wait
    ) -> None:
        """It does not wait for ever for what nobody can do any more."""
        ask(undo_minutes=10)
        waiting = wait()
        ask(Asks.SECOND)
        clock.advance(timedelta(minutes=10))
        release_due(desk)
        known = find_held(desk, waiting.id, actor=actor)
        assert (HeldState.NOT_GIVEN, "second-person") == (known.state, known.because)

    def test_goes_on_after_what_cannot_be_read(
        self, desk: IssuingDesk, clock: FixedClock, actor: Actor, ask: Ask, wait: Wait
    ) -> None:
        """One that is damaged holds up no other."""
        ask(undo_minutes=10)
        damaged, waiting = wait("een"), wait("twee")

        def damage(session: Session) -> None:
            session.get_one(Held, damaged.id).judgement = "{"

        desk.register.write(damage, within=WHOLE_SERVICE)
        clock.advance(timedelta(minutes=10))
        release_due(desk)
        assert HeldState.GIVEN == state_of(desk, waiting, actor=actor)

    def test_waits_for_both(  # noqa: PLR0913, PLR0917 (fixtures)
        self, desk: IssuingDesk, clock: FixedClock, actor: Actor, second: Actor, ask: Ask, wait: Wait
    ) -> None:
        """The second person and the time, in whatever order."""
        ask(Asks.SECOND, undo_minutes=10)
        waiting = wait()
        confirm(desk, waiting.id, actor=second)
        release_due(desk)
        assert HeldState.WAITING == state_of(desk, waiting, actor=actor)
        clock.advance(timedelta(minutes=10))
        release_due(desk)
        assert HeldState.GIVEN == state_of(desk, waiting, actor=actor)

    @ON_BOTH
    def test_finds_what_a_crash_left(
        self, desk: IssuingDesk, actor: Actor, second: Actor, ask: Ask, wait: Wait
    ) -> None:
        """Signed, and not said so yet: the same key finds the same badge."""
        ask(Asks.SECOND)
        waiting = wait()
        confirm(desk, waiting.id, actor=second)
        signed = issue(desk, judge(desk), actor=actor, idempotency_key="een")
        release_due(desk)
        assert [signed.id] == [each.id for each in list_given(desk, actor=actor, page=0)]
        assert signed.id == find_held(desk, waiting.id, actor=actor).badge_id

    def test_does_not_sign_for_who_may_not_any_more(  # noqa: PLR0913, PLR0917 (fixtures)
        self,
        desk: IssuingDesk,
        clock: FixedClock,
        actor: Actor,
        second: Actor,
        beheerder: Actor,
        ask: Ask,
        wait: Wait,
    ) -> None:
        """His role ended while it waited; a colleague reads that."""
        ask(undo_minutes=10)
        waiting = wait()
        remove_member(desk, actor.person_id, actor=beheerder)
        clock.advance(timedelta(minutes=10))
        release_due(desk)
        known = find_held(desk, waiting.id, actor=second)
        assert (HeldState.NOT_GIVEN, "permission-denied") == (known.state, known.because)
        assert () == list_given(desk, actor=second, page=0)

    def test_does_not_sign_what_was_stopped_meanwhile(
        self, desk: IssuingDesk, clock: FixedClock, actor: Actor, ask: Ask, proposed: KnownProfiel
    ) -> None:
        """The agreement ended; it says so, and keeps what was written for a week."""
        ask(undo_minutes=10)
        agree(desk, proposed.token, revision=1, name="Sam de Vries")
        give(desk, judge(desk), actor=actor, idempotency_key="een", occasion=Agreed(proposed.id))
        end(desk, proposed.id, actor=actor)
        clock.advance(timedelta(minutes=10))
        release_due(desk)
        (known,) = list_held(desk, actor=actor)
        assert ("profiel-ended", judge(desk)) == (known.because, known.judgement)
        clock.advance(KEPT + timedelta(seconds=1))
        release_due(desk)
        assert [] == list_held(desk, actor=actor)

    def test_lets_it_wait_while_the_organisation_may_not_sign(
        self, desk: IssuingDesk, clock: FixedClock, actor: Actor, ask: Ask, wait: Wait
    ) -> None:
        """Who suspends it may take weeks: until then whoever it is about can say that it is not right."""
        ask(undo_minutes=10)
        waiting = wait()
        suspend(desk, actor.organisation_id, by=actor.person_id, reason="Dit wordt nagekeken.")
        clock.advance(timedelta(minutes=10))
        release_due(desk)
        assert HeldState.WAITING == state_of(desk, waiting, actor=actor)
        resume(desk, actor.organisation_id, by=actor.person_id)
        release_due(desk)
        assert HeldState.GIVEN == state_of(desk, waiting, actor=actor)

    def test_lets_it_wait_while_the_service_is_sealed(
        self, desk: IssuingDesk, clock: FixedClock, actor: Actor, ask: Ask, wait: Wait
    ) -> None:
        """Nothing can be signed then; until it can, it can still be stopped."""
        issue(desk, judge(desk), actor=actor, idempotency_key="eerder")
        ask(undo_minutes=10)
        waiting = wait()
        clock.advance(timedelta(minutes=10))
        other = TextPlace(base64url.encode(bytes(32)))
        release_due(replace(desk, key_store=WrappingKeyStore(issuing=other, standing=other)))
        assert HeldState.WAITING == state_of(desk, waiting, actor=actor)
        take_back(desk, waiting.id, actor=actor)

    def test_says_so_where_the_organisation_stopped_for_good(  # noqa: PLR0913, PLR0917 (fixtures)
        self, desk: IssuingDesk, clock: FixedClock, actor: Actor, beheerder: Actor, ask: Ask, wait: Wait
    ) -> None:
        """Then it never comes, and nobody is told that it does."""
        ask(undo_minutes=10)
        waiting = wait()
        close(desk, actor=beheerder)
        clock.advance(timedelta(minutes=10))
        release_due(desk)
        known = find_held(desk, waiting.id, actor=actor)
        assert (HeldState.NOT_GIVEN, "organisation-closed") == (known.state, known.because)

    def test_goes_with_the_recipient(
        self, desk: IssuingDesk, actor: Actor, sam: UUID, ask: Ask, proposed: KnownProfiel
    ) -> None:
        """What was about to be given goes with all else about him."""
        ask(undo_minutes=10)
        agree(desk, proposed.token, revision=1, name="Sam de Vries")
        give(desk, judge(desk), actor=actor, idempotency_key="een", occasion=Agreed(proposed.id))
        remove_recipient(desk, sam, actor=actor)
        assert [] == list_held(desk, actor=actor)


class TestRelease:
    """`release`."""

    def test_leaves_what_still_waits(self, desk: IssuingDesk, actor: Actor, ask: Ask, wait: Wait) -> None:
        """It is asked after each confirmation."""
        ask(Asks.SECOND)
        waiting = wait()
        release(desk, waiting.id, organisation_id=actor.organisation_id)
        assert HeldState.WAITING == state_of(desk, waiting, actor=actor)


class TestTakeBack:
    """`take_back`."""

    def test_leaves_nothing_to_sign(
        self, desk: IssuingDesk, clock: FixedClock, actor: Actor, ask: Ask, wait: Wait
    ) -> None:
        """It ends there."""
        ask(undo_minutes=10)
        waiting = wait()
        take_back(desk, waiting.id, actor=actor)
        clock.advance(timedelta(minutes=10))
        release_due(desk)
        assert HeldState.TAKEN_BACK == state_of(desk, waiting, actor=actor)
        with pytest.raises(HeldEndedError):
            take_back(desk, waiting.id, actor=actor)


class TestObjectToHeld:
    """`object_to_held`."""

    @pytest.fixture
    def told(self, desk: IssuingDesk, actor: Actor, ask: Ask) -> KnownHeld:
        """Give a badge from a roster, which its recipient can read for two days."""
        ask(hold_hours=48)
        hold_all(desk, [Asked(judge(desk), "rij-1")], actor=actor)
        (known,) = list_held(desk, actor=actor)
        return known

    def test_reaches_who_gave_it(
        self, desk: IssuingDesk, clock: FixedClock, actor: Actor, told: KnownHeld
    ) -> None:
        """With the words, and nothing is signed."""
        object_to_held(desk, told.token, because="Ik was er niet bij.")
        clock.advance(timedelta(hours=48))
        release_due(desk)
        known = find_held(desk, told.id, actor=actor)
        assert (HeldState.OBJECTED, "Ik was er niet bij.") == (known.state, known.objection)
        with pytest.raises(HeldEndedError):
            object_to_held(desk, told.token, because="")

    def test_takes_the_token(self, desk: IssuingDesk) -> None:
        """Whoever has another has nothing."""
        with pytest.raises(NotFoundError):
            object_to_held(desk, "niets", because="")

    def test_comes_too_late_for_a_badge(self, desk: IssuingDesk, clock: FixedClock, told: KnownHeld) -> None:
        """That is put right in another way."""
        clock.advance(timedelta(hours=48))
        release_due(desk)
        with pytest.raises(HeldEndedError):
            object_to_held(desk, told.token, because="")
