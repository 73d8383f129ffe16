"""Moments as credentials write them: RFC 3339 with an offset, xsd:dateTimeStamp (VCDM 2.0 4.9)."""

import re
from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from badges.strictjson import Json

_TIME_STAMP = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})"
)
_LONGEST = len("2026-06-26T14:05:00.123456789+02:00")


def _dutch_zone() -> tzinfo:
    """Give the time zone of the Netherlands; UTC where the machine has no time zones."""
    try:
        return ZoneInfo("Europe/Amsterdam")
    except ZoneInfoNotFoundError:
        return UTC


DUTCH: Final = _dutch_zone()
"""Where the days of the people who give and get badges begin: they work and learn in the Netherlands.

Read with the module, for a worker can read nothing any more.
"""


def dutch_day(moment: datetime) -> date:
    """Give the day that it is in the Netherlands at a moment: after 23.00 UTC, or 22.00 in summer, the next.

    Raises:
        ValueError: the moment has no time zone, so nobody knows when it is.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return moment.astimezone(DUTCH).date()


def read(value: Json) -> datetime | None:
    """Read a moment in UTC; None when it is none, or has no offset, so that nobody knows when it is."""
    return _read(value) if isinstance(value, str) and len(value) <= _LONGEST else None


@lru_cache(maxsize=1024)
def _read(text: str) -> datetime | None:
    """Read a text; the badges of a roster share their moments."""
    if not _TIME_STAMP.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def write(moment: datetime) -> str:
    """Write a moment in UTC with a Z, as fine as it is.

    Raises:
        ValueError: the moment has no time zone, so nobody knows when it is.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
