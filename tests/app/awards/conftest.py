"""What tests of the API for systems share: the demo, and systems of two organisations."""

import pytest
from fastapi.testclient import TestClient

from issuers.desk import IssuingDesk
from issuers.people.permissions import Actor
from tests.app.serving import desk_of
from tests.app.systems import System, other_beheerder, own_beheerder, system_of


@pytest.fixture
def client(demo: TestClient) -> TestClient:
    """Open the demo as a system does."""
    demo.headers["Accept"] = "*/*"
    return demo


@pytest.fixture
def desk(client: TestClient) -> IssuingDesk:
    """Give the desk behind the service."""
    return desk_of(client)


@pytest.fixture
def beheerder(desk: IssuingDesk) -> Actor:
    """Give the beheerder of the demo leerbedrijf, who judges as well."""
    return own_beheerder(desk)


@pytest.fixture
def system(client: TestClient, beheerder: Actor) -> System:
    """Give a system with a key for everything."""
    return system_of(client, beheerder)


@pytest.fixture
def other(client: TestClient, desk: IssuingDesk) -> System:
    """Give a system of another organisation, with a key for everything there."""
    return system_of(client, other_beheerder(desk))
