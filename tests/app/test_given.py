"""The list of what was given over HTTP: looked through, taken along, and several withdrawn at once."""

import csv
import io
import re

import pytest
from fastapi.testclient import TestClient
from openpyxl import load_workbook

from tests.app.giving import give
from tests.databases import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
def client(demo: TestClient) -> TestClient:
    """Open the demo as its praktijkopleider."""
    demo.post("/inloggen/demo")
    return demo


def chosen(client: TestClient) -> list[str]:
    """Give the ids of the badges that can be ticked."""
    return re.findall(r'name="bewijs" value="([\w-]+)"', client.get("/gegeven").text)


class TestList:
    """`/gegeven` finds what is looked for."""

    def test_keeps_what_is_looked_for(self, client: TestClient) -> None:
        """In the form, and in the links to the tables."""
        give(client, naam="Zoë Kok")
        give(client, naam="Alex Jansen")
        page = client.get("/gegeven?zoek=kok&stand=geldig").text
        assert ("Zoë Kok" in page, "Alex Jansen" in page) == (True, False)
        assert all(each in page for each in ('value="kok"', "/gegeven.csv?zoek=kok&amp;stand=geldig"))
        assert "We vinden geen bewijs" in client.get("/gegeven?zoek=xyz").text

    def test_says_which_day_it_cannot_read(self, client: TestClient) -> None:
        """And leaves it in the form."""
        give(client)
        answer = client.get("/gegeven?van=gisteren")
        assert (400, True) == (answer.status_code, 'value="gisteren"' in answer.text)


class TestTables:
    """`/gegeven.csv` and `/gegeven.xlsx` are taken along."""

    def test_hold_what_was_given_and_nothing_that_runs(self, client: TestClient) -> None:
        """A name that begins like a formula is a text; the secret of a link stands in neither."""
        path = give(client, naam="=HYPERLINK(1)")
        answer = client.get("/gegeven.csv")
        rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""), delimiter=";"))
        assert "'=HYPERLINK(1)" == rows[1][4]
        book = load_workbook(io.BytesIO(client.get("/gegeven.xlsx").content))
        assert "'=HYPERLINK(1)" == book.active["E2"].value
        assert "f" not in {cell.data_type for row in book.active for cell in row}
        assert path.rpartition("/")[2] not in answer.text
        assert 404 == client.get("/gegeven.exe").status_code


class TestSeveral:
    """`/gegeven/kies` and `/gegeven/intrekken` withdraw what was chosen."""

    def test_ask_why_and_tell_of_each(self, client: TestClient) -> None:
        """What was withdrawn in the meantime is told, and is no reason to leave the others."""
        give(client, naam="Een")
        give(client, naam="Twee")
        both = chosen(client)
        asked = client.post("/gegeven/kies", data={"bewijs": both})
        assert all(each in asked.text for each in ("Trek 2 bewijzen in", "Een", "Twee"))
        assert 400 == client.post("/gegeven/intrekken", data={"bewijs": both}).status_code
        client.post(f"/gegeven/{both[0]}/intrekken", data={"reden": "anders"})
        done = client.post("/gegeven/intrekken", data={"bewijs": both, "reden": "vergissing"}).text
        assert all(each in done for each in ("1 bewijs is ingetrokken", "Deze badge is al ingetrokken"))
        assert [] == chosen(client)

    def test_say_that_nothing_was_chosen(self, client: TestClient) -> None:
        """A button without a tick does nothing."""
        give(client)
        answer = client.post("/gegeven/kies")
        assert "zet een vinkje" in client.get(answer.headers["location"]).text
