"""Keeping a badge in a browser: the page, the button, the list, and who comes second."""

import io
import re
import zipfile

import pytest
from fastapi.testclient import TestClient

from issuers.publishing.keeping import keep_path
from tests.app.giving import TYPED, give, hidden
from tests.app.serving import ADDRESS
from web.session import HOLDER_SECONDS

COOKIE = "bewijzen"
WALLET = "/mijn-bewijzen"


def put_right(client: TestClient, badge_id: str) -> str:
    """Give a better version of a badge; give its token."""
    asked = client.get(f"/gegeven/{badge_id}/verbeteren?fout=schrijffout")
    form = asked.headers["location"]
    action = form.partition("?")[0]
    better = TYPED | {"zin": "Sam verzamelde elke ochtend 60 orders."}
    preview = client.post(f"{action}/bekijk", data=hidden(client.get(form).text) | better)
    done = client.post(f"{action}/geef", data=hidden(preview.text) | {"gelezen": "ja"})
    return re.search(r"/b/([\w-]+)", client.get(done.headers["location"]).text)[1]


class TestOffer:
    """The page to keep a badge shows it before anything is asked."""

    @pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
    def test_keeps_nothing_by_itself(self, demo: TestClient, given: str, method: str) -> None:
        """A scanner of mail, or a preview in a chat, opens it as often as it likes."""
        for _ in range(3):
            answer = demo.request(method, given, headers={"user-agent": "WhatsApp/2.23.20.0"})
            assert "set-cookie" not in answer.headers
        assert 303 == demo.post(given).status_code

    def test_shows_the_badge_first(self, demo: TestClient, given: str) -> None:
        """What he can do, and who says so, stand above the question."""
        page = demo.get(given).text
        order = [page.index(each) for each in ("Dit is van jou", "Magazijn De Maas", "Ja, bewaar het hier")]
        assert sorted(order) == order

    def test_is_for_nobody_else(self, demo: TestClient, given: str) -> None:
        """It is not kept by a cache, not found by a search engine, and its address goes nowhere."""
        answer = demo.get(given)
        assert "no-store" in answer.headers["cache-control"]
        assert "no-referrer" == answer.headers["referrer-policy"]
        assert '<meta name="robots" content="noindex">' in answer.text

    def test_leads_on_to_the_better_version(self, demo: TestClient, given: str) -> None:
        """The old code may hang on a fridge."""
        demo.post("/inloggen/demo")
        badge_id = re.search(r"/gegeven/([\w-]{36})", demo.get("/gegeven").text)[1]
        better = put_right(demo, badge_id)
        demo.cookies.clear()
        assert keep_path(demo.app.state.desk, better) == demo.get(given).headers["location"]

    def test_is_not_there_for_who_guesses(self, demo: TestClient, given: str) -> None:
        """Who has the link to show has not the link to keep."""
        token = given.split("/")[2]
        for proof in ("x" * 22, "", "é" * 10):
            assert 404 == demo.get(f"/bewaar/{token}/{proof}").status_code
            assert 404 == demo.post(f"/bewaar/{token}/{proof}").status_code


