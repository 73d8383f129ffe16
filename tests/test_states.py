"""What two rooms each name for themselves, and must name the same."""

from templates import views
from verifier import states


class TestStates:
    def test_are_the_same_ten(self) -> None:
        """The look has a page for each answer that the verifier gives, and for no other."""
        assert [each.value for each in states.State] == [each.value for each in views.pieces.State]

    def test_outcomes_have_their_signs(self) -> None:
        """A check passes, fails, or leaves a doubt; the page knows these three words."""
        assert ["pass", "fail", "unknown"] == [each.value for each in states.Outcome]
