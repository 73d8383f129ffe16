"""The demo as its praktijkopleider has it open, the same as a stranger has it, and one badge."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.app.giving import give
from tests.app.serving import ADDRESS, BROWSER, demo_in, opened
from tests.databases import Databases


@pytest.fixture(scope="session")
def client(
    tmp_path_factory: pytest.TempPathFactory, furnished: Path, databases: Databases
) -> Iterator[TestClient]:
    """Open the demo as a browser does, signed in as its praktijkopleider."""
    folder = databases.copy(furnished, tmp_path_factory.mktemp("flow") / "data")
    with opened(demo_in(folder, databases=databases)) as client:
        assert client.post("/inloggen/demo").headers["location"] == "/uitreiken"
        yield client


@pytest.fixture(scope="module")
def stranger(client: TestClient) -> TestClient:
    """Open the same service without a session."""
    return TestClient(client.app, base_url=ADDRESS, headers=BROWSER, follow_redirects=False)


@pytest.fixture(scope="session")
def badge(client: TestClient) -> str:
    """Give one badge."""
    return give(client)
