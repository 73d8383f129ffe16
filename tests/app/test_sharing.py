"""Sharing in a browser: a link that shows only what was ticked, in every form, until it is stopped."""

import json
import re
from io import BytesIO

import pikepdf
import pytest
from fastapi.testclient import TestClient

from badges.baking import png, svg
from issuers.publishing.keeping import keep_path
from tests.app.giving import give
from tests.app.serving import ADDRESS, desk_of
from tests.app.test_keeping import put_right
from tests.databases import ON_SQLITE

pytestmark = ON_SQLITE

WALLET = "/mijn-bewijzen"
STORY = "Verzamelde elke ochtend 40 orders"


@pytest.fixture
def badge(holder: TestClient) -> str:
    """Give the id of the badge that is kept here."""
    return re.search(r'href="/mijn-bewijzen/([\w-]{36})"', holder.get(WALLET).text)[1]


def _give_and_keep(demo: TestClient) -> None:
    demo.post("/inloggen/demo")
    token = give(demo).rpartition("/")[2]
    demo.cookies.pop("werk", None)
    demo.post(keep_path(desk_of(demo), token))


def share(demo: TestClient, *badges: str, parts: tuple[str, ...] = ("stap",), label: str = "") -> str:
    """Make a link; give the page of who made it."""
    form = {"bewijs": list(badges), "laat": list(parts), "dagen": "30", "voor": label}
    made = demo.post(f"{WALLET}/delen", data=form)
    assert 303 == made.status_code, made.text
    return made.headers["location"]


def link_on(demo: TestClient, page: str) -> str:
    """Give the path that a page of a link shows."""
    return re.search(rf'value="{ADDRESS}(/d/[\w-]{{22}})"', demo.get(page).text)[1]


