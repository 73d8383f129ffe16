"""A school puts people together and sees who waits for what, over HTTP."""

import csv
import io

import pytest
from fastapi.testclient import TestClient
from openpyxl import load_workbook

from tests.app.test_proposals import earth, kok, school, send
from tests.databases import ON_SQLITE
from tests.world import World

__all__ = ["earth", "school"]
pytestmark = ON_SQLITE


@pytest.fixture
def group(school: TestClient) -> str:
    """Make a group; give the address of its page."""
    answer = school.post("/voorstellen/groepen", data={"naam": "Kok 2026", "doel": "C0021"})
    assert answer.status_code == 303
    return str(answer.headers["location"]).partition("?")[0]


class TestGroups:
    def test_lead_from_names_to_who_waits_for_what(
        self, school: TestClient, earth: World, group: str
    ) -> None:
        """Names go in, files of one of them too; the list tells what is shown, and can be taken along."""
        assert school.post(f"{group}/mensen", data={"namen": "Sam de Vries\n=1+1"}).status_code == 303
        page = school.get(f"/voorstellen?groep={group.rpartition('/')[2]}").text
        assert "nog geen bewijzen" in page
        sam = page.split('<a href="/voorstellen/')[1:]
        here = next(f"/voorstellen/{each[:36]}" for each in sam if "Sam de Vries" in each[:80])
        assert "Alle bewijzen tellen mee." in send(school, here, ("bewijs.json", kok(earth)))
        page = school.get("/voorstellen?stand=bekijken").text
        assert "klaar om te bekijken" in page
        assert "van 11 werkprocessen" in page
        assert "=1+1" not in page
        assert "=1+1" not in school.post("/voorstellen/zoek", data={"zoek": "de vries"}).text
        rows = [
            *csv.DictReader(io.StringIO(school.post("/voorstellen.csv").text.lstrip("\ufeff")), delimiter=";")
        ]
        assert [(each["Naam"], each["Groep"], each["Doel"]) for each in rows] == [
            ("'=1+1", "Kok 2026", "C0021"),
            ("Sam de Vries", "Kok 2026", "C0021"),
        ]
        book = load_workbook(io.BytesIO(school.post("/voorstellen.xlsx", data={"zoek": "sam"}).content))
        assert book.active is not None
        assert [row[0] for row in book.active.values] == ["Naam", "Sam de Vries"]

    def test_keep_what_was_typed_where_something_is_wrong(self, school: TestClient, group: str) -> None:
        """Each with its sentence, and who is there already is asked about."""
        page = school.post("/voorstellen/groepen", data={"naam": "kok 2026", "doel": "C0021"})
        assert (page.status_code, "Er is al een groep met deze naam." in page.text) == (400, True)
        school.post(f"{group}/mensen", data={"namen": "Noa"})
        page = school.post(f"{group}/mensen", data={"namen": "Noa\nBo"})
        assert "Deze namen zijn er al: Noa." in page.text
        assert "Noa\nBo</textarea>" in page.text
        assert "Het zijn andere mensen met dezelfde naam." in page.text
        page = school.post(group, data={"naam": "", "doel": "C0021"})
        assert "Geef de groep een naam" in page.text

    def test_can_be_chosen_for_one_person_and_go(self, school: TestClient, group: str) -> None:
        """Who begins with somebody chooses the group there; the group goes without him."""
        number = group.rpartition("/")[2]
        answer = school.post("/voorstellen", data={"naam": "Bo", "groep": number})
        bo = str(answer.headers["location"])
        assert f'value="{number}" checked' in school.get(bo).text
        assert school.post(f"{bo}/groepen").status_code == 303
        assert f'value="{number}" checked' not in school.get(bo).text
        assert school.post(f"{group}/weg").status_code == 303
        assert (school.get(group).status_code, school.get(bo).status_code) == (404, 200)
