"""The endpoint beside the same endpoint on PyLD: how many requests fit in a second on this machine.

Each side has the processes that it is made for: ours its one service with its workers, PyLD a server on each
core. Badges take turns, and both know the key and the status list, so nobody is asked for anything.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tools.bench.http import Request, UnexpectedAnswerError, per_cpu_second, per_second, send, wait_for
from tools.bench.rounds import ratio
from tools.bench.rows import Row
from tools.bench.service import COMMAND, checking, environ, free_port, running

BADGES = 256
_ROUNDS = 5
_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Side:
    """Hold a server that runs, and what it is asked."""

    pid: int
    requests: Sequence[Request]

    def wall(self) -> float:
        """Tell how many requests fit in a second on the wall."""
        return per_second(self.requests, seconds=_SECONDS)

    def cpu(self) -> float:
        """Tell how many requests fit in a CPU second of the server and all its processes."""
        return per_cpu_second(self.requests, pid=self.pid, seconds=_SECONDS)


def rows() -> list[Row]:
    """Measure both by turns; on Linux only, for CPU time is read from /proc."""
    if not Path("/proc/self/stat").exists():
        return []
    with tempfile.TemporaryDirectory() as name:
        port, folder = free_port(), Path(name)
        badges = fill(folder, port=port, count=BADGES)
        with serving(folder, port=port) as service, _pyld(folder) as (peer, peer_port):
            ours = Side(service.pid, [checking(port, raw) for raw in badges])
            theirs = Side(peer.pid, [checking(peer_port, raw) for raw in badges])
            for side in (ours, theirs):
                assure(side.requests)
            return [
                _row("verify-http-vs-pyld", ours.wall, theirs.wall, unit="requests per second"),
                _row("verify-http-vs-pyld-cpu", ours.cpu, theirs.cpu, unit="requests per CPU second"),
            ]


def fill(folder: Path, *, port: int, count: int) -> list[bytes]:
    """Issue so many badges in the data folder of a service, and give them."""
    command = [sys.executable, "-m", "tools.bench.fill", str(folder), str(count)]
    subprocess.run(command, env=environ(folder / "data", port=port), check=True)
    return [path.read_bytes() for path in sorted(folder.glob("badge-*.json"))]


@contextmanager
def serving(folder: Path, *, port: int) -> Iterator["subprocess.Popen[str]"]:
    """Run the service on the data folder."""
    with running([*COMMAND, "serve"], environ=environ(folder / "data", port=port)) as process:
        wait_for(port, path="/healthz", is_running=lambda: process.poll() is None)
        yield process


@contextmanager
def _pyld(folder: Path) -> Iterator[tuple["subprocess.Popen[str]", int]]:
    """Run PyLD's service, on each core."""
    port, cores = free_port(), len(os.sched_getaffinity(0))
    command = [sys.executable, "-m", "tools.bench.pyld_service", str(port), str(folder), str(cores)]
    with running(command, environ=dict(os.environ)) as process:
        wait_for(port, path="/healthz", is_running=lambda: process.poll() is None)
        yield process, port


def assure(requests: Sequence[Request]) -> None:
    """See that every badge is found valid: a server that refuses is quick.

    Raises:
        UnexpectedAnswerError: one is not.
    """
    for request in requests:
        if b'"verdict":"valid"' not in send([request], count=1):
            raise UnexpectedAnswerError("the badges of the bench are good")


def _row(name: str, ours: Callable[[], float], theirs: Callable[[], float], *, unit: str) -> Row:
    """Measure by turns."""
    speeds = [(ours(), theirs()) for _ in range(_ROUNDS)]
    own, other = (tuple(each) for each in zip(*speeds, strict=True))
    return Row(name=name, ours=median(own), peer=median(other), ratio=ratio(own, beside=other), unit=unit)
