"""Our side of the forkserver and of its workers."""

import asyncio
import contextlib
import json
import os
import secrets
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from multiprocessing.connection import Connection, Pipe
from multiprocessing.reduction import send_handle

from verifier.errors import CrashError, OverrunError, WorkerError
from verifier.workers.frames import EXIT, READINESS, Kind, Message, receive, receive_exactly, send
from verifier.workers.lanes import Limits

START_SECONDS = 30.0
END_SECONDS = 5.0
MAX_NAME = 80

_OVERRUNS = (-signal.SIGPROF, -signal.SIGXCPU)
_MODULE = "verifier.workers.forkserver"


class Worker:
    """Talk with one worker: one job at a time, and by one task at a time."""

    def __init__(self, *, talk: Connection, life: Connection) -> None:
        for line in (talk, life):
            os.set_blocking(line.fileno(), False)
        self._talk = talk
        self._life = life
        self.process_id: int | None = None
        self.is_confined = False

    async def ready(self) -> None:
        """Wait until the worker has started.

        Raises:
            EOFError, OSError, TimeoutError, ValueError: it does not.
        """
        if self.process_id is None:
            async with asyncio.timeout(START_SECONDS):
                message = await receive(self._talk.fileno())
            self.process_id, self.is_confined = READINESS.unpack(message.body)

    @property
    def is_gone(self) -> bool:
        """Tell whether a worker that is ready and has nothing to do is there no more, or speaks unasked."""
        if self.process_id is None:
            return False
        try:
            os.read(self._talk.fileno(), 1)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True

    async def ask(self, job: bytes, *, wall_seconds: float) -> Message:
        """Give a job, and wait for the answer. After an error or a last answer, the worker must be ended.

        Raises:
            OverrunError: it took too long, by the clock or on the processor.
            CrashError: the worker ended, or said that it could not.
        """
        asked = Message(Kind.JOB, secrets.token_bytes(8), job)
        try:
            async with asyncio.timeout(wall_seconds):
                await send(self._talk.fileno(), asked.pack())
                answer = await receive(self._talk.fileno())
        except TimeoutError:
            raise OverrunError from None
        except (EOFError, OSError):
            raise await self._how_it_ended() from None
        except ValueError:
            raise CrashError("it answered what is no answer") from None
        if answer.number != asked.number:
            raise CrashError("it answered what nobody asked")
        if answer.kind not in {Kind.ANSWER, Kind.LAST}:
            raise CrashError(_name_in(answer.body))
        return answer

    def end(self) -> None:
        """Let go of the worker: the forkserver ends it as soon as our side is closed."""
        self._talk.close()
        self._life.close()

    async def _how_it_ended(self) -> WorkerError:
        """Ask the forkserver how the worker ended."""
        life = self._life.fileno()
        try:
            async with asyncio.timeout(END_SECONDS):
                await send(life, b"?")
                (code,) = EXIT.unpack(await receive_exactly(life, EXIT.size))
        except (EOFError, OSError):
            return CrashError("it ended")
        return OverrunError() if code in _OVERRUNS else CrashError(f"it ended with {code}")


class Forkserver:
    """Hold the process that forks workers."""

    def __init__(self, *, entry: str, preload: Sequence[str]) -> None:
        self._control, theirs = Pipe()
        try:
            self._process = subprocess.Popen(  # noqa: S603  # our own module, no word of a stranger in it
                [sys.executable, "-P", "-m", _MODULE, str(theirs.fileno()), entry, *preload],
                env={"PYTHONPATH": os.pathsep.join(path or os.getcwd() for path in sys.path)},  # noqa: PTH109
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                start_new_session=True,
            )
        finally:
            theirs.close()

    @property
    def process_id(self) -> int:
        """Tell which process it is."""
        return self._process.pid

    def fork(self, limits: Limits) -> Worker:
        """Order a worker; it comes as soon as the forkserver has read its modules.

        Raises:
            OSError: the forkserver is gone.
        """
        talk, their_talk = Pipe()
        life, their_life = Pipe()
        try:
            self._control.send_bytes(json.dumps(asdict(limits)).encode())
            for line in (their_talk, their_life):
                send_handle(self._control, line.fileno(), self.process_id)
        except OSError:
            talk.close()
            life.close()
            raise
        finally:
            their_talk.close()
            their_life.close()
        return Worker(talk=talk, life=life)

    def close(self) -> None:
        """End the forkserver and all its workers, and wait until they are gone."""
        self._control.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(END_SECONDS)
        self._process.kill()
        self._process.wait()


def _name_in(body: bytes) -> str:
    """Read the name of an error, and nothing else: it goes into the log."""
    name = body[:MAX_NAME].decode("ascii", "replace")
    return name if name.isidentifier() else "it failed"
