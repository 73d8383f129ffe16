"""Do not press a host: few at once, and a rest after it failed again and again."""

import asyncio
from collections import Counter, OrderedDict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from web.errors import BusyError, RestingError
from web.visitors import VISITOR

_MOST_REMEMBERED = 1_000


class Turns:
    """Give turns: so many for one host, so many for one visitor, and so many in all.

    Whoever asks about many slow hosts at once waits for himself, and leaves turns to others.
    """

    def __init__(self, *, in_all: int, per_host: int, per_visitor: int | None = None) -> None:
        self._all = asyncio.Semaphore(in_all)
        self._hosts = _Shares(per_host)
        self._visitors = _Shares(per_visitor or in_all)

    @asynccontextmanager
    async def turn(self, host: str, *, until: float) -> AsyncIterator[None]:
        """Wait for a turn, and keep it for the length of the block.

        Raises:
            BusyError: there was none before `until`, by the time of the event loop.
        """
        visitor = VISITOR.get()
        async with self._visitors.one_of(visitor, until=until), self._hosts.one_of(host, until=until):
            await _acquire(self._all, until=until)
            try:
                yield
            finally:
                self._all.release()


class _Shares:
    """Give each name so many places, and forget a name that nobody asks for."""

    def __init__(self, places: int) -> None:
        self._places = places
        self._shares: dict[str, asyncio.Semaphore] = {}
        self._asking: Counter[str] = Counter()

    @asynccontextmanager
    async def one_of(self, name: str, *, until: float) -> AsyncIterator[None]:
        """Wait for a place of this name, and keep it for the length of the block."""
        own = self._shares.setdefault(name, asyncio.Semaphore(self._places))
        self._asking[name] += 1
        try:
            await _acquire(own, until=until)
            try:
                yield
            finally:
                own.release()
        finally:
            self._asking[name] -= 1
            if not self._asking[name]:
                del self._asking[name], self._shares[name]


async def _acquire(semaphore: asyncio.Semaphore, *, until: float) -> None:
    """Take a place, in time."""
    try:
        async with asyncio.timeout_at(until):
            await semaphore.acquire()
    except TimeoutError as error:
        raise BusyError("there was no turn in time") from error


@dataclass(slots=True)
class _Failures:
    """Count what failed in a row, and since when the host rests."""

    count: int = 0
    since: float = 0.0


class Rest:
    """Let a host rest after failures in a row; when the rest is over, the next one tries again.

    Only not answering counts: whoever asks for a page that is heavy, or not there, cannot make us leave a
    host alone that serves others well.
    """

    def __init__(self, *, ticks: Callable[[], float], after: int = 5, seconds: float = 30.0) -> None:
        self._ticks = ticks
        self._after = after
        self._seconds = seconds
        self._failures: OrderedDict[str, _Failures] = OrderedDict()

    def check(self, place: str) -> None:
        """Let a call through, or not.

        Raises:
            RestingError: this place failed too often just now.
        """
        known = self._failures.get(place)
        if known and known.count >= self._after and self._ticks() < known.since + self._seconds:
            raise RestingError("this host failed again and again just now")

    def answered(self, place: str) -> None:
        """Forget the failures of a place that answers."""
        self._failures.pop(place, None)

    def failed(self, place: str) -> None:
        """Remember that a place did not answer."""
        known = self._failures.setdefault(place, _Failures())
        known.count += 1
        known.since = self._ticks()
        self._failures.move_to_end(place)
        if len(self._failures) > _MOST_REMEMBERED:
            self._failures.popitem(last=False)
