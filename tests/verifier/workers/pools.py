"""How the pools of these tests are set, and what is asked of all of them."""

import asyncio
from dataclasses import replace

from verifier.workers.lanes import Limits
from verifier.workers.pool import WorkerPool

ENTRY = "tests.verifier.workers.evil_jobs:entry"
PATIENT = Limits(workers=2, cpu_seconds=20, wall_seconds=60, waiting=300, patience_seconds=60)
"""No test fails because the machine is slow."""

SHORT = replace(PATIENT, workers=1, cpu_seconds=0.1)
HASTY = replace(PATIENT, workers=1, wall_seconds=0.1)


def forkserver_of(pool: WorkerPool) -> int:
    """Tell which process forks for this pool."""
    assert pool._forkserver is not None
    return pool._forkserver.process_id


async def cancelled(tasks: list[asyncio.Task[bytes]] | list[asyncio.Task[None]]) -> None:
    """Cancel tasks, and wait until they are."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
