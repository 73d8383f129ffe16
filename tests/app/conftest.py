"""What tests of the whole service share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.conformance import WithSuiteLists
from app.main import create_app
from app.settings import Settings
from tests.app.serving import demo_in, opened
from tests.databases import Databases
from tests.once import Once
from tests.vcapi import Api
from tests.world import World

ADDRESS = "http://localhost:8000"
PRODUCTION = "https://bewijs.voorbeeld"


def furnish(once: Once, databases: Databases) -> Path:
    """Make a folder with the demo and its people in it."""
    folder = once.folder("furnished")
    with opened(demo_in(folder, databases=databases)) as client:
        client.post("/inloggen/demo", data={"als": "beheerder"})
        client.post("/inloggen/demo")
    return folder


@pytest.fixture(scope="session")
def furnished(once: Once, databases: Databases) -> Path:
    """Give a folder with the demo and its people in it; each test works on a copy."""
    return once.make(furnish, databases=databases)


@pytest.fixture
def demo(tmp_path: Path, furnished: Path, databases: Databases) -> Iterator[TestClient]:
    """Open the demo on a database of its own, as a browser does in which nobody signed in."""
    folder = databases.copy(furnished, tmp_path / "demo")
    with opened(demo_in(folder, databases=databases)) as client:
        yield client


@pytest.fixture
def sealed(tmp_path: Path, furnished: Path, databases: Databases) -> Iterator[TestClient]:
    """Open the demo on a machine that lost what opens its signing keys."""
    folder = databases.copy(furnished, tmp_path / "sealed")
    (folder / "keys" / "kek").unlink()
    with opened(demo_in(folder, databases=databases)) as client:
        yield client


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the folder of a production where nobody is yet, once; each test works on a copy."""
    folder = tmp_path_factory.mktemp("empty") / "data"
    with opened(create_app(Settings(mode="production", base_url=PRODUCTION, data_dir=folder))):
        return folder


@pytest.fixture(scope="session")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    """Run the service in conformance mode, in a world where nobody else answers."""
    folder = tmp_path_factory.mktemp("conformance")
    app = create_app(Settings(mode="demo", base_url=ADDRESS, data_dir=folder, conformance=True))
    verifier = app.state.suite_verifier
    verifier.sources = WithSuiteLists(World(), issuers=app.state.suite_issuers, clock=verifier.clock)
    with TestClient(app, base_url=ADDRESS) as client:
        yield Api(client)