class TestShare:
    """A link shows its edition."""

    def test_holds_the_same_in_every_form(self, demo: TestClient, badge: str) -> None:
        """What is not on the page is in no file: not in JSON, JWT, PNG, SVG or PDF."""
        path = link_on(demo, share(demo, badge))
        demo.cookies.clear()
        forms = {each: demo.get(f"{path}/bewijs.{each}") for each in ("json", "jwt", "png", "svg", "pdf")}
        assert {200} == {each.status_code for each in forms.values()}
        raw = forms["json"].content
        with pikepdf.open(BytesIO(forms["pdf"].content)) as opened:
            [attached] = [opened.attachments[name].get_file().read_bytes() for name in opened.attachments]
        inside = (raw, png.unbake(forms["png"].content), svg.unbake(forms["svg"].content), attached)
        assert {raw} == {bytes(each) if isinstance(each, bytes) else each.encode() for each in inside}
        page = demo.get(path).text
        for told in ("Sam", STORY, badge):
            assert told not in page
            assert told.encode() not in raw

    def test_stays_open_where_the_page_is_closed_and_that_is_said(self, demo: TestClient, badge: str) -> None:
        """Before and after, with a link to where it is stopped."""
        page = share(demo, badge).partition("?")[0]
        path, own = link_on(demo, page), f"{WALLET}/{badge}"
        before, closed = demo.get(own).text, demo.post(f"{own}/dicht").headers["location"]
        after = demo.get(closed).text
        for each in (before, after):
            assert "1 link die je zelf maakte, blijft werken" in each
            assert f'href="{page}"' in each
        assert ("Niemand" in after, demo.get(path).status_code) == (False, 200)
        demo.post(f"{page}/stop")
        assert "Niemand kan dit nu zien." in demo.get(own).text

    def test_is_kept_by_nobody_on_the_way(self, demo: TestClient, badge: str) -> None:
        """Not by a cache, not by a search engine; its picture elsewhere says no name."""
        path = link_on(demo, share(demo, badge, parts=("naam", "verhaal", "stap")))
        demo.cookies.clear()
        answer = demo.get(path)
        assert ("no-store", "noindex") == (answer.headers["cache-control"], answer.headers["x-robots-tag"])
        assert "set-cookie" not in answer.headers
        previews = re.findall(r'<meta property="og:[a-z_]+" content="([^"]*)"', answer.text)
        assert f"{ADDRESS}{path}" in previews
        assert not any("Sam" in each for each in previews)
        assert "Sam" in answer.text

    def test_is_checked_by_its_link_and_by_its_code(self, demo: TestClient, badge: str) -> None:
        """On /controleer, and on the telephone of who shows it."""
        made = share(demo, badge)
        path = link_on(demo, made)
        code = "".join(re.search(r'code--big">(\d{3}) (\d{3})<', demo.get(made).text).groups())
        demo.cookies.clear()
        checked = demo.get("/controleer", params={"link": f"{ADDRESS}{path}"}).text
        assert ("Dit bewijs is echt" in checked, "Sam" in checked) == (True, False)
        assert "Ja, de code klopt" in demo.post(f"{path}/van-wie", data={"code": code}).text
        wrong = demo.post(f"{path}/van-wie", data={"code": f"{(int(code) + 1) % 1_000_000:06}"})
        assert (400, True) == (wrong.status_code, "Vraag om de code die er nu staat." in wrong.text)

    def test_stops_at_once_and_leaves_no_hint(self, demo: TestClient, badge: str) -> None:
        """In every form; it reads as a link that never was."""
        made = share(demo, badge, label="De bakker")
        path = link_on(demo, made)
        here = made.partition("?")[0]
        stopped = demo.post(f"{here}/stop")
        assert "Niemand kan dit nu nog openen." in demo.get(stopped.headers["location"]).text
        demo.cookies.clear()
        never = demo.get(f"/d/{'x' * 22}")
        for ending in ("", "/bewijs.json", "/bewijs.pdf", "/van-wie", "/1", "/1/bewijs.png"):
            answer = demo.get(f"{path}{ending}")
            assert 410 == answer.status_code, ending
        assert never.text.replace("x" * 22, "") == demo.get(path).text.replace(path[3:], "")
        assert "orders" not in never.text
        checked = demo.get("/controleer", params={"link": f"{ADDRESS}{path}"}).text
        assert "Verzamelt" not in checked

    def test_counts_who_looks_and_does_not_know_them(self, demo: TestClient, badge: str) -> None:
        """The page tells it when somebody does something; a preview that fetches it does nothing."""
        made = share(demo, badge)
        path = link_on(demo, made)
        cookies = dict(demo.cookies)
        demo.cookies.clear()
        page = demo.get(path, headers={"user-agent": "WhatsApp/2.23.20.0"})
        assert f'data-opened="{path}/gezien"' in page.text
        counted = demo.post(f"{path}/gezien")
        assert (204, False) == (counted.status_code, "set-cookie" in counted.headers)
        demo.cookies.update(cookies)
        demo.post(f"{path}/gezien")
        assert ": 1 keer" in demo.get(made).text

    def test_counts_no_flood(self, demo: TestClient, badge: str) -> None:
        """Whoever sends a hundred is told nothing, and not all of them count."""
        made = share(demo, badge)
        path = link_on(demo, made)
        cookies = dict(demo.cookies)
        demo.cookies.clear()
        assert {204} == {demo.post(f"{path}/gezien").status_code for _ in range(100)}
        demo.cookies.update(cookies)
        [counted] = re.findall(r": (\d+) keer", demo.get(made).text)
        assert int(counted) < 100

    def test_leads_to_a_profile_elsewhere(self, demo: TestClient, badge: str) -> None:
        """With what the badge is of, and the link; never a name."""
        page = demo.get(share(demo, badge, parts=("naam",))).text
        [href] = re.findall(r'href="(https://www\.linkedin\.com/[^"]+)"', page)
        assert "name=Verzamelt+en+controleert+orders" in href
        assert "Sam" not in href

    def test_shows_a_label_to_its_maker_alone(self, demo: TestClient, badge: str) -> None:
        """Nobody else opens the page with it."""
        made = share(demo, badge, label="De bakker")
        path = link_on(demo, made)
        assert "De bakker" in demo.get(made).text
        assert "De bakker" in demo.get(f"{WALLET}/gedeeld").text
        demo.cookies.clear()
        assert ("De bakker" in demo.get(path).text, 404) == (False, demo.get(made).status_code)

    def test_keeps_what_was_typed_when_something_is_wrong(self, demo: TestClient, badge: str) -> None:
        """Each at its field."""
        form = {"laat": ["naam"], "dagen": "30", "voor": "De bakker"}
        answer = demo.post(f"{WALLET}/delen", data=form)
        assert (400, True) == (answer.status_code, "Kies 1 bewijs of meer." in answer.text)
        assert 'value="De bakker"' in answer.text
        assert 'name="laat" value="verhaal">' in answer.text


