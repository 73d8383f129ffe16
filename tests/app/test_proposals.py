"""A school takes badges in and reads what they say about a target, over HTTP."""

import html
import io
import re
import zipfile
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from fastapi.testclient import TestClient

from badges import jws, strictjson
from badges.baking.pdf import unbake
from badges.judgement import WerkprocesReference
from badges.members import at, objects
from issuers.organisations.demo import SCHOOL, found_demo
from schools.importing.running import read_some
from tests import world
from tests.app.serving import ADDRESS, BROWSER, desk_of
from tests.databases import ON_SQLITE
from tests.holders.keeping.test_wallet import statements_of
from tests.schools.importing.inline import Started
from tests.world import World
from verifier.report import Part

pytestmark = ON_SQLITE


@pytest.fixture
def earth() -> World:
    """Give a small world, in which the badges are."""
    return World()


@pytest.fixture
def school(demo: TestClient, earth: World) -> TestClient:
    """Open the demo as who confirms at its school; the verifier knows the small world."""
    app: Any = demo.app
    app.state.verifier = earth.verifier()
    people = found_demo(app.state.desk, SCHOOL)
    browser = TestClient(demo.app, base_url=ADDRESS, headers=BROWSER, follow_redirects=False)
    browser.post("/inloggen/demo", data={"als": str(people["Hanneke Vos"].person_id)})
    return browser


@pytest.fixture
def sam(school: TestClient) -> str:
    """Add Sam; give the address of his page."""
    answer = school.post("/voorstellen", data={"naam": "Sam de Vries"})
    assert answer.status_code == 303
    return str(answer.headers["location"])


def kok(earth: World, **changes: Any) -> bytes:
    """Sign a badge of Kok."""
    work = WerkprocesReference(
        "25180", "B1-K1-W4", "Bereidt gerechten en componenten", "Kok", f"{world.BASE}/werkprocessen/25180"
    )
    said = world.judgement(werkproces=work, **changes)
    return world.sign(world.badge_of(earth.issuer, said=said), signer=earth.issuer.signer())


def send(school: TestClient, here: str, *files: tuple[str, bytes]) -> str:
    """Send files; give the page of the person after that."""
    answer = school.post(f"{here}/bestanden", files=[("bestand", each) for each in files])
    assert answer.status_code == 303, answer.text
    return school.get(str(answer.headers["location"])).text


def action(page: str, word: str) -> str:
    """Give the address of the form that ends in this word."""
    found = re.search(rf'action="([^"]*{word})"', page)
    assert found, word
    return found[1]


class TestPages:
    def test_ask_the_database_no_more_for_more(self, school: TestClient, sam: str, earth: World) -> None:
        """One badge or seven, one person or six: each page asks as many questions."""
        pages = ("/voorstellen", sam, *(f"{sam}/voorstel{form}?doel=C0021" for form in ("", ".json", ".pdf")))

        def questions() -> list[int]:
            found = []
            for page in pages:
                with statements_of(desk_of(school)) as asked:
                    assert school.get(page).status_code == 200
                found.append(len(asked))
            with statements_of(desk_of(school)) as asked:
                assert school.post(f"{sam}/pakket?doel=C0021").status_code == 200
            return [*found, len(asked)]

        send(school, sam, ("1.json", kok(earth)))
        first = questions()
        send(school, sam, *((f"{each}.json", kok(earth, narrative=f"Dag {each}.")) for each in range(2, 8)))
        for each in range(5):
            school.post("/voorstellen", data={"naam": f"Noor {each}"})
        assert first == questions()


