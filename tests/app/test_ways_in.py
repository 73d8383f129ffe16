"""More ways to what somebody keeps, in a browser."""

import re

import pytest
from fastapi.testclient import TestClient

from issuers.publishing.keeping import keep_path
from tests.app.giving import give

WALLET = "/mijn-bewijzen"
COOKIE = "bewijzen"


@pytest.fixture
def holder(demo: TestClient) -> TestClient:
    """Keep a badge on a telephone."""
    demo.post("/inloggen/demo")
    token = give(demo).rpartition("/")[2]
    demo.cookies.clear()
    demo.post(keep_path(demo.app.state.desk, token))
    return demo


class TestPasskey:
    """A passkey is explained, and made where it can be."""

    @pytest.mark.parametrize("path", [f"{WALLET}/passkey", "/openen/passkey"])
    def test_is_not_offered_at_an_ip_address(self, holder: TestClient, path: str) -> None:
        """No passkey is bound to one; the page leads to the address of the service."""
        here = holder.get(path)
        elsewhere = holder.get(path, headers={"Host": "192.0.2.1"})
        assert ("data-passkey=" in here.text, "data-passkey=" in elsewhere.text) == (True, False)
        assert f'href="{holder.app.state.desk.base_url}/mijn-bewijzen"' in elsewhere.text

    def test_says_what_is_wrong_with_one(self, holder: TestClient) -> None:
        """In a sentence that the page shows beside the button."""
        answer = holder.post("/openen/passkey", json={}, headers={"Accept": "application/json"})
        assert (400, "passkey") == (answer.status_code, answer.json()["code"])


class TestDevices:
    """A telephone is taken off."""

    def test_empties_the_one_in_hand(self, holder: TestClient) -> None:
        """The browser forgets its secret too."""
        page = holder.get(f"{WALLET}/toestellen").text
        [action] = re.findall(r'action="(/mijn-bewijzen/toestellen/[\w-]{36}/weg)"', page)
        left = holder.post(action)
        assert f"{WALLET}?klaar=weg" == left.headers["location"]
        assert COOKIE not in holder.cookies
        assert 404 == holder.get(f"{WALLET}/toestellen").status_code
