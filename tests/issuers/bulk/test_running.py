"""The same done to many badges: each once, whatever happens in between, on a real database of each kind."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from badges.judgement import Independence, Judgement
from badges.strictjson import loads_object
from issuers.audit.fsck import fsck
from issuers.bulk import doing
from issuers.bulk.changing import Better, Change, What, better_of
from issuers.bulk.choosing import choose, find_bulk, forget_old_bulks, list_chosen
from issuers.bulk.doing import do_some, key_of
from issuers.bulk.previewing import look_over
from issuers.bulk.running import go_on, start_correcting, start_withdrawing, take_up
from issuers.bulk.tables import BulkState, Deed, LineState
from issuers.desk import IssuingDesk
from issuers.errors import FormError, NotFoundError, PermissionDeniedError, PhotoGoneError
from issuers.evidence.choosing import let_go_along, stop_showing
from issuers.evidence.choosing import list_chosen as list_chosen_photos
from issuers.evidence.collectors import Learner
from issuers.evidence.keeping import collect
from issuers.evidence.public import find_public_photo
from issuers.holding.tables import Asks
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.overview import find_given
from issuers.issuing.recovery import recover
from issuers.issuing.reserving import reserve
from issuers.issuing.revoking import find_revocation, revoke
from issuers.issuing.rules import Rule, set_rule
from issuers.issuing.tables import Badge, BadgeState, RevocationReason
from issuers.organisations.demo import add_person
from issuers.people.members import remove_member
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from issuers.werkplekprofiel.answering import agree
from issuers.werkplekprofiel.known import KnownProfiel
from tests.databases import ON_SQLITE
from tests.issuers.evidence.test_choosing import judged, token_of
from tests.issuers.evidence.test_keeping import PHOTO, PIXELS
from tests.issuers.giving import correct, issue_agreed
from tests.issuers.issuing.test_issuing import badges_of
from tests.issuers.werkplekprofiel.conftest import ORDERS, proposed, sam
from web.clock import FixedClock

__all__ = ["proposed", "sam"]

Issue = Callable[..., IssuedBadge]
LATER = Change(what=What.PERIOD, tot="2026-06-19")
WITH_HELP = Change(what=What.INDEPENDENCE, zelfstandigheid=Independence.MET_HULP.value)


@dataclass
class Kept:
    """Keep what was begun, and do nothing."""

    started: list[tuple[UUID, int]] = field(default_factory=list)
    in_line: set[tuple[UUID, int]] = field(default_factory=set)

    def start(self, bulk_id: UUID, *, organisation_id: str, attempt: int) -> None:
        """Keep it."""
        self.started.append((bulk_id, attempt))

    def has_in_line(self, bulk_id: UUID, *, attempt: int) -> bool:
        """Tell what was put there."""
        return (bulk_id, attempt) in self.in_line


@dataclass(frozen=True)
class Asked:
    """Hold what is to come of a badge."""

    better: Better
    badge_id: UUID


@pytest.fixture
def runner() -> Kept:
    """Give what runs nothing by itself."""
    return Kept()


@pytest.fixture
def three(give: Issue) -> list[IssuedBadge]:
    """Give three badges."""
    return [give(name, name=name) for name in ("Een", "Twee", "Drie")]


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do two at a time."""
    monkeypatch.setattr(doing, "AT_ONCE", dict.fromkeys(Deed, 2))


def chosen(desk: IssuingDesk, badges: list[IssuedBadge], *, deed: Deed, actor: Actor) -> UUID:
    """Choose badges."""
    return choose(desk, [each.id for each in badges], deed=deed, actor=actor)


def states(desk: IssuingDesk, bulk_id: UUID, *, actor: Actor) -> list[LineState]:
    """Say what came of each."""
    return [each.state for each in list_chosen(desk, bulk_id, actor=actor)]


def standing(desk: IssuingDesk) -> list[Badge]:
    """List the badges that stand."""
    return [row for row in badges_of(desk) if row.state is BadgeState.SIGNED]


def ends(desk: IssuingDesk, *, actor: Actor) -> list[date]:
    """Read the last days of the badges that stand."""
    facts = [find_given(desk, row.id, actor=actor).facts for row in standing(desk)]
    return [each.activity_end.date() for each in facts if each.activity_end]


