"""The verifier: bytes in, a report out. It waits for the world, and nothing else here does."""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import TypeAlias, TypeVar

from badges.credential import UnverifiedCredential
from badges.errors import TooComplexError, UnhandledShapeError
from badges.jsonld import walker
from badges.strictjson import JsonObject
from verifier import reading
from verifier.errors import UnreadableError
from verifier.examining import examine
from verifier.gathering import gather
from verifier.lists import ListMemory
from verifier.reading import Kind
from verifier.report import Report
from verifier.signatures import Canonicalize
from verifier.sources import Missing, Sources
from verifier.worker import ReferenceWorker
from web.clock import Clock

LARGE = 64 * 1024
"""More bytes than a badge of ours ever has: what is larger does not hold up the others."""

MOST_ASIDE = 8
"""So many intricate badges wait for the second engine at a time; the others wait behind them."""

PATIENCE_SECONDS = 5.0
"""After so long no further part of one badge goes to the second engine."""

Close: TypeAlias = Callable[[], None]
_Read = TypeVar("_Read")


async def beside(read: Callable[[bytes], _Read], raw: bytes) -> _Read:
    """Read bytes: small ones at once, large ones in a thread, so that nobody waits for them."""
    return await asyncio.to_thread(read, raw) if len(raw) > LARGE else read(raw)


@dataclass(frozen=True, slots=True, kw_only=True)
class Canonicalizers:
    """Hold the two engines: the fast one, and the one for what that leaves."""

    fast: Canonicalize
    reference: Canonicalize
    close: Close


def default_canonicalizers() -> Canonicalizers:
    """Give the walker, and the reference in a process that can be ended."""
    worker = ReferenceWorker()
    return Canonicalizers(fast=walker.canonicalize, reference=worker.canonicalize, close=worker.close)


def patiently(canonicalize: Canonicalize, *, ticks: Callable[[], float] = time.monotonic) -> Canonicalize:
    """Give an engine to one badge: each proof of a chain asks for the whole document anew.

    The engine that is given raises TooComplexError when the badge has had its time, which begins at its
    first question.
    """
    began: list[float] = []

    def within_time(document: JsonObject) -> bytes:
        began.append(ticks())
        if began[-1] > began[0] + PATIENCE_SECONDS:
            raise TooComplexError("The badge costs more than a badge is worth", pointer="")
        return canonicalize(document)

    return within_time


def _waiting_room() -> ThreadPoolExecutor:
    """Make threads of their own for what waits for the second engine: all else uses the common ones."""
    return ThreadPoolExecutor(max_workers=MOST_ASIDE, thread_name_prefix="intricate")


@dataclass(slots=True)
class Share:
    """Count how many badges the fast engine left to the reference."""

    badges: int = 0
    fallbacks: int = 0

    @property
    def of_fallbacks(self) -> float:
        """Give the share of fallbacks, 0.0 to 1.0."""
        return self.fallbacks / self.badges if self.badges else 0.0


@dataclass(slots=True)
class Verifier:
    """Check badges against a world.

    One per process: it remembers status lists, and keeps the process of the second engine.
    """

    sources: Sources
    clock: Clock
    canonicalizers: Canonicalizers = field(default_factory=default_canonicalizers)
    lists: ListMemory = field(default_factory=ListMemory)
    share: Share = field(default_factory=Share)
    aside: ThreadPoolExecutor = field(default_factory=_waiting_room)

    async def verify(self, raw: bytes) -> Report:
        """Say whether the badge in these bytes, or behind this link of ours, can be relied on.

        Raises:
            UnreadableError: there is no badge in it.
        """
        if reading.sniff(raw) is Kind.LINK:
            return await self.verify_link(reading.link_in(raw))
        return await self.verify_credential(await beside(reading.read, raw))

    async def verify_link(self, link: str) -> Report:
        """Say it of the badge behind a link of this service.

        Raises:
            UnreadableError: the link is of another host (`link-elders`), leads nowhere
                (`link-unknown`), or to what holds no badge.
        """
        if len(link) > reading.MAX_LINK:
            raise UnreadableError("link-unknown")
        found = await self.sources.badge(link)
        if isinstance(found, Missing):
            raise UnreadableError(f"link-{found.reason.value}")
        return await self.verify_credential(await beside(reading.read, found))

    async def verify_credential(self, credential: UnverifiedCredential) -> Report:
        """Say it of a credential that was read."""
        now = self.clock.now()
        fast = self.canonicalizers.fast
        self.share.badges += 1
        gathered = await gather(
            credential, sources=self.sources, lists=self.lists, now=now, canonicalize=fast
        )
        try:
            if len(credential.raw) > LARGE:
                return await asyncio.to_thread(examine, credential, gathered, now=now, canonicalize=fast)
            return examine(credential, gathered, now=now, canonicalize=fast)
        except UnhandledShapeError:
            self.share.fallbacks += 1
        slow = patiently(self.canonicalizers.reference)
        again = partial(examine, credential, gathered, now=now, canonicalize=slow)
        return await asyncio.get_running_loop().run_in_executor(self.aside, again)

    def verify_sync(self, raw: bytes) -> Report:
        """Verify outside an event loop, for the command.

        Raises:
            UnreadableError: as `verify`.
        """
        return asyncio.run(self.verify(raw))

    def close(self) -> None:
        """End the process of the second engine, and let nobody wait for it any more."""
        self.aside.shutdown(wait=False, cancel_futures=True)
        self.canonicalizers.close()