class TestKeepHere:
    """The button keeps it, on this telephone."""

    def test_leads_to_the_list(self, demo: TestClient, given: str) -> None:
        """With a secret that scripts cannot read, for as long as browsers allow."""
        kept = demo.post(given)
        assert (303, f"{WALLET}?klaar=bewaard") == (kept.status_code, kept.headers["location"])
        [cookie] = kept.headers.get_list("set-cookie")
        assert {"HttpOnly", "Path=/", "SameSite=lax", f"Max-Age={HOLDER_SECONDS}"} <= set(cookie.split("; "))
        page = demo.get(kept.headers["location"]).text
        assert "Dit bewijs staat nu bij je bewijzen." in page
        assert "Verzamelt en controleert orders" in page

    def test_says_to_who_comes_second_that_it_was_used(self, demo: TestClient, given: str) -> None:
        """He sees who gave it, to tell him, and nothing of what it says."""
        demo.post(given)
        demo.cookies.clear()
        for answer, status in ((demo.get(given), 200), (demo.post(given), 409)):
            assert status == answer.status_code
            assert "Dit bewijs is al bewaard" in answer.text
            assert "Sam" not in answer.text
        assert COOKIE not in demo.cookies

    def test_says_to_who_kept_it_that_it_is_there(self, demo: TestClient, given: str) -> None:
        """The link stays in his mail."""
        demo.post(given)
        assert "Je hebt dit bewaard." in demo.get(given).text

    def test_offers_no_badge_that_was_withdrawn(self, demo: TestClient, given: str) -> None:
        """It shows what became of it."""
        demo.post("/inloggen/demo")
        badge_id = re.search(r"/gegeven/([\w-]{36})", demo.get("/gegeven").text)[1]
        demo.post(f"/gegeven/{badge_id}/intrekken", data={"reden": "vergissing"})
        demo.cookies.clear()
        page = demo.get(given).text
        assert ("ingetrokken" in page, "Ja, bewaar het hier" in page) == (True, False)


class TestStored:
    """`/mijn-bewijzen/gegevens` shows what is stored, and gives it."""

    def test_shows_it_in_words(self, demo: TestClient, given: str) -> None:
        """And who gave it."""
        demo.post(given)
        page = demo.get(f"{WALLET}/gegevens").text
        assert "Je bewaart 1 bewijs." in page
        assert "Magazijn De Maas" in page

    def test_gives_it_in_one_file(self, demo: TestClient, given: str) -> None:
        """The page in it leads to each file, and to nothing of ours but to check."""
        demo.post(given)
        answer = demo.get(f"{WALLET}/gegevens/alles.zip")
        assert ("application/zip", "no-store") == (
            answer.headers["content-type"],
            answer.headers["cache-control"],
        )
        archive = zipfile.ZipFile(io.BytesIO(answer.content))
        index = archive.read("index.html").decode()
        names = set(archive.namelist()) - {"index.html"}
        assert names == {each for each in re.findall('href="([^"]+)"', index) if "//" not in each}
        assert "src=" not in index


class TestErasing:
    """`/mijn-bewijzen/weg` takes everything away, for who is sure."""

    def test_asks_whether_he_is_sure(self, demo: TestClient, given: str) -> None:
        """Nothing goes before he ticked it."""
        demo.post(given)
        assert "Je bewijs, met je naam" in demo.get(f"{WALLET}/weg").text
        answer = demo.post(f"{WALLET}/weg")
        assert (400, True) == (answer.status_code, "Zet het vinkje" in answer.text)
        assert 200 == demo.get(f"/b/{given.split('/')[2]}").status_code

    @pytest.mark.parametrize("page", ["weg", "toestellen"])
    def test_ends_the_copy_before_it_is_sent(self, demo: TestClient, given: str, page: str) -> None:
        """As a device that is taken off: its page brings what does that, and is itself in no copy."""
        demo.post(given)
        answer = demo.get(f"{WALLET}/{page}")
        assert ("data-ends-here" in answer.text, "/telephone." in answer.text) == (True, True)
        assert "Kopie-Voor" not in answer.headers

    def test_leaves_an_address_that_says_so(self, demo: TestClient, given: str) -> None:
        """In each form, with the words for who opens it."""
        demo.post(given)
        gone = demo.post(f"{WALLET}/weg", data={"zeker": "ja"})
        assert "Alles over jou is weg." in demo.get(gone.headers["location"]).text
        page = f"/b/{given.split('/')[2]}"
        forms = (f"{page}/bewijs.{ending}" for ending in ("json", "jwt", "png", "svg", "pdf"))
        for form in (page, *forms, given):
            assert 410 == demo.get(form, headers={"Accept": "text/html"}).status_code, form
        assert "Dit bewijs is hier weggehaald." in demo.get(page, headers={"Accept": "text/html"}).text


