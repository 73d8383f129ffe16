"""How the rooms become one application."""

from typing import cast

from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from starlette.routing import Mount

from tests.app.serving import state_of
from tests.databases import ON_SQLITE


@ON_SQLITE
class TestCreateApp:
    """`create_app`."""

    def test_takes_the_routes_of_the_rooms_as_they_are(self, demo: TestClient) -> None:
        """A router that is included is analysed anew for whoever asks first: a fifth of a second for all."""
        apps = cast("FastAPI", demo.app), cast("FastAPI", state_of(demo).api)
        assert {APIRoute, Mount} == {type(route) for app in apps for route in app.routes}
