"""Whoever runs the service lets organisations in, looks facts up, and stops who does harm."""

import re

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from issuers.database.scopes import WHOLE_SERVICE
from issuers.organisations.demo import demo_beheerder
from issuers.organisations.founding import organisations
from issuers.organisations.joining import waiting_applications
from issuers.people.platform import add_administrator
from issuers.people.sessions import NewSession, sign_in
from issuers.people.tables import Person, Proof
from tests.app.serving import desk_of
from tests.app.test_joining import TYPED
from tests.databases import ON_SQLITE


def as_ada(demo: TestClient) -> TestClient:
    """Go on as somebody who runs the service, with an application waiting."""
    demo.post("/inloggen/demo")
    desk = desk_of(demo)
    add_administrator(desk, "Ada Prins", mail="ada@dienst.voorbeeld")
    ada = desk.register.read(
        lambda session: session.exec(select(Person).where(Person.name == "Ada Prins")).one(),
        within=WHOLE_SERVICE,
    )
    demo.post("/aanmelden", data=TYPED)
    (cookie,) = demo.cookies.jar
    demo.cookies.set(
        cookie.name, sign_in(desk, NewSession(person_id=ada.id, proof=Proof.PASSKEY)), domain=cookie.domain
    )
    return demo


@pytest.fixture
def client(demo: TestClient) -> TestClient:
    """Open the service as somebody who runs it, with an application waiting."""
    return as_ada(demo)


@pytest.fixture
def application(client: TestClient) -> str:
    """Give the address of the application."""
    (waiting,) = waiting_applications(desk_of(client))
    return f"/platform/aanmeldingen/{waiting.id}"


@pytest.fixture
def organisation(client: TestClient) -> str:
    """Give the address of the demo leerbedrijf on the platform."""
    return f"/platform/organisaties/{demo_beheerder(desk_of(client)).organisation_id}"


@pytest.fixture
def other(client: TestClient, application: str) -> str:
    """Take in who waits; give its id."""
    client.post(f"{application}/goedkeuren")
    (found,) = (each for each in organisations(desk_of(client)) if each.name == "De Werf")
    return found.id


def menu(page: str) -> list[str]:
    """List where the menu of a page leads."""
    return re.findall(r'href="([^"]+)"', page[page.index("<nav") : page.index("</nav>")])


class TestPlatform:
    """`/platform` shows what waits."""

    def test_is_not_there_for_others(self, client: TestClient, application: str, organisation: str) -> None:
        """Neither for a beheerder, nor for nobody."""
        client.post("/inloggen/demo", data={"als": "beheerder"})
        for path in ("/platform", application, organisation):
            assert 404 == client.get(path).status_code
        for path in (f"{application}/goedkeuren", f"{organisation}/stilzetten", "/platform/uitnodigen"):
            assert 404 == client.post(path, data={"reden": "x"}).status_code
        client.cookies.clear()
        assert 303 == client.get("/platform").status_code

    def test_lists_who_waits(self, client: TestClient, application: str) -> None:
        """With a link to read it."""
        assert f'href="{application}"' in client.get("/platform").text

    def test_stands_in_the_menu_of_whoever_runs_the_service_only(self, client: TestClient) -> None:
        """Who belongs to no organisation has nothing to give, and is not sent to where he may not go."""
        own = client.get("/mijn").text
        assert ("/platform" in menu(own), "/uitreiken" in menu(own)) == (True, False)
        assert "Vraag een beheerder om een uitnodiging" not in own
        client.post("/inloggen/demo")
        other = client.get("/mijn").text
        assert ("/platform" in menu(other), "/uitreiken" in menu(other)) == (False, True)

    def test_says_which_organisation_gives_nothing_now(self, client: TestClient, organisation: str) -> None:
        """Without opening each."""
        assert "staat stil" not in client.get("/platform").text
        client.post(f"{organisation}/stilzetten", data={"reden": "Een melding."})
        assert "staat stil" in client.get("/platform").text

    def test_makes_a_link_to_join_without_waiting(self, client: TestClient) -> None:
        """Shown once."""
        page = client.post("/platform/uitnodigen").text
        link = re.search(r"http://localhost:8000(/aanmelden\?uitnodiging=[\w-]+)", page)[1]
        assert "Jullie zijn uitgenodigd" in client.get(link).text
        assert "uitnodiging=" not in client.get("/platform").text


