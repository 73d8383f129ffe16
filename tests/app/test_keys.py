"""Keys and history, over HTTP: a new key, a stolen key, and who did what, on a real database."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from fastapi.testclient import TestClient

from tests.app.giving import give
from tests.databases import ON_SQLITE

pytestmark = ON_SQLITE
KWIJT = re.compile(r"/sleutels/[0-9a-f-]{36}/kwijt")
JSON = {"Accept": "application/json"}


@pytest.fixture
def client(demo: TestClient) -> TestClient:
    """Open the demo as its beheerder."""
    as_beheerder(demo)
    return demo


def as_beheerder(client: TestClient) -> None:
    """Go on as the beheerder."""
    client.post("/inloggen/demo", data={"als": "beheerder"})


def given(client: TestClient, *, naam: str) -> str:
    """Give a badge as the praktijkopleider, and go on as the beheerder; give its address."""
    client.post("/inloggen/demo")
    address = give(client, naam=naam)
    as_beheerder(client)
    return address


def verdict(client: TestClient, raw: bytes) -> str:
    """Check a badge."""
    return str(client.post("/api/v1/verificaties", content=raw).json()["verdict"])


class TestKeys:
    """`/sleutels`."""

    def test_shows_a_key_for_each_purpose(self, client: TestClient) -> None:
        """One of each in use, and nothing of the private halves."""
        page = client.get("/sleutels").text
        assert 3 == page.count("Nu in gebruik")
        assert 3 == len(set(KWIJT.findall(page)))

    @pytest.mark.parametrize("purpose", ["assertion", "token", "list"])
    def test_takes_a_new_key_and_keeps_old_badges_good(self, client: TestClient, purpose: str) -> None:
        """What was given before stays valid, in each of its forms."""
        badge = given(client, naam="Sam")
        raw = client.get(badge, headers=JSON).content
        token = client.get(badge, headers={"Accept": "application/vc+jwt"}).content
        assert f'href="/sleutels/{purpose}/vervangen"' in client.get("/sleutels").text
        asked = client.get(f"/sleutels/{purpose}/vervangen").text
        assert "Wat al gegeven is, blijft geldig." in asked
        assert f'action="/sleutels/{purpose}/vervangen"' in asked
        assert "Van eerder" not in client.get("/sleutels").text
        done = client.post(f"/sleutels/{purpose}/vervangen").headers["location"]
        assert "Gelukt" in client.get(done).text
        assert 1 == client.get("/sleutels").text.count("Van eerder")
        assert ["valid", "valid"] == [verdict(client, raw), verdict(client, token)]

    @pytest.mark.parametrize("purpose", ["checkpoint", "iets"])
    def test_has_no_others(self, client: TestClient, purpose: str) -> None:
        """The key of the service itself is not an organisation's."""
        for ask in (client.get, client.post):
            assert ask(f"/sleutels/{purpose}/vervangen").status_code in {400, 404}

    def test_are_not_for_a_praktijkopleider(self, client: TestClient) -> None:
        """He sees no link to them either."""
        path = KWIJT.findall(client.get("/sleutels").text)[0]
        client.post("/inloggen/demo")
        assert [403, 403] == [client.get("/sleutels").status_code, client.post(path).status_code]
        assert 'href="/sleutels"' not in client.get("/uitreiken").text