class TestWallet:
    """The list of what somebody keeps."""

    def test_tells_how_badges_come_there(self, demo: TestClient) -> None:
        """To who keeps nothing here, or not any more."""
        page = demo.get(WALLET)
        assert (200, True) == (page.status_code, "Je hoeft niets aan te maken." in page.text)
        demo.cookies.set(COOKIE, "x" * 43)
        assert "Op deze telefoon staan nog geen bewijzen." in demo.get(WALLET).text

    def test_shows_it_beside_a_sign_in_for_work(self, demo: TestClient, given: str) -> None:
        """Who gives badges may be given some himself."""
        demo.post(given)
        demo.post("/inloggen/demo")
        page = demo.get(WALLET).text
        assert page.index("Ik kan bestellingen") < page.index("Verzamelt en controleert orders")
        assert 200 == demo.get("/uitreiken").status_code

    def test_leaves_a_telephone(self, demo: TestClient, given: str) -> None:
        """Nothing stands there any more, and the badge itself is as it was."""
        demo.post(given)
        left = demo.post(f"{WALLET}/van-deze-telefoon")
        assert f"{WALLET}?klaar=weg" == left.headers["location"]
        assert "Je bewijzen staan niet meer op deze telefoon." in demo.get(left.headers["location"]).text
        assert 200 == demo.get(f"/b/{given.split('/')[2]}").status_code


PICTURES = {"plaatje-1": "bakkerij", "plaatje-2": "groen", "plaatje-3": "bakkerij"}


def code_on(page: str) -> str:
    """Read the code on a card."""
    return re.search(r'<b class="code">([A-Z0-9]{3}-[A-Z0-9]{4})</b>', page)[1]


