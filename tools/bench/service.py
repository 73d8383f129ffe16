"""The service itself: how soon it answers, how much it holds, how much it answers in a second of its CPU."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from tools.bench.http import Request, per_cpu_second, send, wait_for
from tools.bench.rounds import ratio
from tools.bench.rows import Row

COMMAND = [sys.executable, "-c", "from app.start import main; main()"]
_STARTS = 3
_ROUNDS = 3
_SECONDS = 0.5
_KB_PER_MB = 1024
MOST_PER_MINUTE = 10_000_000
"""The one address that measures may ask so much; it is counted all the same."""

BADGE = {"Accept": "application/vc+ld+json"}
JSON = {"Content-Type": "application/json", "Accept": "application/json"}


def rows() -> list[Row]:
    """Measure the running service; on Linux only, for it asks /proc."""
    if not Path("/proc/self/stat").exists():
        return []
    with demo() as (process, address):
        port, path = urlsplit(address).port or 80, urlsplit(address).path
        badge = Request.make(port, method="GET", path=path, headers=BADGE)
        raw = send([badge], count=1)
        check = checking(port, raw)
        answered = [
            _beside_bare("get-badge-vs-bare-asgi", badge, pid=process.pid, answer=raw),
            _beside_bare(
                "post-verificaties-vs-bare-asgi", check, pid=process.pid, answer=send([check], count=1)
            ),
        ]
        memory = Row(name="worker-memory", ours=_memory(process.pid), unit="MB")
    return [*answered, Row(name="serve-first-answer", ours=_first_answer(), unit="s"), memory]


def checking(port: int, raw: bytes) -> Request:
    """Ask whether a badge can be relied on."""
    return Request.make(port, method="POST", path="/api/v1/verificaties", headers=JSON, body=raw)


def _beside_bare(name: str, request: Request, *, pid: int, answer: bytes) -> Row:
    """Compare with an app that gives the same answer without looking."""
    ours, bares = [], []
    with _bare(answer) as (bare, port):
        same = Request(port=port, raw=request.raw)
        for _ in range(_ROUNDS):
            ours.append(per_cpu_second([request], pid=pid, seconds=_SECONDS))
            bares.append(per_cpu_second([same], pid=bare.pid, seconds=_SECONDS))
    return Row(
        name=name,
        ours=median(ours),
        peer=median(bares),
        ratio=ratio(tuple(ours), beside=tuple(bares)),
        unit="requests per CPU second",
    )


def _first_answer() -> float:
    """Give the median of a few first starts, each in an empty folder."""
    found = []
    for _ in range(_STARTS):
        with tempfile.TemporaryDirectory() as folder:
            port = free_port()
            with running([*COMMAND, "serve"], environ=environ(folder, port=port)) as process:
                found.append(wait_for(port, path="/healthz", is_running=lambda: process.poll() is None))
    return median(found)


@contextmanager
def demo() -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """Run the service with a few badges in it; give the process and the address of a badge."""
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        with running([*COMMAND, "demo"], environ=environ(folder, port=port)) as process:
            address = next(line.split()[-1] for line in process.stdout or () if "/b/" in line)
            wait_for(port, path="/healthz", is_running=lambda: process.poll() is None)
            yield process, address


@contextmanager
def _bare(answer: bytes) -> Iterator[tuple["subprocess.Popen[str]", int]]:
    with tempfile.TemporaryDirectory() as folder:
        path, port = Path(folder) / "answer", free_port()
        path.write_bytes(answer)
        command = [sys.executable, "-m", "tools.bench.bare", str(port), str(path)]
        with running(command, environ=dict(os.environ)) as process:
            wait_for(port, path="/", is_running=lambda: process.poll() is None)
            yield process, port


@contextmanager
def running(command: list[str], *, environ: dict[str, str]) -> Iterator["subprocess.Popen[str]"]:
    """Run a server for as long as it is needed, and end it with all that it started."""
    with subprocess.Popen(
        command, env=environ, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        try:
            yield process
        finally:
            os.killpg(process.pid, signal.SIGKILL)


def environ(folder: str | Path, *, port: int) -> dict[str, str]:
    """Give the settings of a demo on a data folder, and none of those of whoever measures."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("PRAKTIJKBEWIJS_")}
    return own | {
        "PRAKTIJKBEWIJS_MODE": "demo",
        "PRAKTIJKBEWIJS_PORT": str(port),
        "PRAKTIJKBEWIJS_DATA_DIR": str(folder),
        "PRAKTIJKBEWIJS_LIMIT_PER_MINUTE": str(MOST_PER_MINUTE),
        "PYTHONUNBUFFERED": "1",
    }


def free_port() -> int:
    """Find a port that nobody listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def _memory(pid: int) -> float:
    """Give the resident memory of a process, in MB."""
    [line] = [
        line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmRSS")
    ]
    return int(line.split()[1]) / _KB_PER_MB
