"""A roster that is given: each line one badge, however often it is sent."""

from issuers.desk import IssuingDesk
from issuers.groups.giving import LineState, chunks, give_chunk
from issuers.issuing.chunking import CHUNK
from issuers.people.permissions import Actor
from issuers.publishing.documents import signed_bytes
from tests.issuers.groups.rosters import GOOD, lines
from tests.issuers.issuing.accidents import badges_of


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


class TestChunks:
    """`chunks` cuts, and loses nothing."""

    def test_cuts_in_hundreds(self) -> None:
        """The last one holds what is left."""
        assert [CHUNK, CHUNK, 1] == [len(each) for each in chunks(range(2 * CHUNK + 1))]
        assert [] == list(chunks([]))