class TestStartCorrecting:
    """`start_correcting` changes the same in each."""

    def test_gives_each_a_better_one(
        self, desk: IssuingDesk, actor: Actor, three: list[IssuedBadge], runner: Kept
    ) -> None:
        """The old ones lead on; nothing else changed; done again it is nothing new."""
        bulk_id = chosen(desk, three, deed=Deed.CORRECT, actor=actor)
        for _ in range(2):
            start_correcting(desk, bulk_id, LATER, actor=actor, runner=runner)
        assert [date(2026, 6, 19)] * 3 == ends(desk, actor=actor)
        assert BulkState.DONE is find_bulk(desk, bulk_id, actor=actor).state
        tokens = {row.token for row in standing(desk)}
        led = {
            revocation.replaced_by
            for each in three
            if (revocation := find_revocation(desk, each.id, organisation_id=each.organisation_id))
        }
        assert (tokens, []) == (led, runner.started)
        assert {"een", "twee", "drie"} == {row.folded_name for row in standing(desk)}
        assert () == fsck(desk)

    @pytest.mark.usefixtures("small_chunks")
    def test_leaves_the_rest_to_the_background(
        self, desk: IssuingDesk, actor: Actor, three: list[IssuedBadge], runner: Kept
    ) -> None:
        """The first chunk at once."""
        bulk_id = chosen(desk, three, deed=Deed.CORRECT, actor=actor)
        start_correcting(desk, bulk_id, WITH_HELP, actor=actor, runner=runner)
        assert [(bulk_id, 1)] == runner.started
        known = find_bulk(desk, bulk_id, actor=actor)
        assert (BulkState.RUNNING, 2, 3) == (known.state, known.done, known.total)
        assert not do_some(desk, bulk_id, organisation_id=actor.organisation_id)
        assert [LineState.DONE] * 3 == states(desk, bulk_id, actor=actor)

    def test_tells_what_it_left_and_why(
        self, desk: IssuingDesk, actor: Actor, three: list[IssuedBadge], give: Issue, runner: Kept
    ) -> None:
        """Withdrawn in the meantime, or said so already."""
        same = give("vier", end=date(2026, 6, 19))
        bulk_id = chosen(desk, [*three, same], deed=Deed.CORRECT, actor=actor)
        revoke(desk, three[0].id, actor=actor, reason=RevocationReason.OP_VERZOEK)
        expected = [["revocation"], [], [], ["unchanged"]]
        previewed = look_over(desk, bulk_id, LATER, actor=actor)
        assert expected == [[found.code for found in each.problems] for each in previewed]
        start_correcting(desk, bulk_id, LATER, actor=actor, runner=runner)
        came = list_chosen(desk, bulk_id, actor=actor)
        assert expected == [[found.code for found in each.problems] for each in came]

    def test_lets_them_wait_where_that_is_asked(
        self, desk: IssuingDesk, actor: Actor, three: list[IssuedBadge], runner: Kept
    ) -> None:
        """Until somebody else confirmed them the old ones stand."""
        beheerder = add_person(desk, "Bo", organisation_id=actor.organisation_id, role=Role.BEHEERDER)
        set_rule(desk, Rule(asks=Asks.SECOND), actor=beheerder)
        bulk_id = chosen(desk, three, deed=Deed.CORRECT, actor=actor)
        start_correcting(desk, bulk_id, LATER, actor=actor, runner=runner)
        assert [LineState.HELD] * 3 == states(desk, bulk_id, actor=actor)
        assert {each.id for each in three} == {row.id for row in standing(desk)}

    @ON_SQLITE
    def test_puts_other_work_right_for_who_learns_it(
        self, desk: IssuingDesk, actor: Actor, judgement: Judgement, proposed: KnownProfiel, runner: Kept
    ) -> None:
        """He keeps it, under the name that he chose."""
        agree(desk, proposed.token, revision=1, name="Sam de Vries")
        old = issue_agreed(desk, judgement, profiel_id=proposed.id, actor=actor, idempotency_key="een")
        bulk_id = chosen(desk, [old], deed=Deed.CORRECT, actor=actor)
        change = Change(what=What.WORK, crebo="25774", code="B1-K1-W1")
        start_correcting(desk, bulk_id, change, actor=actor, runner=runner)
        [better] = standing(desk)
        assert (proposed.id, old.id) == (better.profiel_id, better.replaces)
        facts = find_given(desk, better.id, actor=actor).facts
        assert facts.werkproces
        assert ("B1-K1-W1", judgement.narrative) == (facts.werkproces.code, facts.narratives[0])

    @pytest.mark.parametrize("still_wanted", [True, False])
    def test_lets_photos_go_along_that_are_wanted_still(
        self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel, runner: Kept, *, still_wanted: bool
    ) -> None:
        """The better badge names what the recipient wants now; the photo at that address stays, or ends."""
        agree(desk, proposed.token, revision=1, name="Sam")
        learner = Learner.with_token(desk, proposed.token)
        photo = collect(desk, ORDERS, PHOTO, by=learner, photo=PIXELS)
        let_go_along(desk, photo, by=learner)
        [wanted] = list_chosen_photos(desk, proposed.id, ORDERS, actor=actor)
        said = judged(desk, [wanted.cited])
        old = issue_agreed(desk, said, profiel_id=proposed.id, actor=actor, idempotency_key="een")
        if not still_wanted:
            stop_showing(desk, photo, by=learner)
        bulk_id = chosen(desk, [old], deed=Deed.CORRECT, actor=actor)
        start_correcting(desk, bulk_id, WITH_HELP, actor=actor, runner=runner)
        [better] = standing(desk)
        assert old.id == better.replaces
        named = loads_object(better.raw or b"").get("relatedResource", [])
        if still_wanted:
            assert [{"id": wanted.cited.id}] == [{"id": each["id"]} for each in named]
            assert PIXELS.jpeg == find_public_photo(desk, token_of(wanted.cited)).jpeg
        else:
            assert [] == named
            with pytest.raises(PhotoGoneError):
                find_public_photo(desk, token_of(wanted.cited))


