"""Groups in line: one is given at a time, and the next waits for its turn."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event
from uuid import UUID

from app import workflows
from issuers.identifiers import uuid7
from tests.issuers.conftest import FRIDAY

SECONDS = 20


def soon(is_so: Callable[[], bool]) -> bool:
    """Wait for something that happens in the background."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until and not is_so():
        time.sleep(0.05)
    return is_so()


class TestLaunch:
    """`launch` begins, and goes on with what was left."""

    def test_works_where_an_event_loop_runs(self, tmp_path: Path) -> None:
        """As at the start of a service, when something was left by a crash."""

        async def start() -> None:
            system_database = f"sqlite:///{tmp_path / 'jobs.db'}"
            workflows.launch(system_database=system_database, executor="hier", steps={})

        try:
            asyncio.run(start())
        finally:
            workflows.end()


class TestIsInLine:
    """`is_in_line` tells what was not begun yet from what is under way."""

    def test_is_true_until_it_is_begun(self, tmp_path: Path) -> None:
        """The first is given, the second waits; then both are done, and neither is in line."""
        first, second = uuid7(FRIDAY), uuid7(FRIDAY)
        begun: list[UUID] = []
        go_on = Event()

        def step(group_id: UUID, _organisation_id: str) -> bool:
            begun.append(group_id)
            go_on.wait(SECONDS)
            return False

        system_database = f"sqlite:///{tmp_path / 'jobs.db'}"
        workflows.launch(system_database=system_database, executor="hier", steps={workflows.GROUP: step})
        try:
            workflows.enqueue(first, organisation_id="o", attempt=1)
            assert soon(lambda: begun == [first])
            workflows.enqueue(second, organisation_id="o", attempt=1)
            waiting = [workflows.is_in_line(each, attempt=1) for each in (first, second)]
            go_on.set()
            assert soon(lambda: begun == [first, second])
            assert [False, True] == waiting
            assert not workflows.is_in_line(second, attempt=1)
        finally:
            go_on.set()
            workflows.end()
