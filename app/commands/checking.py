"""Check what the commands are given: by us and the wide world, by us alone, or by a folder."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from app.offline import BundleSources
from app.settings import read_settings
from app.sources import NoSources, OwnSources, WithRegisters
from app.world import WideSources
from app.worlds import find_own_desk, read_registers
from verifier.engine import Verifier
from verifier.memory import Memory
from verifier.reading import MAX_PHOTO_BYTES
from verifier.registers import IssuerRegister
from verifier.sources import Sources
from verifier.workers.pool import WorkerPool
from web.clock import Clock, FixedClock, SystemClock
from web.egress import Egress, Limits

STDIN = "-"
LINKS = ("http://", "https://")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Hold how badges are to be checked."""

    bundle: Path | None
    offline: bool
    as_of: datetime | None = None

    @cached_property
    def clock(self) -> Clock:
        """Give the clock of today, or the one that stands still at the end of the day that was asked for."""
        return FixedClock(_end_of(self.as_of)) if self.as_of else SystemClock()


@contextmanager
def checking(asked: Asked) -> Iterator[tuple[Verifier, tuple[IssuerRegister, ...]]]:
    """Open a verifier, and the registers that it asks."""
    workers = WorkerPool("verifier.apart:answer")
    workers.start()  # they read their modules while we open the register
    try:
        registers = read_registers(read_settings())
        with _sources(asked, registers=registers) as sources:
            yield Verifier(sources=sources, clock=asked.clock, workers=workers), registers
    finally:
        workers.close()


def read_given(given: str) -> bytes:
    """Read no more than a badge can be: some files have no end (/dev/zero, a pipe)."""
    if given == STDIN:
        return sys.stdin.buffer.read(MAX_PHOTO_BYTES + 1)
    if given.lower().startswith(LINKS):
        return given.encode(errors="replace")
    with Path(given).open("rb") as opened:
        return opened.read(MAX_PHOTO_BYTES + 1)


@contextmanager
def _sources(asked: Asked, *, registers: tuple[IssuerRegister, ...]) -> Iterator[Sources]:
    """Open what the verifier may ask: a folder of `export-public`, or this machine and the wide world."""
    clock = asked.clock
    if asked.bundle:
        yield WithRegisters(BundleSources(asked.bundle, clock=clock), registers, clock=clock)
        return
    desk = find_own_desk(read_settings())
    egress = Egress(Limits(own=urlsplit(desk.base_url).hostname or "" if desk else ""))
    own = WithRegisters(OwnSources(desk) if desk else NoSources(), registers, clock=clock)
    try:
        yield own if asked.offline else WideSources(own, egress=egress, memory=Memory(), clock=clock)
    finally:
        egress.close()
        if desk:
            desk.register.close()


def _end_of(day: datetime) -> datetime:
    """Give the last second of a day, but never a moment that is still to come."""
    return min(day.replace(hour=23, minute=59, second=59), SystemClock().now())
