"""What it costs to look at something."""

import pytest

from tests import world
from verifier.costs import COSTS, cost_of, further_cost
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


class TestFurtherCost:
    """`further_cost` asks for what is inside."""

    @pytest.mark.parametrize(
        ("forms", "cost"),
        [
            ((Form.ZIP,), 0),
            ((Form.LINK, Form.JSON), 0),
            ((Form.LINK, Form.ZIP), 20),
            ((Form.PHOTO, Form.LINK), 0),
            ((Form.PNG, Form.LINK), 4),
            ((Form.PNG, Form.PHOTO), 4),
            ((Form.ZIP, Form.JSON), 0),
            ((Form.ZIP, Form.PDF), 1),
            ((Form.ZIP, Form.PHOTO), 4),
            ((Form.LINK, Form.ZIP, Form.PNG, Form.PHOTO), 4),
        ],
        ids=lambda value: "-".join(value) if isinstance(value, tuple) else None,
    )
    def test_is_what_was_not_counted_yet(self, forms: tuple[Form, ...], cost: int) -> None:
        """Of what is wrapped in each other the dearest counts; in a zip each file counts."""
        assert cost == further_cost(forms)
