"""Two hundred people are given a badge: their names stand on pages, and in no log, address or header."""

import csv
import html
import io
import re

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from tests.app.serving import ADDRESS
from tests.databases import ON_SQLITE
from tests.scanning import LISTENER, SEEDED, named_in

pytestmark = ON_SQLITE
PICTURES = {"plaatje-1": "bakkerij", "plaatje-2": "groen", "plaatje-3": "bakkerij"}
GROUP = {
    "titel": "Klas A",
    "geplakt": "\n".join(("naam", *SEEDED)),
    "werkproces": "25774/B1-K2-W1",
    "van": "2026-01-05",
    "tot": "2026-06-26",
    "toelichting": "Dat ging goed.",
}
ADDRESSED = re.compile(r'(?:href|src|action|formaction|data-\w+)="([^"]*)"')


class Reader:
    """Read pages as a browser does, and keep every address and header that it met."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        self.met: list[str] = []

    def get(self, path: str, **sent: str) -> str:
        """Read a page."""
        return self._read(self.client.get(path, params=sent))

    def post(self, path: str, **sent: str) -> str:
        """Send a form, and read where it leads."""
        answer = self.client.post(path, data=sent)
        text = self._read(answer)
        return self.get(answer.headers["location"]) if answer.is_redirect else text

    def _read(self, answer: Response) -> str:
        self.met += [str(answer.request.url), *answer.headers.values()]
        self.met += [html.unescape(each) for each in ADDRESSED.findall(answer.text)]
        return answer.text


@pytest.fixture
def reader(demo: TestClient) -> Reader:
    """Open the demo as its praktijkopleider."""
    demo.post("/inloggen/demo")
    return Reader(demo)


class TestNames:
    """Names of two hundred people."""

    def test_stand_in_no_log_address_or_header(self, reader: Reader) -> None:
        """Listed, given, looked for, kept, shown, checked, closed; by who gives and by who has it."""
        first, last = SEEDED[0], SEEDED[-1]
        group = reader.client.post("/groepen/nieuw", data=GROUP).headers["location"]
        reader.post(f"{group}/deelnemers")
        reader.post(f"{group}/geef")
        table = reader.client.get(f"{group}/uitkomst.csv").content.decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(table), delimiter=";"))
        assert 200 == len({row["naam"] for row in rows if row["uitkomst"] == "gegeven"})
        told = [reader.get(path) for path in (group, f"{group}/kaartjes", "/wacht")]
        told += [reader.post("/gegeven", zoek=first), reader.post("/deelnemers", zoek=last)]
        [given] = re.findall(r'href="(/gegeven/[\w-]{36})"', told[-2])
        told += [reader.get(given), reader.get(re.findall(r'href="(/deelnemers/[\w-]{36})"', told[-1])[0])]
        keep = next(row["link"] for row in rows if row["naam"] == first).removeprefix(ADDRESS)
        token = keep.split("/")[2]
        told += [reader.post(f"{given}/kaart", **PICTURES)]
        told += [reader.post(keep), reader.get("/mijn-bewijzen")]
        [kept] = re.findall(r'href="(/mijn-bewijzen/[\w-]{36})"', told[-1])
        told += [reader.get(kept), reader.get("/mijn-bewijzen/gegevens"), reader.get(f"/b/{token}")]
        share = {"bewijs": kept.rpartition("/")[2], "laat": "naam", "dagen": "30", "voor": last}
        told += [reader.post("/mijn-bewijzen/delen", **share), reader.get(f"/b/{token}/bewijs.json")]
        told += [reader.get("/controleer", link=f"{ADDRESS}/b/{token}"), reader.post(f"{kept}/dicht")]
        told += [reader.get(f"/b/{'x' * 22}"), reader.get("/readyz"), reader.get("/livez")]
        assert {first, last} <= {name for page in told for name in SEEDED if name in page}
        assert [] == [each for each in reader.met if named_in(each)]
        assert [] == LISTENER.heard
