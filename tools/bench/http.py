"""A small HTTP client that keeps a few connections busy, for a bounded number of requests."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

CONNECTIONS = 8
CHUNK = 200
MOST = 20_000
_TICKS = 100


class UnexpectedAnswerError(RuntimeError):
    """Stop: a server that answers otherwise is not the one to be measured."""


@dataclass(frozen=True, slots=True)
class Request:
    """Hold the bytes of a request to a port of this machine."""

    port: int
    raw: bytes

    @classmethod
    def make(
        cls, port: int, *, method: str, path: str, headers: dict[str, str], body: bytes = b""
    ) -> "Request":
        """Write a request."""
        fields = {"Host": f"localhost:{port}", "Content-Length": str(len(body)), **headers}
        lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
        return cls(port=port, raw=f"{method} {path} HTTP/1.1\r\n{lines}\r\n".encode() + body)


def cpu_seconds(pid: int) -> float:
    """Give the CPU time that a process and all that it started have used, also those that ended."""
    return sum(_cpu_seconds(each) for each in family(pid))


def _cpu_seconds(pid: int) -> float:
    """Give the CPU time of one process and of its children that ended (proc(5), fields 14 to 17)."""
    try:
        return sum(map(int, _stat(pid)[11:15])) / _TICKS
    except OSError:  # it ended just now
        return 0.0


def family(pid: int) -> list[int]:
    """List a process, what it started, what that started, and so on."""
    children: dict[int, list[int]] = {}
    for each in [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]:
        with suppress(OSError):
            children.setdefault(int(_stat(each)[1]), []).append(each)
    family = [pid]
    for each in family:
        family += children.get(each, [])
    return family


def _stat(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def per_cpu_second(requests: Sequence[Request], *, pid: int, seconds: float) -> float:
    """Give how many requests a server answers in a second of its own CPU time.

    Raises:
        UnexpectedAnswerError: an answer was not 200.
    """
    turns = cycle(requests)
    send(turns, count=CHUNK)
    start, done = cpu_seconds(pid), 0
    while (used := cpu_seconds(pid) - start) < seconds and done < MOST:
        send(turns, count=CHUNK)
        done += CHUNK
    return done / max(used, 1 / _TICKS)


def per_second(requests: Sequence[Request], *, seconds: float) -> float:
    """Give how many requests a server answers in a second on the wall, over a few connections.

    Raises:
        UnexpectedAnswerError: an answer was not 200.
    """
    start, done, turns = time.perf_counter(), 0, cycle(requests)
    while (used := time.perf_counter() - start) < seconds:
        send(turns, count=CHUNK)
        done += CHUNK
    return done / used


def send(requests: Iterable[Request], *, count: int) -> bytes:
    """Send the next so many requests over a few connections, and give the body of one of the last answers."""
    return asyncio.run(_send(list(islice(requests, count))))


async def _send(requests: Sequence[Request]) -> bytes:
    shares = [requests[number::CONNECTIONS] for number in range(min(CONNECTIONS, len(requests)))]
    bodies = await asyncio.gather(*map(_keep_busy, shares))
    return bodies[-1]


async def _keep_busy(requests: Sequence[Request]) -> bytes:
    body = b""
    async with _connected(requests[0].port) as (reader, writer):
        for request in requests:
            writer.write(request.raw)
            body = await _answer(reader)
    return body


@asynccontextmanager
async def _connected(port: int) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """Open a connection, and close it whatever happens."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        yield reader, writer
    finally:
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()


async def is_answered(request: Request) -> bool:
    """Send one request on a connection of its own, and tell whether the answer was 200."""
    async with _connected(request.port) as (reader, writer):
        writer.write(request.raw)
        try:
            await _answer(reader)
        except UnexpectedAnswerError:
            return False
    return True


async def _answer(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    status, _, fields = head.partition(b"\r\n")
    if b" 200 " not in status + b" ":
        raise UnexpectedAnswerError(status.decode())
    length = next(
        int(field.split(b":")[1])
        for field in fields.split(b"\r\n")
        if field.lower().startswith(b"content-length")
    )
    return await reader.readexactly(length)


def wait_for(port: int, *, path: str, is_running: Callable[[], bool], patience: float = 120.0) -> float:
    """Wait for the first answer at a path, and give how long it took from now.

    Raises:
        UnexpectedAnswerError: the server stopped, or did not answer in time.
    """
    start = time.perf_counter()
    request = Request.make(port, method="GET", path=path, headers={})
    while is_running() and time.perf_counter() - start < patience:
        try:
            asyncio.run(_keep_busy([request]))
            return time.perf_counter() - start
        except (OSError, asyncio.IncompleteReadError):
            time.sleep(0.01)
    raise UnexpectedAnswerError(f"no answer on port {port}")
