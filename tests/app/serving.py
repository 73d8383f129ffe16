"""Open the service in the process of a test, without what only a running one needs."""

from collections.abc import Iterator
from contextlib import contextmanager

from fastapi import FastAPI
from fastapi.testclient import TestClient

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@contextmanager
def opened(app: FastAPI, *, address: str = "http://localhost:8000") -> Iterator[TestClient]:
    """Open an app as a browser does: nothing ticks, and what judges badges starts where one is checked."""
    client = TestClient(app, base_url=address, headers=BROWSER, follow_redirects=False)
    try:
        yield client
    finally:
        state = app.state
        for each in (client, state.verifier, state.egress, state.limiter, state.desk.register):
            each.close()
