"""A group that was a mistake: all of it is withdrawn, and nothing of another."""

from datetime import timedelta

from issuers.audit.fsck import fsck
from issuers.desk import IssuingDesk
from issuers.groups.keeping import list_lines
from issuers.groups.lines import standing_of
from issuers.groups.running import give_some, start_group
from issuers.groups.states import LineState
from issuers.groups.withdrawing import withdraw_some
from issuers.holding.releasing import release_due
from issuers.issuing.recovery import recover
from issuers.issuing.rules import Rule, set_rule
from issuers.issuing.tables import BadgeState, RevocationReason
from issuers.organisations.demo import demo_beheerder
from issuers.people.permissions import Actor
from tests.issuers.groups.rosters import GOOD, Inline, keep, many
from tests.issuers.groups.test_running import behind, states
from tests.issuers.issuing.accidents import badges_of
from web.clock import FixedClock

MISTAKE = RevocationReason.VERGISSING


class TestWithdrawSome:
    """`withdraw_some` withdraws what a group gave."""

    def test_withdraws_what_this_group_gave_and_no_more(self, desk: IssuingDesk, actor: Actor) -> None:
        """A badge of before, that the group only found, is not the group's to withdraw."""
        first, second = keep(desk, GOOD, actor=actor), keep(desk, GOOD, *many(1), actor=actor)
        for group in (first, second):
            start_group(desk, group, actor=actor, runner=Inline(desk))
        assert 1 == withdraw_some(desk, second, actor=actor, reason=MISTAKE)
        assert 0 == withdraw_some(desk, second, actor=actor, reason=MISTAKE)
        assert ["ingetrokken"] == [
            standing_of(each) for each in list_lines(desk, second, actor=actor) if each.is_withdrawn
        ]
        assert {"s0": BadgeState.REVOKED, "s1": BadgeState.SIGNED} == {
            line.line.kenmerk: badge.state
            for line in list_lines(desk, second, actor=actor)
            for badge in badges_of(desk)
            if badge.id == line.badge_id
        }
        assert () == fsck(desk)

    def test_takes_back_what_waits(self, desk: IssuingDesk, actor: Actor, clock: FixedClock) -> None:
        """Nothing of it is signed when its time comes."""
        set_rule(desk, Rule(hold_hours=2), actor=demo_beheerder(desk))
        group = keep(desk, *many(2), actor=actor)
        start_group(desk, group, actor=actor, runner=Inline(desk))
        assert 2 == withdraw_some(desk, group, actor=actor, reason=MISTAKE)
        clock.advance(timedelta(hours=3))
        release_due(desk)
        assert [LineState.STOPPED] * 2 == states(desk, group, actor=actor)
        assert [] == badges_of(desk)

    def test_gives_up_what_was_begun(self, desk: IssuingDesk, actor: Actor, clock: FixedClock) -> None:
        """Recovery signs nothing of it afterwards."""
        group = keep(desk, *many(2), actor=actor)
        start_group(desk, group, actor=actor, runner=Inline(desk, chunks=0))
        give_some(desk, group, organisation_id=actor.organisation_id, watch=behind(clock))
        clock.advance(timedelta(hours=2))
        assert 2 == withdraw_some(desk, group, actor=actor, reason=MISTAKE)
        recover(desk, patience=timedelta(seconds=-1))
        assert [BadgeState.FAILED] * 2 == [badge.state for badge in badges_of(desk)]
        assert () == fsck(desk)

    def test_lets_what_was_given_up_be_given_after_all(
        self, desk: IssuingDesk, actor: Actor, clock: FixedClock
    ) -> None:
        """Under the key that it had: the same roster again finds it."""
        row = GOOD.replace("s1", "")
        group = keep(desk, row, actor=actor)
        start_group(desk, group, actor=actor, runner=Inline(desk, chunks=0))
        give_some(desk, group, organisation_id=actor.organisation_id, watch=behind(clock))
        clock.advance(timedelta(hours=2))
        withdraw_some(desk, group, actor=actor, reason=MISTAKE)
        again = keep(desk, row, actor=actor)
        for each in (group, again):
            start_group(desk, each, actor=actor, runner=Inline(desk))
        assert [LineState.GIVEN] == states(desk, group, actor=actor)
        assert [LineState.ALREADY] == states(desk, again, actor=actor)
