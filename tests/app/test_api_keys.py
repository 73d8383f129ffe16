"""The page about keys of systems, over HTTP: make one, use it, withdraw it, on a real database."""

import html
import re
from dataclasses import replace
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from issuers.people.permissions import Actor
from tests.app.serving import desk_of, state_of
from tests.app.systems import AWARDS, own_beheerder, system_of
from tests.databases import ON_SQLITE
from web.clock import FixedClock

SECRET = re.compile(r"pb_[0-9A-Za-z]{49}")
WITHDRAW = re.compile(r"/api-sleutels/[0-9a-f-]{36}/intrekken")
FILLED = {"naam": "Leerlingvolgsysteem", "mag": ["issue", "read"], "duur": "1-jaar"}
MAKE = "/api-sleutels/nieuw"
pytestmark = ON_SQLITE


@pytest.fixture
def client(demo: TestClient) -> TestClient:
    """Open the demo as its beheerder."""
    demo.post("/inloggen/demo", data={"als": "beheerder"})
    return demo


@pytest.fixture
def judge(client: TestClient) -> Actor:
    """Let the beheerder judge as well."""
    return own_beheerder(desk_of(client))


def text_of(client: TestClient, path: str = "/api-sleutels") -> str:
    """Read a page as a person does."""
    return html.unescape(client.get(path).text)


def plain(page: str) -> str:
    """Read the words of a page without their marks."""
    return re.sub(r"<[^>]+>", "", page)


@pytest.mark.usefixtures("judge")
class TestMake:
    """`/api-sleutels/nieuw`."""

    def test_shows_the_key_once(self, client: TestClient) -> None:
        """It works at once; the list knows it by its name and its end."""
        page = client.post(MAKE, data=FILLED)
        [secret] = set(SECRET.findall(page.text))
        assert 200 == client.get(AWARDS, headers={"Authorization": f"Bearer {secret}"}).status_code
        listed = text_of(client)
        assert secret not in listed
        assert all(each in listed for each in ("Leerlingvolgsysteem", f"pb_… {secret[-4:]}", "Karim Visser"))
        assert "Mag: bewijzen geven, zien wat jullie gaven" in listed
        assert "laatst gebruikt op" in listed

    def test_is_kept_by_nobody_between(self, client: TestClient) -> None:
        """No cache, no address in which it stands."""
        page = client.post(MAKE, data=FILLED)
        assert "no-store" == page.headers["cache-control"]
        assert "location" not in page.headers

    def test_keeps_what_was_typed(self, client: TestClient) -> None:
        """Every problem beside its field, all at once."""
        answer = client.post(MAKE, data={"naam": "", "mag": ["read", "manage-keys"], "duur": "nooit"})
        assert 400 == answer.status_code
        for said in ("Geef de sleutel een naam", "Een sleutel kan niet meer dan jij", "Kies hoe lang"):
            assert said in answer.text
        assert 'value="read" checked' in answer.text

    def test_offers_a_year(self, client: TestClient) -> None:
        """Unless somebody chooses otherwise, and never more than two."""
        page = text_of(client, MAKE)
        assert re.findall(r'value="(\S+)" checked', page) == ["1-jaar"]
        assert ["3-maanden", "1-jaar", "2-jaar"] == re.findall(r'name="duur" value="(\S+)"', page)

    def test_asks_once_more_who_it_is(self, client: TestClient) -> None:
        """After a quarter of an hour; what was typed is sent again by one button."""
        state = state_of(client)
        state.desk = replace(state.desk, clock=FixedClock(state.desk.clock.now() + timedelta(minutes=16)))
        answer = client.post(MAKE, data=FILLED)
        assert 403 == answer.status_code
        assert "Leerlingvolgsysteem" in answer.text
        assert not SECRET.search(answer.text)


class TestOffer:
    """What a key can be made for."""

    def test_is_no_more_than_its_maker_may(self, client: TestClient) -> None:
        """Who does not judge, lets no system judge, and reads where to change that."""
        page = text_of(client, MAKE)
        assert ["read", "revoke"] == re.findall(r'name="mag" value="(\S+)"', page)
        assert "moet jij zelf ook praktijkopleider zijn" in page
        assert 400 == client.post(MAKE, data=FILLED).status_code


@pytest.mark.usefixtures("judge")
class TestWithdraw:
    """`/api-sleutels/…/intrekken`."""

    def test_ends_it_at_once(self, client: TestClient) -> None:
        """It stays in the list, among those of before."""
        [secret] = set(SECRET.findall(client.post(MAKE, data=FILLED).text))
        [path] = WITHDRAW.findall(text_of(client))
        done = client.post(path).headers["location"]
        assert 401 == client.get(AWARDS, headers={"Authorization": f"Bearer {secret}"}).status_code
        listed = text_of(client, done)
        assert "Hij opent niets meer." in listed
        assert "Ingetrokken op" in listed
        assert not WITHDRAW.search(listed)

    def test_is_in_the_history(self, client: TestClient) -> None:
        """Who made it, and who withdrew it."""
        client.post(MAKE, data=FILLED)
        client.post(WITHDRAW.findall(text_of(client))[0])
        history = text_of(client, "/wie-deed-wat")
        assert "maakte een API-sleutel" in history
        assert "trok een API-sleutel in" in history

    def test_takes_no_name_out_of_the_history(self, client: TestClient, judge: Actor) -> None:
        """What a system gave stays to be seen as given by it."""
        system = system_of(client, judge)
        system.give()
        client.post(WITHDRAW.findall(text_of(client))[0])
        assert "ondertekende een bewijs met de sleutel “Volgsysteem”" in plain(
            text_of(client, "/wie-deed-wat")
        )


class TestOthers:
    """Who does not manage keys."""

    def test_see_nothing_of_it(self, client: TestClient) -> None:
        """Neither the pages nor a link to them."""
        assert 'href="/api-sleutels"' in client.get("/sleutels").text
        client.post("/inloggen/demo")
        assert [403, 403, 403] == [
            client.get("/api-sleutels").status_code,
            client.get(MAKE).status_code,
            client.post(MAKE, data=FILLED).status_code,
        ]
        assert 'href="/api-sleutels"' not in client.get("/uitreiken").text
