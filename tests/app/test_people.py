"""People, over HTTP: invite, accept, change, let go, on a real database."""

import re
from functools import partial
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.jobs import tick
from app.main import create_app
from app.settings import Settings
from issuers.organisations.demo import add_person, demo_beheerder
from issuers.people.members import remove_member
from issuers.people.tables import Role
from tests.app.serving import ADDRESS, BROWSER, desk_of
from tests.databases import ON_SQLITE
from tests.fresh import fresh_in
from tests.once import Once
from tests.overtaken import Overtaken
from tests.postoffice import post_office

TOM = {"naam": "Tom Ros", "mail": "tom@maas.voorbeeld", "rol": ["praktijkopleider", "lezer"]}


@pytest.fixture
def client(demo: TestClient) -> TestClient:
    """Open the demo as its beheerder."""
    assert "/mensen" == demo.post("/inloggen/demo", data={"als": "beheerder"}).headers["location"]
    return demo


def stranger(client: TestClient) -> TestClient:
    """Open the same service in another browser."""
    return TestClient(client.app, base_url=ADDRESS, headers=BROWSER, follow_redirects=False)


def read(client: TestClient, path: str) -> str:
    """Open a page, wherever it leads."""
    return client.get(path, follow_redirects=True).text


def invited(client: TestClient) -> str:
    """Invite somebody; give the path of the link."""
    page = client.post("/mensen/uitnodigen", data=TOM)
    found = re.search(rf'value="{ADDRESS}(/uitnodiging/[\w-]+)"', page.text)
    assert found, page.text
    return found[1]


class TestInviting:
    """`/mensen/uitnodigen` invites someone."""

    def test_shows_the_link_where_no_mail_is_sent(self, client: TestClient) -> None:
        """Once, to whoever sends it himself."""
        path = invited(client)
        assert path not in client.get("/mensen").text
        assert "Tom Ros" in client.get("/mensen").text

    def test_keeps_what_was_typed(self, client: TestClient) -> None:
        """And says what is wrong beside each field."""
        page = client.post("/mensen/uitnodigen", data=TOM | {"mail": "tom", "rol": []})
        assert 400 == page.status_code
        assert 'value="Tom Ros"' in page.text
        assert "Vul een mailadres in" in page.text
        assert "Kies wat deze persoon doet" in page.text

    def test_is_not_for_a_praktijkopleider(self, client: TestClient) -> None:
        """He has no such page."""
        client.post("/inloggen/demo")
        assert 403 == client.get("/mensen").status_code
        assert 403 == client.post("/mensen/uitnodigen", data=TOM).status_code
        assert 'href="/mensen"' not in client.get("/uitreiken").text

    def test_sends_a_letter_where_mail_is_sent(self, tmp_path: Path, once: Once) -> None:
        """With the link, in the language of who invites; the page does not show it."""
        with post_office() as office:
            settings = Settings(
                mode="demo",
                base_url=ADDRESS,
                data_dir=fresh_in(tmp_path / "data", once=once),
                smtp_url=office.url,
                mail_from="post@bewijs.voorbeeld",
            )
            app = create_app(settings)
            with TestClient(app, base_url=ADDRESS, headers=BROWSER) as client:
                client.post("/inloggen/demo", data={"als": "beheerder"})
                page = client.post("/mensen/uitnodigen?taal=en", data=TOM)
                tick(app.state.desk, carriers=app.state.carriers)
            (letter,) = office.letters
        text = letter.get_content()
        assert "/uitnodiging/" not in page.text
        assert ("tom@maas.voorbeeld", "Magazijn De Maas asks you to take part") == (
            letter["To"],
            letter["Subject"],
        )
        assert re.search(rf"^{ADDRESS}/uitnodiging/[\w-]{{43}}\r?$", text, re.MULTILINE)
        assert "- workplace trainer: assesses" in text


class TestAccepting:
    """`/uitnodiging/...` is opened by who was invited."""

    def test_a_scanner_uses_nothing_up(self, client: TestClient) -> None:
        """GET and HEAD, as often as it likes."""
        path, visitor = invited(client), stranger(client)
        for _ in range(20):
            assert 200 == visitor.get(path).status_code
            assert visitor.head(path).status_code in {200, 405}
        assert 303 == visitor.post(path).status_code

    def test_takes_somebody_in(self, client: TestClient) -> None:
        """From then on he is in the list; the link is used up."""
        path, visitor = invited(client), stranger(client)
        visitor.post(path)
        page = client.get("/mensen").text
        assert "Uitgenodigd" not in page
        assert "tom@maas.voorbeeld" in page
        again = stranger(client).get(path)
        assert 410 == again.status_code
        assert "al een keer gebruikt" in again.text
        assert 'class="btn" href="/inloggen"' in again.text

    def test_does_not_sign_in_for_anything(self, client: TestClient) -> None:
        """A link may begin an enrolment, and nothing more."""
        path, visitor = invited(client), stranger(client)
        visitor.post(path)
        for page in ("/uitreiken", "/gegeven", "/mensen"):
            assert "/mijn" == visitor.get(page).headers["location"]
        assert "/mijn/inloggen" == visitor.get("/mijn").headers["location"]
        assert 200 == visitor.get("/mijn/inloggen").status_code

    def test_tells_who_is_signed_in_as_somebody_else(self, client: TestClient) -> None:
        """And changes nothing."""
        path = invited(client)
        for answer in (client.get(path), client.post(path)):
            assert 409 == answer.status_code
            assert "Je bent nu ingelogd als Karim Visser" in answer.text
        assert 200 == stranger(client).get(path).status_code

    def test_says_when_a_link_was_withdrawn(self, client: TestClient) -> None:
        """Ask whoever sent it."""
        path = invited(client)
        action = re.search(r'action="(/mensen/uitnodigingen/[\w-]+/intrekken)"', client.get("/mensen").text)
        assert action
        client.post(action[1])
        assert "Deze link geldt niet meer" in stranger(client).get(path).text


