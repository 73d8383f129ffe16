"""A beheerder looks after an organisation, over HTTP, on a real database."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from PIL import Image

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.organisations.demo import demo_beheerder
from issuers.organisations.facts import Confirmation, confirm_fact, public_facts
from issuers.organisations.founding import NewOrganisation, create_organisation, organisations
from issuers.organisations.standing import close, merge, suspend
from issuers.organisations.tables import Agreement
from templates.texts import AGREEMENT
from tests.app.giving import FORM, hidden
from tests.app.giving import TYPED as JUDGED
from tests.app.serving import desk_of

TYPED = {
    "soort": ["leerbedrijf", "gemeente"],
    "leerbedrijf": "999999990",
    "kvk": "99999990",
    "vestiging": "999999999990",
    "rsin": "123456782",
    "rechtspersoon": "ja",
    "naam": "De Werf",
    "officiele-naam": "Stichting De Werf Zuid",
    "website": "www.dewerf.voorbeeld",
    "gemeente": "Rotterdam",
}
STOPPED = "Jullie organisatie staat nu stil."
ENDED = "Deze organisatie is gestopt."


@pytest.fixture
def client(demo: TestClient) -> TestClient:
    """Open the demo as its beheerder."""
    demo.post("/inloggen/demo", data={"als": "beheerder"})
    return demo


def suspended(desk: IssuingDesk) -> str:
    """Suspend the demo leerbedrijf; give what its people read."""
    actor = demo_beheerder(desk)
    suspend(desk, actor.organisation_id, by=actor.person_id, reason="Er kwam een melding.")
    return "Er kwam een melding."


def closed(desk: IssuingDesk) -> str:
    """Close it."""
    close(desk, actor=demo_beheerder(desk))
    return ENDED


def merged(desk: IssuingDesk) -> str:
    """Let it go up in another."""
    actor = demo_beheerder(desk)
    other = create_organisation(desk, NewOrganisation(name="De Haven", facts=()))
    merge(desk, actor.organisation_id, into=other.id, by=actor.person_id)
    return "Deze organisatie is opgegaan in een andere."


def public_page(client: TestClient) -> str:
    """Open what everyone sees of the organisation."""
    found = re.search(r'href="(/organisaties/[a-z0-9]+)"', client.get("/organisatie").text)
    return client.get(found[1]).text


class TestOrganisatie:
    """`/organisatie` changes what the organisation says of itself."""

    def test_shows_everyone_what_was_kept(self, client: TestClient) -> None:
        """But no numbers, and not the name in the register."""
        assert 303 == client.post("/organisatie", data=TYPED).status_code
        page = public_page(client)
        for shown in (
            "<h1>De Werf</h1>",
            "https://www.dewerf.voorbeeld",
            "Rotterdam",
            "Dat zegt de organisatie",
        ):
            assert shown in page
        for private in ("Stichting De Werf Zuid", "99999990", "123456782"):
            assert private not in page

    def test_leaves_the_demo_to_be_found(self, client: TestClient) -> None:
        """Its people work for the same organisation under the new name."""
        client.post("/organisatie", data=TYPED)
        client.post("/inloggen/demo")
        assert "De Werf" in client.get("/gegeven").text

    def test_shows_again_what_was_kept(self, client: TestClient) -> None:
        """So that it can be changed."""
        client.post("/organisatie", data=TYPED)
        page = client.get("/organisatie").text
        for kept in (
            'value="99999990"',
            'value="Stichting De Werf Zuid"',
            'name="rechtspersoon" value="ja" checked',
        ):
            assert kept in page

    def test_says_before_and_after_that_a_new_name_is_looked_up_again(self, client: TestClient) -> None:
        """Everyone reads then that it is the organisation's own word."""
        assert "Verander je een naam, dan moet iemand opnieuw nakijken" in client.get("/organisatie").text
        client.post("/organisatie", data=TYPED)
        desk = desk_of(client)
        beheerder = demo_beheerder(desk)
        looked_up = Confirmation(by=beheerder.person_id, source="Register")
        for fact in public_facts(desk, beheerder.organisation_id):
            confirm_fact(desk, fact.id, organisation_id=fact.organisation_id, confirmation=looked_up)
        same = client.post("/organisatie", data=TYPED | {"website": ""})
        assert "/organisatie?klaar=bewaard" == same.headers["location"]
        assert "in: Register" in public_page(client)
        renamed = client.post("/organisatie", data=TYPED | {"naam": "De Haven"})
        assert "Tot dan staat er dat jullie het zelf zeggen." in client.get(renamed.headers["location"]).text
        assert "in: Register" not in public_page(client)

    def test_loses_nothing_that_was_typed(self, client: TestClient) -> None:
        """What is wrong stands beside its field."""
        answer = client.post("/organisatie", data=TYPED | {"kvk": "12", "naam": "De Haven"})
        assert 400 == answer.status_code
        assert "Een KvK-nummer heeft 8 cijfers" in answer.text
        assert 'value="De Haven"' in answer.text

    def test_is_not_for_a_praktijkopleider(self, client: TestClient) -> None:
        """Nor its data, nor stopping."""
        client.post("/inloggen/demo")
        for path in ("/organisatie", "/organisatie/gegevens.zip", "/organisatie/stoppen"):
            assert 403 == client.get(path).status_code
        for path in ("/organisatie", "/organisatie/beeld/weg", "/organisatie/stoppen"):
            assert 403 == client.post(path, data=TYPED).status_code

    def test_tells_why_it_is_suspended(self, client: TestClient) -> None:
        """To its own people; everyone else sees only that it is."""
        desk = desk_of(client)
        actor = demo_beheerder(desk)
        suspend(desk, actor.organisation_id, by=actor.person_id, reason="Er kwam een melding.")
        assert "Er kwam een melding." in client.get("/organisatie").text
        page = public_page(client)
        assert "geeft nu even geen bewijzen" in page
        assert "Er kwam een melding." not in page

    def test_loses_nothing_that_was_typed_when_it_is_suspended(self, client: TestClient) -> None:
        """Who gives a badge reads it before he begins; who was busy has his badge before him still."""
        desk = desk_of(client)
        actor = demo_beheerder(desk)
        client.post("/inloggen/demo")
        assert STOPPED not in client.get("/uitreiken").text
        suspend(desk, actor.organisation_id, by=actor.person_id, reason="Er kwam een melding.")
        assert STOPPED in client.get("/uitreiken").text
        answer = client.post(f"{FORM}/geef", data=JUDGED | {"gelezen": "ja"})
        assert 409 == answer.status_code
        assert STOPPED in answer.text
        assert f"Jullie beheerder weet waarom: <b><bdi>{actor.name}</bdi></b>" in answer.text
        assert JUDGED["zin"] == hidden(answer.text)["zin"]
        assert "om te verbeteren" not in answer.text

    def test_offers_no_second_try_once_it_stopped(self, client: TestClient) -> None:
        """That would never help; what was written can be copied."""
        desk = desk_of(client)
        close(desk, actor=demo_beheerder(desk))
        client.post("/inloggen/demo")
        assert ENDED in client.get(FORM).text
        answer = client.post(f"{FORM}/geef", data=JUDGED | {"gelezen": "ja"}).text
        assert ENDED in answer
        assert "Kopieer het dan nu." in answer
        assert "druk later nog een keer" not in answer
        assert "Geef dit bewijs</button>" not in answer


