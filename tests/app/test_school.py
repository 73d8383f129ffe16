"""What a school sees, confirms, asks and gives, over HTTP: from the agreement to the praktijkverklaring."""

import html
import re

import pytest
from fastapi.testclient import TestClient

from issuers.organisations.demo import SCHOOL, found_demo
from issuers.organisations.schools import list_schools
from tests.app.learners import added, filled_in, link, recent
from tests.app.serving import ADDRESS, BROWSER
from tests.app.test_collecting import send_photo
from tests.app.test_sharing import link_on, share
from tests.badges.test_workphotos import photo
from tests.databases import ON_SQLITE

pytestmark = ON_SQLITE
ORDERS = "25774/B1-K2-W1"


def other(client: TestClient) -> TestClient:
    """Open the same service in another browser."""
    return TestClient(client.app, base_url=ADDRESS, headers=BROWSER, follow_redirects=False)


@pytest.fixture
def school(client: TestClient) -> TestClient:
    """Open it as who confirms at the school of the demo."""
    desk = client.app.state.desk  # type: ignore[attr-defined]  # the app of a TestClient has a state
    people = found_demo(desk, SCHOOL)
    browser = other(client)
    browser.post("/inloggen/demo", data={"als": str(people["Hanneke Vos"].person_id)})
    return browser


@pytest.fixture
def agreement(client: TestClient, school: TestClient) -> str:
    """Agree with Sam, with the school as a party; give the address of the agreement."""
    assert 200 == school.get("/school").status_code
    desk = client.app.state.desk  # type: ignore[attr-defined]  # as above
    [found] = list_schools(desk, besides="")
    typed = {"werkproces": [ORDERS], "van": recent(client), "school": found.id}
    answer = client.post(f"{added(client)}/afspraak", data=typed)
    here = str(answer.headers["location"]).partition("?")[0]
    page = other(client).get(link(client, here)).text
    assert "School aan de Kade doet mee" in page
    other(client).post(f"{link(client, here)}/ja", data={"versie": "1", "naam": "Sam"})
    return here


@pytest.fixture
def pupil(client: TestClient, school: TestClient, agreement: str) -> str:
    """Give a badge for it; give the address of the pupil's page at the school."""
    client.post(f"/uitreiken/{ORDERS}/geef", data=filled_in(client, agreement))
    found = re.search(r'href="(/school/[\w-]+)"', school.get("/school").text)
    assert found
    return found[1]


def forms(page: str, word: str) -> str:
    """Give the address of the form or link that has this word in it."""
    found = re.search(rf'(?:action|href)="([^"]*{word}[^"]*)"', page)
    assert found, word
    return found[1]


def hidden(page: str) -> dict[str, list[str]]:
    """Give what the form of the page sends unseen."""
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'type="hidden" name="([\w-]+)" value="([^"]*)"', page):
        found.setdefault(name, []).append(html.unescape(value))
    return found


def client_checks(client: TestClient, href: str) -> str:
    """Check a link as an employer does, who is signed in nowhere."""
    return other(client).get(html.unescape(href)).text


