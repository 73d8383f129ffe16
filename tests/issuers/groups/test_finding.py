"""The row of a roster that something waits for, on a real database of each kind."""

from issuers.desk import IssuingDesk
from issuers.groups.finding import RowOfGroup, find_row
from issuers.groups.keeping import list_lines
from issuers.groups.running import start_group
from issuers.holding.known import find_held, list_held
from issuers.holding.stopping import take_back
from issuers.holding.tables import Asks
from issuers.people.permissions import Actor
from tests.issuers.groups.rosters import GOOD, Inline, keep
from tests.issuers.holding.conftest import Ask, Wait, ask, wait

__all__ = ["ask", "wait"]


class TestFindRow:
    """`find_row`."""

    def test_finds_where_a_row_is_put_right(self, desk: IssuingDesk, actor: Actor, ask: Ask) -> None:
        """In its group, at its place."""
        ask(undo_minutes=10)
        group_id = keep(desk, GOOD.replace("s1", ""), actor=actor)
        start_group(desk, group_id, actor=actor, runner=Inline(desk))
        [known] = list_held(desk, actor=actor)
        take_back(desk, known.id, actor=actor)
        assert RowOfGroup(group_id, 0) == find_row(desk, known, actor=actor)
        assert list_lines(desk, group_id, actor=actor)[0].problems

    def test_finds_nothing_for_what_was_given_alone(
        self, desk: IssuingDesk, actor: Actor, ask: Ask, wait: Wait
    ) -> None:
        """It has no row."""
        ask(Asks.SECOND)
        assert find_row(desk, find_held(desk, wait().id, actor=actor), actor=actor) is None
