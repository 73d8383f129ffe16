"""Give the badges of a large roster with all the cores of the machine: each process does whole chunks.

A chunk is the same line, whoever carries it along; the database lets them take turns to write. There is one
process more than there are cores: one of them mostly waits for its turn, or for the disk. A small roster is
given at once, for a process takes longer to start than a few chunks to give.
"""

import gc
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from typing import Final, TypeAlias

from app.orphans import end_with_parent
from app.settings import Settings
from app.worlds import open_own_desk
from issuers.desk import IssuingDesk
from issuers.errors import IssuersError
from issuers.groups.giving import LineResult, give_chunk
from issuers.groups.reading import Line
from issuers.issuing.chunking import CHUNK, LARGE_CHUNK
from issuers.people.permissions import Actor

SMALL: Final = 1_000
LARGE: Final = 5_000
"""From so many rows on, chunks are large; of fewer each process has some."""

MOST_PROCESSES: Final = 4
_SHARES: Final = 2 * MOST_PROCESSES
"""Of what is left, no chunk is more than one of so many parts."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """Hold why no more can be given now; an error as such does not go from process to process."""

    code: str
    nl: str


Came: TypeAlias = Sequence[LineResult] | Stopped


@contextmanager
def collecting_nothing() -> Iterator[None]:
    """Look for nothing to throw away while a roster is read: all of it stays, and looking takes as long."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def helping(settings: Settings, *, rows: int) -> Iterator[ProcessPoolExecutor | None]:
    """Start the processes that give a large roster; None for a small one.

    Before anything of ours is open: they are copies of this process, that have read all modules already.
    """
    cores = os.cpu_count() or 1
    if rows <= SMALL or cores == 1:
        yield None
        return
    gc.freeze()
    context = get_context("fork")
    pool = ProcessPoolExecutor(
        min(cores + 1, MOST_PROCESSES),
        mp_context=context,
        initializer=_begin,
        initargs=(settings, context.Lock()),
    )
    try:
        pool.submit(os.getpid).result()  # all of them start with the first thing that is asked
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def give_all(
    desk: IssuingDesk, lines: Iterator[Line], *, actor: Actor, pool: ProcessPoolExecutor | None, rows: int
) -> Iterator[Came]:
    """Give what came of each chunk, in whatever order they are done; stop at the first that is stopped.

    The first are given while further lines are read.
    """
    cut = _cut(lines, rows=rows, most=LARGE_CHUNK if pool and rows >= LARGE else CHUNK)
    if pool is None:
        came: Iterator[Came] = (_give(desk, chunk, actor=actor) for chunk in cut)
    else:
        asked = [pool.submit(_give_here, chunk, actor) for chunk in cut]
        came = (done.result() for done in as_completed(asked))
    for each in came:
        yield each
        if isinstance(each, Stopped):
            return


def _cut(lines: Iterator[Line], *, rows: int, most: int) -> Iterator[Sequence[Line]]:
    """Cut into chunks, as the lines come: smaller towards the end, so that all processes end together."""
    left = rows
    while chunk := tuple(islice(lines, max(CHUNK, min(most, left // _SHARES)))):
        yield chunk
        left -= len(chunk)


def _give(desk: IssuingDesk, chunk: Sequence[Line], *, actor: Actor) -> Came:
    try:
        return give_chunk(desk, chunk, actor=actor)
    except IssuersError as problem:
        return Stopped(problem.code, problem.nl)


@dataclass(frozen=True, slots=True)
class _Place:
    """Hold what a process of the pool opens a desk with, and the lock by which they take turns to write."""

    settings: Settings
    turns: AbstractContextManager[object]


_places: Final[list[_Place]] = []
_desks: Final[list[IssuingDesk]] = []
"""The one desk of a process of the pool; it is closed when the process ends, which is with its parent."""


def _begin(settings: Settings, turns: AbstractContextManager[object]) -> None:
    end_with_parent()
    _places.append(_Place(settings, turns))


def _give_here(chunk: Sequence[Line], actor: Actor) -> Came:
    if not _desks:
        _desks.append(_open(_places[-1]))
    came = _give(_desks[0], chunk, actor=actor)
    gc.collect()
    return came


def _open(place: _Place) -> IssuingDesk:
    """Open a desk of this process's own, at its first chunk: by then the database is there.

    From then on what is no more used in circles is collected between chunks, not while one is given.
    """
    desk = open_own_desk(place.settings)
    desk.register.take_turns(place.turns)
    gc.disable()
    gc.freeze()
    return desk
