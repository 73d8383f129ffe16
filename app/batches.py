"""Give the badges of a large roster with all the cores of the machine: each process does whole chunks.

A chunk is the same line, whoever carries it along; the database lets them take turns to write. There is one
process more than there are cores: one of them mostly waits for its turn, or for the disk. A small roster is
given at once, for a process takes longer to start than a few chunks to give.
"""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Final, TypeAlias

from app.orphans import end_with_parent
from app.settings import Settings
from app.worlds import open_own_desk
from issuers.desk import IssuingDesk
from issuers.errors import IssuersError
from issuers.groups.giving import LineResult, chunks, give_chunk
from issuers.groups.reading import Line
from issuers.people.permissions import Actor

SMALL: Final = 1_000
MOST_PROCESSES: Final = 4


@dataclass(frozen=True, slots=True)
class Stopped:
    """Hold why no more can be given now; an error as such does not go from process to process."""

    code: str
    nl: str


Came: TypeAlias = Sequence[LineResult] | Stopped


def give_all(settings: Settings, desk: IssuingDesk, lines: Sequence[Line], *, actor: Actor) -> Iterator[Came]:
    """Give what came of each chunk, in whatever order they are done; stop at the first that is stopped."""
    cores = os.cpu_count() or 1
    if len(lines) <= SMALL or cores == 1:
        came: Iterator[Came] = (_give(desk, chunk, actor=actor) for chunk in chunks(lines))
    else:
        came = _in_processes(settings, lines, actor=actor, processes=min(cores + 1, MOST_PROCESSES))
    for each in came:
        yield each
        if isinstance(each, Stopped):
            return


def _give(desk: IssuingDesk, chunk: Sequence[Line], *, actor: Actor) -> Came:
    try:
        return give_chunk(desk, chunk, actor=actor)
    except IssuersError as problem:
        return Stopped(problem.code, problem.nl)


def _in_processes(
    settings: Settings, lines: Sequence[Line], *, actor: Actor, processes: int
) -> Iterator[Came]:
    with ProcessPoolExecutor(
        processes, mp_context=get_context("spawn"), initializer=_open, initargs=(settings,)
    ) as pool:
        waiting = [pool.submit(_give_here, chunk, actor) for chunk in chunks(lines)]
        try:
            for done in as_completed(waiting):
                yield done.result()
        finally:
            pool.shutdown(cancel_futures=True)


_desks: Final[list[IssuingDesk]] = []
"""The one desk of a process of the pool."""


def _open(settings: Settings) -> None:
    """Open a desk of this process's own; it is closed when the process ends, which is with its parent."""
    end_with_parent()
    with suppress(IndexError):
        _desks.pop().register.close()
    _desks.append(open_own_desk(settings))


def _give_here(chunk: Sequence[Line], actor: Actor) -> Came:
    return _give(_desks[0], chunk, actor=actor)
