"""An arch that grows stone by stone."""

import pytest

from templates.arches import stones


class TestStones:
    def test_are_those_of_the_look(self) -> None:
        """The first of seven, to a tenth as it was drawn."""
        first = stones(["full"] * 7)[0]
        assert first.path == "M8.0 148.0A142 142 0 0 1 21.2 90.2L66.6 111.3A92 92 0 0 0 58.0 148.7z"

    @pytest.mark.parametrize("count", [0, 1, 4, 40])
    def test_are_as_many_as_there_are_states(self, count: int) -> None:
        """Each with its own."""
        assert [each.state for each in stones(["open"] * count)] == ["open"] * count
