"""What tests of the whole service share."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.conformance import WithSuiteLists
from app.main import create_app
from app.settings import Settings
from issuers.publishing.keeping import keep_path
from tests.app.giving import give
from tests.app.serving import ADDRESS, BROWSER, demo_in, desk_of, opened
from tests.databases import Databases
from tests.fresh import fresh_in
from tests.once import Once
from tests.vcapi import Api
from tests.world import World

PRODUCTION = "https://bewijs.voorbeeld"


def furnish(once: Once, databases: Databases) -> Path:
    """Make a folder with the demo and its people in it."""
    folder = fresh_in(once.folder("furnished"), once=once, databases=databases)
    with opened(demo_in(folder, databases=databases)) as client:
        client.post("/inloggen/demo", data={"als": "beheerder"})
        client.post("/inloggen/demo")
    return folder


@pytest.fixture(scope="session")
def furnished(once: Once, databases: Databases) -> Path:
    """Give a folder with the demo and its people in it; each test works on a copy."""
    return once.make(furnish, databases=databases)


@dataclass(frozen=True, slots=True)
class Given:
    """Hold a folder with the demo in which one badge was given, and the path of the page to keep that."""

    folder: Path
    path: str


def give_one(once: Once, databases: Databases) -> Given:
    """Make the folder."""
    folder = databases.copy(once.make(furnish, databases=databases), once.folder("given"))
    with opened(demo_in(folder, databases=databases)) as client:
        client.post("/inloggen/demo")
        return Given(folder, keep_path(desk_of(client), give(client).rpartition("/")[2]))


@pytest.fixture
def demo(
    request: pytest.FixtureRequest, tmp_path: Path, furnished: Path, once: Once, databases: Databases
) -> Iterator[TestClient]:
    """Open the demo on a database of its own, as a browser does in which nobody signed in.

    For who asks for `given`, a badge was given in it.
    """
    is_given = "given" in request.fixturenames
    source = once.make(give_one, databases=databases).folder if is_given else furnished
    with opened(demo_in(databases.copy(source, tmp_path / "demo"), databases=databases)) as client:
        yield client


@pytest.fixture
def given(demo: TestClient, once: Once, databases: Databases) -> str:
    """Give the path of the page to keep the badge that was given."""
    return once.make(give_one, databases=databases).path


@pytest.fixture
def client(demo: TestClient) -> TestClient:
    """Open the demo as its praktijkopleider."""
    demo.post("/inloggen/demo")
    return demo


@pytest.fixture
def phone(client: TestClient) -> TestClient:
    """Open the same service on another telephone, where nobody signed in."""
    return TestClient(client.app, base_url=ADDRESS, headers=BROWSER, follow_redirects=False)


@pytest.fixture
def holder(demo: TestClient, given: str) -> TestClient:
    """Keep that badge in this browser."""
    demo.post(given)
    return demo


@pytest.fixture
def sealed(tmp_path: Path, furnished: Path, databases: Databases) -> Iterator[TestClient]:
    """Open the demo on a machine that lost what opens its signing keys."""
    folder = databases.copy(furnished, tmp_path / "sealed")
    (folder / "keys" / "kek").unlink()
    with opened(demo_in(folder, databases=databases)) as client:
        yield client


@pytest.fixture(scope="session")
def empty(once: Once) -> Path:
    """Make the folder of a production where nobody is yet, once; each test works on a copy."""
    folder = fresh_in(once.folder("empty"), once=once)
    with opened(create_app(Settings(mode="production", base_url=PRODUCTION, data_dir=folder))):
        return folder


@pytest.fixture(scope="session")
def api(once: Once) -> Iterator[Api]:
    """Run the service in conformance mode, in a world where nobody else answers."""
    folder = fresh_in(once.folder("conformance"), once=once)
    app = create_app(Settings(mode="demo", base_url=ADDRESS, data_dir=folder, conformance=True))
    verifier = app.state.suite_verifier
    verifier.sources = WithSuiteLists(World(), issuers=app.state.suite_issuers, clock=verifier.clock)
    with TestClient(app, base_url=ADDRESS) as client:
        yield Api(client)
