"""What is given waits for a second person, or for its time, over HTTP."""

import re
from uuid import UUID

import pytest
from fastapi.testclient import TestClient

from issuers.organisations.demo import add_person, demo_beheerder, demo_praktijkopleider
from issuers.people.sessions import NewSession, sign_in
from issuers.people.tables import Proof, Role
from tests.app.learners import ORDERS, agreed, filled_in, recent
from tests.app.serving import ADDRESS, BROWSER
from tests.databases import ON_SQLITE

pytestmark = ON_SQLITE

FOUR_EYES = {"vier-ogen": "ja", "bedenktijd": "0", "wachttijd": "0"}


@pytest.fixture
def client(demo: TestClient) -> TestClient:
    """Open the demo as its praktijkopleider, after its beheerder asked for four eyes."""
    demo.post("/inloggen/demo", data={"als": "beheerder"})
    assert "/organisatie/meekijken?klaar=bewaard" == asked(demo, FOUR_EYES)
    demo.post("/inloggen/demo")
    return demo


@pytest.fixture
def second(client: TestClient) -> TestClient:
    """Open the same service as somebody else who gives badges."""
    desk = client.app.state.desk  # type: ignore[attr-defined]  # ours
    organisation_id = demo_praktijkopleider(desk).organisation_id
    ilse = add_person(desk, "Ilse Kok", organisation_id=organisation_id, role=Role.PRAKTIJKOPLEIDER)
    return signed_in_as(client, ilse.person_id)


def signed_in_as(client: TestClient, person_id: UUID) -> TestClient:
    """Open the same service on another device, where this one used a passkey."""
    other = TestClient(client.app, base_url=ADDRESS, headers=BROWSER, follow_redirects=False)
    (cookie,) = client.cookies.jar
    desk = client.app.state.desk  # type: ignore[attr-defined]  # ours
    token = sign_in(desk, NewSession(person_id=person_id, proof=Proof.PASSKEY))
    other.cookies.set(cookie.name, token, domain=cookie.domain)
    return other


def asked(client: TestClient, rule: dict[str, str]) -> str:
    """Ask for something; give where that leads."""
    return str(client.post("/organisatie/meekijken", data=rule).headers.get("location"))


def given(client: TestClient, **changes: str) -> str:
    """Give a badge; give where that leads."""
    day = recent(client)
    filled = {
        "naam": "Sam",
        "zin": "Sam verzamelde elke ochtend 40 orders.",
        "van": day,
        "tot": day,
        "gelezen": "ja",
        "sleutel": "wacht-1",
    }
    answer = client.post(f"/uitreiken/{ORDERS}/geef", data=filled | changes)
    assert 303 == answer.status_code, answer.text
    return str(answer.headers["location"])


