"""What a decision says."""

from datetime import date

import pytest

from schools.decisions.besluit import Appeal


class TestLastDay:
    @pytest.mark.parametrize(
        ("final", "weeks", "last"),
        [
            (date(2026, 11, 26), 2, date(2026, 12, 10)),
            (date(2026, 11, 28), 1, date(2026, 12, 7)),
            (date(2026, 11, 29), 6, date(2027, 1, 11)),
        ],
    )
    def test_is_weeks_later_and_no_day_of_a_weekend(self, final: date, weeks: int, last: date) -> None:
        """The day on which somebody hears of it does not count; a Saturday or Sunday becomes Monday."""
        assert last == Appeal(text="Ga in beroep.", weeks=weeks).last_day(final)