class TestCard:
    """A card on paper opens what somebody keeps."""

    def test_is_made_for_whoever_has_no_telephone(self, demo: TestClient) -> None:
        """By who gave the badge; it opens on the telephone of another, for an hour."""
        demo.post("/inloggen/demo")
        give(demo)
        badge_id = re.search(r"/gegeven/([\w-]{36})", demo.get("/gegeven").text)[1]
        assert f"/gegeven/{badge_id}/kaart" in demo.get(f"/gegeven/{badge_id}").text
        made = demo.post(f"/gegeven/{badge_id}/kaart", data=PICTURES)
        assert "no-store" in made.headers["cache-control"]
        code = code_on(made.text)
        assert code not in demo.get(f"/gegeven/{badge_id}/kaart").text
        demo.cookies.clear()
        opened = demo.post("/kaart", data={**PICTURES, "code": code.lower(), "eigen": "nee"})
        assert f"{WALLET}?klaar=open" == opened.headers["location"]
        cookie = opened.headers["set-cookie"]
        assert ("geleend=", False) == (cookie[: len("geleend=")], "max-age" in cookie.lower())
        page = demo.get(WALLET).text
        assert ("Verzamelt en controleert orders" in page, "Na 1 uur staat hier niets meer." in page) == (
            True,
            True,
        )
        assert demo.get(f"{WALLET}/kaart").status_code == 404, "what cannot be made here, is not asked for"

    def test_leaves_what_the_owner_of_the_telephone_sees(self, demo: TestClient, given: str) -> None:
        """Who borrows it for an hour takes nothing from its owner, and gets nothing that lasts."""
        demo.post(given)
        code = code_on(demo.post(f"{WALLET}/kaart", data=PICTURES).text)
        own = dict(demo.cookies)
        opened = demo.post("/kaart", data={**PICTURES, "code": code, "eigen": "nee"})
        assert own.items() <= dict(demo.cookies).items()
        guest = demo.get(opened.headers["location"])
        assert ("Na 1 uur staat hier niets meer." in guest.text, "kopie-voor" in guest.headers) == (
            True,
            False,
        )
        demo.post(f"{WALLET}/van-deze-telefoon")
        assert own == dict(demo.cookies)
        assert "Na 1 uur staat hier niets meer." not in demo.get(WALLET).text

    def test_says_what_a_yes_replaces(self, demo: TestClient, given: str) -> None:
        """Where badges stand already: somebody with nothing but this telephone would lose them."""
        said = "Op deze telefoon staan al bewijzen."
        pages = ("/kaart", "/openen/passkey", "/openen/adres/code")
        assert [False] * 3 == [said in demo.get(each).text for each in pages]
        demo.post(given)
        assert [True] * 3 == [said in demo.get(each).text for each in pages]

    def test_is_made_by_whoever_keeps_something(self, demo: TestClient, given: str) -> None:
        """And then his telephone may break."""
        demo.post(given)
        code = code_on(demo.post(f"{WALLET}/kaart", data=PICTURES).text)
        demo.post(f"{WALLET}/van-deze-telefoon")
        demo.post("/kaart", data={**PICTURES, "code": code, "eigen": "ja"})
        assert "Verzamelt en controleert orders" in demo.get(WALLET).text
        stopped = demo.post(f"{WALLET}/kaart/stop")
        assert "Je kaart opent niets meer." in demo.get(stopped.headers["location"]).text
        assert 400 == demo.post("/kaart", data={**PICTURES, "code": code}).status_code

    def test_is_printed_later_from_a_file(self, demo: TestClient, given: str) -> None:
        """By who gave the badge and by who keeps it; the code stands in no address."""
        demo.post(given)
        own = code_on(demo.post(f"{WALLET}/kaart", data=PICTURES).text)
        demo.post("/inloggen/demo")
        badge_id = re.search(r"/gegeven/([\w-]{36})", demo.get("/gegeven").text)[1]
        made = demo.post(f"/gegeven/{badge_id}/kaart", data=PICTURES).text
        form = hidden(made.partition(f'action="/gegeven/{badge_id}/kaart/pdf"')[2])
        assert code_on(made) == form["code"]
        for path, sent in ((f"/gegeven/{badge_id}/kaart/pdf", form), (f"{WALLET}/kaart/pdf", {"code": own})):
            answer = demo.post(path, data=sent | {"taal": "ar"})
            assert b"%PDF-" == answer.content[:5]
            assert ("application/pdf", "ar", True) == (
                answer.headers["content-type"],
                answer.headers["content-language"],
                "no-store" in answer.headers["cache-control"],
            )
            assert 404 == demo.post(path, data=sent | {"code": "AAA-AAAA"}).status_code

    def test_says_what_is_missing_and_keeps_what_was_typed(self, demo: TestClient, given: str) -> None:
        """Each at its field."""
        demo.post(given)
        answer = demo.post(f"{WALLET}/kaart", data=PICTURES | {"plaatje-2": ""})
        assert (400, True) == (answer.status_code, "Kies bij elk nummer 1 plaatje." in answer.text)
        assert 1 == answer.text.count('name="plaatje-1" value="bakkerij" checked')
        answer = demo.post("/kaart", data={"plaatje-3": "groen", "code": ""})
        assert (400, True) == (answer.status_code, "Typ de letters en cijfers van je kaart." in answer.text)

    def test_says_the_same_of_every_wrong_one(self, demo: TestClient, given: str) -> None:
        """Known or not; the pictures are asked again, the code stays as it was typed."""
        demo.post(given)
        code = code_on(demo.post(f"{WALLET}/kaart", data=PICTURES).text)
        wrong = demo.post("/kaart", data={**PICTURES, "plaatje-1": "sport", "code": code})
        unknown = demo.post("/kaart", data={**PICTURES, "code": "AAA-AAAA"})
        assert (400, 400) == (wrong.status_code, unknown.status_code)
        assert wrong.text.replace(code, "") == unknown.text.replace("AAA-AAAA", "")

    def test_is_not_guessed(self, demo: TestClient) -> None:
        """Of two hundred tries from one place hardly any is looked at."""
        answers = [
            demo.post("/kaart", data={**PICTURES, "code": f"AAA{number:04}"}).status_code
            for number in range(200)
        ]
        assert set(answers) == {400, 429}
        assert answers.count(400) <= 20

    def test_takes_its_code_from_the_address(self, demo: TestClient) -> None:
        """That is what its QR code holds; nothing is opened by that alone."""
        page = demo.get("/kaart", params={"code": 'K7P-4QD9"><b>'}).text
        assert 'value="K7P-4QD9&#34;&gt;&lt;b&gt;"' in page


