"""Rosters that are kept: whose they are, what is put right in them, and until when."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError, PermissionDeniedError
from issuers.groups.keeping import (
    KEPT,
    KnownGroup,
    correct,
    find_group,
    forget_group,
    forget_old,
    list_groups,
    list_lines,
)
from issuers.groups.lines import cells_of
from issuers.groups.previewing import look_over
from issuers.groups.running import start_group
from issuers.groups.states import LineState
from issuers.groups.tables import GroupState
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from tests.issuers.groups.rosters import GOOD, Inline, keep, lines
from tests.issuers.issuing.accidents import badges_of
from web.clock import FixedClock


class TestKnownGroup:
    """`KnownGroup` counts its lines."""

    def test_counts_as_done_only_what_was_given_or_comes(self) -> None:
        """A line that is not right, or was skipped, is not part of what is being given."""
        counts = {state: number for number, state in enumerate(LineState, 1)}
        group = KnownGroup(
            id=UUID(int=1),
            name="Rooster",
            state=GroupState.RUNNING,
            created=datetime(2026, 11, 27, tzinfo=UTC),
            counts=counts,
        )
        aside = {LineState.SKIPPED, LineState.REFUSED, LineState.STOPPED}
        came = {LineState.GIVEN, LineState.ALREADY, LineState.HELD, LineState.AWAITED}
        assert group.left == counts[LineState.OPEN]
        assert (group.done, group.aside) == tuple(
            sum(counts[each] for each in some) for some in (came, aside)
        )
        assert group.total == group.done + group.left + group.aside


class TestKeepGroup:
    """`keep_group` keeps a roster as it was typed."""

    def test_gives_back_what_was_typed(self, desk: IssuingDesk, actor: Actor) -> None:
        """Each line in its place; nothing is given."""
        rows = (GOOD, GOOD.replace("26-6-2026", "morgen").replace("s1", "s2"))
        group = keep(desk, *rows, actor=actor)
        kept = list_lines(desk, group, actor=actor)
        assert [replace(line, key="") for line in lines(*rows)] == [each.line for each in kept]
        found = find_group(desk, group, actor=actor)
        assert ("Rooster", {LineState.OPEN: 2}, 0, 2) == (found.name, found.counts, found.done, found.total)
        assert [group] == [each.id for each in list_groups(desk, actor=actor)]
        assert [] == badges_of(desk)

    def test_is_of_one_organisation(self, desk: IssuingDesk, actor: Actor, stranger: Actor) -> None:
        """For others it is not there."""
        group = keep(desk, GOOD, actor=actor)
        assert [] == list_groups(desk, actor=stranger)
        for verb in (find_group, list_lines, forget_group):
            with pytest.raises(NotFoundError):
                verb(desk, group, actor=stranger)

    def test_refuses_who_only_reads(self, desk: IssuingDesk, actor: Actor) -> None:
        """Names of people are for who works with them."""
        reader = replace(actor, roles=frozenset({Role.LEZER}))
        with pytest.raises(PermissionDeniedError):
            keep(desk, GOOD, actor=reader)


class TestCorrect:
    """`correct` puts lines right in their place."""

    def test_changes_what_stands_there(self, desk: IssuingDesk, actor: Actor) -> None:
        """And leaves the others."""
        group = keep(desk, GOOD, GOOD.replace("26-6-2026", "morgen").replace("s1", "s2"), actor=actor)
        before = list_lines(desk, group, actor=actor)
        assert [0, 1] == [len(each.problems) for each in look_over(desk, before, actor=actor)]
        correct(desk, group, {1: cells_of(before[1].line) | {"tot": "25-6-2026"}}, actor=actor)
        after = list_lines(desk, group, actor=actor)
        assert [(), ()] == [each.problems for each in look_over(desk, after, actor=actor)]
        assert (before[0], "25-6-2026", 3) == (after[0], after[1].line.typed.tot, after[1].line.number)

    def test_skips_a_row_and_takes_it_back(self, desk: IssuingDesk, actor: Actor) -> None:
        """Somebody can change his mind."""
        group = keep(desk, GOOD, actor=actor)
        cells = cells_of(list_lines(desk, group, actor=actor)[0].line)
        for skipped, expected in (("ja", LineState.SKIPPED), ("", LineState.OPEN)):
            correct(desk, group, {0: cells | {"overslaan": skipped}}, actor=actor)
            assert [expected] == [each.state for each in list_lines(desk, group, actor=actor)]

    def test_leaves_what_has_a_badge(self, desk: IssuingDesk, actor: Actor) -> None:
        """That is put right as a badge."""
        group = keep(desk, GOOD, actor=actor)
        start_group(desk, group, actor=actor, runner=Inline(desk))
        before = list_lines(desk, group, actor=actor)
        correct(desk, group, {0: {"naam": "Alex"}}, actor=actor)
        assert before == list_lines(desk, group, actor=actor)


class TestForget:
    """What is kept of a roster ends; badges stay."""

    def test_forgets_when_asked(self, desk: IssuingDesk, actor: Actor) -> None:
        """Nothing is left of who stood in it."""
        group = keep(desk, GOOD, actor=actor)
        start_group(desk, group, actor=actor, runner=Inline(desk))
        forget_group(desk, group, actor=actor)
        assert [] == list_groups(desk, actor=actor)
        assert 1 == len(badges_of(desk))

    def test_forgets_when_its_time_is_over(self, desk: IssuingDesk, actor: Actor, clock: FixedClock) -> None:
        """Ninety days after something last happened."""
        keep(desk, GOOD, actor=actor)
        clock.advance(KEPT)
        assert 0 == forget_old(desk)
        clock.advance(timedelta(seconds=1))
        assert 1 == forget_old(desk)
        assert [] == list_groups(desk, actor=actor)