class TestDoSome:
    """`do_some` may be done twice, and comes to the same."""

    def test_goes_on_wherever_the_power_failed(
        self, desk: IssuingDesk, actor: Actor, three: list[IssuedBadge], runner: Kept, clock: FixedClock
    ) -> None:
        """Of one the better badge was given, of one it was only reserved, and none was written down."""
        bulk_id = chosen(desk, three, deed=Deed.CORRECT, actor=actor)
        given, begun, _ = (
            Asked(better_of(desk, find_given(desk, each.id, actor=actor), LATER, actor=actor), each.id)
            for each in three
        )
        new = correct(
            desk,
            given.better.judgement,
            correction=given.better.correction,
            actor=actor,
            idempotency_key=key_of(bulk_id, given.badge_id),
        )
        reserve(
            desk,
            begun.better.judgement,
            actor=actor,
            idempotency_key=key_of(bulk_id, begun.badge_id),
            occasion=begun.better.correction,
        )
        start_correcting(desk, bulk_id, LATER, actor=actor, runner=runner)
        clock.advance(timedelta(minutes=3))
        recover(desk)
        assert [LineState.DONE] * 3 == states(desk, bulk_id, actor=actor)
        better = [each.better_id for each in list_chosen(desk, bulk_id, actor=actor)]
        assert (new.id, set(better)) == (better[0], {row.id for row in standing(desk)})
        assert [date(2026, 6, 19)] * 3 == ends(desk, actor=actor)
        assert () == fsck(desk)

    @pytest.mark.usefixtures("small_chunks")
    def test_is_taken_up_by_another(
        self, desk: IssuingDesk, actor: Actor, three: list[IssuedBadge], runner: Kept, clock: FixedClock
    ) -> None:
        """Where nothing was heard for a while."""
        bulk_id = chosen(desk, three, deed=Deed.WITHDRAW, actor=actor)
        start_withdrawing(desk, bulk_id, RevocationReason.ANDERS, actor=actor, runner=runner)
        assert 0 == take_up(desk, runner=runner)
        clock.advance(timedelta(minutes=3))
        assert 1 == take_up(desk, runner=runner)
        assert [(bulk_id, 1), (bulk_id, 2)] == runner.started

    @pytest.mark.usefixtures("small_chunks")
    def test_is_left_in_line_while_it_waits_for_its_turn(
        self, desk: IssuingDesk, actor: Actor, three: list[IssuedBadge], runner: Kept, clock: FixedClock
    ) -> None:
        """Begun again it would be there twice; once it is not in line any more, another takes it up."""
        bulk_id = chosen(desk, three, deed=Deed.WITHDRAW, actor=actor)
        start_withdrawing(desk, bulk_id, RevocationReason.ANDERS, actor=actor, runner=runner)
        runner.in_line.add((bulk_id, 1))
        clock.advance(timedelta(minutes=3))
        assert (0, [(bulk_id, 1)]) == (take_up(desk, runner=runner), runner.started)
        runner.in_line.clear()
        assert 1 == take_up(desk, runner=runner)

    @pytest.mark.usefixtures("small_chunks")
    def test_stops_when_the_role_of_who_began_it_ended(
        self, desk: IssuingDesk, actor: Actor, three: list[IssuedBadge], runner: Kept
    ) -> None:
        """What was done stays; somebody else goes on."""
        beheerder = add_person(desk, "Bo", organisation_id=actor.organisation_id, role=Role.BEHEERDER)
        other = add_person(desk, "Ans", organisation_id=actor.organisation_id, role=Role.PRAKTIJKOPLEIDER)
        bulk_id = chosen(desk, three, deed=Deed.WITHDRAW, actor=other)
        start_withdrawing(desk, bulk_id, RevocationReason.VERGISSING, actor=other, runner=runner)
        remove_member(desk, other.person_id, actor=beheerder)
        assert not do_some(desk, bulk_id, organisation_id=actor.organisation_id)
        known = find_bulk(desk, bulk_id, actor=actor)
        assert (BulkState.STOPPED, "permission-denied") == (known.state, known.stopped[0].code)
        go_on(desk, bulk_id, actor=actor, runner=runner)
        assert ([LineState.DONE] * 3, []) == (states(desk, bulk_id, actor=actor), standing(desk))


