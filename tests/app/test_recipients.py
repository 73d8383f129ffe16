"""Who learns here, over HTTP, on a real database."""

import re

from fastapi.testclient import TestClient

from issuers.organisations.demo import demo_praktijkopleider
from issuers.recipients.keeping import add_recipient
from issuers.recipients.reading import NewRecipient
from tests.app.learners import SAM, added
from tests.app.serving import desk_of
from tests.databases import ON_SQLITE

pytestmark = ON_SQLITE
ROW = re.compile(r'href="/deelnemers/[0-9a-f-]{36}"')


class TestAdding:
    """`/deelnemers/nieuw` adds somebody."""

    def test_shows_what_is_kept(self, client: TestClient) -> None:
        """On a page of his own, and in the list."""
        page = client.get(added(client)).text
        assert all(each in page for each in ("Sam de Vries", "+31612345678", "2026-17"))
        assert "Sam de Vries" in client.get("/deelnemers").text

    def test_keeps_what_was_typed(self, client: TestClient) -> None:
        """And says what is wrong."""
        page = client.post("/deelnemers/nieuw", data=SAM | {"telefoon": "bel maar"})
        assert 400 == page.status_code
        assert all(each in page.text for each in ('value="Sam de Vries"', 'value="bel maar"', "06 12345678"))

    def test_asks_about_a_namesake(self, client: TestClient) -> None:
        """With a box to tick, which adds the other."""
        added(client, kenmerk="")
        page = client.post("/deelnemers/nieuw", data=SAM | {"kenmerk": ""})
        assert 400 == page.status_code
        assert 'name="ander"' in page.text
        added(client, kenmerk="", ander="ja")
        assert 2 == len(ROW.findall(client.get("/deelnemers").text))

    def test_is_not_for_who_looks_after_the_organisation(self, client: TestClient) -> None:
        """Unless he works with people who learn."""
        client.post("/inloggen/demo", data={"als": "beheerder"})
        assert 403 == client.get("/deelnemers").status_code
        assert 'href="/deelnemers"' not in client.get("/mensen").text


class TestList:
    """`/deelnemers` lists and finds."""

    def test_invites_to_begin(self, client: TestClient) -> None:
        """Where there is nobody yet."""
        assert "Wie leert er bij jullie?" in client.get("/deelnemers").text

    def test_finds_by_a_part(self, client: TestClient) -> None:
        """And says so where there is nobody."""
        added(client)
        assert "1 deelnemer bij" in client.post("/deelnemers", data={"zoek": "vries"}).text
        assert "We vinden niemand bij ‘xyz’" in client.post("/deelnemers", data={"zoek": "xyz"}).text

    def test_turns_pages(self, client: TestClient) -> None:
        """A hundred on each, also of what was found."""
        desk = desk_of(client)
        actor = demo_praktijkopleider(desk)
        for number in range(101):
            add_recipient(desk, NewRecipient(name="Sam", reference=f"k-{number}"), actor=actor)
        shown = [client.post("/deelnemers", data={"zoek": "sam", "pagina": page}).text for page in (0, 1)]
        assert [100, 1] == [len(ROW.findall(each)) for each in shown]
        assert "101 deelnemers bij" in shown[0]
        turned = [re.search(r'name="pagina" value="(\d)"', each) for each in shown]
        assert ["1", "0"] == [each and each[1] for each in turned]
        assert all('type="hidden" name="zoek" value="sam"' in each for each in shown)


class TestChanging:
    """`/deelnemers/.../verander` and `/weg`."""

    def test_begins_with_what_is_kept(self, client: TestClient) -> None:
        """And keeps what comes back."""
        here = added(client)
        assert 'value="+31612345678"' in client.get(f"{here}/verander").text
        client.post(f"{here}/verander", data={"naam": "Sam", "mail": "sam@voorbeeld.nl"})
        page = client.get(here).text
        assert "sam@voorbeeld.nl" in page
        assert "+31612345678" not in page

    def test_keeps_what_was_typed(self, client: TestClient) -> None:
        """And says what is wrong."""
        page = client.post(f"{added(client)}/verander", data=SAM | {"naam": ""})
        assert 400 == page.status_code
        assert 'value="06 12345678"' in page.text

    def test_takes_away_after_asking(self, client: TestClient) -> None:
        """There is nothing left to open."""
        here = added(client)
        assert "blijven geldig" in client.get(f"{here}/weg").text
        assert "/deelnemers?klaar=weg" == client.post(f"{here}/weg").headers["location"]
        assert 404 == client.get(here).status_code

    def test_erases_who_asked_for_it(self, client: TestClient) -> None:
        """Nobody is erased by mistake."""
        here = added(client)
        assert f'href="{here}/wissen"' in client.get(f"{here}/weg").text
        refused = client.post(f"{here}/wissen")
        assert (400, True) == (refused.status_code, "Zet het vinkje" in refused.text)
        done = client.post(f"{here}/wissen", data={"gevraagd": "ja"})
        assert "/deelnemers?klaar=gewist" == done.headers["location"]
        assert 404 == client.get(here).status_code


class TestConsent:
    """`/deelnemers/.../toestemming`."""

    def test_notes_who_is_young_and_what_a_parent_said(self, client: TestClient) -> None:
        """And how; without that, nothing is noted."""
        here = f"{added(client)}/toestemming"
        assert "geen geboortedatum" in client.get(here).text
        client.post(here, data={"doe": "jong"})
        refused = client.post(here, data={"doe": "ja"})
        assert (400, True) == (refused.status_code, "Kies hoe een ouder het zei." in refused.text)
        client.post(here, data={"doe": "ja", "hoe": "papier"})
        assert "op papier" in client.get(here).text
        client.post(here, data={"doe": "nee"})
        assert "niet meer goed" in client.get(here).text
        client.post(here, data={"doe": "oud"})
        assert "Ja, jonger dan 16" in client.get(here).text
