"""A roster that is looked over: what no line shows alone."""

import pytest

from issuers.desk import IssuingDesk
from issuers.groups.giving import give_chunk
from issuers.groups.keeping import list_lines
from issuers.groups.previewing import look_over
from issuers.groups.recognising import with_own_keys
from issuers.groups.running import give_some, start_group
from issuers.issuing.finishing import Stage
from issuers.issuing.rules import Rule, set_rule
from issuers.organisations.demo import demo_beheerder
from issuers.people.permissions import Actor
from tests.issuers.groups.rosters import GOOD, Inline, keep
from tests.issuers.issuing.accidents import PowerCutError, cut_at


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

    def test_tells_what_was_given_before(self, desk: IssuingDesk, actor: Actor) -> None:
        """The same roster with one row more: that one is new, whoever sends it."""
        first = keep(desk, GOOD, actor=actor)
        start_group(desk, first, actor=actor, runner=Inline(desk))
        again = keep(desk, GOOD, GOOD.replace("s1", "s2").replace("Sam;", "Alex;"), actor=actor)
        found = look_over(desk, list_lines(desk, again, actor=actor), actor=actor)
        assert [True, False] == [each.is_given for each in found]

    def test_tells_what_waits_already(self, desk: IssuingDesk, actor: Actor) -> None:
        """A second roster would not make it wait twice."""
        set_rule(desk, Rule(undo_minutes=10), actor=demo_beheerder(desk))
        first = keep(desk, GOOD, actor=actor)
        start_group(desk, first, actor=actor, runner=Inline(desk))
        again = keep(desk, GOOD, actor=actor)
        found = look_over(desk, list_lines(desk, again, actor=actor), actor=actor)
        assert [True] == [each.is_given for each in found]

    @pytest.mark.parametrize("rule", [Rule(), Rule(undo_minutes=10)], ids=["given", "waits"])
    def test_says_what_giving_says_of_other_data(self, desk: IssuingDesk, actor: Actor, rule: Rule) -> None:
        """The kenmerk and the work are those of a badge that says something else."""
        set_rule(desk, rule, actor=demo_beheerder(desk))
        first = keep(desk, GOOD, actor=actor)
        start_group(desk, first, actor=actor, runner=Inline(desk))
        again = keep(desk, GOOD.replace("zocht", "vond"), actor=actor)
        lines = list_lines(desk, again, actor=actor)
        [about] = look_over(desk, lines, actor=actor)
        [line] = with_own_keys(lines)
        [came] = give_chunk(desk, [line.line], actor=actor)
        assert ["row-changed"] == [each.code for each in about.problems]
        assert about.problems == came.problems

    def test_takes_what_its_own_group_began_for_new(self, desk: IssuingDesk, actor: Actor) -> None:
        """Power went before it was written down: the row is still to be given."""
        group = keep(desk, GOOD, actor=actor)
        start_group(desk, group, actor=actor, runner=Inline(desk, chunks=0))
        with pytest.raises(PowerCutError):
            give_some(desk, group, organisation_id=actor.organisation_id, watch=cut_at(Stage.RECORDED))
        found = look_over(desk, list_lines(desk, group, actor=actor), actor=actor)
        assert [False] == [each.is_given for each in found]
