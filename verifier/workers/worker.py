"""The loop of a worker: one job after the other, until it fails, has done enough, or is no longer needed."""

import os
import resource
from collections.abc import Callable
from typing import TypeAlias

from verifier.workers.confinement import allow_time, confine
from verifier.workers.frames import MAX_ANSWER, READINESS, Kind, Message, read, write
from verifier.workers.lanes import Limits

Entry: TypeAlias = Callable[[bytes], bytes]

TALK = 3
"""The one descriptor that a worker has, after the three that lead nowhere."""

_KIB = 1024


def work(talk: int, *, entry: Entry, limits: Limits, readable: list[str], parent: int) -> None:
    """Let go of everything, say that we are ready, and answer.

    Raises:
        EOFError, OSError: nobody asks any more.
    """
    _drop_descriptors(talk)
    is_guarded = confine(limits, readable=readable, parent=parent)
    write(TALK, Message(Kind.READY, bytes(8), READINESS.pack(os.getpid(), is_guarded)))
    for count in range(1, limits.jobs + 1):
        allow_time(limits.cpu_seconds)
        _, number, job = read(TALK)
        kind, answer = _answer(job, entry)
        if kind is Kind.ANSWER and (count == limits.jobs or _has_grown(limits)):
            kind = Kind.LAST
        write(TALK, Message(kind, number, answer))
        if kind is not Kind.ANSWER:
            return


def _drop_descriptors(talk: int) -> None:
    """Keep the talk alone; in and out lead nowhere."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    os.dup2(talk, TALK)
    os.closerange(TALK + 1, os.sysconf("SC_OPEN_MAX"))


def _answer(job: bytes, entry: Entry) -> tuple[Kind, bytes]:
    """Do a job; an error that the entry did not expect ends the worker, and only its name goes out."""
    try:
        answer = entry(job)
        if len(answer) > MAX_ANSWER:
            return Kind.FAILED, b"AnswerTooLong"
    except BaseException as error:  # noqa: BLE001  # whatever it was, the sender hears of it
        return Kind.FAILED, type(error).__name__.encode()
    return Kind.ANSWER, answer


def _has_grown(limits: Limits) -> bool:
    """Tell whether the memory has ever been above what a worker may keep."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KIB > limits.grown_bytes
