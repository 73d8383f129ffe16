"""The second engine in a process of its own, that is ended when it takes too long.

A legal document can be made so that its canonical form takes hours (RDFC-1.0 7.1). What our fast engine
leaves to the reference therefore goes to a process with a limit on memory, which is ended at a limit
on time; the next document gets a new one. Nobody but the sender waits for it.
"""

import contextlib
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from threading import Lock

from badges import strictjson
from badges.errors import (
    DataLossError,
    InvalidValueError,
    JsonLdError,
    KeywordError,
    RelativeIriError,
    TooComplexError,
    UndefinedTermError,
    UnhandledShapeError,
    UnknownContextError,
)
from badges.strictjson import JsonObject

WALL_SECONDS = 5.0
START_SECONDS = 30.0
QUEUE_SECONDS = 15.0
MEMORY_BYTES = 512 * 1024 * 1024
MAX_ANSWER = 16_000_000

_READY = b"ready"
_ERRORS: dict[str, type[JsonLdError]] = {
    error.code: error
    for error in (
        DataLossError,
        InvalidValueError,
        KeywordError,
        RelativeIriError,
        TooComplexError,
        UndefinedTermError,
        UnhandledShapeError,
        UnknownContextError,
    )
}


class ReferenceWorker:
    """Canonicalise in another process; started at the first need, replaced after each overrun."""

    def __init__(self, *, wall_seconds: float = WALL_SECONDS, memory_bytes: int = MEMORY_BYTES) -> None:
        self._wall_seconds = wall_seconds
        self._memory_bytes = memory_bytes
        self._lock = Lock()
        self._child: _Child | None = None

    def canonicalize(self, document: JsonObject) -> bytes:
        """Give the canonical N-Quads of a document, within the limits.

        Raises:
            TooComplexError: it took too long or too much, or too many others were waiting.
            JsonLdError: as `badges.jsonld.reference`.
        """
        if not self._lock.acquire(timeout=QUEUE_SECONDS):
            raise TooComplexError("Too many intricate documents are waiting", pointer="")
        try:
            return self._ask(strictjson.dumps(document))
        finally:
            self._lock.release()

    @property
    def process_id(self) -> int | None:
        """Tell which process it is, while there is one."""
        return self._child.process_id if self._child else None

    def close(self) -> None:
        """End the process, if there is one."""
        with self._lock:
            self._end()

    def _ask(self, raw: bytes) -> bytes:
        """Send one document and wait for its answer; end the process when none comes."""
        try:
            child = self._child = self._child or _Child.start(memory_bytes=self._memory_bytes)
            answer = child.ask(raw, seconds=self._wall_seconds)
        except (EOFError, OSError, TimeoutError) as error:
            self._end()
            raise TooComplexError("The document costs more than a badge is worth", pointer="") from error
        kind, _, rest = answer.partition(b"\0")
        if kind == b"ok":
            return rest
        pointer, _, reason = rest.partition(b"\0")
        raise _ERRORS[kind.decode()](reason.decode(), pointer=pointer.decode())

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.end()


class _Child:
    """Hold the process and the two pipes to it."""

    def __init__(
        self, process: "subprocess.Popen[bytes]", questions: Connection, answers: Connection
    ) -> None:
        self._process = process
        self._questions = questions
        self._answers = answers

    @property
    def process_id(self) -> int:
        """Tell which process it is."""
        return self._process.pid

    @classmethod
    def start(cls, *, memory_bytes: int) -> "_Child":
        """Start the process, and wait until it has read the contexts.

        Raises:
            EOFError: it ended at once.
            TimeoutError: it does not get ready.
        """
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        command = [
            sys.executable,
            "-m",
            "verifier.worker",
            str(theirs_in),
            str(theirs_out),
            str(memory_bytes),
        ]
        try:
            process = subprocess.Popen(command, pass_fds=(theirs_in, theirs_out), stdin=subprocess.DEVNULL)  # noqa: S603  # our own module, no word of a stranger in it
        finally:
            os.close(theirs_in)
            os.close(theirs_out)
        child = cls(process, Connection(ours_out, readable=False), Connection(ours_in, writable=False))
        try:
            child.wait(seconds=START_SECONDS)
        except (EOFError, OSError, TimeoutError):
            child.end()
            raise
        return child

    def ask(self, raw: bytes, *, seconds: float) -> bytes:
        """Send a document, and give what comes back within the time.

        Raises:
            TimeoutError: nothing came.
            EOFError, OSError: the process ended.
        """
        self._questions.send_bytes(raw)
        return self.wait(seconds=seconds)

    def wait(self, *, seconds: float) -> bytes:
        """Wait for one message."""
        if not self._answers.poll(seconds):
            raise TimeoutError
        return self._answers.recv_bytes(MAX_ANSWER)

    def end(self) -> None:
        """End the process at once, and close the pipes."""
        self._process.kill()
        self._process.wait()
        self._questions.close()
        self._answers.close()


def serve(questions: Connection, answers: Connection) -> None:
    """Answer one document after the other until the other side is gone."""
    from badges.jsonld import reference  # noqa: PLC0415  # only this process pays for loading it

    answers.send_bytes(_READY)
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            document = strictjson.loads_object(questions.recv_bytes())
            answers.send_bytes(_answer(document, canonicalize=reference.canonicalize))


def _answer(document: JsonObject, *, canonicalize: Callable[[JsonObject], bytes]) -> bytes:
    try:
        return b"ok\0" + canonicalize(document)
    except JsonLdError as error:
        return f"{error.code}\0{error.pointer}\0{error.reason}".encode()
    except (MemoryError, RecursionError):
        return f"{TooComplexError.code}\0\0The document costs too much memory".encode()


def _main(questions: str, answers: str, memory_bytes: str) -> None:
    """Set the limits, and serve."""
    limit = int(memory_bytes)
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    serve(Connection(int(questions), writable=False), Connection(int(answers), readable=False))


if __name__ == "__main__":
    _main(*sys.argv[1:])
