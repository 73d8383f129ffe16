"""Our words for signed values."""

from badges.judgement import Independence, Leervorm, Role
from issuers.organisations.numbers import NumberKind
from templates import labels


class TestLabels:
    """Our words for signed values."""

    def test_cover_every_value_that_can_be_signed(self) -> None:
        """A new role or leervorm must get its words."""
        tables = ((labels.INDEPENDENCE, Independence), (labels.ROLES, Role), (labels.LEERVORMEN, Leervorm))
        assert [set(values) for _, values in tables] == [set(table) for table, _ in tables]

    def test_cover_every_kind_of_number(self) -> None:
        """A number of a new register must get its name."""
        assert set(NumberKind) == set(labels.NUMBERS)
