"""What tests of the whole service share."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from app.conformance import WithSuiteLists
from app.main import create_app
from app.settings import Settings
from tests.vcapi import Api
from tests.world import World

ADDRESS = "http://localhost:8000"


@pytest.fixture(scope="session")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    """Run the service in conformance mode, in a world where nobody else answers."""
    folder = tmp_path_factory.mktemp("conformance")
    app = create_app(Settings(mode="demo", base_url=ADDRESS, data_dir=folder, conformance=True))
    verifier = app.state.suite_verifier
    verifier.sources = WithSuiteLists(World(), issuers=app.state.suite_issuers, clock=verifier.clock)
    with TestClient(app, base_url=ADDRESS) as client:
        yield Api(client)
