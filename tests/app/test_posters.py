"""A poster over HTTP: made and printed, scanned on a phone, and gone on from to a badge."""

import html
import re

from fastapi.testclient import TestClient

from tests.app.giving import hidden
from tests.app.learners import ORDERS, agreed, recent
from tests.app.serving import ADDRESS
from tests.databases import ON_SQLITE

pytestmark = ON_SQLITE

CLASS = 24


def hung(client: TestClient) -> tuple[str, str]:
    """Make a poster; answer its page, and the path that it leads to."""
    made = client.post(
        "/posters/nieuw", data={"naam": "Magazijn", "werkproces": [ORDERS], "termijn": "1-maand"}
    )
    assert 303 == made.status_code, made.text
    page = made.headers["location"]
    found = re.search(rf"{ADDRESS}(/werk/[\w-]+)", client.get(page).text)
    assert found
    return page, found[1]


def said(client: TestClient) -> dict[str, str]:
    """Fill in what somebody says at the poster."""
    return {"werkproces": ORDERS, "naam": "Sam", "wat": "Ik verzamelde 40 orders.", "dag": recent(client)}


class TestPoster:
    """`/posters` and `/werk/...`."""

    def test_takes_a_whole_class_at_once(self, client: TestClient, phone: TestClient) -> None:
        """They scan it together, behind the one address of their school; a flood stops there."""
        _, path = hung(client)
        answers = [phone.post(path, data=said(client)).status_code for _ in range(40)]
        assert [303] * CLASS == answers[:CLASS]
        assert 429 == answers[-1]

    def test_leads_from_the_wall_to_a_badge(self, client: TestClient, phone: TestClient) -> None:
        """Nothing is given before somebody looked; after that it waits no more."""
        _, path = hung(client)
        assert "Wat heb je gedaan?" in phone.get(path).text
        left = phone.post(path, data=said(client))
        assert "Het is verstuurd." in phone.get(left.headers["location"]).text
        assert "Hier komt je eerste bewijs" in client.get("/gegeven").text
        page = client.get("/posters").text
        form = re.search(rf'href="(/uitreiken/{ORDERS}\?melding=[\w-]+)"', page)
        assert form
        write = client.get(html.unescape(form[1])).text
        assert all(each in write for each in ('value="Sam"', "Ik verzamelde 40 orders."))
        here = f"/uitreiken/{ORDERS}"
        sent = hidden(write) | {"naam": "Sam", "zin": "Sam verzamelde 40 orders.", "gelezen": "ja"}
        day = recent(client)
        given = client.post(f"{here}/geef", data=sent | {"van": day, "tot": day, "sleutel": "een"})
        assert 303 == given.status_code, given.text
        assert "melding=" not in client.get("/posters").text

    def test_goes_on_for_who_agreed_to_learn_it(self, client: TestClient, phone: TestClient) -> None:
        """Under the name that he chose, not the one that he said."""
        agreed(client, phone)
        _, path = hung(client)
        phone.post(path, data=said(client) | {"naam": "Sammie"})
        form = re.search(
            rf'href="(/uitreiken/{ORDERS}\?melding=[^"]+afspraak=[\w-]+)"', client.get("/posters").text
        )
        assert form
        write = client.get(html.unescape(form[1])).text
        assert ("Sam", True) == (hidden(write)["naam"], "Ik verzamelde 40 orders." in write)

    def test_keeps_what_was_typed(self, client: TestClient, phone: TestClient) -> None:
        """And says what is wrong."""
        _, path = hung(client)
        answer = phone.post(path, data=said(client) | {"naam": "", "dag": "gisteren"})
        assert 400 == answer.status_code
        assert all(
            each in answer.text for each in ("Ik verzamelde 40 orders.", 'value="gisteren"', "hoe je heet")
        )
        made = client.post("/posters/nieuw", data={"naam": "Kantine"})
        assert (400, True) == (made.status_code, 'value="Kantine"' in made.text)

    def test_can_be_stopped_and_put_away(self, client: TestClient, phone: TestClient) -> None:
        """The code then says so."""
        page, path = hung(client)
        phone.post(path, data=said(client))
        away = re.search(r'action="(/posters/gezegd/[\w-]+/weg)"', client.get("/posters").text)
        assert away
        client.post(away[1])
        assert "Ik verzamelde" not in client.get("/posters").text
        client.post(f"{page}/stop")
        answer = phone.get(path)
        assert (410, True) == (answer.status_code, "Deze code werkt niet meer." in answer.text)
        assert 404 == phone.get("/werk/geraden").status_code
