"""Somebody who helps, in a browser: his own pages, and no other of a holder."""

import re

import pytest
from fastapi.testclient import TestClient

from tests.app.serving import BROWSER
from tests.app.test_correcting import corrected, correcting
from tests.matrix.routes import routes_of

WALLET = "/mijn-bewijzen"
OF_A_HOLDER = ("/mijn-bewijzen", "/bewaar", "/kaart", "/openen", "/toestel")
TITLE = "Verzamelt en controleert orders"


@pytest.fixture
def badge_id(holder: TestClient) -> str:
    """Give the id of that badge."""
    return re.search(rf'href="{WALLET}/([\w-]{{36}})"', holder.get(WALLET).text)[1]


@pytest.fixture
def helper(holder: TestClient, badge_id: str) -> TestClient:
    """Invite somebody, who says yes in a browser of his own."""
    chosen = {"wie": "Mijn zus", "bewijs": [badge_id], "duur": "3-maanden"}
    made = holder.post(f"{WALLET}/helpers/nieuw", data=chosen).headers["location"]
    link = re.search(r'value="[^"]+(/helpen/\w+)"', holder.get(made).text)[1]
    browser = TestClient(holder.app, base_url=holder.base_url, headers=BROWSER, follow_redirects=False)
    assert "Nee zeggen mag" in browser.get(link).text
    assert "/helpen" == browser.post(link).headers["location"]
    return browser


def shelf_of(helper: TestClient) -> str:
    """Give the path of what he may see."""
    return re.search(r'href="(/helpen/bij/[\w-]{36})"', helper.get("/helpen").text)[1]


class TestHelper:
    """Who helps sees what was ticked, and can do nothing with it."""

    def test_sees_it_with_nothing_to_share_it_by(
        self, helper: TestClient, holder: TestClient, badge_id: str
    ) -> None:
        """No link, no code, no file, no photo, no form; and the holder reads that he looked."""
        shelf = shelf_of(helper)
        assert TITLE in helper.get(shelf).text
        page = helper.get(f"{shelf}/{badge_id}").text
        main = page[page.index("<main") : page.index("</main")]
        assert TITLE in main
        assert [] == re.findall(r'href="/b/|\.pdf|/foto/|<form|code--big|data-share|data-copy', main)
        assert "Wanneer keek deze persoon?" in holder.get(f"{WALLET}/helpers").text

    def test_reads_that_it_was_put_right_and_cannot_renew_a_link(
        self, helper: TestClient, holder: TestClient, badge_id: str
    ) -> None:
        """On the badge and in the list, with whom to ask; what to do about a link is for who keeps it."""
        shared = {"bewijs": [badge_id], "laat": ["naam"], "dagen": "7", "voor": ""}
        link = holder.post(f"{WALLET}/delen", data=shared).headers["location"]
        holder.post("/inloggen/demo")
        form = holder.get(f"{correcting(holder)}?fout=schrijffout").headers["location"]
        corrected(holder, form, zin="Sam verzamelde elke ochtend 60 orders.")
        holder.get(WALLET)
        shelf = shelf_of(helper)
        seen = helper.get(shelf).text, helper.get(f"{shelf}/{badge_id}").text
        assert [True, True] == ["vervangen" in each for each in seen]
        assert "heeft iets verbeterd op" in seen[1]
        assert "60 orders" not in "".join(seen)
        sent = {"link": [re.findall(r"[\w-]{36}", link)[0]]}
        assert 404 == helper.post(f"{WALLET}/{badge_id}/nieuwe-versie", data=sent).status_code

    def test_opens_no_other_page_of_a_holder(
        self, helper: TestClient, holder: TestClient, badge_id: str
    ) -> None:
        """Each route of a holder answers who helps as it answers somebody who keeps nothing."""
        nobody = TestClient(holder.app, base_url=holder.base_url, headers=BROWSER, follow_redirects=False)
        routes = [each for each in routes_of(holder.app) if each.split(" ")[1].startswith(OF_A_HOLDER)]
        assert len(routes) > 40
        wrong = []
        for route in routes:
            method, path = route.split(" ")
            named = re.sub(r"\{\w+(:\w+)?\}", badge_id, path)
            sent = {"data": {"code": "123456"}} if method == "POST" else {}
            his, theirs = (each.request(method, named, **sent) for each in (helper, nobody))
            if his.status_code != theirs.status_code or TITLE in his.text:
                wrong.append((route, his.status_code, theirs.status_code))
        assert [] == wrong

    def test_sees_nothing_once_it_is_stopped(self, helper: TestClient, holder: TestClient) -> None:
        """At once."""
        shelf = shelf_of(helper)
        [stop] = re.findall(r'action="([^"]+/stop)"', holder.get(f"{WALLET}/helpers").text)
        holder.post(stop)
        assert (404, False) == (helper.get(shelf).status_code, shelf in helper.get("/helpen").text)
        assert "Ziet niets meer." in holder.get(f"{WALLET}/helpers").text

    def test_says_what_is_missing_and_keeps_what_was_typed(self, holder: TestClient) -> None:
        """Each at its field."""
        answer = holder.post(f"{WALLET}/helpers/nieuw", data={"wie": "Mijn zus", "duur": "1-jaar"})
        assert (400, True) == (answer.status_code, "Kies 1 of meer bewijzen." in answer.text)
        assert 'value="Mijn zus"' in answer.text
        assert 'value="1-jaar" checked' in answer.text