class TestSecondPerson:
    """An organisation may ask for four eyes."""

    def test_confirms_on_his_own_page(self, client: TestClient, second: TestClient) -> None:
        """What he sees is what will be signed; after that the badge is there."""
        here = given(client)
        assert here.startswith("/onderweg/")
        assert "Dit wacht op een tweede persoon" in client.get(here).text
        assert "Noor Bakker vraagt of jij dit bevestigt" in second.get("/uitreiken").text
        assert "Wat jij mag bevestigen" in second.get("/onderweg").text
        assert "Wat jij mag bevestigen" not in client.get("/onderweg").text
        page = second.get(here).text
        assert all(each in page for each in ("40 orders", "Ja, ik bevestig dit"))
        second.post(f"{here}/bevestig")
        assert client.get(here).headers["location"].startswith("/gegeven/")

    def test_types_the_code_of_the_first(self, client: TestClient, second: TestClient) -> None:
        """Spaces and small letters are fine; a wrong code says what to do."""
        here = given(client)
        code = re.search(r'<span class="code">(\w{3} \w{3})</span>', client.post(f"{here}/code").text)
        assert code
        wrong = second.post("/onderweg/code", data={"code": "xxx"})
        assert 400 == wrong.status_code
        assert all(each in wrong.text for each in ("Deze code klopt niet", 'value="xxx"'))
        assert here == second.post("/onderweg/code", data={"code": code[1].lower()}).headers["location"]
        assert second.get(here).headers["location"].startswith("/gegeven/")
        assert client.post(f"{here}/code").headers["location"].startswith("/gegeven/")

    def test_reads_it_before_the_button(self, client: TestClient, second: TestClient) -> None:
        """The heading asks it, the button comes last; the first one's page leads on by itself."""
        day = recent(client)
        typed = {"zin": "Sam verzamelde elke ochtend 40 orders.", "van": day, "tot": day}
        preview = client.post(f"/uitreiken/{ORDERS}/bekijk", data=typed).text
        assert all(each in preview for each in ("Vraag dan een collega", "Een collega leest het daarna"))
        here = given(client)
        page = second.get(here).text
        assert page.index("Bevestig jij dit?") < page.index("40 orders") < page.index("Ja, ik bevestig dit")
        own = client.get(here).text
        assert all(each in own for each in (f'data-until="{here}"', "Jij gaf dit."))
        assert "Noor Bakker gaf dit." in page

    def test_confirms_several_at_once(self, client: TestClient, second: TestClient) -> None:
        """Each with its own tick; without one nothing happens."""
        places = [given(client, sleutel=f"wacht-{number}") for number in range(3)]
        bare = second.post("/onderweg/bevestig")
        assert 400 == bare.status_code
        assert "Zet een vinkje" in bare.text
        ticked = {"bewijs": [place.rpartition("/")[2] for place in places[:2]]}
        assert (
            "/onderweg?klaar=bevestigd" == second.post("/onderweg/bevestig", data=ticked).headers["location"]
        )
        page = second.get("/onderweg").text
        assert 1 == len(re.findall(r'name="bewijs"', page))
        assert ("Dit wordt nu ondertekend" in page, "Terug te nemen tot" in page) == (True, False)
        assert (
            400
            == client.post("/onderweg/bevestig", data={"bewijs": places[2].rpartition("/")[2]}).status_code
        )

    def test_says_that_it_is_not_right(self, client: TestClient, second: TestClient) -> None:
        """With a reason, which the first reads; nothing is signed, and the recipient reads none of it."""
        here = given(client)
        own = re.search(r"/straks/[\w-]+", client.get(here).text)
        assert own
        unsaid = second.post(f"{here}/klopt-niet", data={"wat": " "})
        assert (400, True) == (unsaid.status_code, "Schrijf in één zin" in unsaid.text)
        assert 303 == second.post(f"{here}/klopt-niet", data={"wat": "Het waren 4 orders."}).status_code
        page = client.get(here).text
        assert all(each in page for each in ("Ilse Kok zegt: dit klopt niet", "Het waren 4 orders."))
        assert f'href="{here}"' in client.get("/wacht").text
        assert "Ilse Kok zegt" in client.get("/onderweg").text
        assert 409 == second.post(f"{here}/bevestig").status_code
        assert all(each not in client.get(own[0]).text for each in ("Je zei", "4 orders."))

    def test_is_given_again_from_what_was_refused(self, client: TestClient, second: TestClient) -> None:
        """The form is filled in, and comes to one badge: under the key of what was stopped."""
        here = given(client, zelfstandigheid="zelfstandig")
        second.post(f"{here}/klopt-niet", data={"wat": "Het waren 4 orders."})
        found = re.search(r'href="(/uitreiken/[^"]+opnieuw=[^"]+)"', client.get(here).text)
        assert found
        page = client.get(found[1]).text
        assert all(
            each in page for each in ("ochtend 40 orders", 'value="Sam"', 'name="eerder" value="wacht-1"')
        )
        assert re.search(r'value="zelfstandig" checked', page)
        again = given(client, eerder="wacht-1", sleutel="", zin="Sam verzamelde 4 orders.")
        assert again == given(client, eerder="wacht-1", sleutel="", zin="Sam verzamelde 4 orders.")
        assert 404 == client.get(here).status_code
        assert "dit klopt niet" not in client.get("/onderweg").text
        assert 404 == client.get(found[1]).status_code

    def test_is_given_at_once_where_nobody_is_asked_any_more(
        self, client: TestClient, second: TestClient
    ) -> None:
        """What was refused does not stand there any longer: it could not be given a second time."""
        here = given(client)
        second.post(f"{here}/klopt-niet", data={"wat": "Het waren 4 orders."})
        client.post("/inloggen/demo", data={"als": "beheerder"})
        asked(client, {"bedenktijd": "0", "wachttijd": "0"})
        client.post("/inloggen/demo")
        assert given(client, eerder="wacht-1", sleutel="", zin="Sam verzamelde 4 orders.").startswith(
            "/gegeven/"
        )
        assert 404 == client.get(here).status_code

    def test_may_not_refuse_his_own(self, client: TestClient) -> None:
        """He takes it back."""
        assert 409 == client.post(f"{given(client)}/klopt-niet", data={"wat": "Nee."}).status_code

    def test_is_not_the_first(self, client: TestClient) -> None:
        """Neither the page nor a form of his own making lets him."""
        here = given(client)
        assert "Ja, ik bevestig dit" not in client.get(here).text
        refused = client.post(f"{here}/bevestig")
        assert 409 == refused.status_code
        assert "Een ander moet het bevestigen" in refused.text

    def test_is_not_the_first_with_another_passkey(self, client: TestClient) -> None:
        """On whichever of his devices: it is asked who he is, not what he signs in with."""
        here = given(client)
        desk = client.app.state.desk  # type: ignore[attr-defined]  # ours
        tablet = signed_in_as(client, demo_praktijkopleider(desk).person_id)
        code = re.findall(r'class="code">(\w{3}) (\w{3})<', client.post(f"{here}/code").text)
        answers = (
            tablet.post(f"{here}/bevestig"),
            tablet.post("/onderweg/code", data={"code": "".join(code[0])}),
            tablet.post("/onderweg/bevestig", data={"bewijs": here.rpartition("/")[2]}),
        )
        assert [(409, True), (400, True), (400, True)] == [
            (each.status_code, "Een ander moet het bevestigen" in each.text) for each in answers
        ]
        assert "Dit wacht op een tweede persoon" in client.get(here).text

    def test_is_asked_once_for_a_double_click(self, client: TestClient) -> None:
        """The same form waits once."""
        assert given(client) == given(client)