class TestStopped:
    """An organisation that was stopped makes nothing new, and reads who can help."""

    @pytest.mark.parametrize("stopped", [suspended, closed, merged])
    def test_offers_nothing_that_opens_nothing(
        self, client: TestClient, stopped: Callable[[IssuingDesk], str]
    ) -> None:
        """No invitation and no key; who had the form open loses nothing that he typed."""
        told = stopped(desk_of(client))
        for path, offer in (
            ("/mensen", "Nodig iemand uit</a>"),
            ("/api-sleutels", "Maak een sleutel</a>"),
            ("/sleutels", "/sleutels/assertion/vervangen"),
        ):
            page = client.get(path).text
            assert (path, True, False) == (path, told in page, offer in page)
            assert "mailto:beheer@bewijs.voorbeeld" in page
        for path, typed in (
            ("/mensen/uitnodigen", {"naam": "Tom Ros", "mail": "tom@maas.voorbeeld", "rol": ["lezer"]}),
            ("/api-sleutels/nieuw", {"naam": "Tom Ros", "mag": ["read"], "duur": "1-jaar"}),
        ):
            answer = client.post(path, data=typed)
            assert (409, True) == (answer.status_code, told in answer.text)
            assert 'value="Tom Ros"' in answer.text
        assert 409 == client.post("/sleutels/assertion/vervangen").status_code
        assert 303 == client.post("/sleutels/list/vervangen").status_code

    def test_names_the_organisation_in_which_it_went_up(self, client: TestClient) -> None:
        """To its beheerder, and to everyone."""
        merged(desk_of(client))
        for page in (client.get("/organisatie").text, public_page(client)):
            assert re.search(r'opgegaan in: <a href="/organisaties/[a-z0-9]+">De Haven</a>', page)


