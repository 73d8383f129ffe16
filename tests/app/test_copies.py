"""Which answers a telephone may keep, to show them without internet."""

import re

import pytest
from fastapi.testclient import TestClient

from holders.keeping.offline import HEADER
from issuers.publishing.keeping import keep_path
from tests.app.giving import give

WALLET = "/mijn-bewijzen"


@pytest.fixture
def token(demo: TestClient) -> str:
    """Give a badge, keep it here; give its token."""
    demo.post("/inloggen/demo")
    found = give(demo).rpartition("/")[2]
    demo.cookies.clear()
    demo.post(keep_path(demo.app.state.desk, found))
    return found


class TestShowKept:
    """An answer that may be kept says for which sign-in."""

    def test_is_said_on_the_list_and_on_a_badge(self, demo: TestClient, token: str) -> None:
        """The same on all pages of one sign-in; the code to be scanned stands on the badge."""
        page = demo.get(WALLET)
        badge = demo.get(re.search(rf"{WALLET}/[\w-]{{36}}", page.text)[0])
        assert page.headers[HEADER] == badge.headers[HEADER]
        assert f'data-copy="{page.headers[HEADER]}"' in page.text
        assert "Laat deze code scannen" in badge.text

    def test_is_said_of_nothing_else(self, demo: TestClient, token: str) -> None:
        """Not of pages that others open, what the verifier says, a way in, or what is stored."""
        others = (f"/b/{token}", f"/b/{token}/van-wie", "/controleer", "/kaart")
        own = ("toegang", "toestellen", "kaart", "gegevens", "helpers", "delen", "weg", "elders")
        for path in (*others, *(f"{WALLET}/{each}" for each in own)):
            answer = demo.get(path)
            assert (path, 200, None) == (path, answer.status_code, answer.headers.get(HEADER))

    def test_is_said_to_nobody_who_keeps_nothing(self, demo: TestClient, token: str) -> None:
        """So a telephone that was taken off throws its copy away at the next answer."""
        demo.post(f"{WALLET}/van-deze-telefoon")
        page = demo.get(WALLET)
        assert (None, False) == (page.headers.get(HEADER), "data-copy" in page.text)

    def test_is_not_said_to_who_works_here_too(self, demo: TestClient, token: str) -> None:
        """Her name would stand on the copy."""
        demo.post("/inloggen/demo")
        assert HEADER not in demo.get(WALLET).headers

    def test_stays_closed_to_other_caches(self, demo: TestClient, token: str) -> None:
        """A proxy or a browser by itself keeps none of it."""
        assert "no-store" == demo.get(WALLET).headers["cache-control"]


class TestDescribeApp:
    """The manifest lets a telephone put it on its first screen."""

    def test_names_what_is_there(self, demo: TestClient) -> None:
        """Each picture exists, and it starts with the list."""
        app = demo.get("/mijn-bewijzen.webmanifest")
        assert "application/manifest+json" == app.headers["content-type"]
        assert [200] * 4 == [demo.get(each["src"]).status_code for each in app.json()["icons"]]
        assert (WALLET, "standalone") == (app.json()["start_url"], app.json()["display"])


class TestGiveWorker:
    """The worker has an address of its own."""

    def test_is_asked_for_anew_each_time(self, demo: TestClient) -> None:
        """So a telephone has the newest; our own policy binds what it fetches."""
        answer = demo.get("/mijn-bewijzen.js")
        assert ("no-cache", True) == (
            answer.headers["cache-control"],
            "connect-src 'self'" in answer.headers["content-security-policy"],
        )