class TestAanmeldingen:
    """`/platform/aanmeldingen` decides."""

    def test_shows_what_was_written(self, client: TestClient, application: str) -> None:
        """With the numbers to look up."""
        page = client.get(application).text
        for shown in ("De Werf", "Bea Smit", "bea@dewerf.voorbeeld", "praktijkonderwijs (pro)"):
            assert shown in page
        for kind, number in (("KvK-nummer", "99999990"), ("BRIN", "99XY")):
            assert f'{kind} <span class="code">{number}</span>' in page

    def test_takes_in(self, client: TestClient, application: str) -> None:
        """And shows the link of the first beheerder, where no mail is sent."""
        page = client.post(f"{application}/goedkeuren").text
        link = re.search(r"http://localhost:8000(/uitnodiging/[\w-]+)", page)[1]
        assert "Bea Smit" in client.get(link).text
        assert 404 == client.get(application).status_code
        assert 409 == client.post(f"{application}/goedkeuren").status_code

    @ON_SQLITE
    def test_waits_while_no_keys_can_be_made(self, sealed: TestClient) -> None:
        """Whoever decides reads on the application itself what to do first; nothing of it is lost."""
        client = as_ada(sealed)
        (waiting,) = waiting_applications(desk_of(client))
        place = f"/platform/aanmeldingen/{waiting.id}"
        assert "Verzegeld starten" in client.get(place).text
        answer = client.post(f"{place}/goedkeuren")
        assert 503 == answer.status_code
        for said in (
            "Deze organisatie doet nog niet mee",
            "Verzegeld starten",
            f"{place}/goedkeuren",
            "Bea Smit",
        ):
            assert said in answer.text
        assert [waiting.id] == [each.id for each in waiting_applications(desk_of(client))]

    def test_makes_the_first_link_anew(self, client: TestClient, application: str, other: str) -> None:
        """As long as nobody manages the organisation; the link before it ends."""
        place = f"/platform/organisaties/{other}"
        assert f'action="{place}/uitnodiging"' in client.get(place).text
        first, second = (
            re.search(r"(/uitnodiging/[\w-]{43})", client.post(f"{place}/uitnodiging").text)[1]
            for _ in range(2)
        )
        browser = TestClient(
            client.app, base_url=client.base_url, headers=client.headers, follow_redirects=False
        )
        assert (404, 200) == (browser.get(first).status_code, browser.get(second).status_code)
        assert 303 == browser.post(second).status_code
        assert f'action="{place}/uitnodiging"' not in client.get(place).text
        assert 409 == client.post(f"{place}/uitnodiging").status_code

    def test_tells_who_has_the_same_number(self, client: TestClient, application: str) -> None:
        """Here or waiting, to who decides; whoever applies is told nothing of it."""
        page = client.get(application).text
        assert "Deze nummers staan ook bij een ander" not in page
        answer = client.post("/aanmelden", data=TYPED | {"naam": "De Haven"})
        assert 303 == answer.status_code
        assert "De Werf" not in client.get(answer.headers["location"]).text
        page = client.get(application).text
        number = 'KvK-nummer <span class="code">99999990</span>: '
        other = re.search(
            rf'{number}<a href="(/platform/aanmeldingen/[\w-]+)">De Haven</a>, wil meedoen', page
        )
        client.post(f"{other[1]}/goedkeuren")
        page = client.get(application).text
        here = re.search(
            rf'{number}<a href="(/platform/organisaties/[a-z0-9]+)">De Haven</a>, doet mee', page
        )
        assert f'href="{application}">De Werf</a>, wil meedoen' in client.get(here[1]).text

    def test_refuses_with_a_reason_only(self, client: TestClient, application: str) -> None:
        """The organisation reads it."""
        assert 400 == client.post(f"{application}/afwijzen", data={"reden": " "}).status_code
        assert 303 == client.post(f"{application}/afwijzen", data={"reden": "Dit klopt niet."}).status_code
        assert 404 == client.get(application).status_code


