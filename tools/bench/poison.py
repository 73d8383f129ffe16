"""Honest badges beside poison: how long do the honest ones wait, and what is lost?

Requests come at fixed moments, whether earlier ones were answered or not, so that a queue would show.
"""

import asyncio
import io
import math
import tempfile
import time
import zipfile
import zlib
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from statistics import quantiles
from typing import Any

from badges import strictjson
from tests.world import PNG, chunk
from tools.bench.http import Request, family, is_answered
from tools.bench.rows import Row
from tools.bench.service import checking, free_port
from tools.bench.verifying import assure, fill, serving

HONEST_PER_SECOND, POISON_PER_SECOND = 30, 5
SECONDS = 30
BADGES = 64
_REST = 5.0
"""So long the service gets to put new workers in place of those that were ended."""

_BOMB = 60_000_000


def rows() -> list[Row]:
    """Measure; on Linux only, for processes and descriptors are counted in /proc."""
    if not Path("/proc/self/stat").exists():
        return []
    with tempfile.TemporaryDirectory() as name:
        port, folder = free_port(), Path(name)
        badges = fill(folder, port=port, count=BADGES)
        with serving(folder, port=port) as service:
            honest = [checking(port, raw) for raw in badges]
            poison = [checking(port, raw) for raw in poisons(badges[0])]
            assure(honest)
            return _measured(service.pid, honest=honest, poison=poison)


def poisons(raw: bytes) -> list[bytes]:
    """Make documents that would cost hours or gigabytes, out of a good badge."""
    return [
        _edited(raw, credentialSubject=_twins(children=9)),
        *(_edited(raw, evidence=_clique(size=size)) for size in (7, 12)),
        b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
        _bombed_png(),
        _bombed_zip(),
    ]


def _edited(raw: bytes, **members: Any) -> bytes:
    return strictjson.dumps(strictjson.loads_object(raw) | members)


def _twins(*, children: int) -> list[Any]:
    """Make two equal subjects with equal children: ten times the work for each child more."""
    results = [{"type": ["Result"], "value": "x"}] * children
    return [{"type": ["AchievementSubject"], "result": results}] * 2


def _clique(*, size: int) -> list[Any]:
    """Make parts without a name that all point at each other."""
    return [
        {"type": ["Evidence"], "id": f"_:b{one}", "name": f"_:b{other}"}
        for one in range(size)
        for other in range(size)
    ]


def _bombed_png() -> bytes:
    """Pack megabytes into the badge of a picture."""
    text = b"openbadgecredential\0\1\0\0\0" + zlib.compress(b"x" * _BOMB, 9)
    return PNG[:33] + chunk(b"iTXt", text) + PNG[33:]


def _bombed_zip() -> bytes:
    """Pack megabytes into a file of a zip."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("bewijs.json", bytes(_BOMB))
    return written.getvalue()


def _measured(pid: int, *, honest: Sequence[Request], poison: Sequence[Request]) -> list[Row]:
    """Send both, and compare what there is of the service before and after."""
    processes, descriptors = set(family(pid)), _descriptors(pid)
    alone, _ = asyncio.run(_send(honest, poison=[]))
    beside, _ = asyncio.run(_send(honest, poison=poison))
    time.sleep(_REST)
    after = set(family(pid))
    return [
        Row(name="poison-beside-honest", ours=_p99(beside) * 1000, unit="ms (p99 of the honest)"),
        Row(name="poison-not-there", ours=_p99(alone) * 1000, unit="ms (p99 of the honest)"),
        Row(name="poison-workers-replaced", ours=len(after - processes), unit="of the workers at the end"),
        Row(name="poison-workers-lost", ours=len(processes) - len(after), unit="workers"),
        Row(name="poison-descriptors-lost", ours=_descriptors(pid) - descriptors, unit="descriptors"),
    ]


async def _send(honest: Sequence[Request], *, poison: Sequence[Request]) -> tuple[list[float], list[float]]:
    """Send at fixed moments, and give how long each took from the moment at which it was due."""
    return await asyncio.gather(
        _stream(honest, per_second=HONEST_PER_SECOND), _stream(poison, per_second=POISON_PER_SECOND)
    )


async def _stream(requests: Sequence[Request], *, per_second: int) -> list[float]:
    if not requests:
        return []
    start, turns = time.perf_counter(), cycle(requests)
    return await asyncio.gather(
        *(_at(start + number / per_second, next(turns)) for number in range(SECONDS * per_second))
    )


async def _at(moment: float, request: Request) -> float:
    """Send when it is due, and tell how long it took; a good badge that is turned away took for ever."""
    await asyncio.sleep(moment - time.perf_counter())
    is_ok = await is_answered(request)
    return time.perf_counter() - moment if is_ok else math.inf


def _p99(times: Sequence[float]) -> float:
    return quantiles(times, n=100)[98]


def _descriptors(pid: int) -> int:
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))
