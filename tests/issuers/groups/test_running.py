"""Groups that are given in the background: stopped, taken up, given once."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import Session, select
from starlette.requests import Request

from issuers.audit.fsck import fsck
from issuers.background import PATIENCE
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import GroupBusyError, NotFoundError, PermissionDeniedError
from issuers.groups.keeping import correct, find_group, list_lines
from issuers.groups.lines import cells_of
from issuers.groups.pages.group import give
from issuers.groups.running import give_some, start_group, take_up
from issuers.groups.states import LineState
from issuers.groups.tables import GroupState
from issuers.groups.withdrawing import withdraw_some
from issuers.holding.releasing import release_due
from issuers.holding.stopping import object_to_held
from issuers.holding.tables import Held
from issuers.issuing.finishing import Stage, Watch
from issuers.issuing.recovery import recover
from issuers.issuing.rules import Rule, set_rule
from issuers.issuing.tables import BadgeState, RevocationReason
from issuers.organisations.demo import demo_beheerder
from issuers.people.permissions import Actor
from issuers.people.tables import Membership, Role
from issuers.visiting import Visit
from tests.databases import ON_BOTH
from tests.issuers.groups.rosters import GOOD, Inline, keep, many
from tests.issuers.issuing.accidents import PowerCutError, badges_of, cut_at
from web.clock import FixedClock


def states(desk: IssuingDesk, group_id: UUID, *, actor: Actor) -> list[LineState]:
    """Tell what came of each line."""
    return [each.state for each in list_lines(desk, group_id, actor=actor)]


def behind(clock: FixedClock) -> Watch:
    """Set the clock back when the bytes to sign are kept: nothing more can be recorded."""

    def watch(reached: Stage) -> None:
        if reached is Stage.INTENDED:
            clock.advance(-timedelta(hours=1))

    return watch


class TestStartGroup:
    """`start_group` gives what is right, and tells what is not."""

    def test_gives_each_line_once(self, desk: IssuingDesk, actor: Actor) -> None:
        """A group that is started again, or sent again as another, adds nothing."""
        rows = [*many(3), GOOD.replace("B1-K2-W1", "B9-K9-W9").replace("s1", "fout")]
        group = keep(desk, *rows, actor=actor)
        start_group(desk, group, actor=actor, runner=Inline(desk))
        found = find_group(desk, group, actor=actor)
        assert (GroupState.DONE, 3, 1) == (
            *(found.state, found.counts[LineState.GIVEN], found.counts[LineState.REFUSED]),
        )
        other = keep(desk, *rows, actor=actor)
        start_group(desk, other, actor=actor, runner=Inline(desk))
        start_group(desk, group, actor=actor, runner=Inline(desk))
        assert {LineState.ALREADY: 3, LineState.REFUSED: 1} == find_group(desk, other, actor=actor).counts
        assert 3 == len(badges_of(desk))
        assert () == fsck(desk)

    def test_gives_what_was_put_right_after(self, desk: IssuingDesk, actor: Actor) -> None:
        """The others keep their badges."""
        group = keep(desk, GOOD, GOOD.replace("B1-K2-W1", "B9-K9-W9"), actor=actor)
        start_group(desk, group, actor=actor, runner=Inline(desk))
        wrong = list_lines(desk, group, actor=actor)[1]
        assert ["werkproces"] == [each.field for each in wrong.problems]
        cells = cells_of(wrong.line) | {"werkproces": "B1-K2-W2"}
        correct(desk, group, {wrong.place: cells}, actor=actor)
        start_group(desk, group, actor=actor, runner=Inline(desk))
        assert [LineState.GIVEN] * 2 == states(desk, group, actor=actor)

    def test_gives_two_people_of_one_name_a_badge_each(self, desk: IssuingDesk, actor: Actor) -> None:
        """Once somebody said that they are two, also where one was given before."""
        twin = GOOD.replace("s1", "")
        group = keep(desk, twin, twin, actor=actor)
        start_group(desk, group, actor=actor, runner=Inline(desk))
        assert [LineState.REFUSED] * 2 == states(desk, group, actor=actor)
        for place in (1, 0):
            line = list_lines(desk, group, actor=actor)[place].line
            correct(desk, group, {place: cells_of(line) | {"ander": "ja"}}, actor=actor)
            start_group(desk, group, actor=actor, runner=Inline(desk))
        assert [LineState.GIVEN] * 2 == states(desk, group, actor=actor)
        assert 2 == len(badges_of(desk))

    def test_gives_one_badge_to_a_line_that_is_corrected_after_it_was_begun(
        self, desk: IssuingDesk, actor: Actor, clock: FixedClock
    ) -> None:
        """Its key has a badge: the line is left as it was begun, and finished so."""
        group = keep(desk, GOOD.replace("s1", ""), actor=actor)
        start_group(desk, group, actor=actor, runner=Inline(desk, chunks=0))
        stopped = give_some(desk, group, organisation_id=actor.organisation_id, watch=behind(clock))
        clock.advance(timedelta(hours=2))
        before = list_lines(desk, group, actor=actor)
        correct(desk, group, {0: cells_of(before[0].line) | {"naam": "Alex"}}, actor=actor)
        assert (False, before) == (stopped, list_lines(desk, group, actor=actor))
        start_group(desk, group, actor=actor, runner=Inline(desk))
        recover(desk, patience=timedelta(seconds=-1))
        [badge] = badges_of(desk)
        [line] = list_lines(desk, group, actor=actor)
        assert (LineState.GIVEN, badge.id, BadgeState.SIGNED) == (line.state, line.badge_id, badge.state)

    def test_refuses_who_may_not_issue(self, desk: IssuingDesk, actor: Actor) -> None:
        """A begeleider makes it ready; a praktijkopleider gives it."""
        group = keep(desk, GOOD, actor=actor)
        helper = replace(actor, roles=frozenset({Role.BEGELEIDER}))
        with pytest.raises(PermissionDeniedError):
            start_group(desk, group, actor=helper, runner=Inline(desk))

    def test_knows_no_group_of_others(self, desk: IssuingDesk, actor: Actor, stranger: Actor) -> None:
        """What is of another organisation is not there."""
        group = keep(desk, GOOD, actor=actor)
        with pytest.raises(NotFoundError):
            start_group(desk, group, actor=stranger, runner=Inline(desk))
        with pytest.raises(NotFoundError):
            withdraw_some(desk, group, actor=stranger, reason=RevocationReason.VERGISSING)

    def test_lets_nobody_change_a_group_that_is_being_given(self, desk: IssuingDesk, actor: Actor) -> None:
        """Nor start it twice."""
        group = keep(desk, GOOD, actor=actor)
        start_group(desk, group, actor=actor, runner=Inline(desk, chunks=0))
        with pytest.raises(GroupBusyError):
            start_group(desk, group, actor=actor, runner=Inline(desk))
        with pytest.raises(GroupBusyError):
            correct(desk, group, {0: {}}, actor=actor)


class TestGive:
    """`pages.group.give`, the button."""

    def test_leads_a_second_tap_to_what_is_under_way(self, desk: IssuingDesk, actor: Actor) -> None:
        """The page of a group that is being given says how far it is."""
        group, runner = keep(desk, GOOD, actor=actor), Inline(desk, chunks=0)
        visit = Visit(request=Request({"type": "http"}), desk=desk, actor=actor)
        taps = [give(visit, group, runner).headers["location"] for _ in range(2)]
        assert [f"/groepen/{group}"] * 2 == taps
        assert 1 == len(runner.started)


class TestGiveSome:
    """`give_some` does a chunk, and says whether there is more."""

    def test_stops_a_group_when_a_role_has_ended(self, desk: IssuingDesk, actor: Actor) -> None:
        """It says so; what was given stays, and who may goes on with the rest."""
        group = keep(desk, *many(101), actor=actor)
        start_group(desk, group, actor=actor, runner=Inline(desk, chunks=1))

        def end(session: Session) -> None:
            for row in session.exec(select(Membership).where(Membership.person_id == actor.person_id)):
                row.role = Role.BEGELEIDER

        desk.register.write(end, within=WHOLE_SERVICE)
        assert not give_some(desk, group, organisation_id=actor.organisation_id)
        found = find_group(desk, group, actor=actor)
        assert (GroupState.STOPPED, 100, 1) == (
            *(found.state, found.counts[LineState.GIVEN], found.counts[LineState.OPEN]),
        )
        assert ["permission-denied"] == [each.code for each in found.stopped]

    @pytest.mark.parametrize("stage", [Stage.RESERVED, Stage.INTENDED, Stage.RECORDED])
    @ON_BOTH
    def test_goes_on_after_a_cut(self, desk: IssuingDesk, actor: Actor, stage: Stage) -> None:
        """What was given and not written down with its line is found again."""
        group = keep(desk, *many(3), actor=actor)
        start_group(desk, group, actor=actor, runner=Inline(desk, chunks=0))
        with pytest.raises(PowerCutError):
            give_some(desk, group, organisation_id=actor.organisation_id, watch=cut_at(stage))
        Inline(desk).start(group, organisation_id=actor.organisation_id, attempt=2)
        assert GroupState.DONE is find_group(desk, group, actor=actor).state
        assert [BadgeState.SIGNED] * 3 == [badge.state for badge in badges_of(desk)]
        assert [LineState.GIVEN] * 3 == states(desk, group, actor=actor)
        assert 3 == withdraw_some(desk, group, actor=actor, reason=RevocationReason.VERGISSING)


class TestWaiting:
    """Where the organisation asks for something first, a group waits for that."""

    def test_lets_lines_wait_and_knows_them_when_they_are_given(
        self, desk: IssuingDesk, actor: Actor, clock: FixedClock
    ) -> None:
        """What was given before is found; what waits is given by itself, and withdrawn with its group."""
        before = keep(desk, GOOD, actor=actor)
        start_group(desk, before, actor=actor, runner=Inline(desk))
        set_rule(desk, Rule(hold_hours=2), actor=demo_beheerder(desk))
        group = keep(desk, GOOD, *many(1), actor=actor)
        start_group(desk, group, actor=actor, runner=Inline(desk))
        assert [LineState.ALREADY, LineState.HELD] == states(desk, group, actor=actor)
        clock.advance(timedelta(hours=2, seconds=1))
        release_due(desk)
        assert [LineState.ALREADY, LineState.GIVEN] == states(desk, group, actor=actor)
        assert 1 == withdraw_some(desk, group, actor=actor, reason=RevocationReason.VERGISSING)

    def test_leaves_what_waits_for_another_group(self, desk: IssuingDesk, actor: Actor) -> None:
        """It is of the group that was first, and stays when the second is withdrawn."""
        set_rule(desk, Rule(hold_hours=2), actor=demo_beheerder(desk))
        first, second = keep(desk, GOOD, actor=actor), keep(desk, GOOD, actor=actor)
        for group in (first, second):
            start_group(desk, group, actor=actor, runner=Inline(desk))
        assert [LineState.AWAITED] == states(desk, second, actor=actor)
        assert 0 == withdraw_some(desk, second, actor=actor, reason=RevocationReason.VERGISSING)
        assert [LineState.HELD] == states(desk, first, actor=actor)

    def test_can_be_put_right_when_the_recipient_says_that_it_is_not(
        self, desk: IssuingDesk, actor: Actor
    ) -> None:
        """The line tells what he said, and waits to be given again."""
        set_rule(desk, Rule(hold_hours=2), actor=demo_beheerder(desk))
        group = keep(desk, GOOD, actor=actor)
        start_group(desk, group, actor=actor, runner=Inline(desk))
        [held] = desk.register.read(lambda session: session.exec(select(Held)).all(), within=WHOLE_SERVICE)
        object_to_held(desk, held.token, because="Het waren pallets.")
        [line] = list_lines(desk, group, actor=actor)
        assert LineState.STOPPED is line.state
        assert ["De deelnemer zegt dat dit niet klopt: Het waren pallets."] == [
            each.nl for each in line.problems
        ]
        correct(desk, group, {0: cells_of(line.line) | {"toelichting": "Sam zocht pallets."}}, actor=actor)
        assert [LineState.OPEN] == states(desk, group, actor=actor)


class TestTakeUp:
    """`take_up` begins again with what nobody does any more."""

    def test_takes_up_what_nothing_was_heard_of(
        self, desk: IssuingDesk, actor: Actor, clock: FixedClock
    ) -> None:
        """And leaves alone what is being done."""
        group = keep(desk, GOOD, actor=actor)
        start_group(desk, group, actor=actor, runner=Inline(desk, chunks=0))
        runner = Inline(desk)
        assert 0 == take_up(desk, runner=runner)
        clock.advance(PATIENCE + timedelta(seconds=1))
        assert 1 == take_up(desk, runner=runner)
        assert [(group, 2)] == runner.started
        assert GroupState.DONE is find_group(desk, group, actor=actor).state

    def test_leaves_what_waits_for_its_turn(self, desk: IssuingDesk, actor: Actor, clock: FixedClock) -> None:
        """However long another group takes, it is begun once."""
        group = keep(desk, GOOD, actor=actor)
        start_group(desk, group, actor=actor, runner=Inline(desk, chunks=0))
        runner = Inline(desk, in_line=frozenset({group}))
        clock.advance(PATIENCE + timedelta(seconds=1))
        assert (0, []) == (take_up(desk, runner=runner), runner.started)
