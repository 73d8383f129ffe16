"""Days as people write them."""

from datetime import UTC, datetime

from badges.wording import day_en, day_nl

NIGHT = datetime(2026, 6, 26, 22, 30, tzinfo=UTC)


class TestDayNl:
    def test_is_the_day_in_the_netherlands(self) -> None:
        """Half past midnight belongs to the new day."""
        assert day_nl(NIGHT) == "27 juni 2026"


class TestDayEn:
    def test_is_the_day_in_the_netherlands(self) -> None:
        """The same day, in the other language."""
        assert day_en(NIGHT) == "27 June 2026"