class TestOrganisaties:
    """`/platform/organisaties` oversees."""

    def test_confirms_a_fact_with_its_source(self, client: TestClient, organisation: str) -> None:
        """Everyone reads where it was looked up."""
        fact = re.search(rf'action="({organisation}/feiten/[\w-]+)"', client.get(organisation).text)[1]
        assert 400 == client.post(fact, data={"bron": ""}).status_code
        assert 303 == client.post(fact, data={"bron": "Register van SBB"}).status_code
        public = client.get(organisation.removeprefix("/platform")).text
        assert "in: Register van SBB" in public
        assert "Nagekeken in: Register van SBB" in client.get(organisation).text

    def test_stops_and_lets_go_on(self, client: TestClient, organisation: str) -> None:
        """With a reason, until somebody takes it back."""
        public = organisation.removeprefix("/platform")
        assert 400 == client.post(f"{organisation}/stilzetten", data={"reden": ""}).status_code
        assert 303 == client.post(f"{organisation}/stilzetten", data={"reden": "Een melding."}).status_code
        stopped = client.get(public).text
        assert ("geeft nu even geen bewijzen" in stopped, "geeft bewijzen" in stopped) == (True, False)
        assert 303 == client.post(f"{organisation}/hervatten").status_code
        assert "geeft nu even geen bewijzen" not in client.get(public).text

    def test_takes_down_what_is_shown(self, client: TestClient, organisation: str) -> None:
        """Texts and picture; the name stays."""
        assert 303 == client.post(f"{organisation}/weghalen").status_code
        assert "Magazijn De Maas" in client.get(organisation.removeprefix("/platform")).text

    def test_are_listed_until_somebody_looked_them_up(self, client: TestClient, application: str) -> None:
        """All that they say that they are."""
        assert "Van wie meedoet, is alles nagekeken." in client.get("/platform").text
        client.post(f"{application}/goedkeuren")
        listed = client.get("/platform").text.partition("Nog na te kijken")[2].partition("<h2")[0]
        organisation = re.search(r'href="(/platform/organisaties/[a-z0-9]+)">De Werf', listed)[1]
        for fact in re.findall(rf'action="({organisation}/feiten/[\w-]+)"', client.get(organisation).text):
            client.post(fact, data={"bron": "Register"})
        assert "Van wie meedoet, is alles nagekeken." in client.get("/platform").text


class TestSamenvoegen:
    """`/platform/organisaties/CODE/samenvoegen` lets one go up in another."""

    def test_says_what_happens_first(self, client: TestClient, organisation: str, other: str) -> None:
        """Which, what it means, and only with a tick is it done."""
        page = f"{organisation}/samenvoegen"
        before = client.get(organisation).text
        assert (True, True) == (f'href="{page}"' in before, "Waar keek je het na?" in before)
        assert f'<option value="{other}">De Werf' in client.get(page).text
        asked = client.get(page, params={"naar": other}).text
        assert "<h1>Magazijn De Maas gaat op in De Werf</h1>" in asked
        assert "Samenvoegen kan niet ongedaan." in asked
        refused = client.post(page, data={"naar": other})
        assert 400 == refused.status_code
        assert "Zet het vinkje als je ze echt wilt samenvoegen." in refused.text
        public = organisation.removeprefix("/platform")
        assert "opgegaan in" not in client.get(public).text
        done = client.post(page, data={"naar": other, "zeker": "ja"})
        assert "De organisaties zijn samengegaan." in client.get(done.headers["location"]).text
        assert f'href="/organisaties/{other}">De Werf</a>' in client.get(public).text
        assert "opgegaan in De Werf" in client.get("/platform").text
        told = f'opgegaan in: <a href="/platform/organisaties/{other}">De Werf</a>'
        after = client.get(organisation).text
        assert (True, False) == (told in after, "Waar keek je het na?" in after)

    def test_takes_what_can_be_chosen(self, client: TestClient, organisation: str, other: str) -> None:
        """Not itself, nothing, or what is not there; and what has stopped goes up in nothing."""
        page = f"{organisation}/samenvoegen"
        for wrong in ("", "niemand", organisation.rpartition("/")[2]):
            for answer in (
                client.get(page, params={"naar": wrong}),
                client.post(page, data={"naar": wrong, "zeker": "ja"}),
            ):
                assert 400 == answer.status_code
                assert "Kies een organisatie." in answer.text
        client.post(page, data={"naar": other, "zeker": "ja"})
        assert 404 == client.get(page).status_code
        assert 409 == client.post(page, data={"naar": other, "zeker": "ja"}).status_code
        assert 404 == client.get("/platform/organisaties/niemand/samenvoegen").status_code


