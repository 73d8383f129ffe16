"""Groups, what is done to many badges, and what is taken in, as workflows of DBOS, in chunks.

A step is a chunk, and a chunk may be run twice: its lines have keys. So that a step is at least once is
enough, and the workflow holds nothing but ids. DBOS is one for a process, and so is this module.
"""

import logging
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Final
from uuid import UUID

from dbos import DBOS, DBOSConfig, SetWorkflowID, WorkflowStatusString

QUEUE: Final = "groups"
GROUP: Final = "group"
BULK: Final = "bulk"
INTAKE: Final = "intake"
INTAKES: Final = "intakes"
VERSION: Final = "groups-1"
"""Names what the workflows do, not the program: work that waited goes on after a new version of that."""

AT_ONCE: Final = 1
"""So many groups a process gives at once; the pages need the rest of it."""

POLLING_SECONDS: Final = 0.5

Step = Callable[[UUID, str], bool]

_steps: Final[dict[str, Step]] = {}


def launch(*, system_database: str, executor: str, steps: Mapping[str, Step]) -> None:
    """Begin, and go on with what this process left.

    `steps` do a chunk of a group, or of what is done to many badges, and tell whether there is more.
    """
    _steps.update(steps)
    logging.getLogger("dbos").setLevel(logging.ERROR)  # it names what it does, at each start
    config: DBOSConfig = {
        "name": "praktijkbewijs",
        "system_database_url": system_database,
        "application_version": VERSION,
        "executor_id": executor,
        "log_level": "ERROR",
        "use_listen_notify": False,  # a distributed PostgreSQL has none
    }
    with ThreadPoolExecutor(1) as aside:  # who starts a service runs an event loop, and DBOS refuses that
        aside.submit(_launch, config).result()


def _launch(config: DBOSConfig) -> None:
    DBOS(config=config)
    DBOS.launch()
    for queue in (QUEUE, INTAKES):
        DBOS.register_queue(queue, worker_concurrency=AT_ONCE, polling_interval_sec=POLLING_SECONDS)


def enqueue(group_id: UUID, *, organisation_id: str, attempt: int) -> None:
    """Let a group be given; the same attempt again is nothing new."""
    with SetWorkflowID(_named(group_id, attempt=attempt)):
        DBOS.enqueue_workflow(QUEUE, give_group, str(group_id), organisation_id)


def is_in_line(group_id: UUID, *, attempt: int) -> bool:
    """Tell whether an attempt waits for its turn: whoever has room takes it, in whatever process."""
    status = DBOS.get_workflow_status(_named(group_id, attempt=attempt))
    return status is not None and status.status == WorkflowStatusString.ENQUEUED.value


def enqueue_bulk(bulk_id: UUID, *, organisation_id: str, attempt: int) -> None:
    """Let the same be done to many badges; the same attempt again is nothing new."""
    with SetWorkflowID(_named(bulk_id, attempt=attempt)):
        DBOS.enqueue_workflow(QUEUE, do_bulk, str(bulk_id), organisation_id)


def enqueue_intake(intake_id: UUID, *, organisation_id: str, attempt: int) -> None:
    """Let files of many people be taken in; the same attempt again is nothing new."""
    with SetWorkflowID(_named(intake_id, attempt=attempt)):
        DBOS.enqueue_workflow(INTAKES, do_intake, str(intake_id), organisation_id)


def end() -> None:
    """Stop; what is under way goes on at the next start."""
    DBOS.destroy()


@DBOS.workflow(name="give-group")
def give_group(group_id: str, organisation_id: str) -> int:
    """Give a group, chunk by chunk; tell how many."""
    chunks = 0
    while give_next(group_id, organisation_id):
        chunks += 1
    return chunks


@DBOS.step(name="give-chunk", retries_allowed=True, max_attempts=5)
def give_next(group_id: str, organisation_id: str) -> bool:
    """Give the next chunk; tell whether there is more."""
    return _steps[GROUP](UUID(group_id), organisation_id)


@DBOS.workflow(name="do-bulk")
def do_bulk(bulk_id: str, organisation_id: str) -> int:
    """Do the same to many badges, chunk by chunk; tell how many."""
    chunks = 0
    while do_next(bulk_id, organisation_id):
        chunks += 1
    return chunks


@DBOS.step(name="do-chunk", retries_allowed=True, max_attempts=5)
def do_next(bulk_id: str, organisation_id: str) -> bool:
    """Do the next chunk; tell whether there is more."""
    return _steps[BULK](UUID(bulk_id), organisation_id)


@DBOS.workflow(name="do-intake")
def do_intake(intake_id: str, organisation_id: str) -> int:
    """Take files in, some at a time; tell how often."""
    chunks = 0
    while read_next(intake_id, organisation_id):
        chunks += 1
    return chunks


@DBOS.step(name="read-chunk", retries_allowed=True, max_attempts=5)
def read_next(intake_id: str, organisation_id: str) -> bool:
    """Take the next files in; tell whether there is more."""
    return _steps[INTAKE](UUID(intake_id), organisation_id)


def _named(group_id: UUID, *, attempt: int) -> str:
    return f"{group_id}-{attempt}"
