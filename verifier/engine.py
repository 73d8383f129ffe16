"""The verifier: bytes in, a report out. It waits for the world, and nothing else here does."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

from badges.credential import UnverifiedCredential
from badges.errors import UnhandledShapeError
from badges.jsonld import walker
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
        slow = self.canonicalizers.reference
        return await asyncio.to_thread(examine, credential, gathered, now=now, canonicalize=slow)

    def verify_sync(self, raw: bytes) -> Report:
        """Verify outside an event loop, for the command.

        Raises:
            UnreadableError: as `verify`.
        """
        return asyncio.run(self.verify(raw))

    def close(self) -> None:
        """End the process of the second engine."""
        self.canonicalizers.close()