class TestSchool:
    """`/school`."""

    def test_shows_who_said_yes(self, school: TestClient, pupil: str) -> None:
        """With what waits, and what stands in the way."""
        assert "1 te bekijken" in school.get("/school").text
        page = school.get(pupil).text
        assert all(each in page for each in ("Wat Sam kan", "40 orders", "Schrijf op wat je vond"))
        assert "Lees de praktijkverklaring" not in page

    def test_says_to_both_what_is_still_to_do(
        self, client: TestClient, school: TestClient, agreement: str, pupil: str
    ) -> None:
        """To each what it does itself, with the way there, and what the other does."""
        page = school.get(pupil).text
        assert "Nog te doen voor de praktijkverklaring" in page
        assert page.index("Dit doen jullie") < page.index(forms(page, "/erkenning/"))
        school.post(forms(page, "/vraag/"), data={"vraag": "Welke scanner?"})
        assert "Beantwoordt nog jullie vraag" in school.get(pupil).text
        theirs = client.get(agreement).text.partition("Op weg naar een praktijkverklaring")[2]
        assert theirs.index("/vragen/") < theirs.index("Dit doet School aan de Kade")
        assert "Leest de bewijzen, en geeft de praktijkverklaring." in theirs

    @pytest.mark.usefixtures("agreement")
    def test_is_for_who_confirms(self, client: TestClient) -> None:
        """The leerbedrijf has its own pages."""
        assert 403 == client.get("/school").status_code

    def test_confirms(self, school: TestClient, pupil: str) -> None:
        """And says so: here, on the badge, and where that is checked; what it said can be checked too."""
        answer = school.post(forms(school.get(pupil).text, "/bevestig/"))
        page = school.get(str(answer.headers["location"])).text
        assert "Het is bevestigd" in page
        badge = other(school).get(re.findall(r'href="(/b/[\w-]+)"[^>]*>Bekijk het bewijs', page)[0]).text
        assert "Bevestigd door School aan de Kade" in badge
        checked = client_checks(school, forms(badge, "/controleer[?]"))
        assert all(each in checked for each in ("Bevestigd door", "School aan de Kade"))
        said = other(school).get(re.findall(r'href="(/b/[\w-]+)">Bevestigd op', page)[0]).text
        assert "School aan de Kade bevestigt een bewijs" in said
        assert "bewijs.pdf" not in said
        assert "Deze bevestiging is echt" in client_checks(school, forms(said, "/controleer[?]"))

    def test_sees_what_the_pupil_lets_it_see(
        self, client: TestClient, school: TestClient, agreement: str, pupil: str
    ) -> None:
        """Only that, and until he takes it back; a photo by an address that opens for this school alone."""
        phone = other(client)
        work = f"{link(client, agreement)}/werk/{ORDERS}"
        phone.post(f"{work}/notitie", data={"notitie": "Alleen voor mij."})
        own = send_photo(phone, work, raw=photo("JPEG"))
        assert "Laat dit aan School aan de Kade zien" in own
        show = forms(own.rpartition("De dozen")[2], "/school")
        assert "De dozen" not in school.get(pupil).text
        answer = phone.post(show)
        assert "De school mag dit zien." in phone.get(str(answer.headers["location"])).text
        page = school.get(pupil).text
        assert ("De dozen" in page, "Alleen voor mij." in page) == (True, False)
        seen = re.findall(rf'src="({pupil}/verzameld/[^"]+/foto)"', page)[0]
        assert "image/jpeg" == school.get(seen).headers["content-type"]
        assert [403, 303] == [each.get(seen).status_code for each in (client, phone)]
        phone.post(show.replace("/school", "/geen-school"))
        assert 404 == school.get(seen).status_code
        assert "De dozen" not in school.get(pupil).text

    def test_asks_and_reads_the_answer(
        self, client: TestClient, school: TestClient, agreement: str, pupil: str
    ) -> None:
        """On the page of the praktijkopleider, and back."""
        here = forms(school.get(pupil).text, "/vraag/")
        assert 400 == school.post(here, data={"vraag": " "}).status_code
        school.post(here, data={"vraag": "Welke scanner?"})
        asked = forms(client.get(agreement).text, "/vragen/")
        assert "Welke scanner?" in client.get(asked).text
        waits = [asked in client.get(each).text for each in ("/uitreiken", "/wacht")]
        assert "de school vraagt 1 ding" in client.get("/deelnemers").text
        client.post(asked, data={"antwoord": "De handscanner."})
        assert "1 antwoord" in school.get("/school").text
        assert "zei ja op" in client.get("/deelnemers").text
        assert [True, True, False, False] == [
            *waits,
            *(asked in client.get(each).text for each in ("/uitreiken", "/wacht")),
        ]
        assert "De handscanner." in school.get(pupil).text

    def test_gives_a_praktijkverklaring(
        self, client: TestClient, school: TestClient, agreement: str, pupil: str
    ) -> None:
        """Once it wrote down that it looked, and read it all; the learner has it on his page."""
        here = forms(school.get(pupil).text, "/erkenning/")
        year, month, day = map(int, recent(client).split("-"))
        assert f'value="{day}-{month}-{year}"' in school.get(here).text
        wrong = school.post(here, data={"bron": "Register van SBB", "dag": "ooit"})
        assert (400, True) == (wrong.status_code, 'value="Register van SBB"' in wrong.text)
        school.post(here, data={"bron": "Register van SBB", "dag": recent(client)})
        sent = self.ticked(school, pupil)
        assert 400 == school.post(f"{pupil}/verklaring/bekijk", data=sent | {"bewijs": []}).status_code
        read = school.post(f"{pupil}/verklaring/bekijk", data=sent)
        told = ("Sam kan deze werkprocessen", "B1-K2-W1", "crebo 25774", "Je hebt het mandaat van")
        shown = ("Beoordeeld door", "Magazijn De Maas", "Verstrekt door", "School aan de Kade")
        assert [] == [each for each in (*told, *shown, "Er is nog niets gegeven") if each not in read.text]
        given = school.post(f"{pupil}/verklaring", data=hidden(read.text))
        own = other(client).get(link(client, agreement)).text
        assert "Gegeven door School aan de Kade, op" in own
        assert own.index("Dit kreeg je ook") < own.index("Praktijkverklaring")
        page = school.get(str(given.headers["location"])).text
        assert page.index("Dit gaven jullie") < page.index("Wat de leerling deed")
        verklaring = other(school).get(forms(page.split('id="gegeven"')[1], "/b/"))
        assert all(each in verklaring.text for each in (*shown, "Dit is geen diploma, mbo-certificaat of"))
        checked = client_checks(school, forms(verklaring.text, "/controleer[?]"))
        assert all(each in checked for each in ("Dit bewijs is echt", *shown))
        phone = other(client)
        for keep in re.findall(r'href="(/bewaar/[^"]+)"', own):
            phone.post(keep)
        kept = re.findall(r'href="/mijn-bewijzen/([\w-]{36})"', phone.get("/mijn-bewijzen").text)
        made = share(phone, *kept, parts=("naam", "verhaal", "stap", "vaardigheden"))
        together = other(client).get(link_on(phone, made)).text
        assert [] == [each for each in shown if each not in together]
        assert "Dit is geen diploma, mbo-certificaat of" in together

    def test_gives_nothing_unread(
        self, client: TestClient, school: TestClient, agreement: str, pupil: str
    ) -> None:
        """Pressed without reading it is shown; what changed meanwhile is told; back, all is still there."""
        check = {"bron": "Register van SBB", "dag": recent(client)}
        school.post(forms(school.get(pupil).text, "/erkenning/"), data=check)
        sent = self.ticked(school, pupil)
        unread = school.post(f"{pupil}/verklaring", data=sent)
        assert (409, True) == (unread.status_code, "Geef deze praktijkverklaring" in unread.text)
        read = hidden(school.post(f"{pupil}/verklaring/bekijk", data=sent).text)
        other(client).post(f"{link(client, agreement)}/ja", data={"versie": "1", "naam": "Sam de Vries"})
        late = school.post(f"{pupil}/verklaring", data=read)
        assert (409, True) == (late.status_code, "<li>de naam van de leerling</li>" in late.text)
        assert "Dit gaven jullie" not in school.get(pupil).text
        back = school.post(f"{pupil}/verklaring/aanpassen", data=hidden(late.text))
        assert re.search(rf'value="{sent["bewijs"]}" checked', back.text)
        given = school.post(f"{pupil}/verklaring", data=hidden(late.text))
        assert "Dit gaven jullie" in school.get(str(given.headers["location"])).text

    def test_is_told_before_a_badge_under_it_goes(
        self, client: TestClient, school: TestClient, pupil: str
    ) -> None:
        """The leerbedrijf reads that the school will see that; and the list of the school leads to it."""
        check = {"bron": "Register van SBB", "dag": recent(client)}
        school.post(forms(school.get(pupil).text, "/erkenning/"), data=check)
        sent = self.ticked(school, pupil)
        read = hidden(school.post(f"{pupil}/verklaring/bekijk", data=sent).text)
        badge = f"/gegeven/{sent['bewijs']}"
        told = "<bdi>School aan de Kade</bdi> gaf een praktijkverklaring die op dit bewijs rust"
        before = client.get(f"{badge}/intrekken").text
        school.post(f"{pupil}/verklaring", data=read)
        after = [client.get(f"{badge}/{each}").text for each in ("intrekken", "verbeteren")]
        assert [False, True, True] == [told in each for each in (before, *after)]
        marked = ["Kijk hiernaar" in school.get("/school").text]
        client.post(f"{badge}/intrekken", data={"reden": "vergissing"})
        assert [False, True] == [*marked, "Kijk hiernaar" in school.get("/school").text]
        page = school.get(pupil).text
        assert "Een bewijs waar deze op rust, is daarna ingetrokken" in page
        verklaring = other(school).get(forms(page.split('id="gegeven"')[1], "/b/")).text
        checked = client_checks(school, forms(verklaring, "/controleer[?]"))
        said = ("Dit bewijs is echt", "Een bewijs waar deze verklaring op rust, is ingetrokken.")
        assert [] == [each for each in said if each not in checked]

    @staticmethod
    def ticked(school: TestClient, pupil: str) -> dict[str, object]:
        """Give what the form sends as it comes."""
        page = school.get(pupil).text
        names = ("bewijs", "sleutel")
        return {each: re.findall(rf'name="{each}" value="([\w-]+)"', page)[0] for each in names}
