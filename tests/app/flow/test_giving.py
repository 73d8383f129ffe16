"""Giving, over HTTP, on a real database: from a werkproces to a badge, and back again."""

import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest
from fastapi.testclient import TestClient
from httpx import Response
from sqlalchemy import event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlmodel import Session

from issuers.database.scopes import WHOLE_SERVICE
from issuers.database.transactions import open_register
from tests.app.giving import FORM, TYPED, give, hidden
from tests.app.serving import ADDRESS, desk_of, state_of


def _hurry(connection: DBAPIConnection, *_: object) -> None:
    """Wait less long for others than a service does, on SQLite; there it waits ten seconds."""
    if isinstance(connection, sqlite3.Connection):
        connection.execute("PRAGMA busy_timeout = 300")


class TestGiving:
    def test_asks_to_sign_in(self, stranger: TestClient) -> None:
        """Who is not signed in is led to the page where that is done."""
        for path in ("/uitreiken", FORM, "/gegeven"):
            assert stranger.get(path).headers["location"] == f"/inloggen?verder={path}"

    def test_loses_nothing_when_the_sign_in_is_over(self, stranger: TestClient) -> None:
        """Whoever signs in then goes on with what was typed."""
        stranger.post("/inloggen/demo")
        mark = hidden(stranger.get(FORM).text)["namens"]
        stranger.post("/uitloggen")
        asked = stranger.post(f"{FORM}/bekijk", data=TYPED | {"namens": mark})
        assert asked.status_code == 401
        assert "is niet weg" in asked.text
        kept = {name: value for name, value in hidden(asked.text).items() if name in {"naar", "bewaard"}}
        going_on = stranger.post("/inloggen/demo", data=kept)
        assert going_on.status_code == 200
        assert f'action="{FORM}/bekijk"' in going_on.text
        assert hidden(going_on.text).items() >= TYPED.items()
        assert stranger.post(f"{FORM}/bekijk", data=hidden(going_on.text)).status_code == 200
        stranger.post("/uitloggen")

    def test_finds_with_everyday_words(self, client: TestClient) -> None:
        """A word from the work floor leads to the form."""
        assert FORM in client.get("/uitreiken?zoek=orders verzamelen").text

    def test_keeps_what_was_typed(self, client: TestClient) -> None:
        """A form with mistakes comes back with everything that was typed, and says what to do."""
        response = client.post(f"{FORM}/bekijk", data=TYPED | {"zin": "Sam 123456782", "tot": "morgen"})
        assert response.status_code == 400
        assert "Dit lijkt op een BSN" in response.text
        assert "kunnen de laatste dag niet lezen" in response.text
        assert 'value="Sam de Vries"' in response.text
        assert 'value="morgen"' in response.text

    def test_says_what_may_not_stand_there_before_it_is_written(self, client: TestClient) -> None:
        """In the hint of the field, once."""
        page = client.get(FORM).text
        assert 1 == page.count("Schrijf niets over gezondheid")
        assert page.index("Schrijf niets over gezondheid") < page.index("<textarea")

    def test_shows_the_badge_first(self, client: TestClient) -> None:
        """Without the tick that the person has seen it, nothing is given."""
        preview = client.post(f"{FORM}/bekijk", data=TYPED)
        refused = client.post(f"{FORM}/geef", data=hidden(preview.text))
        assert refused.status_code == 400
        assert hidden(preview.text)["sleutel"] == hidden(refused.text)["sleutel"]

    def test_a_double_click_gives_one_badge(self, client: TestClient) -> None:
        """The same form sent four times at once gives the same one badge."""
        preview = client.post(f"{FORM}/bekijk", data=TYPED | {"naam": "Dubbel"})
        form = hidden(preview.text) | {"gelezen": "ja"}
        before = set(re.findall(r'href="/gegeven/[0-9a-f-]{36}"', client.get("/gegeven").text))
        with ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(lambda _: client.post(f"{FORM}/geef", data=form), range(4)))
        assert {answer.status_code for answer in answers} == {303}
        assert len({answer.headers["location"] for answer in answers}) == 1
        assert (
            len(set(re.findall(r'href="/gegeven/[0-9a-f-]{36}"', client.get("/gegeven").text)) - before) == 1
        )

    def test_keeps_what_was_typed_when_it_may_not_be_signed(self, client: TestClient) -> None:
        """What only linting can see comes back on the form, with everything that was typed.

        A tab is a control character: RDFC-1.0 and others write it differently, so we sign none.
        """
        form = TYPED | {"zin": "Sam\tverzamelde", "gelezen": "ja", "sleutel": "x"}
        response = client.post(f"{FORM}/geef", data=form)
        assert response.status_code == 400
        assert 'value="Sam de Vries"' in response.text

    @pytest.mark.parametrize("key", ["x" * 65, "\0", "x y", "é"])
    def test_refuses_a_key_that_the_form_did_not_make(self, client: TestClient, key: str) -> None:
        """An idempotency key is kept for ever: it is short, and plain text."""
        form = TYPED | {"gelezen": "ja", "sleutel": key}
        assert client.post(f"{FORM}/geef", data=form).status_code == 400

    def test_shows_the_badge_again_when_it_cannot_be_given_now(self, client: TestClient) -> None:
        """While others write for too long nothing is lost: the same form gives the badge a moment later."""
        preview = client.post(f"{FORM}/bekijk", data=TYPED | {"naam": "Straks"})
        form = hidden(preview.text) | {"gelezen": "ja"}
        other = open_register(state_of(client).settings.database)
        event.listen(desk_of(client).register.engine, "checkout", _hurry)

        def meanwhile(session: Session) -> Response:
            session.connection()
            return client.post(f"{FORM}/geef", data=form)

        refused = other.write(meanwhile, within=WHOLE_SERVICE)
        event.remove(desk_of(client).register.engine, "checkout", _hurry)
        other.close()
        assert refused.status_code == 503
        assert "even te druk" in refused.text
        assert hidden(refused.text)["sleutel"] == form["sleutel"]
        assert client.post(f"{FORM}/geef", data=form).status_code == 303

    def test_shows_markup_as_text(self, client: TestClient, stranger: TestClient) -> None:
        """HTML and formulas are what someone typed, and are shown as such."""
        page = stranger.get(give(client, naam="<b>Sam</b>", zin="=1+1 <script>alert(1)</script>")).text
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)" in page

    def test_refuses_an_unknown_werkproces(self, client: TestClient) -> None:
        """There is no form for what the catalogue does not have."""
        assert client.get("/uitreiken/25774/B9-K9-W9").status_code == 404

    def test_loses_nothing_while_nothing_can_be_signed(self, sealed: TestClient) -> None:
        """Nobody did anything wrong: the page says what is the matter, and the box stays ticked."""
        sealed.post("/inloggen/demo")
        preview = sealed.post(f"{FORM}/bekijk", data=TYPED).text
        answer = sealed.post(f"{FORM}/geef", data=hidden(preview) | {"gelezen": "ja"})
        assert 503 == answer.status_code
        assert "Dit bewijs is nog niet gegeven" in answer.text
        assert "Ondertekenen kan nu niet. Dat ligt niet aan jou" in answer.text
        assert "mailto:beheer@bewijs.voorbeeld" in answer.text
        assert "om te verbeteren" not in answer.text
        assert 'value="ja" required checked' in answer.text
        assert hidden(preview) == hidden(answer.text)