class TestPresenting:
    """Whoever shows a badge shows that it is his."""

    def test_says_yes_to_the_code_on_his_telephone(self, demo: TestClient, given: str) -> None:
        """And that it says no name; another telephone shows no code."""
        token = given.split("/")[2]
        assert "nog door niemand bewaard" in demo.get(f"/b/{token}/van-wie").text
        demo.post(given)
        own = re.search(r'href="(/mijn-bewijzen/[\w-]{36})"', demo.get(WALLET).text)[1]
        code = "".join(re.search(r'code--big">(\d{3}) (\d{3})<', demo.get(own).text).groups())
        demo.cookies.clear()
        assert 404 == demo.get(own).status_code
        assert f"/b/{token}/van-wie" in demo.get(f"/b/{token}").text
        answer = demo.post(f"/b/{token}/van-wie", data={"code": code})
        assert (200, True) == (answer.status_code, "Ja, de code klopt" in answer.text)
        wrong = demo.post(f"/b/{token}/van-wie", data={"code": f"{(int(code) + 1) % 1_000_000:06}"})
        assert (400, True) == (wrong.status_code, "Vraag om de code die er nu staat." in wrong.text)


class TestClosing:
    """Who keeps a badge lets nobody see it."""

    def test_hides_it_in_every_form_and_from_the_check(self, demo: TestClient, given: str) -> None:
        """Until he opens it again; the page says that he closed it, and not what it was."""
        demo.post(given)
        token = given.split("/")[2]
        own = re.search(r'href="(/mijn-bewijzen/[\w-]{36})"', demo.get(WALLET).text)[1]
        closed = demo.post(f"{own}/dicht")
        assert "Niemand kan dit bewijs nu nog openen." in demo.get(closed.headers["location"]).text
        for path in (
            "",
            "/bewijs.json",
            "/bewijs.jwt",
            "/bewijs.png",
            "/bewijs.svg",
            "/bewijs.pdf",
            "/van-wie",
        ):
            answer = demo.get(f"/b/{token}{path}")
            assert (410, False) == (answer.status_code, "orders" in answer.text), path
        assert "dichtgezet" in demo.get(f"/b/{token}").text
        checked = demo.get("/controleer", params={"link": f"{ADDRESS}/b/{token}"})
        assert "Verzamelt en controleert orders" not in checked.text
        opened = demo.post(f"{own}/open")
        assert "kan dit bewijs weer zien" in demo.get(opened.headers["location"]).text
        assert "Verzamelt en controleert orders" in demo.get(f"/b/{token}").text


class TestRoutes:
    """`/mijn-bewijzen` tells toward what badges lead."""

    def test_are_there_until_somebody_taps_them_away(self, demo: TestClient, given: str) -> None:
        """By the mapping of the schools; and back with one tap."""
        demo.post(given)
        page = demo.get(WALLET).text
        assert "Hier kun je mee verder" in page
        assert "Logistiek medewerker" in page
        demo.post(f"{WALLET}/routes/weg")
        page = demo.get(WALLET).text
        assert "Hier kun je mee verder" not in page
        assert f'action="{WALLET}/routes/terug"' in page
        demo.post(f"{WALLET}/routes/terug")
        assert "Hier kun je mee verder" in demo.get(WALLET).text

    def test_lead_to_the_work_of_each(self, demo: TestClient, given: str) -> None:
        """Where there is a page of all of it."""
        demo.post(given)
        hrefs = re.findall(r'href="(/werkprocessen/\d{5})"', demo.get(WALLET).text)
        assert {200} == {demo.get(href).status_code for href in hrefs}, hrefs