class TestStartWithdrawing:
    """`start_withdrawing` withdraws each, for one reason."""

    def test_withdraws_what_it_can_and_tells_the_rest(
        self, desk: IssuingDesk, actor: Actor, three: list[IssuedBadge], runner: Kept
    ) -> None:
        """Each once, though it was named twice."""
        bulk_id = chosen(desk, [*three, three[1]], deed=Deed.WITHDRAW, actor=actor)
        revoke(desk, three[0].id, actor=actor, reason=RevocationReason.OP_VERZOEK)
        start_withdrawing(desk, bulk_id, RevocationReason.VERGISSING, actor=actor, runner=runner)
        assert [LineState.REFUSED, LineState.DONE, LineState.DONE] == states(desk, bulk_id, actor=actor)
        expected = {three[0].id: "op-verzoek", three[1].id: "vergissing", three[2].id: "vergissing"}
        assert expected == {row.id: row.revoked_because for row in badges_of(desk)}
        assert () == fsck(desk)


@ON_SQLITE
class TestChoose:
    """`choose` keeps which badges."""

    def test_refuses_what_is_not_there_and_who_may_not(
        self, desk: IssuingDesk, actor: Actor, stranger: Actor, three: list[IssuedBadge]
    ) -> None:
        """Nothing at all, badges of another organisation, and a reader."""
        reader = replace(actor, roles=frozenset({Role.LEZER}))
        with pytest.raises(FormError):
            chosen(desk, [], deed=Deed.WITHDRAW, actor=actor)
        with pytest.raises(NotFoundError):
            chosen(desk, three, deed=Deed.WITHDRAW, actor=stranger)
        with pytest.raises(PermissionDeniedError):
            chosen(desk, three, deed=Deed.WITHDRAW, actor=reader)


@ON_SQLITE
class TestForgetOldBulks:
    """`forget_old_bulks` keeps what was chosen for a day, and what was done for ninety."""

    @pytest.fixture
    def both(self, desk: IssuingDesk, actor: Actor, give: Issue, runner: Kept) -> tuple[UUID, UUID]:
        """Choose twice, and do one of them."""
        left = chosen(desk, [give("een")], deed=Deed.WITHDRAW, actor=actor)
        done = chosen(desk, [give("twee")], deed=Deed.WITHDRAW, actor=actor)
        start_withdrawing(desk, done, RevocationReason.ANDERS, actor=actor, runner=runner)
        return left, done

    def test_forgets_both_in_time(
        self, desk: IssuingDesk, actor: Actor, both: tuple[UUID, UUID], clock: FixedClock
    ) -> None:
        """The badges stay as they are."""

        def kept() -> list[bool]:
            return [_is_there(desk, each, actor=actor) for each in both]

        clock.advance(timedelta(days=2))
        forget_old_bulks(desk)
        assert [False, True] == kept()
        clock.advance(timedelta(days=90))
        forget_old_bulks(desk)
        assert [False, False] == kept()


def _is_there(desk: IssuingDesk, bulk_id: UUID, *, actor: Actor) -> bool:
    try:
        find_bulk(desk, bulk_id, actor=actor)
    except NotFoundError:
        return False
    return True
