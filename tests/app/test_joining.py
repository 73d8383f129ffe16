"""An organisation joins, over HTTP, on a real database."""

import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from issuers.mailing.outbox import Letter, new_letter
from issuers.organisations.demo import demo_praktijkopleider
from issuers.organisations.joining import Decision, approve, ask_to_join, refuse, waiting_applications
from issuers.people.inviting import Invited
from tests.app.serving import demo_in, desk_of, opened
from tests.databases import Databases
from tests.fresh import fresh_in
from tests.issuers.conftest import FRIDAY
from tests.once import Once

ADDRESS = "http://localhost:8000"
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
TYPED = {
    "soort": ["school", "maatschappelijk"],
    "kvk": "9999 9990",
    "brin": "99xy",
    "schoolsoort": "pro",
    "naam": "De Werf",
    "persoon": "Bea Smit",
    "mail": "bea@dewerf.voorbeeld",
    "overeenkomst": "ja",
    "edities": "ja",
}


@pytest.fixture(scope="module")
def client(once: Once, databases: Databases) -> Iterator[TestClient]:
    """Open the demo as a browser does, without a session."""
    folder = fresh_in(once.folder("joining"), once=once, databases=databases)
    with opened(demo_in(folder, databases=databases)) as client:
        yield client


def no_letter(invited: Invited) -> Letter:
    """Write a letter that nobody sends."""
    return new_letter(invited.mail, subject="", text=invited.token, now=FRIDAY)


class TestAanmelden:
    """`/aanmelden` takes an application in."""

    def test_leads_to_a_page_that_tells_how_far_it_came(self, client: TestClient) -> None:
        """At an address that nobody can guess, which no cache keeps."""
        sent = client.post("/aanmelden", data=TYPED)
        assert 303 == sent.status_code
        page = client.get(sent.headers["location"])
        assert re.fullmatch(r"/aanmelden/[\w-]{22}", sent.headers["location"])
        assert "Jullie aanmelding is binnen" in page.text
        assert "no-store" == page.headers["cache-control"]

    def test_promises_no_mail_where_none_is_sent(self, client: TestClient) -> None:
        """It says instead how they hear of it: before, while it waits, and when it is done."""
        pages = [
            client.get("/aanmelden"),
            client.get(client.post("/aanmelden", data=TYPED).headers["location"]),
        ]
        for page in pages:
            assert "stuurt geen mail" in page.text
            assert "Hierheen sturen wij" not in page.text

    def test_tells_what_is_wrong_in_the_order_of_the_page(self, client: TestClient) -> None:
        """Whoever follows the list goes down, and never up."""
        page = client.post("/aanmelden", data={"soort": "leerbedrijf"}).text
        listed = re.findall(r'<li><a href="#f-([a-z-]+)">', page)
        asked = [found for found in re.findall(r' id="f-([a-z-]+)"', page) if found in listed]
        assert len(listed) > 4
        assert asked == listed

    def test_loses_nothing_that_was_typed(self, client: TestClient) -> None:
        """What is wrong stands beside its field, the rest is still there."""
        answer = client.post("/aanmelden", data=TYPED | {"kvk": "1234567", "overeenkomst": ""})
        assert 400 == answer.status_code
        assert "Een KvK-nummer heeft 8 cijfers. Hier staan er 7." in answer.text
        for kept in ('value="1234567"', 'value="99xy"', 'value="De Werf"', 'value="bea@dewerf.voorbeeld"'):
            assert kept in answer.text
        assert 3 == len(re.findall(r'name="(?:soort|schoolsoort)" [^>]* checked', answer.text))

    def test_asks_about_an_rsin_and_keeps_none_without_the_tick(self, client: TestClient) -> None:
        """It may be the BSN of a sole trader."""
        before = len(waiting_applications(desk_of(client)))
        typed = TYPED | {"soort": ["gemeente"], "rsin": "123456782"}
        answer = client.post("/aanmelden", data=typed)
        assert 400 == answer.status_code
        assert "Is dit RSIN echt niet je BSN?" in answer.text
        assert before == len(waiting_applications(desk_of(client)))
        assert 303 == client.post("/aanmelden", data=typed | {"rechtspersoon": "ja"}).status_code

    def test_need_not_wait_with_an_invitation(self, client: TestClient) -> None:
        """Looking at it, as a mail scanner does, uses nothing up."""
        desk = desk_of(client)
        invitation = ask_to_join(desk, by=demo_praktijkopleider(desk).person_id)
        for _ in range(3):
            page = client.get(f"/aanmelden?uitnodiging={invitation}")
        assert "Jullie zijn uitgenodigd" in page.text
        assert f'name="uitnodiging" value="{invitation}"' in page.text
        sent = client.post("/aanmelden", data=TYPED | {"uitnodiging": invitation})
        begin = client.get(sent.headers["location"])
        assert "/uitnodiging/" in sent.headers["location"]
        assert "Bea Smit" in begin.text

    def test_tells_why_not(self, client: TestClient) -> None:
        """In the words of who refused, shown as text."""
        desk = desk_of(client)
        sent = client.post("/aanmelden", data=TYPED | {"naam": "De Haven"})
        (ours,) = (each for each in waiting_applications(desk) if each.written.face.name == "De Haven")
        by = demo_praktijkopleider(desk).person_id
        refuse(desk, ours.id, by=by, reason="<b>Dit klopt niet.</b>")
        assert "&lt;b&gt;Dit klopt niet.&lt;/b&gt;" in client.get(sent.headers["location"]).text

    def test_does_not_say_that_all_was_looked_up(self, client: TestClient) -> None:
        """To be let in is one thing; what was looked up stands on the page of the organisation."""
        desk = desk_of(client)
        sent = client.post("/aanmelden", data=TYPED | {"naam": "De Kade"})
        progress = sent.headers["location"]
        assert "leest jullie aanmelding" in client.get(progress).text
        (ours,) = (each for each in waiting_applications(desk) if each.written.face.name == "De Kade")
        by = demo_praktijkopleider(desk).person_id
        joined = approve(desk, ours.id, decision=Decision(by, no_letter))
        assert "wat wij hebben nagekeken, en wat nog niet" in client.get(progress).text
        page = client.get(f"/organisaties/{joined.organisation.id}").text
        assert "Wij hebben het niet nagekeken" in page

    def test_tells_nothing_to_who_guesses(self, client: TestClient) -> None:
        """There is no such page."""
        assert 404 == client.get("/aanmelden/geraden").status_code


class TestVerwerkersovereenkomst:
    """`/verwerkersovereenkomst` shows what one agrees with."""

    def test_shows_each_version(self, client: TestClient) -> None:
        """The newest without a number too."""
        for path in ("/verwerkersovereenkomst", "/verwerkersovereenkomst/1"):
            assert "<h2>Een kleiner bewijs voor de houder</h2>" in client.get(path).text
        assert 404 == client.get("/verwerkersovereenkomst/99").status_code
