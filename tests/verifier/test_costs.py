"""What it costs to look at something."""

from tests import world
from verifier.costs import COSTS, cost_of
from verifier.report import Form


class TestCosts:
    """`COSTS` says what each form costs."""

    def test_names_every_form(self) -> None:
        """A form that is forgotten would be free."""
        assert set(Form) == set(COSTS)


class TestCostOf:
    """`cost_of` adds up."""

    def test_counts_each_of_a_batch(self) -> None:
        """A hundred badges cost a hundred, and links more."""
        badge = world.World().signed()
        assert cost_of([badge] * 100) == 100
        assert cost_of([badge, b"https://elders.voorbeeld/b/x"]) == 6

    def test_charges_for_what_cannot_be_read(self) -> None:
        """To see that it is no badge is work as well."""
        assert cost_of([b"", b"Beste Sam,", bytes(100)]) == 3