class TestKwalificaties:
    """`/organisatie/kwalificaties` chooses what comes first on the form."""

    def test_is_what_who_gives_a_badge_sees_first(self, client: TestClient) -> None:
        """In the place of what was chosen before; all that there are can be chosen."""
        page = client.get("/organisatie/kwalificaties").text
        assert 3 == page.count(" checked>")
        done = client.post("/organisatie/kwalificaties", data={"crebo": ["25721"]})
        page = client.get(done.headers["location"]).text
        assert 'value="25721" checked' in page
        assert 1 == page.count(" checked>")
        assert 400 == client.post("/organisatie/kwalificaties", data={"crebo": ["99999"]}).status_code
        client.post("/inloggen/demo")
        form = client.get("/uitreiken").text
        assert ("Uitvoerend bakker" in form, "Logistiek medewerker" in form) == (True, False)
        assert 403 == client.get("/organisatie/kwalificaties").status_code

    def test_keeps_what_was_ticked_while_somebody_searches(self, client: TestClient) -> None:
        """With words of the work and without a script; nothing is kept before the button for that."""
        sent = {"crebo": ["25721"], "zoek": "heftruck", "zoekt": "ja"}
        found = client.post("/organisatie/kwalificaties", data=sent)
        page = client.get(found.headers["location"]).text
        assert ["25721"] == re.findall(r'value="([0-9]+)" checked', page)
        assert "Gevonden bij ‘heftruck’" in page
        first, rest = page.split("Dit hebben jullie gekozen")
        assert 'value="25774"' in first
        assert 'value="25774"' not in rest
        assert "Nog niet bewaard." in page
        assert "Nog niet bewaard." not in client.get("/organisatie/kwalificaties").text

    @pytest.mark.parametrize(
        ("query", "told"),
        [("qqqq", "Probeer een ander woord"), ("25774", "hebben jullie al gekozen")],
    )
    def test_always_says_what_came_of_a_search(self, client: TestClient, query: str, told: str) -> None:
        """Also when there is nothing, or nothing new."""
        answer = client.get("/organisatie/kwalificaties", params={"zoek": query, "crebo": "25774"})
        assert (200, True) == (answer.status_code, told in answer.text)


class TestAgreement:
    """`/organisatie/overeenkomst` agrees with a newer text."""

    def test_asks_who_agreed_with_an_older_one(self, client: TestClient) -> None:
        """Once; a tick too few says so."""
        desk = desk_of(client)
        then = desk.clock.now() - timedelta(days=1)
        (organisation,) = organisations(desk)
        older = Agreement(
            organisation_id=organisation.id,
            version="1",
            agreed_by="Bea Mol",
            agreed_at=then,
            editions_at=then,
        )
        desk.register.write(lambda session: session.add(older), within=WHOLE_SERVICE)
        page = client.get("/organisatie").text
        assert "Bea Mol ging akkoord met versie 1" in page
        assert "De tekst is veranderd" in page
        refused = client.post("/organisatie/overeenkomst")
        assert 400 == refused.status_code
        assert "Lees de nieuwe tekst. Zet het vinkje" in refused.text
        client.post("/organisatie/overeenkomst", data={"akkoord": AGREEMENT})
        page = client.get("/organisatie").text
        assert f"akkoord met versie {AGREEMENT}" in page
        assert "De tekst is veranderd" not in page


class TestPicture:
    """`/organisatie/beeld` keeps a picture."""

    def test_shows_it_on_the_page(self, client: TestClient) -> None:
        """As a PNG that we drew."""
        out = io.BytesIO()
        Image.new("RGB", (600, 300), "red").save(out, "JPEG")
        sent = client.post("/organisatie/beeld", files={"beeld": ("logo.jpg", out.getvalue(), "image/jpeg")})
        assert 303 == sent.status_code
        address = re.search(r'src="(/organisaties/[a-z0-9]+/beeld\.png)"', public_page(client))[1]
        shown = client.get(address)
        assert "image/png" == shown.headers["content-type"]
        assert (512, 256) == Image.open(io.BytesIO(shown.content), formats=["PNG"]).size
        client.post("/organisatie/beeld/weg")
        assert 404 == client.get(address).status_code

    def test_says_why_not(self, client: TestClient) -> None:
        """In words that say what to do."""
        svg = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
        answer = client.post("/organisatie/beeld", files={"beeld": ("logo.png", svg, "image/png")})
        assert 400 == answer.status_code
        assert "Een SVG nemen wij niet aan" in answer.text


class TestStoppen:
    """`/organisatie/stoppen` ends it for good."""

    def test_asks_first(self, client: TestClient) -> None:
        """Without the tick nothing happens."""
        assert 400 == client.post("/organisatie/stoppen").status_code
        assert "Deze organisatie is gestopt" not in public_page(client)

    def test_stops(self, client: TestClient) -> None:
        """Everyone can see it; the data can still be had."""
        assert 303 == client.post("/organisatie/stoppen", data={"zeker": "ja"}).status_code
        assert "Deze organisatie is gestopt" in public_page(client)
        data = client.get("/organisatie/gegevens.zip")
        assert "no-store" == data.headers["cache-control"]
        assert "organisatie.json" in zipfile.ZipFile(io.BytesIO(data.content)).namelist()
        again = client.post("/organisatie/stoppen", data={"zeker": "ja"})
        assert 409 == again.status_code
        assert "<h1>Dit kan nu niet</h1>" in again.text