class TestStolenKey:
    """`/sleutels/…/kwijt` and `/sleutels/…/opnieuw`."""

    def test_goes_from_theft_to_good_badges(self, client: TestClient) -> None:
        """Since when, once more sure, then one button; links stay, copies of before are known here."""
        badges = [given(client, naam=f"Sam {name}") for name in ("Een", "Twee")]
        before = [client.get(badge, headers=JSON).content for badge in badges]
        path = KWIJT.findall(client.get("/sleutels").text)[0]
        sent = client.post(path, data={"zeker": "ja"})
        again = sent.headers["location"]
        assert "2 bewijzen hebben nog de handtekening" in client.get(again).text
        assert ["valid", "valid"] == [verdict(client, raw) for raw in before]
        done = client.post(again, data={"gedaan": "0"}).headers["location"]
        assert "Klaar. 2 bewijzen hebben de nieuwe handtekening." in client.get(done).text
        after = [client.get(badge, headers=JSON).content for badge in badges]
        assert before != after
        assert ["valid"] * 4 == [verdict(client, raw) for raw in before + after]
        assert "Niet meer vertrouwd" in client.get("/sleutels").text

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ({}, "Kruis aan dat je het zeker weet"),
            ({"zeker": "ja", "sinds": "gisteren"}, "Kies een dag en een tijd"),
            ({"zeker": "ja", "sinds": "2020-01-01T00:00"}, "Kies een moment daarna"),
            (
                {"zeker": "ja", "sinds": (datetime.now(UTC) + timedelta(days=2)).isoformat()[:16]},
                "niet in de toekomst",
            ),
        ],
    )
    def test_says_what_to_do(self, client: TestClient, typed: dict[str, str], said: str) -> None:
        """Nothing happens, and what was typed is still there."""
        path = KWIJT.findall(client.get("/sleutels").text)[0]
        answer = client.post(path, data=typed)
        assert 400 == answer.status_code
        assert said in answer.text
        assert typed.get("sinds", "") in answer.text
        assert "Niet meer vertrouwd" not in client.get("/sleutels").text

    def test_takes_the_minute_in_which_the_key_was_made(self, client: TestClient) -> None:
        """The earliest that the field offers is taken."""
        path = KWIJT.findall(client.get("/sleutels").text)[0]
        earliest = re.search(r'min="([^"]+)"', client.get(path).text)
        assert earliest
        assert 303 == client.post(path, data={"zeker": "ja", "sinds": earliest[1]}).status_code

    def test_does_not_know_keys_of_others(self, client: TestClient) -> None:
        """Any other id is a page that is not there."""
        path = "/sleutels/0190a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"
        assert 404 == client.get(f"{path}/kwijt").status_code
        assert 404 == client.post(f"{path}/opnieuw").status_code

    def test_signs_nothing_again_for_a_key_that_is_trusted(self, client: TestClient) -> None:
        """There is no such page."""
        path = KWIJT.findall(client.get("/sleutels").text)[0].replace("kwijt", "opnieuw")
        assert [404, 404] == [client.get(path).status_code, client.post(path).status_code]


class TestTrail:
    """`/wie-deed-wat`."""

    def test_tells_who_did_what(self, client: TestClient) -> None:
        """Names come from the people of the organisation; the newest first."""
        given(client, naam="Sam")
        client.post("/sleutels/token/vervangen")
        page = client.get("/wie-deed-wat").text
        rows = re.findall(r"<b>(?:<bdi>)?([^<]+)(?:</bdi>)?</b>: ([^<]+?)(?= <|</p>)", page)
        assert ("Noor Bakker", "ondertekende een bewijs") in rows
        assert "nam een sleutel uit gebruik" in rows[1][1]
        assert "maakte een sleutel" in rows[0][1]
        assert 2 == page.split("begon hier")[0].count("(voor bewijzen in een wallet)")
        assert "niemand kon hem nog openen" not in page

    def test_says_nothing_about_who_got_a_badge(self, client: TestClient) -> None:
        """The history holds no names of those."""
        given(client, naam="Zeldzame Naam")
        assert "Zeldzame" not in client.get("/wie-deed-wat").text

    def test_turns_pages(self, client: TestClient) -> None:
        """Fifty at a time."""
        for _ in range(26):
            client.post("/sleutels/token/vervangen")
        assert "pagina=1" in client.get("/wie-deed-wat").text
        second = client.get("/wie-deed-wat?pagina=1").text
        assert "nam de organisatie op" in second
        assert "pagina=0" in second

    def test_is_for_the_beheerder(self, client: TestClient) -> None:
        """Not for everyone who works here."""
        client.post("/inloggen/demo")
        assert 403 == client.get("/wie-deed-wat").status_code
