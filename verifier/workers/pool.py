"""The pool: give it a job, and it gives the answer, or one clear error."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock

from verifier.errors import BusyError, CrashError, OverrunError, WorkerError
from verifier.workers.forking import Forkserver, Worker
from verifier.workers.frames import MAX_JOB
from verifier.workers.lanes import HEAVY, QUICK, Lane, Limits
from verifier.workers.line import Line


@dataclass(slots=True)
class Figures:
    """Count what happened since the start."""

    answers: int = 0
    overruns: int = 0
    crashes: int = 0
    turned_away: int = 0
    workers: int = 0
    forkservers: int = 0

    def count(self, error: WorkerError) -> None:
        """Count what went wrong."""
        self.overruns += isinstance(error, OverrunError)
        self.crashes += isinstance(error, CrashError)
        self.turned_away += isinstance(error, BusyError)


class WorkerPool:
    """Do jobs in processes that can be ended.

    Args:
        entry: what a worker does, as `module:function`; the function takes bytes and gives bytes.
        preload: modules that the entry reads only when it needs them; each worker would read them anew.
        quick, heavy: the limits of the two lanes.
    """

    def __init__(
        self, entry: str, *, preload: Sequence[str] = (), quick: Limits = QUICK, heavy: Limits = HEAVY
    ) -> None:
        self._entry = entry
        self._preload = tuple(preload)
        self._lock = Lock()
        self._forkserver: Forkserver | None = None
        self._is_closed = False
        self._lines = {
            Lane.QUICK: Line(quick, fork=self._fork),
            Lane.HEAVY: Line(heavy, fork=self._fork),
        }
        self.figures = Figures()

    def start(self) -> None:
        """Start the processes, and do not wait for them; without this the first job does."""
        for line in self._lines.values():
            line.fill()

    async def run(self, job: bytes, *, lane: Lane = Lane.QUICK) -> bytes:
        """Do a job.

        Raises:
            BusyError: too many jobs wait.
            OverrunError: it took too long, or is too large.
            CrashError: the worker ended or failed.
        """
        try:
            if len(job) > MAX_JOB:
                raise OverrunError
            async with self._lines[lane].seat() as seat:
                answer = await seat.ask(job)
        except WorkerError as error:
            self.figures.count(error)
            raise
        self.figures.answers += 1
        return answer

    def close(self) -> None:
        """End all processes, and wait until they are gone; jobs that run get a CrashError."""
        with self._lock:
            self._is_closed = True
            forkserver, self._forkserver = self._forkserver, None
        for line in self._lines.values():
            line.empty()
        if forkserver is not None:
            forkserver.close()

    @property
    def process_ids(self) -> tuple[int, ...]:
        """Tell which workers are ready."""
        return tuple(worker.process_id for worker in self._workers() if worker.process_id is not None)

    @property
    def confined(self) -> bool:
        """Tell whether the kernel guards every worker that is ready; no when none is yet."""
        ready = [worker for worker in self._workers() if worker.process_id is not None]
        return bool(ready) and all(worker.is_confined for worker in ready)

    def _workers(self) -> list[Worker]:
        return [
            seat.worker for line in self._lines.values() for seat in line.seats if seat.worker is not None
        ]

    def _fork(self, limits: Limits) -> Worker:
        """Order a worker; start the forkserver where there is none, or it was ended.

        Raises:
            CrashError: the pool is closed, or no process can be started.
        """
        with self._lock:
            if self._is_closed:
                raise CrashError("the pool is closed")
            self.figures.workers += 1
            try:
                return self._fork_or_restart(limits)
            except OSError as error:
                raise CrashError("no process can be started") from error

    def _fork_or_restart(self, limits: Limits) -> Worker:
        """Order a worker, and once more of a new forkserver where the old one was ended."""
        if self._forkserver is not None:
            with suppress(OSError):
                return self._forkserver.fork(limits)
            self._forkserver.close()
        self.figures.forkservers += 1
        self._forkserver = Forkserver(entry=self._entry, preload=self._preload)
        return self._forkserver.fork(limits)