class TestStates:
    """A link shows at once how its badge stands."""

    def test_leads_from_what_was_replaced_to_nothing(self, demo: TestClient, badge: str) -> None:
        """The better badge may hold what was left out; whoever keeps it shares it anew."""
        path = link_on(demo, share(demo, badge))
        demo.post("/inloggen/demo")
        better = put_right(demo, badge)
        demo.cookies.clear()
        page = demo.get(path).text
        assert "Vraag de persoon die je deze link gaf om de nieuwe versie." in page
        assert ("/b/" in page, better in page) == (False, False)
        assert "Dit bewijs is verbeterd" in demo.get(f"{path}/van-wie").text
        checked = demo.get("/controleer", params={"link": f"{ADDRESS}{path}"}).text
        assert ("Er is een nieuwe versie van dit bewijs" in checked, better in checked) == (True, False)

    def test_leads_no_check_to_what_its_keeper_does_not_show(self, demo: TestClient, badge: str) -> None:
        """A link that leaves nothing out shows the badge itself, also as a file; who has that asks him."""
        path = link_on(demo, share(demo, badge, parts=("naam", "verhaal", "stap", "vaardigheden")))
        raw = demo.get(f"{path}/bewijs.json").content
        demo.post("/inloggen/demo")
        better = put_right(demo, badge)
        demo.cookies.clear()
        by_link = demo.get("/controleer", params={"link": f"{ADDRESS}{path}"}).text
        by_file = demo.post("/controleer", files={"bestand": ("bewijs.json", raw)}).text
        for checked in (by_link, by_file):
            assert "Vraag de nieuwe versie aan wie je dit gaf." in checked
            assert better not in checked

    def test_says_in_every_form_that_it_was_replaced(self, demo: TestClient, badge: str) -> None:
        """The bytes stay as they were signed; the picture says it, and paper, which cannot, is not made."""
        path = link_on(demo, share(demo, badge))
        before = {each: demo.get(f"{path}/bewijs.{each}").content for each in ("json", "png", "svg")}
        demo.post("/inloggen/demo")
        put_right(demo, badge)
        demo.cookies.clear()
        after = {each: demo.get(f"{path}/bewijs.{each}").content for each in before}
        assert before["json"] == after["json"] == png.unbake(after["png"])
        assert (True, False) == (before["png"] != after["png"], b"Vervangen" in before["svg"])
        assert b"Vervangen" in after["svg"]
        paper = demo.get(f"{path}/bewijs.pdf")
        assert (410, True) == (paper.status_code, "Van dit bewijs is geen pdf meer." in paper.text)

    def test_shows_the_better_one_when_its_maker_says_so(self, demo: TestClient, badge: str) -> None:
        """He reads it first: in his list at once, and nothing typed is lost."""
        made = share(demo, badge, parts=("naam", "verhaal"))
        path = link_on(demo, made)
        demo.post("/inloggen/demo")
        put_right(demo, badge)
        demo.cookies.pop("werk", None)
        page = demo.get(WALLET).text
        assert "1 link van jou laat nog de oude versie zien." in page
        assert "Deze link laat nog de oude versie zien." in demo.get(made).text
        [asked] = set(re.findall(r'href="([^"]+/nieuwe-versie)"', page))
        assert ("60 orders" in demo.get(asked).text, "60 orders" in demo.get(path).text) == (True, False)
        none = demo.post(asked, data={})
        assert (400, True) == (none.status_code, "Kies 1 link of meer." in none.text)
        link = made.partition("?")[0].rpartition("/")[2]
        done = demo.post(asked, data={"link": link})
        assert "Je link laat nu de nieuwe versie zien." in demo.get(done.headers["location"]).text
        assert "60 orders" in demo.get(path).text
        assert "Geen link van jou" in demo.get(asked).text

    def test_says_that_it_was_withdrawn(self, demo: TestClient, badge: str) -> None:
        """On its page, in the check, and together with others, where it is no reason to hide those."""
        _give_and_keep(demo)
        both = re.findall(r'href="/mijn-bewijzen/([\w-]{36})"', demo.get(WALLET).text)
        alone, together = link_on(demo, share(demo, badge)), link_on(demo, share(demo, *both))
        demo.post("/inloggen/demo")
        demo.post(f"/gegeven/{badge}/intrekken", data={"reden": "vergissing"})
        demo.cookies.clear()
        assert "Dit bewijs is ingetrokken" in demo.get(alone).text
        page = demo.get(together).text
        assert "ngetrokken" in page
        assert {f"{together}/1", f"{together}/2"} <= set(re.findall(r'href="([^"]+)"', page))
        with pikepdf.open(BytesIO(demo.get(f"{together}/bewijs.pdf").content)) as opened:
            [attached] = [opened.attachments[name].get_file().read_bytes() for name in opened.attachments]
        assert 1 == len(json.loads(attached)["verifiableCredential"])


