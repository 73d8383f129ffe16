"""The seats of one lane, and who waits for one: first who holds fewest, and of those who came first.

So whoever sends many costly things waits for himself, and nobody else waits for him: the last seat is not for
who holds another already.
A line may be used from several threads and event loops: who gets which seat is decided under a lock, and
whoever waits is called in a loop of its own.
"""

import asyncio
from collections import Counter, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from threading import Lock

from verifier.errors import BusyError
from verifier.workers.lanes import Limits
from verifier.workers.seat import Fork, Seat
from web.visitors import VISITOR

SHARE = 4
"""One visitor may fill a quarter of the places to wait."""


class _Waiter:
    """Wait for a seat; `seat` is set under the lock of the line, so it is known whose it is at any moment."""

    def __init__(self, visitor: str) -> None:
        self.visitor = visitor
        self._loop = asyncio.get_running_loop()
        self._coming: asyncio.Future[Seat] = self._loop.create_future()
        self.seat: Seat | None = None

    async def called(self) -> Seat:
        """Wait for the call."""
        return await self._coming

    def call(self, seat: Seat) -> None:
        """Call, from any thread.

        Raises:
            RuntimeError: the loop has ended, and nobody waits any more.
        """
        self.seat = seat
        self._loop.call_soon_threadsafe(self._come, seat)

    def _come(self, seat: Seat) -> None:
        if not self._coming.done():
            self._coming.set_result(seat)


class Line:
    """Give out the seats of a lane."""

    def __init__(self, limits: Limits, *, fork: Fork) -> None:
        self._limits = limits
        self._lock = Lock()
        self.seats = tuple(Seat(limits, fork=fork) for _ in range(limits.workers))
        self._free = list(self.seats)
        self._waiters: deque[_Waiter] = deque()
        self._held: Counter[str] = Counter()

    @asynccontextmanager
    async def seat(self) -> AsyncIterator[Seat]:
        """Hold a seat.

        Raises:
            BusyError: too many wait, or it took too long.
        """
        visitor = VISITOR.get()
        seat = await self._take(visitor)
        try:
            yield seat
        finally:
            self._give(seat, of=visitor)

    def fill(self) -> None:
        """Order workers for all seats that nobody holds."""
        with self._lock:
            for seat in self._free:
                seat.fill()

    def empty(self) -> None:
        """Let the workers of all seats go that nobody holds."""
        with self._lock:
            for seat in self._free:
                seat.empty()

    async def _take(self, visitor: str) -> Seat:
        """Take a free seat, or wait for one."""
        with self._lock:
            if self._may_take(visitor):
                self._held[visitor] += 1
                return self._free.pop()
            own = sum(waiter.visitor == visitor for waiter in self._waiters)
            is_full = len(self._waiters) >= self._limits.waiting
            if is_full or (visitor and own * SHARE >= self._limits.waiting):
                raise BusyError
            waiter = _Waiter(visitor)
            self._waiters.append(waiter)
        try:
            async with asyncio.timeout(self._limits.patience_seconds):
                return await waiter.called()
        except BaseException as error:
            self._leave(waiter)
            if isinstance(error, TimeoutError):
                raise BusyError from None
            raise

    def _leave(self, waiter: _Waiter) -> None:
        """Wait no longer; a seat that came just now goes to the next."""
        with self._lock:
            seat = waiter.seat
            if seat is None:
                self._waiters.remove(waiter)
        if seat is not None:
            self._give(seat, of=waiter.visitor)

    def _give(self, seat: Seat, *, of: str) -> None:
        """Lay down a seat that was somebody's, and call who is next."""
        with self._lock:
            self._held -= Counter((of,))
            self._free.append(seat)
            while self._waiters:
                waiter = min(self._waiters, key=lambda each: self._held[each.visitor])
                if not self._may_take(waiter.visitor):
                    return
                self._waiters.remove(waiter)
                with suppress(RuntimeError):
                    waiter.call(self._free[-1])
                    self._free.pop()
                    self._held[waiter.visitor] += 1

    def _may_take(self, visitor: str) -> bool:
        """Tell whether there is a seat for a visitor: one seat stays free for others than who holds one."""
        kept = visitor and self._held[visitor] and len(self.seats) > 1
        return len(self._free) > (1 if kept else 0)
