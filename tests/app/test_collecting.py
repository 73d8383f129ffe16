"""What somebody did is collected over HTTP: by himself on his phone, and by who works with him."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient

from badges.workphotos import MAX_BYTES
from tests.app.giving import hidden
from tests.app.learners import ORDERS, agreed, filled_in, link, proposed
from tests.badges.test_workphotos import SECRET, photo
from tests.databases import ON_SQLITE
from web.clock import FixedClock

pytestmark = ON_SQLITE


def send_photo(phone: TestClient, here: str, *, raw: bytes) -> str:
    """Send a photo; give the page that comes of it."""
    files = {"foto": ("werk.jpg", raw, "image/jpeg")}
    answer = phone.post(f"{here}/foto", data={"bijschrift": "De dozen"}, files=files)
    return phone.get(answer.headers["location"]).text if answer.has_redirect_location else answer.text


class TestCollecting:
    """`/afspraak/.../werk/...` and `/afspraken/.../werk/...`."""

    def test_shows_a_story_on_both_sides(self, client: TestClient, phone: TestClient) -> None:
        """The recipient tells it; who works with him finds it at the work, and can add to it."""
        here = agreed(client, phone)
        own = f"{link(client, here)}/werk/{ORDERS}"
        assert own in phone.get(link(client, here)).text
        kept = phone.post(f"{own}/verhaal", data={"actie": "Ik pakte 40 dozen in."})
        assert f"{own}?klaar=bewaard" == kept.headers["location"]
        assert "1 ding verzameld" in client.get(here).text
        theirs = client.get(f"{here}/werk/{ORDERS}").text
        assert all(each in theirs for each in ("Ik pakte 40 dozen in.", "van de deelnemer"))
        client.post(f"{here}/werk/{ORDERS}/uren", data={"uren": "7,5"})
        assert all(each in phone.get(own).text for each in ("7,5 uur", "Noor Bakker"))

    def test_goes_on_where_it_was_left(self, client: TestClient, phone: TestClient) -> None:
        """What was kept can be finished later."""
        own = f"{link(client, agreed(client, phone))}/werk/{ORDERS}"
        phone.post(f"{own}/verhaal", data={"taak": "Inpakken"})
        found = re.search(r'href="(/afspraak/[^"]+/verzameld/[^"]+)"', phone.get(own).text)
        assert found
        assert ">Inpakken</textarea>" in phone.get(found[1]).text
        phone.post(found[1], data={"taak": "Inpakken", "resultaat": "Klaar om 4 uur.", "versie": "1"})
        assert "Klaar om 4 uur." in phone.get(own).text
        phone.post(f"{found[1]}/weg")
        assert "Klaar om 4 uur." not in phone.get(own).text

    def test_tells_what_changed_meanwhile(self, client: TestClient, phone: TestClient) -> None:
        """Whoever saw an older text reads both, and goes on from there."""
        here = agreed(client, phone)
        client.post(f"{here}/werk/{ORDERS}/notitie", data={"notitie": "Goed."})
        found = re.search(rf'href="({here}/verzameld/[^"]+)"', client.get(f"{here}/werk/{ORDERS}").text)
        assert found
        assert 'name="versie" value="1"' in client.get(found[1]).text
        client.post(found[1], data={"notitie": "Vlot.", "versie": "1"})
        page = client.post(found[1], data={"notitie": "Rustig.", "versie": "1"})
        assert 400 == page.status_code
        told = ("Noor Bakker veranderde dit intussen", "‘Vlot.’", ">Rustig.</textarea>", 'value="2"')
        assert all(each in page.text for each in told)
        assert 303 == client.post(found[1], data={"notitie": "Rustig.", "versie": "2"}).status_code

    def test_names_what_is_written_without_the_token(self, client: TestClient, phone: TestClient) -> None:
        """A phone keeps unfinished text under that name: it opens nothing for who finds it there."""
        here = agreed(client, phone)
        path = link(client, here)
        named = re.search(r'data-about="([^"]+)"', phone.get(f"{path}/werk/{ORDERS}/notitie").text)
        assert named
        assert here.rpartition("/")[2] in named[1]
        assert path.rpartition("/")[2] not in named[1]

    def test_asks_about_a_word(self, client: TestClient, phone: TestClient) -> None:
        """It may stay with a tick; nothing typed is lost."""
        here = f"{agreed(client, phone)}/werk/{ORDERS}"
        page = client.post(f"{here}/notitie", data={"notitie": "Zijn dyslexie viel niet op."})
        assert 400 == page.status_code
        assert all(each in page.text for each in ("Hier staat ‘dyslexie’", 'name="toch"', "viel niet op."))
        again = client.post(f"{here}/notitie", data={"notitie": "Zijn dyslexie viel niet op.", "toch": "ja"})
        assert 303 == again.status_code

    def test_keeps_to_who_may_see_it(self, client: TestClient, phone: TestClient) -> None:
        """A photo has no address that works without the token or the sign-in."""
        here = agreed(client, phone)
        own = f"{link(client, here)}/werk/{ORDERS}"
        page = send_photo(phone, own, raw=photo("JPEG", size=(90, 60)))
        found = re.search(r'src="(/afspraak/[^"]+/foto)"', page)
        assert found
        shown = phone.get(found[1])
        assert ("image/jpeg", "no-store") == (shown.headers["content-type"], shown.headers["cache-control"])
        assert SECRET not in shown.content
        theirs = found[1].replace(link(client, here), here)
        assert 200 == client.get(theirs).status_code
        assert "/inloggen" == phone.get(theirs).headers["location"].partition("?")[0]

    @pytest.mark.parametrize(
        ("raw", "says"),
        [
            (b"", "Kies eerst een foto"),
            (b"\0\0\0\x18ftypmp42" + bytes(1000), "Dit is een filmpje"),
            (b"\xff\xd8\xff" + bytes(MAX_BYTES), "Deze foto is te groot. Hij mag 20 MB zijn."),
        ],
        ids=["nothing", "film", "too-large"],
    )
    def test_says_what_is_no_photo(
        self, client: TestClient, phone: TestClient, raw: bytes, says: str
    ) -> None:
        """And keeps what was typed beside it."""
        own = f"{link(client, agreed(client, phone))}/werk/{ORDERS}"
        page = send_photo(phone, own, raw=raw)
        assert all(each in page for each in (says, 'value="De dozen"', "Kies het bestand opnieuw"))


class TestAssessing:
    """`/afspraken/.../beoordeel/...`."""

    def test_leads_on_to_the_badge(self, client: TestClient, phone: TestClient) -> None:
        """What was judged begins it, how independently is filled in, and one press gives it."""
        here = agreed(client, phone)
        phone.post(f"{link(client, here)}/werk/{ORDERS}/notitie", data={"notitie": "Ik pakte 40 dozen in."})
        assert f"{here}/beoordeel/{ORDERS}" in client.get(f"{here}/werk/{ORDERS}").text
        assert "Ik pakte 40 dozen in." in client.get(f"{here}/beoordeel/{ORDERS}").text
        judged = {"kennis": "Kent de codes.", "zelfstandigheid": "zelfstandig", "verder": "geef"}
        onward = client.post(f"{here}/beoordeel/{ORDERS}", data=judged)
        form = client.get(onward.headers["location"]).text
        assert all(each in form for each in ("Laat dit aan Sam zien", "Kent de codes.", 'name="gelezen"'))
        assert 'name="zelfstandigheid" value="zelfstandig"' in form
        assert "Kent de codes." in phone.get(f"{link(client, here)}/werk/{ORDERS}").text

    def test_leads_on_to_the_next_work(self, client: TestClient, phone: TestClient) -> None:
        """What was given names what is still to come of the agreement, and nothing once all is given."""
        here = proposed(client, werkproces=[ORDERS, "25774/B1-K1-W2"])
        phone.post(f"{link(client, here)}/ja", data={"versie": "1", "naam": "Sam"})
        given = client.post(f"/uitreiken/{ORDERS}/geef", data=filled_in(client, here))
        onward = f"{here}/beoordeel/25774/B1-K1-W2"
        assert onward in client.get(given.headers["location"]).text
        again = filled_in(client, here) | {"sleutel": "afspraak-2"}
        last = client.post("/uitreiken/25774/B1-K1-W2/geef", data=again)
        assert "/beoordeel/" not in client.get(last.headers["location"]).text

    def test_takes_a_photo_in_the_same_round(self, client: TestClient, phone: TestClient) -> None:
        """What was judged and the photo are sent at once."""
        here = agreed(client, phone)
        files = {"foto": ("werk.jpg", photo("JPEG", size=(90, 60)), "image/jpeg")}
        kept = client.post(f"{here}/beoordeel/{ORDERS}", data={"kennis": "Kent de codes."}, files=files)
        page = client.get(kept.headers["location"]).text
        assert all(each in page for each in ("Kent de codes.", 'alt="Foto van het werk"'))

    def test_is_found_again_after_the_night(self, client: TestClient, phone: TestClient) -> None:
        """Sent 13 hours later: who signs in again goes on with what he typed, and chooses the photo again."""
        here = agreed(client, phone)
        mark = hidden(client.get(f"{here}/beoordeel/{ORDERS}").text)["namens"]
        app: Any = client.app
        later = FixedClock(app.state.desk.clock.now() + timedelta(hours=13))
        app.state.desk = replace(app.state.desk, clock=later)
        files = {"foto": ("werk.jpg", photo("JPEG", size=(90, 60)), "image/jpeg")}
        typed = {"namens": mark, "kennis": "Kent de codes.", "verder": "geef"}
        stopped = client.post(f"{here}/beoordeel/{ORDERS}", data=typed, files=files)
        assert (401, True) == (stopped.status_code, "Kent de codes." in stopped.text)
        kept = {name: value for name, value in hidden(stopped.text).items() if name in {"naar", "bewaard"}}
        resumed = client.post("/inloggen/demo", data=kept).text
        assert f'action="{here}/beoordeel/{ORDERS}"' in resumed
        page = client.post(f"{here}/beoordeel/{ORDERS}", data=hidden(resumed))
        told = ("Je foto kwam niet mee", "Kent de codes.</textarea>")
        assert (400, []) == (page.status_code, [each for each in told if each not in page.text])

    def test_says_at_once_what_is_wrong_with_both(self, client: TestClient, phone: TestClient) -> None:
        """And neither is kept: the form comes back with all that was typed."""
        here = agreed(client, phone)
        files = {"foto": ("film.mp4", b"\0\0\0\x18ftypmp42" + bytes(1000), "video/mp4")}
        page = client.post(f"{here}/beoordeel/{ORDERS}", data={"kennis": "BSN 111222333"}, files=files)
        assert 400 == page.status_code
        told = ("Dit is een filmpje", "BSN 111222333</textarea>", "Kies het bestand opnieuw")
        assert all(each in page.text for each in told)
        assert "Hier staat nog niets" in client.get(f"{here}/werk/{ORDERS}").text

    def test_leads_to_what_somebody_wrote_before(self, client: TestClient, phone: TestClient) -> None:
        """Then the sentence is his, and what was judged can be taken over."""
        here = agreed(client, phone)
        draft = {"afspraak": here.rpartition("/")[2], "zin": "Sam pakte in."}
        client.post(f"/uitreiken/{ORDERS}/bewaar", data=draft)
        judged = {"kennis": "Kent de codes.", "verder": "geef"}
        onward = client.post(f"{here}/beoordeel/{ORDERS}", data=judged)
        page = client.get(onward.headers["location"]).text
        assert all(each in page for each in (">Sam pakte in.</textarea>", "Neem de beoordeling over"))

    def test_is_taken_over_in_the_badge(self, client: TestClient, phone: TestClient) -> None:
        """Before what was typed there, and nothing is typed twice."""
        here = agreed(client, phone)
        asked = f"/uitreiken/{ORDERS}?afspraak={here.rpartition('/')[2]}"
        assert "/overnemen" not in client.get(asked).text
        client.post(f"{here}/beoordeel/{ORDERS}", data={"kennis": "Kent de codes.", "gedrag": "Helpt mee."})
        assert f'formaction="/uitreiken/{ORDERS}/overnemen#f-zin"' in client.get(asked).text
        typed = {"afspraak": here.rpartition("/")[2], "zin": "En pakt in.", "van": "gauw"}
        page = client.post(f"/uitreiken/{ORDERS}/overnemen", data=typed).text
        assert ">Kent de codes.\nHelpt mee.\nEn pakt in.</textarea>" in page
        assert 'value="gauw"' in page
        assert "/overnemen" not in page

    def test_waits_for_what_the_recipient_told(self, client: TestClient, phone: TestClient) -> None:
        """In the list and on his page, until it was judged."""
        here = agreed(client, phone)
        own = f"{link(client, here)}/werk/{ORDERS}"
        client.post(f"{here}/werk/{ORDERS}/uren", data={"uren": "7,5"})
        phone.post(f"{own}/verhaal", data={"actie": "Ik pakte 40 dozen in."})
        people = client.get("/deelnemers").text
        [his] = re.findall(r'href="(/deelnemers/[0-9a-f-]{36})"', people)
        assert f'<a class="btn" href="{here}">' in client.get(his).text
        pages = "/deelnemers", his
        assert [True] * 2 == ["1 ding om te beoordelen" in client.get(each).text for each in pages]
        client.post(f"{here}/beoordeel/{ORDERS}", data={"kennis": "Kent de codes."})
        assert [False] * 2 == ["om te beoordelen" in client.get(each).text for each in pages]

    def test_keeps_what_was_typed(self, client: TestClient, phone: TestClient) -> None:
        """And says how to say it."""
        here = agreed(client, phone)
        page = client.post(f"{here}/beoordeel/{ORDERS}", data={"kennis": "Onvoldoende."})
        assert 400 == page.status_code
        assert all(each in page.text for each in (">Onvoldoende.</textarea>", "Schrijf wat al wel gaat"))