class TestMeldingen:
    """`/misbruik` takes reports in, and the platform answers."""

    def test_is_answered_at_its_own_address(self, client: TestClient) -> None:
        """Whoever reports says nothing of himself; then the report is forgotten."""
        sent = client.post("/misbruik", data={"wat": "Op deze pagina staat een naam.", "waar": "/b/x"})
        assert 303 == sent.status_code
        mine = sent.headers["location"]
        assert "Je melding is binnen" in client.get(mine).text
        page = client.get("/platform").text
        action = re.search(r'action="(/platform/meldingen/[\w-]+)"', page)[1]
        assert "Op deze pagina staat een naam." in page
        assert 400 == client.post(action, data={"antwoord": " "}).status_code
        assert 303 == client.post(action, data={"antwoord": "De naam is weg."}).status_code
        assert "De naam is weg." in client.get(mine).text
        assert "Op deze pagina staat een naam." not in client.get("/platform").text
        assert 409 == client.post(action, data={"antwoord": "Nog iets."}).status_code

    def test_takes_no_number_of_a_person(self, client: TestClient) -> None:
        """Who reports that a BSN stands somewhere says where; the number itself is kept nowhere."""
        answer = client.post("/misbruik", data={"wat": "Hier staat mijn BSN: 111222333.", "waar": "/b/x"})
        assert (400, True) == (answer.status_code, "Dit lijkt op een BSN" in answer.text)

    def test_says_what_is_missing(self, client: TestClient) -> None:
        """And loses nothing."""
        answer = client.post("/misbruik", data={"wat": "", "waar": "/b/x"})
        assert 400 == answer.status_code
        assert 'value="/b/x"' in answer.text
        assert 404 == client.get("/misbruik/geraden").status_code


class TestErkenning:
    """`/platform/erkenning` confirms what a table says."""

    def test_keeps_what_is_of_leerbedrijven_here(self, client: TestClient) -> None:
        """The rest is counted, and a mistake keeps nothing."""
        table = b"leerbedrijf-id;crebo;geldig van\n999999982;25774;2024-01-01\n"
        sent = {"files": {"bestand": ("a.csv", table, "text/csv")}, "data": {"herkomst": "SBB, juni 2026"}}
        told = client.post("/platform/erkenning", **sent).text
        assert "Bewaard: 0. Van leerbedrijven of vestigingen die hier niet zijn: 1." in told
        sent["files"] = {"bestand": ("a.csv", table + b"1;2;3\n", "text/csv")}
        answer = client.post("/platform/erkenning", **sent)
        assert 400 == answer.status_code
        assert "Rij 3, leerbedrijf-id" in answer.text


@ON_SQLITE
class TestWieDeedWat:
    """`/platform/wie-deed-wat` tells those who run the service what each of them decided."""

    def test_tells_it_with_the_way_to_the_organisation(
        self, client: TestClient, organisation: str, other: str
    ) -> None:
        """And is found from the first page; nobody else has it."""
        client.post(f"{organisation}/stilzetten", data={"reden": "Een melding."})
        assert 'href="/platform/wie-deed-wat"' in client.get("/platform").text
        page = client.get("/platform/wie-deed-wat").text
        told = re.findall(r"<b>(?:<bdi>)?([^<]+)(?:</bdi>)?</b>: ([^<]+?) *<", page)
        assert [
            ("Ada Prins", "zette de organisatie stil"),
            ("Ada Prins", "liet een organisatie meedoen"),
            ("Op de machine zelf", "maakte voor iemand een link om in te loggen"),
            ("Op de machine zelf", "maakte iemand beheerder van deze dienst"),
        ] == told
        assert f'<a href="/platform/organisaties/{other}">De Werf</a>' in page
        client.post("/inloggen/demo", data={"als": "beheerder"})
        assert 404 == client.get("/platform/wie-deed-wat").status_code
