"""The list of what was given over HTTP: looked through, taken along, and several withdrawn at once."""

import csv
import io
import re

from fastapi.testclient import TestClient
from openpyxl import load_workbook

from tests.app.giving import give, hidden
from tests.databases import ON_SQLITE

pytestmark = ON_SQLITE


def chosen(client: TestClient) -> list[str]:
    """Give the ids of the badges that can be ticked."""
    return re.findall(r'name="bewijs" value="([\w-]+)"', client.get("/gegeven").text)


class TestList:
    """`/gegeven` finds what is looked for."""

    def test_keeps_what_is_looked_for(self, client: TestClient) -> None:
        """In the form, and in those of the tables; in no address."""
        give(client, naam="Zoë Kok")
        give(client, naam="Alex Jansen")
        page = client.post("/gegeven", data={"zoek": "kok", "stand": "geldig"}).text
        assert ("Zoë Kok" in page, "Alex Jansen" in page) == (True, False)
        table = hidden(page.partition('action="/gegeven.csv"')[2])
        assert {"zoek": "kok", "stand": "geldig"}.items() <= table.items()
        assert "Alex" not in client.post("/gegeven.csv", data=table).text
        assert "We vinden geen bewijs" in client.post("/gegeven", data={"zoek": "xyz"}).text

    def test_says_which_day_it_cannot_read(self, client: TestClient) -> None:
        """And leaves it in the form."""
        give(client)
        answer = client.post("/gegeven", data={"van": "gisteren"})
        assert (400, True) == (answer.status_code, 'value="gisteren"' in answer.text)


class TestTables:
    """`/gegeven.csv` and `/gegeven.xlsx` are taken along."""

    def test_hold_what_was_given_and_nothing_that_runs(self, client: TestClient) -> None:
        """A name that begins like a formula is a text; the secret of a link stands in neither."""
        path = give(client, naam="=HYPERLINK(1)")
        answer = client.post("/gegeven.csv")
        rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""), delimiter=";"))
        assert "'=HYPERLINK(1)" == rows[1][4]
        book = load_workbook(io.BytesIO(client.post("/gegeven.xlsx").content))
        assert "'=HYPERLINK(1)" == book.active["E2"].value
        assert "f" not in {cell.data_type for row in book.active for cell in row}
        assert path.rpartition("/")[2] not in answer.text
        assert 404 == client.post("/gegeven.exe").status_code


class TestSeveral:
    """`/gegeven/kies` leads to what is done to all that was chosen."""

    def test_withdraws_them_and_tells_of_each(self, client: TestClient) -> None:
        """What was withdrawn in the meantime is told, and is no reason to leave the others."""
        give(client, naam="Een")
        give(client, naam="Twee")
        here = kept(client, bewijs=chosen(client))
        asked = client.get(here).text
        assert all(each in asked for each in ("Trek 2 bewijzen in", "Een", "Twee"))
        assert 400 == client.post(f"{here}/intrekken").status_code
        client.post(f"/gegeven/{chosen(client)[0]}/intrekken", data={"reden": "anders"})
        client.post(f"{here}/intrekken", data={"reden": "vergissing"})
        done = client.get(here).text
        assert all(each in done for each in ("lukte niet", "Dit bewijs is al verbeterd of ingetrokken"))
        assert [] == chosen(client)

    def test_puts_them_right(self, client: TestClient) -> None:
        """After it was shown what changes, and what does not; nothing that was typed is lost."""
        give(client, naam="Een")
        give(client, naam="Twee", tot="2026-06-19")
        here = kept(client, bewijs=chosen(client), doe="verbeteren")
        assert "Verbeter 2 bewijzen" in client.get(here).text
        wrong = client.post(f"{here}/bekijk", data={"wat": "periode", "tot": "gisteren"})
        assert (400, True) == (wrong.status_code, 'value="gisteren"' in wrong.text)
        shown = client.post(f"{here}/bekijk", data={"wat": "periode", "tot": "19-6-2026"}).text
        assert all(each in shown for each in ("1 bewijs wordt verbeterd", "Dit stond er al zo."))
        assert 303 == client.post(f"{here}/verbeteren", data=hidden(shown)).status_code
        done = client.get(here).text
        assert all(each in done for each in ("bleef zoals het was", "<dd>1</dd>"))
        assert "verbeterd op" in client.get("/gegeven").text

    def test_takes_all_that_was_looked_for(self, client: TestClient) -> None:
        """Also what stands on no page that was seen."""
        for name in ("Zoë Kok", "Bo Kok", "Alex Jansen"):
            give(client, naam=name)
        page = client.get(kept(client, alles="ja", zoek="kok")).text
        assert ("Trek 2 bewijzen in" in page, "Alex Jansen" in page) == (True, False)

    def test_refuses_work_that_is_not_there(self, client: TestClient) -> None:
        """And says how to write it."""
        give(client)
        here = kept(client, bewijs=chosen(client), doe="verbeteren")
        answer = client.post(f"{here}/bekijk", data={"wat": "werkproces", "werkproces": "1/B1"})
        assert (400, True) == (answer.status_code, "Dit werkproces kennen wij niet." in answer.text)

    def test_says_that_nothing_was_chosen(self, client: TestClient) -> None:
        """A button without a tick does nothing."""
        give(client)
        answer = client.post("/gegeven/kies")
        assert "zet een vinkje" in client.get(answer.headers["location"]).text


def kept(client: TestClient, **sent: object) -> str:
    """Choose badges; give the address of what is done to them."""
    answer = client.post("/gegeven/kies", data=sent)
    assert 303 == answer.status_code, answer.text
    return str(answer.headers["location"])