class TestAgreement:
    """The page of an agreement knows what is on its way."""

    def test_shows_what_waits_instead_of_the_form(self, client: TestClient) -> None:
        """It is given once; after it was taken back the form is there again."""
        phone = TestClient(client.app, base_url=ADDRESS, headers=BROWSER, follow_redirects=False)
        here = agreed(client, phone)
        held = str(client.post(f"/uitreiken/{ORDERS}/geef", data=filled_in(client, here)).headers["location"])
        page = client.get(here).text
        assert (True, False) == (f'href="{held}"' in page, f"/uitreiken/{ORDERS}" in page)
        client.post(f"{held}/terug")
        page = client.get(here).text
        assert (False, True) == (f'href="{held}"' in page, f"/uitreiken/{ORDERS}" in page)


class TestGiving:
    """Who gives is asked again at the last press whether he may."""

    def test_loses_nothing_when_his_role_ended(self, client: TestClient, second: TestClient) -> None:
        """He reads who can help, and his form is there still."""
        desk = client.app.state.desk  # type: ignore[attr-defined]  # ours
        beheerder = signed_in_as(client, demo_beheerder(desk).person_id)
        person_id = demo_praktijkopleider(desk).person_id
        assert 303 == beheerder.post(f"/mensen/{person_id}", data={"rol": "begeleider"}).status_code
        typed = {"naam": "Sam", "zin": "Sam telde 40 dozen.", "van": "2026-01-05", "tot": "2026-01-06"}
        stopped = client.post(f"/uitreiken/{ORDERS}/geef", data=typed | {"gelezen": "ja", "sleutel": "een"})
        told = ("Dit mag je niet", "Karim Visser", 'value="Sam telde 40 dozen."')
        assert (403, []) == (stopped.status_code, [each for each in told if each not in stopped.text])
        assert "Sam telde" not in second.get("/onderweg").text


class TestTakingBack:
    """Who gave it can take it back, while it waits."""

    def test_signs_nothing(self, client: TestClient) -> None:
        """What it said can still be read."""
        here = given(client)
        client.post(f"{here}/terug")
        page = client.get(here).text
        assert all(each in page for each in ("Dit is teruggenomen", "40 orders"))
        again = client.post(f"{here}/terug")
        assert 409 == again.status_code
        assert "Dit wacht niet meer" in again.text


