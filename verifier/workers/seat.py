"""One place in a lane: whoever holds it asks its worker, and a worker that is used up is replaced at once."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeAlias

from verifier.errors import CrashError
from verifier.workers.forking import Worker
from verifier.workers.frames import Kind
from verifier.workers.lanes import Limits

ATTEMPTS = 2

Fork: TypeAlias = Callable[[Limits], Worker]


class Seat:
    """Hold a worker, or none yet. Nobody but the holder of a seat touches it."""

    def __init__(self, limits: Limits, *, fork: Fork) -> None:
        self._limits = limits
        self._fork = fork
        self.worker: Worker | None = None

    async def ask(self, job: bytes) -> bytes:
        """Let the worker do a job.

        Raises:
            WorkerError: there is no answer.
        """
        worker = await self._ready_worker()
        try:
            answer = await worker.ask(job, wall_seconds=self._limits.wall_seconds)
        except BaseException:  # whoever asked may also have gone away; then nobody reads the answer
            self.replace()
            raise
        if answer.kind is Kind.LAST:
            self.replace()
        return answer.body

    def fill(self) -> None:
        """Order a worker where there is none."""
        if self.worker is None:
            self.replace()

    def replace(self) -> None:
        """Put a fresh worker in place of the old one, or none where no more are made."""
        self.empty()
        with suppress(CrashError):
            self.worker = self._fork(self._limits)

    def empty(self) -> None:
        """Let the worker go."""
        worker, self.worker = self.worker, None
        if worker is not None:
            worker.end()

    async def _ready_worker(self) -> Worker:
        """Give a worker that is there. The job was not sent yet, so a second one may be tried.

        Raises:
            CrashError: workers do not start.
        """
        for _ in range(ATTEMPTS):
            if self.worker is None or self.worker.is_gone:
                self.replace()
            if self.worker is None:
                break
            try:
                await self.worker.ready()
            except (EOFError, OSError, ValueError):
                self.empty()
            else:
                return self.worker
        raise CrashError("no worker started")
