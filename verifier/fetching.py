"""Go and get what an examination wants: all at once, each thing once, and never without end."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from verifier.costs import Pay, free
from verifier.needs import Absence, Answers, Found, Missing, Need, Wanted
from verifier.sources import Sources

MOST_NEEDS = 60
"""So many things are fetched for one badge; a CLR with ten credentials asks for some twenty."""

MOST_SECONDS = 12.0
"""After so long nothing more is fetched for one badge."""

MOST_SECONDS_IN_ALL = 20.0
"""After so long no other of several in one question is begun."""


@dataclass(slots=True)
class Errand:
    """Fetch for one badge, within its limits.

    Attributes:
        pay: Is asked for what costs more than was counted.
        whole: The errand of the question in which this is one of several.
    """

    sources: Sources
    ticks: Callable[[], float]
    pay: Pay = free
    whole: "Errand | None" = None
    count: int = 0
    began: float = field(init=False)

    def __post_init__(self) -> None:
        """Start the time."""
        self.began = self.ticks()

    def anew(self) -> "Errand":
        """Give an errand for one of several, with a count and a time of its own."""
        return Errand(self.sources, self.ticks, self.pay, whole=self.whole or self)

    def is_late(self) -> bool:
        """Tell whether the question has had its time, so that no other of several is begun."""
        return self.ticks() > (self.whole or self).began + MOST_SECONDS_IN_ALL

    async def complete(self, answers: Answers, wanted: Wanted) -> None:
        """Put everything that is wanted, or why it is missing, with the answers."""
        found, issuers, withdrawals = await asyncio.gather(
            asyncio.gather(*map(self.fetch, wanted.needs)),
            asyncio.gather(*map(self.sources.known_issuer, wanted.issuers)),
            asyncio.gather(*map(self.sources.withdrawal, wanted.withdrawals)),
        )
        answers.found |= zip(wanted.needs, found, strict=True)
        answers.issuers |= zip(wanted.issuers, issuers, strict=True)
        answers.withdrawals |= zip(wanted.withdrawals, withdrawals, strict=True)

    async def fetch(self, need: Need) -> Found | Missing:
        """Fetch one thing, unless this badge has had its share."""
        self.count += 1
        if self.count > MOST_NEEDS or self.ticks() > self.began + MOST_SECONDS:
            return Missing(Absence.UNREACHABLE)
        return await self.sources.fetch(need)
