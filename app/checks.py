"""Verify from a thread of its own: what is taken in at once is checked on the loop that serves the pages."""

import asyncio
from collections.abc import Sequence
from typing import Final

from verifier.engine import Verifier
from verifier.errors import BusyError, UnreadableError
from verifier.report import Part, Unread

AT_ONCE: Final = 2
"""So many of them at a time; the pages need the rest."""

WAIT_SECONDS: Final = 1.0
MOST_WAITS: Final = 60


class LoopChecks:
    """Check files on the loop of the service, from whatever thread asks."""

    def __init__(self, verifier: Verifier) -> None:
        self._verifier = verifier
        self._loop: asyncio.AbstractEventLoop | None = None
        self._is_closed = False

    def use(self, loop: asyncio.AbstractEventLoop) -> None:
        """Say on which loop the verifier works."""
        self._loop = loop

    def __call__(self, raws: Sequence[bytes]) -> Sequence[Part]:
        """Verify each apart; one that cannot be read says so.

        Raises:
            BusyError: there was no place for so long that somebody has to come back later.
        """
        if self._loop is None:
            return asyncio.run(self._all(raws))
        asked = asyncio.run_coroutine_threadsafe(self._all(raws), self._loop)
        while not self._is_closed:
            try:
                return asked.result(timeout=WAIT_SECONDS)
            except TimeoutError:
                continue
        asked.cancel()
        raise BusyError

    def close(self) -> None:
        """Let nobody wait any more: the loop ends."""
        self._is_closed = True

    async def _all(self, raws: Sequence[bytes]) -> Sequence[Part]:
        turns = asyncio.Semaphore(AT_ONCE)

        async def one(raw: bytes) -> Part:
            async with turns:
                return await self._one(raw)

        return await asyncio.gather(*map(one, raws))

    async def _one(self, raw: bytes) -> Part:
        for _ in range(MOST_WAITS):
            try:
                return Part(report=await self._verifier.verify(raw))
            except UnreadableError as error:
                return Part(unread=Unread(error.code, error.nl, error.en))
            except BusyError:
                await asyncio.sleep(WAIT_SECONDS)
        raise BusyError