class TestChanging:
    """`/mensen/...` changes what somebody does."""

    def test_counts_at_once(self, client: TestClient) -> None:
        """The next click of the praktijkopleider is refused."""
        noor = stranger(client)
        noor.post("/inloggen/demo")
        path = re.search(
            r'href="(/mensen/[\w-]{36})">Verander<span class="vh">: Noor', client.get("/mensen").text
        )
        assert path
        client.post(path[1], data={"rol": "lezer"})
        assert 403 == noor.get("/uitreiken").status_code
        client.post(f"{path[1]}/verwijderen")
        assert "/mijn" == noor.get("/gegeven").headers["location"]
        assert "bij geen organisatie" in noor.get("/mijn").text

    @ON_SQLITE
    def test_shows_nobody_a_button_that_he_may_not_press(self, client: TestClient) -> None:
        """Who gives no badges sees what he can do instead; with the role he sees the button."""
        pages = ("/", "/gegeven", "/mensen", "/werkprocessen/25774/B1-K2-W1")
        assert [] == [path for path in pages if 'href="/uitreiken' in read(client, path)]
        home = client.get("/").text
        assert "Jij bent beheerder van Magazijn De Maas" in home
        assert "Geef jezelf bij ‘Mensen’ die rol." in home
        page = client.get("/mensen").text
        path = re.search(r'href="(/mensen/[\w-]{36})">Verander<span class="vh">: Karim', page)
        assert path
        client.post(path[1], data={"rol": ["beheerder", "praktijkopleider"]})
        assert [*pages] == [path for path in pages if 'href="/uitreiken' in read(client, path)]

    def test_keeps_the_last_beheerder(self, client: TestClient) -> None:
        """He reads why, with what he chose still there."""
        page = client.get("/mensen").text
        path = re.search(r'href="(/mensen/[\w-]{36})">Verander<span class="vh">: Karim', page)
        assert path
        answer = client.post(path[1], data={"rol": "lezer"})
        assert 400 == answer.status_code
        assert "laatste beheerder" in answer.text
        assert 'value="lezer" checked' in answer.text
        assert 409 == client.post(f"{path[1]}/verwijderen").status_code

    def test_tells_who_was_let_go_at_that_very_moment(self, client: TestClient) -> None:
        """Two beheerders send each other away: the loser does not read that he can arrange it himself."""
        desk, karim = desk_of(client), demo_beheerder(desk_of(client))
        tom = add_person(desk, "Tom Ros", organisation_id=karim.organisation_id, role=Role.BEHEERDER)
        overtaken = Overtaken(desk, first=partial(remove_member, desk, karim.person_id, actor=tom))
        object.__setattr__(desk, "register", overtaken)
        answer = client.post(f"/mensen/{tom.person_id}/verwijderen")
        assert 403 == answer.status_code
        assert "Je werkt hier voor geen organisatie, of niet meer." in answer.text
        assert "Je bent zelf beheerder" not in answer.text

    @pytest.mark.parametrize("change", ["lezer", "weg"])
    def test_loses_nothing_of_a_form_that_was_open(self, client: TestClient, change: str) -> None:
        """Whoever may not do it any more reads who can help, and sends the same form when it is arranged."""
        noor = stranger(client)
        noor.post("/inloggen/demo")
        page = client.get("/mensen").text
        path = re.search(r'href="(/mensen/[\w-]{36})">Verander<span class="vh">: Noor', page)
        assert path
        if change == "weg":
            client.post(f"{path[1]}/verwijderen")
        else:
            client.post(path[1], data={"rol": change})
        typed = {"naam": "Sam de Vries", "zin": "Sam verzamelde elke ochtend 40 orders."}
        answer = noor.post("/uitreiken/25774/B1-K2-W1/bekijk", data=typed)
        assert 403 == answer.status_code
        for value in typed.values():
            assert f'value="{value}"' in answer.text
        assert 'action="/uitreiken/25774/B1-K2-W1/bekijk"' in answer.text
        assert (change == "lezer") == ("Karim Visser" in answer.text)
