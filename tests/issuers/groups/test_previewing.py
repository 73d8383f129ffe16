"""A roster that is looked over: what no line shows alone."""

from issuers.desk import IssuingDesk
from issuers.groups.keeping import list_lines
from issuers.groups.previewing import look_over
from issuers.people.permissions import Actor
from tests.issuers.groups.rosters import GOOD, keep


class TestLookOver:
    """`look_over` sees what no line shows alone."""

    def test_asks_about_two_of_one_name(self, desk: IssuingDesk, actor: Actor) -> None:
        """Unless each has a kenmerk, or it is other work, or nobody is named."""
        twin, nobody = GOOD.replace("s1", ""), GOOD.replace("Sam;", ";").replace("s1", "")
        rows = (twin, twin.replace("Sam;", "sam;"), GOOD, twin.replace("W1", "W2"), nobody, nobody)
        group = keep(desk, *rows, actor=actor)
        found = look_over(desk, list_lines(desk, group, actor=actor), actor=actor)
        assert [["name-twice"], ["name-twice"], [], [], [], []] == [
            [each.code for each in about.problems] for about in found
        ]

    def test_refuses_a_kenmerk_twice(self, desk: IssuingDesk, actor: Actor) -> None:
        """It is one person's."""
        group = keep(desk, GOOD, GOOD.replace("Sam;", "Alex;"), actor=actor)
        found = look_over(desk, list_lines(desk, group, actor=actor), actor=actor)
        assert [["kenmerk-twice"]] * 2 == [[each.code for each in about.problems] for about in found]
