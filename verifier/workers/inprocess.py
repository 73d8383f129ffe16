"""The same as the pool, without processes: for tests, and for programs that read only what they trust."""

from pkgutil import resolve_name

from verifier.errors import CrashError
from verifier.workers.lanes import Lane
from verifier.workers.worker import Entry


class InProcess:
    """Do jobs right here: no limit, and no guard."""

    def __init__(self, entry: str) -> None:
        self._entry: Entry = resolve_name(entry)

    def start(self) -> None:
        """Do nothing: there is nothing to start."""

    async def run(self, job: bytes, *, lane: Lane = Lane.QUICK) -> bytes:  # noqa: ARG002  # all lanes are one
        """Do a job.

        Raises:
            CrashError: it failed.
        """
        try:
            return self._entry(job)
        except Exception as error:
            raise CrashError(type(error).__name__) from error

    def close(self) -> None:
        """Do nothing: there is nothing to end."""
