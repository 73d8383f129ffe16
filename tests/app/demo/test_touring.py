"""What a newcomer is told to try is there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.demo.community import furnish_community
from app.demo.deciding import furnish_decisions
from app.demo.proposals import furnish_proposals
from app.demo.touring import WALKS, Walk, tour
from app.demo.workplace import furnish_workplace
from tests.app.serving import ADDRESS, demo_in, desk_of, opened
from tests.databases import ON_SQLITE, Databases
from tests.fresh import fresh_in
from tests.once import Once

README = Path(__file__).parents[3] / "README.md"
ROW = re.compile(r"^\| `(/[a-z]+)` \| ([^|]+) \| [^|]+ \|$", re.MULTILINE)
SAYS = {
    "/uitreiken": "Kies het werkproces",
    "/controleer": "Of plak de link",
    "/onderweg": "Fenna Mulder gaf dit",
    "/wacht": "Een school vraagt iets",
    "/school": "Amira",
    "/voorstellen": "Noa Willems",
    "/badgeklassen": "Samenwerken",
    "/mensen": "Nodig iemand uit",
}


@pytest.fixture(scope="module")
def client(once: Once, databases: Databases) -> Iterator[TestClient]:
    """Open a demo that was filled."""
    folder = fresh_in(once.folder("filled"), once=once, databases=databases)
    with opened(demo_in(folder, databases=databases)) as opened_demo:
        furnish_workplace(desk_of(opened_demo))
        furnish_community(desk_of(opened_demo))
        furnish_proposals(desk_of(opened_demo))
        furnish_decisions(desk_of(opened_demo))
        yield opened_demo


def press(client: TestClient, page: str, name: str) -> str:
    """Press the button with this name on the page that asks who somebody is; give where that leads."""
    button = re.search(rf'<button[^>]*?(?: value="([^"]+)")?>[^<]*{name}', page)
    assert button, name
    kept = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page))
    answer = client.post("/inloggen/demo", data=kept | {"als": button[1] or ""})
    return str(answer.headers["location"])


@ON_SQLITE
class TestWalks:
    @pytest.mark.parametrize("walk", WALKS, ids=lambda walk: f"{walk.path}-{walk.name}")
    def test_lead_where_there_is_something_to_do(self, client: TestClient, walk: Walk) -> None:
        """Opened by somebody who did not sign in: one press on the name, and the page is there."""
        client.post("/uitloggen")
        page = client.get(walk.path)
        if walk.name:
            asks = str(page.headers["location"])
            assert asks.startswith("/inloggen")
            assert walk.path == press(client, client.get(asks).text, walk.name)
            page = client.get(walk.path)
        assert (200, True) == (page.status_code, SAYS[walk.path] in page.text)


class TestTour:
    def test_names_the_whole_address(self) -> None:
        """Under whichever port it is served, and whom to be."""
        told = "\n".join(tour(ADDRESS))
        assert all(f"{ADDRESS}{walk.path}" in told for walk in WALKS)
        assert all(walk.name in told for walk in WALKS)

    def test_says_what_the_readme_says(self) -> None:
        """The same pages and people, in the same order."""
        people = [
            f"{each.name}, {each.organisation}" if each.name else "anyone, without signing in"
            for each in WALKS
        ]
        assert [*zip([walk.path for walk in WALKS], people, strict=True)] == ROW.findall(README.read_text())
