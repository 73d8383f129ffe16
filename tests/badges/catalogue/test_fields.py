"""Every kwalificatie has a picture's field."""

from badges.catalogue import embedded, field_of
from badges.catalogue.fields import FIELDS, OTHER


class TestFieldOf:
    """The field of a badge picture."""

    def test_is_chosen_for_every_kwalificatie(self) -> None:
        """All 64 stand in the table, and the table names no other."""
        from badges.catalogue.fields import _FIELD_OF

        assert {row.crebo for row in embedded().kwalificaties} == set(_FIELD_OF)

    def test_uses_every_field(self) -> None:
        """No field is there for nothing."""
        assert set(FIELDS) == {field_of(row.crebo) for row in embedded().kwalificaties}

    def test_tells_the_work(self) -> None:
        """A cook and a baker share one, a logistic worker has another."""
        assert ("bakkerij", "bakkerij", "logistiek") == (
            field_of("25180"),
            field_of("25721"),
            field_of("25774"),
        )

    def test_is_the_general_one_for_the_rest(self) -> None:
        """A kwalificatie that an import brought has a picture too."""
        assert OTHER == field_of("99001")
