"""The lanes of work, what a job in each may cost, and the port that the verifier asks."""

import os
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

MIB = 1024 * 1024
MOST_CORES = 8


class Lane(StrEnum):
    """Say how much a job may cost.

    `quick`: what an honest badge costs, many times over. `heavy`: the second engine, pictures, a zip. Each
    lane has workers of its own, so no quick job waits behind a heavy one.
    """

    QUICK = "quick"
    HEAVY = "heavy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Hold what one lane may use.

    A worker is replaced after `jobs`, or when its memory has been above `grown_bytes`. At most `waiting` jobs
    wait, each for at most `patience_seconds`. A higher `niceness` leaves the processor to others.
    """

    workers: int = 2
    cpu_seconds: float = 2.0
    wall_seconds: float = 2.0
    memory_bytes: int = 512 * MIB
    grown_bytes: int = 256 * MIB
    jobs: int = 1_000
    waiting: int = 64
    patience_seconds: float = 10.0
    niceness: int = 0


QUICK = Limits(workers=min(os.cpu_count() or 1, MOST_CORES) + 1, cpu_seconds=0.5, wall_seconds=1.0)
"""One more than there are processors, up to 8 of them: a visitor may use all, and the next has a seat."""

HEAVY = Limits(jobs=1, niceness=5)
"""Pictures and archives are read by libraries in C: each gets a worker that has read nothing before it."""


class Workers(Protocol):
    """Do jobs somewhere safe; `WorkerPool` in processes, `InProcess` right here."""

    def start(self) -> None:
        """Get ready before the first job comes; may be left out."""

    async def run(self, job: bytes, *, lane: Lane = Lane.QUICK) -> bytes:
        """Do a job.

        Raises:
            WorkerError: there is no answer; the subclass tells why.
        """

    def close(self) -> None:
        """End all that was started."""
