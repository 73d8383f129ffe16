"""A moment has an offset, or nobody knows when it is."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from badges import moments
from badges.strictjson import Json


class TestRead:
    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            ("2026-06-26T14:05:00Z", datetime(2026, 6, 26, 14, 5, tzinfo=UTC)),
            ("2026-06-26T16:05:00+02:00", datetime(2026, 6, 26, 14, 5, tzinfo=UTC)),
            ("2026-06-26T14:05:00.250Z", datetime(2026, 6, 26, 14, 5, 0, 250_000, tzinfo=UTC)),
            ("2026-06-26T14:05:00", None),
            ("2026-06-26", None),
            ("2026-13-26T14:05:00Z", None),
            ("2026-06-26T14:05:00Z ", None),
            ("٢٠٢٦-06-26T14:05:00Z", None),
            ("0001-01-01T00:00:00+14:00", None),
            (20260626, None),
            (None, None),
        ],
    )
    def test_reads_a_date_time_stamp_with_an_offset(self, value: Json, expected: datetime | None) -> None:
        """A moment without an offset is no moment (VCDM 2.0 4.9)."""
        assert expected == moments.read(value)


class TestWrite:
    @pytest.mark.parametrize(
        ("moment", "expected"),
        [
            (datetime(2026, 6, 26, 14, 5, tzinfo=UTC), "2026-06-26T14:05:00Z"),
            (datetime(2026, 6, 26, 16, 5, tzinfo=timezone(timedelta(hours=2))), "2026-06-26T14:05:00Z"),
            (datetime(2026, 6, 26, 14, 5, 0, 250_000, tzinfo=UTC), "2026-06-26T14:05:00.250000Z"),
        ],
    )
    def test_writes_utc_that_reads_back(self, moment: datetime, expected: str) -> None:
        """Whatever zone it was told in, it is written with a Z."""
        assert expected == moments.write(moment)
        assert moment == moments.read(expected)

    def test_refuses_a_moment_without_a_time_zone(self) -> None:
        """To write it would be to guess where it was."""
        with pytest.raises(ValueError, match="time zone"):
            moments.write(datetime(2026, 6, 26, 14, 5))  # noqa: DTZ001 (that is the point)


class TestDutchDay:
    def test_refuses_a_moment_without_a_time_zone(self) -> None:
        """Nobody knows on which day that is."""
        with pytest.raises(ValueError, match="time zone"):
            moments.dutch_day(datetime(2026, 6, 26, 23, 30))  # noqa: DTZ001 (that is the point)

    def test_is_the_next_day_once_it_is_midnight_in_the_netherlands(self) -> None:
        """In winter that is an hour later than in summer."""
        evenings = [datetime(2026, month, 26, 22, 30, tzinfo=UTC) for month in (6, 11)]
        assert [27, 26] == [moments.dutch_day(each).day for each in evenings]