class TestOnPaper:
    """Who made a link gets what it shows on one A4."""

    def test_holds_nothing_but_the_editions(self, demo: TestClient, badge: str) -> None:
        """Not in what is drawn, for that is made of them, and not in the file inside."""
        made = share(demo, badge).partition("?")[0]
        paper = demo.get(f"{made}/blad.pdf")
        assert ("application/pdf", "no-store") == (
            paper.headers["content-type"],
            paper.headers["cache-control"],
        )
        edition = demo.get(link_on(demo, made), headers={"accept": "application/json"}).json()
        with pikepdf.open(BytesIO(paper.content)) as opened:
            [attached] = [opened.attachments[name].get_file().read_bytes() for name in opened.attachments]
            assert "Skillspaspoort op één blad: Dit kan ik" == str(opened.docinfo.Title)
        assert [edition] == json.loads(attached)["verifiableCredential"]
        assert "Sam" not in attached.decode()

    def test_is_for_its_maker_alone_while_it_shows_something(self, demo: TestClient, badge: str) -> None:
        """The page that others see does not speak of it; a stopped link has none."""
        made = share(demo, badge).partition("?")[0]
        path, cookies = link_on(demo, made), dict(demo.cookies)
        demo.cookies.clear()
        assert ("blad" in demo.get(path).text, 404) == (False, demo.get(f"{made}/blad.pdf").status_code)
        demo.cookies.update(cookies)
        demo.post(f"{made}/stop")
        assert ("blad.pdf" in demo.get(made).text, 410) == (False, demo.get(f"{made}/blad.pdf").status_code)


class TestTogether:
    """Several badges stand on one page."""

    def test_puts_skills_before_work(self, demo: TestClient, badge: str) -> None:
        """Each badge on its own page below it; all of them in one file, that our check reads."""
        first = badge
        _give_and_keep(demo)
        both = re.findall(r'href="/mijn-bewijzen/([\w-]{36})"', demo.get(WALLET).text)
        assert first in both
        path = link_on(demo, share(demo, *both))
        demo.cookies.clear()
        page = demo.get(path).text
        assert page.index("Bewijzen</h2>") > page.index("Werk</h2>")
        assert "Sam" not in page
        assert (f"{path}/1", f"{path}/2") == tuple(re.findall(rf'href="({path}/\d)"', page))
        one = demo.get(f"{path}/2", headers={"accept": "application/json"})
        whole = demo.get(path, headers={"accept": "application/json"}).json()
        assert one.json() == whole["verifiableCredential"][1]
        assert 200 == demo.get(f"{path}/2/bewijs.pdf").status_code
        assert 404 == demo.get(f"{path}/3").status_code
        paper = demo.get(f"{path}/bewijs.pdf")
        assert b"%PDF" == paper.content[:4]
        read = demo.post("/controleer", files={"bestand": ("skillspaspoort.pdf", paper.content)})
        assert 2 <= read.text.count("Verzamelt en controleert orders")
        assert "niet echt" not in read.text
        checked = demo.get("/controleer", params={"link": f"{ADDRESS}{path}"})
        assert 2 <= checked.text.count("Verzamelt en controleert orders")
