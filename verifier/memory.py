"""Remember what was fetched: to ask less of others, and to have something when they do not answer.

What is remembered has its age (`Found.at`). How long it serves depends on what it is: a key seldom changes, a
badge can be withdrawn any minute, and what a visitor asks for is fetched when he asks.
"""

from collections import OrderedDict
from datetime import datetime, timedelta

from verifier.needs import Found, Need, Purpose

FRESH = {
    Purpose.KEY: timedelta(minutes=15),
    Purpose.STATUS_LIST: timedelta(minutes=5),
    Purpose.REVOCATION_LIST: timedelta(minutes=5),
    Purpose.SCHEMA: timedelta(days=1),
}
"""So long nobody is asked again; what is not named here is never remembered."""

LAST = timedelta(hours=24)
"""So long the last copy serves when its host does not answer; the report tells its age."""

MOST_BYTES = 64 * 1024 * 1024
_OVERHEAD = 1_000
"""What it costs to remember something, besides its bytes."""


class Memory:
    """Remember up to so many bytes; what was not asked for longest goes first."""

    def __init__(self, *, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._kept: OrderedDict[Need, Found] = OrderedDict()

    def fresh(self, need: Need, *, now: datetime) -> Found | None:
        """Give what is so recent that nobody has to be asked."""
        return self._younger(need, than=FRESH.get(need.purpose, timedelta(0)), now=now)

    def last(self, need: Need, *, now: datetime) -> Found | None:
        """Give the last copy, for when its host does not answer."""
        return self._younger(need, than=LAST, now=now)

    def keep(self, need: Need, found: Found) -> None:
        """Remember what was fetched, if it is of a kind that is remembered."""
        if need.purpose not in FRESH:
            return
        self.forget(need)
        self._kept[need] = found
        self._bytes += _cost(found)
        while self._bytes > self._most_bytes:
            self.forget(next(iter(self._kept)))

    def forget(self, need: Need) -> None:
        """Let go of something: its host says that it is not there any more."""
        found = self._kept.pop(need, None)
        if found is not None:
            self._bytes -= _cost(found)

    def _younger(self, need: Need, *, than: timedelta, now: datetime) -> Found | None:
        """Give what is remembered and younger; what is of the future has no age that counts."""
        found = self._kept.get(need)
        if found is None or not timedelta(0) <= now - found.at < than:
            return None
        self._kept.move_to_end(need)
        return found


def _cost(found: Found) -> int:
    return len(found.raw) + len(found.url) + _OVERHEAD
