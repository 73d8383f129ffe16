"""Open the service in the process of a test, without what only a running one needs."""

import atexit
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import cast

from anyio.from_thread import start_blocking_portal
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.datastructures import State

from app.main import create_app
from app.settings import Settings
from issuers.desk import IssuingDesk
from tests.databases import Databases
from tests.issuers.groups.rosters import Inline
from tests.schools.importing.inline import Started
from verifier.workers.pool import WorkerPool

ADDRESS = "http://localhost:8000"
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


class Standing(WorkerPool):
    """Stay when a service closes: the next one need not start processes again."""

    def close(self) -> None:
        """End nothing yet."""

    def end(self) -> None:
        """End all processes."""
        super().close()


@cache
def standing() -> Standing:
    """Give the processes that judge badges for every demo here; a job leaves nothing behind in them."""
    pool = Standing("verifier.apart:answer")
    atexit.register(pool.end)
    return pool


def demo_in(folder: Path, *, databases: Databases) -> FastAPI:
    """Make the demo on the database of a folder; a group is given at once."""
    url = databases.url(folder)
    app = create_app(Settings(mode="demo", base_url=ADDRESS, data_dir=folder, database_url=url))
    app.state.groups = Inline(app.state.desk)
    app.state.verifier.workers = standing()
    app.state.intakes = Started()
    return app


def state_of(client: TestClient) -> State:
    """Give what an opened service holds: a client knows it as anything that can be asked."""
    return cast("FastAPI", client.app).state


def desk_of(client: TestClient) -> IssuingDesk:
    """Give the desk behind an opened service."""
    return cast("IssuingDesk", state_of(client).desk)


@contextmanager
def opened(app: FastAPI, *, address: str = ADDRESS) -> Iterator[TestClient]:
    """Open an app as a browser does: nothing ticks, and what judges badges starts where one is checked."""
    client = TestClient(app, base_url=address, headers=BROWSER, follow_redirects=False)
    try:
        with start_blocking_portal(**client.async_backend) as client.portal:  # one loop, not one a request
            yield client
    finally:
        state = app.state
        for each in (client, state.verifier, state.egress, state.limiter, state.desk.register):
            each.close()