class TestProposals:
    def test_go_from_files_to_a_proposal(self, school: TestClient, sam: str, earth: World) -> None:
        """A badge that counts, one that was changed, and a letter; then what they say about C0021."""
        changed = world.edited(earth.signed(), name="Iets anders")
        page = send(school, sam, ("kok.json", kok(earth)), ("vals.json", changed), ("brief.txt", b"Beste,"))
        assert "1 bewijs telt mee." in page
        assert page.count("Telt niet mee.") == 2
        proposal = school.get(f"{sam}/voorstel?doel=C0021").text
        for expected in (
            "Dit is een voorstel. De examencommissie beslist.",
            "Kerntaak Bereidt gerechten: bewijs voor 0 van 7 werkprocessen, 1 deels, 6 open",
            "Magazijn De Maas, 26 juni 2026",
            "Welke tekst is afgesproken, weten wij niet.",
            "vals.json",
        ):
            assert expected in proposal.replace("</bdi>", "")
        told = school.get(f"{sam}/voorstel.json?doel=C0021").json()
        assert [row["code"] for row in told["covered"]] == ["B1-K1-W4"]

    def test_go_along_on_paper(self, school: TestClient, sam: str, earth: World) -> None:
        """The PDF holds the badge to the byte: whoever gets it can check it."""
        raw = kok(earth)
        send(school, sam, ("kok.json", raw))
        answer = school.get(f"{sam}/voorstel.pdf?doel=C0021")
        assert answer.headers["content-type"] == "application/pdf"
        [held] = objects(strictjson.loads(unbake(answer.content)), "verifiableCredential")
        assert strictjson.dumps(held) == raw
        report = earth.report(answer.content)
        assert [part.verdict.value for part in report.inside] == ["valid"]

    def test_go_along_to_the_administration(self, school: TestClient, sam: str, earth: World) -> None:
        """A zip with the table, the PDF, the badge to the byte, and a record that the school signed."""
        raw = kok(earth)
        send(school, sam, ("kok.json", raw))
        answer = school.post(
            html.unescape(action(school.get(f"{sam}/voorstel?doel=C0021").text, r"/pakket\?doel=C0021"))
        )
        assert answer.headers["content-type"] == "application/zip"
        archive = zipfile.ZipFile(io.BytesIO(answer.content))
        assert archive.read("bewijzen/01.json") == raw
        assert b"kwalificatieRef.werkproces" in archive.read("koppeling.csv")
        assert archive.read("voorstel.pdf").startswith(b"%PDF-")
        record = jws.credential_in(jws.split(archive.read("overzicht.jwt"))).document
        assert ("Overzicht van bewijzen", "School aan de Kade") == (
            record["name"],
            at(record, "issuer", "name"),
        )
        assert [strictjson.loads(raw)] == at(record, "credentialSubject", "verifiableCredential")

    def test_ask_whose_badge_has_another_name(self, school: TestClient, sam: str, earth: World) -> None:
        """It counts only after somebody said that it is the same person."""
        page = send(school, sam, ("tim.json", kok(earth, name="Tim Bos")))
        assert "In het bewijs staat: Tim Bos." in page
        answer = school.post(action(page, "/zelfde"))
        assert "1 bewijs telt mee." in school.get(str(answer.headers["location"])).text

    def test_keep_the_report_of_each_file(self, school: TestClient, sam: str, earth: World) -> None:
        """What the verifier said when it was taken in."""
        page = send(school, sam, ("kok.json", kok(earth)))
        found = re.search(r'href="([^"]*/bestand/[\w-]+)"', page)
        assert found
        assert school.get(found[1]).json()["report"]["verdict"] == "valid"

    def test_link_a_badge_by_hand(self, school: TestClient, sam: str, earth: World) -> None:
        """From an open line: which badge and why; then the line says who, and the link can go again."""
        send(school, sam, ("kok.json", kok(earth)))
        proposal = school.get(f"{sam}/voorstel?doel=C0021").text
        found = re.search(r'href="([^"]*/koppel\?werkproces=25180%2FB1-K1-W5[^"]*)"', proposal)
        assert found
        form = school.get(html.unescape(found[1])).text
        here = html.unescape(action(form, "doel=C0021"))
        [value] = re.findall(r'<option value="([^"]+)"', form)
        assert "Schrijf in één of twee zinnen waarom" in school.post(here, data={"bewijs": value}).text
        answer = school.post(here, data={"bewijs": value, "reden": "Hij werkte ook gerechten af."})
        page = school.get(str(answer.headers["location"])).text
        assert "Het bewijs is gekoppeld." in page
        assert 'Bron: <bdi lang="nl">Hanneke Vos, ' in page
        gone = school.post(html.unescape(action(page, "/weg?doel=C0021".replace("?", r"\?"))))
        assert "De koppeling is weg." in school.get(str(gone.headers["location"])).text

    def test_take_in_what_is_behind_a_link(self, school: TestClient, sam: str, earth: World) -> None:
        """What it shows is kept, not the link: whoever has that opens what somebody shares."""
        link = "https://bewijs.voorbeeld/samen/geheim"
        earth.links[link] = kok(earth)
        answer = school.post(f"{sam}/bestanden", data={"link": f" {link} "})
        page = school.get(str(answer.headers["location"])).text
        assert "link (bewijs.voorbeeld)" in page
        assert "1 bewijs telt mee." in page
        found = re.search(r'href="([^"]*/bestand/[\w-]+)"', page)
        assert found
        assert "geheim" not in page + school.get(found[1]).text

    def test_keep_nothing_of_a_code_without_consent(self, school: TestClient, sam: str, earth: World) -> None:
        """It says at the field which file it is; the others are taken in."""
        link = "https://bewijs.voorbeeld/d/geheim"
        earth.links[link], earth.sent_on[link] = kok(earth), "/d/geheim"
        files = [("bestand", ("foto.txt", link.encode())), ("bestand", ("kok.json", kok(earth)))]
        page = school.post(f"{sam}/bestanden", files=files).text
        assert "foto.txt: Deze persoon gaf jouw school geen toestemming" in page
        assert len(re.findall(r'href="[^"]*/bestand/[\w-]+"', page)) == 1

    def test_choose_who_of_a_name_it_is(self, school: TestClient, sam: str, earth: World) -> None:
        """Of what was sent among many: nobody chosen is told at the question; who is chosen gets it."""
        state: Any = school.app
        state.state.intakes = Started()
        desk, actor = desk_of(school), found_demo(desk_of(school), SCHOOL)["Hanneke Vos"]
        here = school.post("/voorstellen/inlezen", files={"bestand": ("a.json", kok(earth))}).headers[
            "location"
        ]
        read = partial(
            read_some,
            desk,
            UUID(here.rpartition("/")[2]),
            organisation_id=actor.organisation_id,
            check=lambda raws: [Part(report=earth.report(each)) for each in raws],
        )
        read()
        [chosen] = re.findall(r'name="wie" value="([\w-]{36})"', school.get(here).text)
        assert "Kies wie het is." in school.post(f"{here}/van/1", data={"welke": "1"}).text
        assert sam.endswith(chosen)
        assert school.post(f"{here}/van/1", data={"welke": "1", "wie": chosen}).status_code == 303
        read()
        assert "a.json" in school.get(sam).text

    def test_refuse_a_place_that_no_database_holds(self, school: TestClient) -> None:
        """It is told, and does not fail in the database."""
        here = f"/voorstellen/inlezen/{UUID(int=0)}/van"
        told = [school.post(f"{here}/{place}", data={"naam": "Sam"}).status_code for place in ("9" * 23, "7")]
        assert told == [400, 404]

    @pytest.mark.parametrize("link", ["zomaar", "https://weg.voorbeeld/x"])
    def test_give_a_link_back_that_leads_nowhere(self, school: TestClient, sam: str, link: str) -> None:
        """With a sentence at the field; nothing is kept."""
        page = school.post(f"{sam}/bestanden", data={"link": link}).text
        assert f'value="{link}"' in page
        assert 'id="f-link-fout1"' in page
        assert "Ingelezen" not in page

    def test_say_what_is_missing(self, school: TestClient, sam: str) -> None:
        """No file, and no name: a sentence at the field; no such target: no such page."""
        assert "Kies een of meer bestanden" in school.post(f"{sam}/bestanden").text
        nameless = school.post("/voorstellen", data={"naam": " "}).text
        assert "Vul een naam in. Schrijf de naam zoals die op de bewijzen staat." in nameless
        assert 'href="/voorstellen?taal=en"' in nameless
        assert school.get(f"{sam}/voorstel?doel=C9999").status_code == 404
        assert urlsplit(school.get(f"{sam}/voorstel").headers["location"]).path == sam

    def test_forget_somebody(self, school: TestClient, sam: str, earth: World, tmp_path: Path) -> None:
        """Nothing of him is there any more, in no file of the database."""
        send(school, sam, ("kok.json", kok(earth, name="Verdwenen")))
        answer = school.post(f"{sam}/weg")
        assert "Alles over deze persoon is weg" in school.get(str(answer.headers["location"])).text
        assert school.get(sam).status_code == 404
        left = [each for each in tmp_path.rglob("*") if each.is_file() and b"Verdwenen" in each.read_bytes()]
        assert left == []