class TestWithdrawing:
    def test_everyone_sees_it_at_once(self, client: TestClient, stranger: TestClient) -> None:
        """The page, the check and the list say that the badge was withdrawn."""
        path = give(client, naam="Ingetrokken")
        rows = client.get("/gegeven").text
        row = re.search(
            r'href="(/gegeven/[\w-]+/intrekken)">Trek in<span class="vh">: [^<]*Ingetrokken', rows
        )[1]
        asked = client.get(row).text
        assert f'href="{row.replace("intrekken", "verbeteren")}"' in asked
        assert f'href="{row}"' in client.get(row.removesuffix("/intrekken")).text
        assert "Kies waarom" in client.post(row, data={}).text
        assert client.post(row, data={"reden": "vergissing"}).status_code == 303
        page = stranger.get(path).text
        assert ("ingetrokken" in page, "bewijs.pdf" in page) == (True, False)
        assert stranger.get(f"{path}/bewijs.pdf").status_code == 410  # there is no paper of it
        own = client.get(row.removesuffix("/intrekken")).text
        assert "Dit bewijs is ingetrokken op" in own
        assert ("kan het nu openen", "QR-code", "/intrekken") == tuple(
            each for each in ("kan het nu openen", "QR-code", "/intrekken") if each not in own
        )
        report = stranger.post("/api/v1/verificaties", json={"link": ADDRESS + path}).json()
        assert (report["verdict"], report["state"]) == ("invalid", "revoked")
