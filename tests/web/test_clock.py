"""What day it is, for people in the Netherlands."""

from datetime import UTC, date, datetime

import pytest

from web.clock import FixedClock

NIGHTS = [
    ("in summer, just before midnight", datetime(2026, 6, 26, 21, 59, 59, tzinfo=UTC), date(2026, 6, 26)),
    ("in summer, half past midnight", datetime(2026, 6, 26, 22, 30, tzinfo=UTC), date(2026, 6, 27)),
    ("in summer, half past one", datetime(2026, 6, 26, 23, 30, tzinfo=UTC), date(2026, 6, 27)),
    ("in winter, half past eleven", datetime(2026, 11, 27, 22, 30, tzinfo=UTC), date(2026, 11, 27)),
    ("in winter, half past midnight", datetime(2026, 11, 27, 23, 30, tzinfo=UTC), date(2026, 11, 28)),
    ("before the summer begins", datetime(2026, 3, 28, 22, 30, tzinfo=UTC), date(2026, 3, 28)),
    ("the night summer begins", datetime(2026, 3, 28, 23, 30, tzinfo=UTC), date(2026, 3, 29)),
    ("the first night of summer", datetime(2026, 3, 29, 22, 30, tzinfo=UTC), date(2026, 3, 30)),
    ("the night summer ends", datetime(2026, 10, 24, 22, 30, tzinfo=UTC), date(2026, 10, 25)),
    (
        "the first night of winter, half past eleven",
        datetime(2026, 10, 25, 22, 30, tzinfo=UTC),
        date(2026, 10, 25),
    ),
    ("the first night of winter", datetime(2026, 10, 25, 23, 30, tzinfo=UTC), date(2026, 10, 26)),
    ("New Year", datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2027, 1, 1)),
]


class TestToday:
    @pytest.mark.parametrize(
        ("moment", "expected"), [night[1:] for night in NIGHTS], ids=[n[0] for n in NIGHTS]
    )
    def test_is_the_day_in_the_netherlands(self, moment: datetime, expected: date) -> None:
        """Whoever works at night means the day that has begun where he works, in summer and in winter."""
        assert expected == FixedClock(moment).today()
