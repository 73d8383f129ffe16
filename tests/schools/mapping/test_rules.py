"""The rules as data."""

import pytest

from schools.mapping.rules import Strength, rulebook
from schools.mapping.steps import own_steps, read_steps


class TestRulebook:
    def test_names_sources_and_limits(self) -> None:
        """Every rule has a source; four prove the whole, and three only hint."""
        book = rulebook()
        assert book.version == "1"
        assert all(rule.source and rule.says.nl and rule.says.en for rule in book.rules.values())
        assert {code for code, rule in book.rules.items() if rule.most is Strength.AANGETOOND} == {
            "exact",
            "zelfde-woorden",
            "zuster",
            "met-de-hand",
        }
        assert {code for code, rule in book.rules.items() if rule.most is None} == {
            "opleiding",
            "vaardigheid",
            "noemt-doel",
        }

    def test_says_what_takes_a_doubt_away(self) -> None:
        """What makes a badge count in part says what would be needed."""
        assert all(ground.needed for ground in rulebook().grounds.values() if ground.lowers)


class TestAtMost:
    def test_gives_the_weaker(self) -> None:
        """A part and a whole are a part."""
        assert Strength.AANGETOOND.at_most(Strength.DEELS) is Strength.DEELS
        assert Strength.AANGETOOND.at_most(Strength.AANGETOOND) is Strength.AANGETOOND


class TestReadSteps:
    def test_has_none_of_our_own(self) -> None:
        """No source tells us one yet, and none is invented."""
        assert own_steps() == ()

    @pytest.mark.parametrize(
        "row",
        [
            '{"van": "25250/B1-K1-W1", "naar": "25740/B1-K1-W1"}',
            '{"van": "25250", "naar": "25740/B1-K1-W1", "bron": "SBB"}',
        ],
    )
    def test_refuses_a_step_that_nobody_can_check(self, row: str) -> None:
        """A step needs both ends and who says so."""
        with pytest.raises(ValueError, match="a step needs"):
            read_steps(f'{{"stappen": [{row}]}}'.encode())
