"""A roster that is given: each line one badge, however often it is sent."""

from datetime import timedelta

import pytest

from issuers.desk import IssuingDesk
from issuers.groups.giving import chunks, give_chunk
from issuers.groups.states import LineState
from issuers.holding.known import list_held
from issuers.holding.releasing import release_due
from issuers.issuing.chunking import CHUNK
from issuers.issuing.rules import Rule, set_rule
from issuers.organisations.demo import add_person
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from issuers.publishing.documents import signed_bytes
from tests.issuers.groups.rosters import GOOD, lines
from tests.issuers.issuing.accidents import badges_of
from web.clock import FixedClock


class TestGiveChunk:
    """`give_chunk` tells of each line what came of it."""

    def test_gives_what_is_right_and_tells_what_is_not(self, desk: IssuingDesk, actor: Actor) -> None:
        """In the order of the roster, with the row of each."""
        roster = lines(GOOD, GOOD.replace("B1-K2-W1", "B9-K9-W9"), GOOD.replace("s1", "s2"))
        found = give_chunk(desk, roster, actor=actor)
        assert [(2, LineState.GIVEN), (3, LineState.REFUSED), (4, LineState.GIVEN)] == [
            (each.number, each.state) for each in found
        ]
        assert ["werkproces"] == [each.field for each in found[1].problems]
        assert {badge.raw for badge in badges_of(desk)} == {
            signed_bytes(desk, each.token) for each in found if each.token
        }

    def test_gives_nothing_twice(self, desk: IssuingDesk, actor: Actor) -> None:
        """The second time each line has the badge of the first."""
        first = give_chunk(desk, lines(GOOD), actor=actor)
        again = give_chunk(desk, lines(GOOD), actor=actor)
        assert [LineState.ALREADY] == [each.state for each in again]
        assert [each.badge_id for each in first] == [each.badge_id for each in again]

    def test_tells_a_row_that_was_changed_after_it_was_given(self, desk: IssuingDesk, actor: Actor) -> None:
        """By its kenmerk it is the same badge; that is corrected, not given again."""
        give_chunk(desk, lines(GOOD), actor=actor)
        [changed] = give_chunk(desk, lines(GOOD.replace("orders", "pallets")), actor=actor)
        assert (LineState.REFUSED, ["row-changed"]) == (
            changed.state,
            [each.code for each in changed.problems],
        )


class TestHeld:
    """A roster of an organisation that asks for time, or for a second person."""

    @pytest.fixture(autouse=True)
    def asked(self, desk: IssuingDesk, actor: Actor) -> None:
        """Ask for two days in which a recipient can say that it is not right."""
        beheerder = add_person(desk, "Bea Mol", organisation_id=actor.organisation_id, role=Role.BEHEERDER)
        set_rule(desk, Rule(hold_hours=48), actor=beheerder)

    def test_waits_and_is_told_so(self, desk: IssuingDesk, actor: Actor) -> None:
        """What is wrong is told now; the second time nothing waits twice."""
        roster = lines(GOOD, GOOD.replace("B1-K2-W1", "B9-K9-W9"), GOOD.replace("s1", "s2"))
        for _ in range(2):
            found = give_chunk(desk, roster, actor=actor)
            assert [LineState.HELD, LineState.REFUSED, LineState.HELD] == [each.state for each in found]
        assert [] == badges_of(desk)
        assert 2 == len(list_held(desk, actor=actor))

    def test_is_found_once_it_was_signed(self, desk: IssuingDesk, clock: FixedClock, actor: Actor) -> None:
        """The line has its badge then; a row that was changed while it waited is told."""
        give_chunk(desk, lines(GOOD), actor=actor)
        [changed] = give_chunk(desk, lines(GOOD.replace("orders", "pallets")), actor=actor)
        assert ["row-changed"] == [each.code for each in changed.problems]
        clock.advance(timedelta(hours=48))
        release_due(desk)
        [again] = give_chunk(desk, lines(GOOD), actor=actor)
        [badge] = badges_of(desk)
        assert (LineState.ALREADY, badge.id, badge.token) == (again.state, again.badge_id, again.token)


class TestChunks:
    """`chunks` cuts, and loses nothing."""

    def test_cuts_in_hundreds(self) -> None:
        """The last one holds what is left."""
        assert [CHUNK, CHUNK, 1] == [len(each) for each in chunks(range(2 * CHUNK + 1))]
        assert [] == list(chunks([]))
