"""Two processes on one register, which do something at the same moment: as two machines of a service do."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeAlias

from badges.catalogue import embedded
from issuers.desk import IssuingDesk
from issuers.errors import IssuersError
from issuers.opening import open_desk
from tests.databases import Databases
from tests.issuers.conftest import BASE_URL
from web.clock import Clock, SystemClock

Deed: TypeAlias = Callable[[IssuingDesk], object]
"""Something to do, that can be sent to another process."""

DONE = "done"
_RACERS = 2
_context = get_context("spawn")


def open_now(folder: Path, *, url: str, clock: Clock | None = None) -> IssuingDesk:
    """Open a desk on a folder, at the time that it is or that a clock says."""
    return open_desk(
        url, data_dir=folder, base_url=BASE_URL, clock=clock or SystemClock(), catalogue=embedded()
    )


class Race:
    """Hold two processes that wait for what to do."""

    def __init__(self, desk: IssuingDesk, ends: list[Connection]) -> None:
        self.desk = desk
        self._ends = ends

    def run(self, *deeds: Deed) -> list[str]:
        """Let each do one of these, both at once; give `done`, or the sentence that it was told instead."""
        for end, deed in zip(self._ends, deeds, strict=True):
            end.send(deed)
        return [str(end.recv()) for end in self._ends]


@contextmanager
def racing(folder: Path, *, databases: Databases) -> Iterator[Race]:
    """Start both, and end them afterwards."""
    url = databases.url(folder)
    pipes, barrier = [_context.Pipe() for _ in range(_RACERS)], _context.Barrier(_RACERS, timeout=60)
    racers = [
        _context.Process(target=_obey, args=(theirs, barrier, folder, url), daemon=True)
        for _, theirs in pipes
    ]
    for racer in racers:
        racer.start()
    desk = open_now(folder, url=url)
    try:
        yield Race(desk, [ours for ours, _ in pipes])
    finally:
        desk.register.close()
        for (ours, _), racer in zip(pipes, racers, strict=True):
            ours.send(None)
            racer.join()


def _obey(orders: Connection, barrier: Any, folder: Path, url: str) -> None:
    """Do what is sent, each time when the other is ready too."""
    desk = open_now(folder, url=url)
    while (deed := orders.recv()) is not None:
        barrier.wait()
        try:
            deed(desk)
            orders.send(DONE)
        except IssuersError as error:
            orders.send(error.nl)
    desk.register.close()
