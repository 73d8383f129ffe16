"""A small HTTP client that keeps a few connections busy, for a bounded number of requests."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
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
    """Give the CPU time that a process has used, in user and in system mode."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def per_cpu_second(request: Request, *, pid: int, seconds: float) -> float:
    """Give how many requests a server answers in a second of its own CPU time.

    Raises:
        UnexpectedAnswerError: an answer was not 200.
    """
    send(request, count=CHUNK)
    start, done = cpu_seconds(pid), 0
    while (used := cpu_seconds(pid) - start) < seconds and done < MOST:
        send(request, count=CHUNK)
        done += CHUNK
    return done / max(used, 1 / _TICKS)


def send(request: Request, *, count: int) -> bytes:
    """Send a request that often, over a few connections, and give the body of the last answer."""
    return asyncio.run(_send(request, count=count))


async def _send(request: Request, *, count: int) -> bytes:
    bodies = await asyncio.gather(
        *[_keep_busy(request, count=count // CONNECTIONS or 1) for _ in range(CONNECTIONS)]
    )
    return bodies[-1]


async def _keep_busy(request: Request, *, count: int) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", request.port)
    body = b""
    for _ in range(count):
        writer.write(request.raw)
        body = await _answer(reader)
    writer.close()
    return body


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


def wait_for(port: int, *, path: str, is_running: Callable[[], bool], patience: float = 30.0) -> float:
    """Wait for the first answer at a path, and give how long it took from now.

    Raises:
        UnexpectedAnswerError: the server stopped, or did not answer in time.
    """
    start = time.perf_counter()
    request = Request.make(port, method="GET", path=path, headers={})
    while is_running() and time.perf_counter() - start < patience:
        try:
            asyncio.run(_keep_busy(request, count=1))
            return time.perf_counter() - start
        except (OSError, asyncio.IncompleteReadError):
            time.sleep(0.01)
    raise UnexpectedAnswerError(f"no answer on port {port}")