class TestOwn:
    """`/straks/...` is opened by the recipient, who has no account."""

    @pytest.fixture
    def phone(self, client: TestClient) -> TestClient:
        """Open the service where nobody signed in."""
        return TestClient(client.app, base_url=ADDRESS, headers=BROWSER, follow_redirects=False)

    def link(self, client: TestClient, here: str) -> str:
        """Give the path that the recipient opens."""
        found = re.search(rf"{ADDRESS}(/straks/[\w-]+)", client.get(here).text)
        assert found
        return found[1]

    def test_says_that_it_is_not_right(self, client: TestClient, phone: TestClient) -> None:
        """That reaches who gave it."""
        here = given(client)
        path = self.link(client, here)
        assert "40 orders" in phone.get(path).text
        phone.post(f"{path}/klopt-niet", data={"wat": "Ik was er niet bij."})
        assert "Je zei: dit klopt niet" in phone.get(path).text
        assert "Ik was er niet bij." in client.get(here).text

    @pytest.mark.parametrize("answer", [("klopt-niet", "wat"), ("naam", "naam")])
    def test_says_that_an_answer_came_too_late(
        self, client: TestClient, second: TestClient, phone: TestClient, answer: tuple[str, str]
    ) -> None:
        """Nobody else reads it any more, so he is told to say it himself; what he wrote is still there."""
        place, field = answer
        here = given(client)
        path = self.link(client, here)
        second.post(f"{here}/bevestig")
        late = phone.post(f"{path}/{place}", data={field: "Anders Dan Dit"})
        assert (409, True) == (late.status_code, "Anders Dan Dit" in late.text)
        assert "Zeg het zelf tegen Magazijn De Maas" in late.text
        assert f'href="{phone.get(path).headers["location"]}"' in late.text

    def test_leads_to_the_badge(self, client: TestClient, second: TestClient, phone: TestClient) -> None:
        """The same address, once it is there; not before."""
        here = given(client)
        path = self.link(client, here)
        assert 200 == phone.get(path).status_code
        second.post(f"{here}/bevestig")
        badge = phone.get(path).headers["location"]
        assert badge.startswith("/b/")
        assert 200 == phone.get(badge).status_code


class TestSettings:
    """`/organisatie/meekijken`."""

    def test_keeps_what_was_typed(self, client: TestClient) -> None:
        """And says what is wrong."""
        client.post("/inloggen/demo", data={"als": "beheerder"})
        page = client.post("/organisatie/meekijken", data=FOUR_EYES | {"wachttijd": "99"})
        assert 400 == page.status_code
        assert all(each in page.text for each in ('value="99"', "van 0 tot 72"))
        assert 'name="vier-ogen" value="ja" checked' in client.get("/organisatie/meekijken").text

    def test_is_led_to_from_the_organisation(self, client: TestClient) -> None:
        """For its beheerder."""
        client.post("/inloggen/demo", data={"als": "beheerder"})
        assert 'href="/organisatie/meekijken"' in client.get("/organisatie").text


class TestJoining:
    """Whoever joins finds first what was prepared for him."""

    def test_leads_to_what_another_wrote(self, client: TestClient, second: TestClient) -> None:
        """A begeleider, a school or an intermediary prepares it all; he reads and gives."""
        phone = TestClient(client.app, base_url=ADDRESS, headers=BROWSER, follow_redirects=False)
        filled = filled_in(client, agreed(client, phone))
        client.post(f"/uitreiken/{ORDERS}/bewaar", data=filled)
        page = second.get("/uitreiken").text
        assert all(each in page for each in ("Dit wacht op jou", "Noor Bakker schreef over Sam de Vries"))
        found = re.search(r'href="(/uitreiken/[^"]+afspraak=[^"]+)"', page)
        assert found
        assert "40 orders" in second.get(found[1]).text
        assert "Dit wacht op jou" not in client.get("/uitreiken").text


class TestSaying:
    """What waits is told before it is given, and found after."""

    @pytest.mark.parametrize(("minutes", "told"), [("10", "over 10 minuten"), ("1440", "over 24 uur")])
    def test_stands_before_the_button(self, client: TestClient, minutes: str, told: str) -> None:
        """Where it can be taken back for a time, also without a second person."""
        client.post("/inloggen/demo", data={"als": "beheerder"})
        asked(client, {"bedenktijd": minutes, "wachttijd": "0"})
        client.post("/inloggen/demo")
        day = recent(client)
        typed = {"naam": "Sam", "zin": "Sam verzamelde 40 orders.", "van": day, "tot": day}
        assert told in client.post(f"/uitreiken/{ORDERS}/bekijk", data=typed).text

    def test_counts_in_the_menu(self, client: TestClient) -> None:
        """Only while something waits."""
        assert "Onderweg (" not in client.get("/deelnemers").text
        here = given(client)
        given(client, sleutel="wacht-2")
        assert "Onderweg (2)" in client.get("/deelnemers").text
        assert "Onderweg: alle 2 bewijzen" in client.get("/uitreiken").text
        assert '<div class="wall__badge"><svg' in client.get(here).text.replace("\n", "")
        assert f'href="{here}"' in client.get("/wacht").text
