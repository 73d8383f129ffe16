"""Signing in with an account of a provider that others wrote, over TLS on this machine."""

import html
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from app.main import create_app
from app.settings import Settings
from issuers.people.platform import add_administrator
from tests.app.serving import desk_of, opened
from tests.authenticator import Authenticator
from tests.school import School, running_school

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the provider, in its thread
ADDRESS = "https://bewijs.voorbeeld"
BROWSER = {"Accept": "text/html"}
SCRIPT = {"Accept": "application/json"}


@pytest.fixture(scope="module")
def school() -> Iterator[School]:
    """Run the provider."""
    with running_school() as running:
        yield running


@pytest.fixture
def client(tmp_path: Path, school: School, empty: Path) -> Iterator[TestClient]:
    """Open the service, where somebody is signed in with a passkey that she just made."""
    folder = Path(shutil.copytree(empty, tmp_path / "data"))
    app = create_app(Settings(mode="production", base_url=ADDRESS, data_dir=folder))
    app.state.accounts = school.directory(app.state.desk.clock)
    with opened(app, address=ADDRESS) as client:
        token = add_administrator(app.state.desk, "Ada Smit", mail="ada@bewijs.voorbeeld")
        client.post(f"/instellen/{token}")
        options = client.post("/mijn/passkeys/vraag", json={}, headers=SCRIPT).json()
        made = Authenticator(origin=ADDRESS).make(options)
        assert 200 == client.post("/mijn/passkeys", json=made, headers=SCRIPT).status_code
        yield client


def stranger(client: TestClient) -> TestClient:
    """Open another browser."""
    return TestClient(client.app, base_url=ADDRESS, headers=BROWSER, follow_redirects=False)


def there_and_back(
    browser: TestClient, school: School, button: str, *, kept: dict[str, str] | None = None, **form: str
) -> Response:
    """Press a button, answer the page of the provider, and come back."""
    page = browser.post(button, data=kept)
    found = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', page.text)
    assert found, page.text
    return browser.get(school.answer(html.unescape(found[1]), **form).removeprefix(ADDRESS))


class TestAccounts:
    """An account elsewhere is linked by who is signed in, and signs in from then on."""

    def test_signs_in_whoever_linked_it(self, client: TestClient, school: School) -> None:
        """Only she: another account of the same provider is nobody's."""
        linked = there_and_back(client, school, "/mijn/accounts/school", sub="ada-1")
        assert "/mijn?klaar=account" == linked.headers["location"]
        assert "<b>School</b>" in client.get("/mijn").text
        browser = stranger(client)
        assert "/mijn" == there_and_back(browser, school, "/inloggen/elders/school", sub="ada-1").headers.get(
            "location"
        )
        assert "met een account van een andere organisatie" in browser.get("/mijn").text
        another = there_and_back(stranger(client), school, "/inloggen/elders/school", sub="iemand")
        assert 400 == another.status_code
        assert "Dit account kennen wij nog niet" in another.text

    def test_opens_nothing_once_it_is_gone(self, client: TestClient, school: School) -> None:
        """A press on the own page is enough."""
        there_and_back(client, school, "/mijn/accounts/school", sub="ada-2")
        action = re.search(r'action="(/mijn/accounts/[\w-]{36}/weg)"', client.get("/mijn").text)
        assert action
        assert "/mijn?klaar=account-weg" == client.post(action[1]).headers["location"]
        again = there_and_back(stranger(client), school, "/inloggen/elders/school", sub="ada-2")
        assert 400 == again.status_code

    def test_proves_too_little_to_link_another(self, client: TestClient, school: School) -> None:
        """Whoever holds the account at the provider could make himself more ways in."""
        there_and_back(client, school, "/mijn/accounts/school", sub="ada-3")
        browser = stranger(client)
        there_and_back(browser, school, "/inloggen/elders/school", sub="ada-3")
        refused = browser.post("/mijn/accounts/school")
        assert 403 == refused.status_code
        assert "Laat zien dat jij het bent" in refused.text
        assert "Log in met School" not in refused.text

    def test_tells_who_stopped_there_and_keeps_the_form(self, client: TestClient, school: School) -> None:
        """The form of before goes along, there and back, and waits in the page."""
        kept = {"naar": "/mijn/organisatie", "bewaard": '[["organisatie", "De \\"Maas\\" & co"]]'}
        stopped = there_and_back(
            stranger(client), school, "/inloggen/elders/school", kept=kept, action="deny"
        )
        assert 400 == stopped.status_code
        assert "je stopte daar" in stopped.text
        assert 'De "Maas" & co' in html.unescape(stopped.text)
        assert "Wat je invulde, is niet weg" in stopped.text

    def test_goes_on_with_the_form(self, client: TestClient, school: School) -> None:
        """One press sends what was typed."""
        there_and_back(client, school, "/mijn/accounts/school", sub="ada-4")
        mark = re.search(r'name="namens" value="(\w+)"', client.get("/mijn").text)
        assert mark
        typed = [["namens", mark[1]], ["organisatie", "De Maas"]]
        kept = {"naar": "/mijn/organisatie", "bewaard": json.dumps(typed)}
        page = there_and_back(stranger(client), school, "/inloggen/elders/school", kept=kept, sub="ada-4")
        assert 200 == page.status_code
        assert 'action="/mijn/organisatie"' in page.text
        assert 'value="De Maas"' in page.text

    def test_is_of_one_person(self, client: TestClient, school: School) -> None:
        """Who links what is somebody else's is told so, on the own page."""
        there_and_back(client, school, "/mijn/accounts/school", sub="ada-5")
        token = add_administrator(desk_of(client), "Bea Mol", mail="bea@bewijs.voorbeeld")
        other = stranger(client)
        other.post(f"/instellen/{token}")
        options = other.post("/mijn/passkeys/vraag", json={}, headers=SCRIPT).json()
        made = Authenticator(origin=ADDRESS, credential_id=b"bea").make(options)
        assert 200 == other.post("/mijn/passkeys", json=made, headers=SCRIPT).status_code
        taken = there_and_back(other, school, "/mijn/accounts/school", sub="ada-5")
        assert 409 == taken.status_code
        assert "hoort al bij iemand anders" in taken.text

    def test_is_linked_by_the_sign_in_that_asked(self, client: TestClient, school: School) -> None:
        """Whoever signed out in between, or somebody else in this browser, links nothing."""
        page = client.post("/mijn/accounts/school")
        found = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', page.text)
        assert found
        back = school.answer(html.unescape(found[1]), sub="ada-6").removeprefix(ADDRESS)
        client.post("/uitloggen")
        assert 400 == client.get(back).status_code
        assert (
            400
            == there_and_back(stranger(client), school, "/inloggen/elders/school", sub="ada-6").status_code
        )
