"""Signing in, over HTTP, with a device in software: from a link to a passkey, and back when it is lost."""

import html
import re
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pyotp
import pytest
from fastapi.testclient import TestClient
from httpx import Response

from app.jobs import tick
from app.main import create_app
from app.settings import Settings
from issuers.people.platform import add_administrator
from tests.app.serving import BROWSER, desk_of, opened, state_of
from tests.authenticator import Authenticator
from tests.postoffice import PostOffice, post_office
from web.clock import FixedClock

PRODUCTION = "https://bewijs.voorbeeld"
SCRIPT = {"Accept": "application/json"}
ADA = "ada@bewijs.voorbeeld"


@pytest.fixture
def office() -> Iterator[PostOffice]:
    """Open a mail server."""
    with post_office() as office:
        yield office


@pytest.fixture
def client(tmp_path: Path, office: PostOffice, empty: Path) -> Iterator[TestClient]:
    """Open the service of a production, as a stranger; it sends mail."""
    settings = Settings(
        mode="production",
        base_url=PRODUCTION,
        data_dir=Path(shutil.copytree(empty, tmp_path / "data")),
        smtp_url=office.url,
        mail_from="post@bewijs.voorbeeld",
    )
    with opened(create_app(settings), address=settings.base_url) as client:
        yield client


def another(client: TestClient) -> TestClient:
    """Open the same service in another browser."""
    return TestClient(client.app, base_url=client.base_url, headers=BROWSER, follow_redirects=False)


def script(client: TestClient, path: str, body: dict[str, Any]) -> Response:
    """Ask as the script of the page does."""
    return client.post(path, json=body, headers=SCRIPT)


def made(client: TestClient, device: Authenticator) -> Response:
    """Make a passkey, as the page does."""
    options = script(client, "/mijn/passkeys/vraag", {})
    assert 200 == options.status_code, options.text
    return script(client, "/mijn/passkeys", device.make(options.json()))


def proved(client: TestClient, device: Authenticator) -> Response:
    """Sign in with a passkey, as the page does."""
    options = script(client, "/inloggen/passkey/vraag", {})
    return script(client, "/inloggen/passkey", device.prove(options.json()))


def link(client: TestClient) -> str:
    """Make a link for who runs the service; give its path."""
    token = add_administrator(desk_of(client), "Ada Smit", mail=ADA)
    return f"/instellen/{token}"


def removal_of_the_first(client: TestClient) -> str:
    """Give where the oldest passkey is removed."""
    found = re.search(r'action="(/mijn/passkeys/[\w-]+)/naam"', client.get("/mijn").text)
    assert found
    return f"{found[1]}/weg"


@pytest.fixture
def device(client: TestClient) -> Authenticator:
    """Give a device with a passkey of who runs the service; `client` is signed in with it."""
    device = Authenticator(origin=str(client.base_url))
    client.post(link(client))
    assert "/mijn" == made(client, device).json()["naar"]
    return device


class TestLink:
    """`/instellen/...` lets somebody make a way to sign in, and nothing more."""

    def test_is_used_by_a_press_and_not_by_a_look(self, client: TestClient) -> None:
        """Scanners of mail open every link."""
        path = link(client)
        for _ in range(10):
            assert 200 == client.get(path).status_code
        assert "/mijn/inloggen" == client.post(path).headers["location"]
        assert 410 == another(client).post(path).status_code

    def test_leads_to_a_passkey(self, client: TestClient, device: Authenticator) -> None:
        """From then on two presses sign in, in any browser."""
        elsewhere = another(client)
        assert {"naar": "/mijn"} == proved(elsewhere, device).json()
        page = elsewhere.get("/mijn").text
        assert "Ada Smit" in page
        assert "Jij beheert deze dienst" in page

    def test_opens_nothing_else(self, client: TestClient) -> None:
        """Neither the own page."""
        client.post(link(client))
        for path in ("/uitreiken", "/gegeven", "/mensen"):
            assert "/mijn" == client.get(path).headers["location"]
        assert "/mijn/inloggen" == client.get("/mijn").headers["location"]


class TestPasskey:
    """`/inloggen/passkey` signs in whoever proves who he is."""

    def test_tells_why_it_did_not_work(self, client: TestClient, device: Authenticator) -> None:
        """In the words of the page, for the script to show."""
        strange = Authenticator(origin=str(client.base_url))
        answer = proved(another(client), strange)
        assert (400, "passkey-unknown") == (answer.status_code, answer.json()["code"])
        assert "Deze passkey kennen wij niet" in answer.json()["detail"]

    def test_gives_a_new_token_each_time(self, client: TestClient, device: Authenticator) -> None:
        """The token of before opens nothing any more."""
        before = dict(client.cookies)
        proved(client, device)
        assert before != dict(client.cookies)
        old = another(client)
        old.cookies.update(before)
        assert "/inloggen" in old.get("/mijn").headers["location"]

    def test_has_its_limit(self, client: TestClient) -> None:
        """Whoever tries and tries, waits; the counters are shared by all processes."""
        codes = {script(client, "/inloggen/passkey", {}).status_code for _ in range(130)}
        assert {400, 429} == codes


class TestCookie:
    """The session is in a cookie."""

    @pytest.mark.parametrize("scheme", ["https", "http"])
    def test_goes_by_tls_only(self, client: TestClient, scheme: str) -> None:
        """Also where nobody told us by which proxy people come, so that all seem to come without TLS."""
        browser = TestClient(
            client.app, base_url=f"{scheme}://bewijs.voorbeeld", headers=BROWSER, follow_redirects=False
        )
        cookie = browser.post(link(client)).headers["set-cookie"]
        assert cookie.startswith("__Host-sessie=")
        assert {"HttpOnly", "Path=/", "SameSite=lax", "Secure"} <= set(cookie.split("; "))


class TestFreshness:
    """What matters asks to show once more who you are."""

    def test_asks_again_after_a_quarter_of_an_hour(self, client: TestClient, device: Authenticator) -> None:
        """And then goes on where one was."""
        clock = FixedClock(desk_of(client).clock.now())
        object.__setattr__(desk_of(client), "clock", clock)
        assert 200 == client.get("/mijn/inloggen").status_code
        clock.advance(timedelta(minutes=16))
        asked = client.get("/mijn/inloggen")
        assert 403 == asked.status_code
        assert "Laat zien dat jij het bent" in asked.text
        assert 'data-next="/mijn/inloggen"' in asked.text
        proved(client, device)
        assert 200 == client.get("/mijn/inloggen").status_code

    def test_keeps_the_form(self, client: TestClient, device: Authenticator) -> None:
        """The script sends it when it is proved who one is."""
        clock = FixedClock(desk_of(client).clock.now() + timedelta(minutes=16))
        object.__setattr__(desk_of(client), "clock", clock)
        action = removal_of_the_first(client)
        asked = client.post(action, data={"reden": 'kwijt & "weg"'})
        assert 403 == asked.status_code
        assert f'<form id="verder" action="{action}" method="post" hidden>' in asked.text
        assert 'kwijt & "weg"' in html.unescape(asked.text)


class TestSessions:
    """`/mijn` shows where one is signed in, and ends it."""

    def test_ends_one_of_them(self, client: TestClient, device: Authenticator) -> None:
        """At once."""
        elsewhere = another(client)
        proved(elsewhere, device)
        page = client.get("/mijn").text
        assert 1 == page.count("Log daar uit")
        action = re.search(r'action="(/mijn/sessies/[\w-]{36}/weg)"', page)
        assert action
        client.post(action[1])
        assert "/inloggen" in elsewhere.get("/mijn").headers["location"]
        assert 200 == client.get("/mijn").status_code

    def test_ends_all_of_them(self, client: TestClient, device: Authenticator) -> None:
        """Here too."""
        elsewhere = another(client)
        proved(elsewhere, device)
        client.post("/mijn/sessies/weg")
        for each in (client, elsewhere):
            assert "/inloggen" in each.get("/mijn").headers["location"]

    def test_keeps_the_last_way_in(self, client: TestClient, device: Authenticator) -> None:
        """The page offers no button that fails; who sends the form anyway reads what to do, and who helps."""
        page = client.get("/mijn").text
        assert "Daarom kun je het nu niet weghalen" in page
        assert "Haal weg" not in page
        answer = client.post(removal_of_the_first(client))
        assert (409, True) == (answer.status_code, 'href="/mijn">Ga verder' in answer.text)
        for said in ("laatste manier", "kom je er zelf niet meer in", "Vraag een beheerder"):
            assert said in answer.text

    def test_end_with_the_passkey_that_began_them(self, client: TestClient, device: Authenticator) -> None:
        """Who has the lost phone is signed out; here one goes on, and reads that."""
        found = another(client)
        proved(found, device)
        removal = removal_of_the_first(client)  # before there is another: of one second, none is the first
        made(client, Authenticator(origin=str(client.base_url)))
        done = client.post(removal).headers["location"]
        assert "/inloggen" in found.get("/mijn").headers["location"]
        assert "Alleen hier ga je door" in client.get(done).text


class TestLost:
    """`/inloggen/hulp` writes to whoever lost his passkey."""

    def test_answers_the_same_for_everybody(self, client: TestClient, device: Authenticator) -> None:
        """Byte for byte: nobody learns who works here."""
        visitor = another(client)
        answers = [
            visitor.post("/inloggen/hulp", data={"mail": mail})
            for mail in (ADA, "niemand@bewijs.voorbeeld", ADA.upper())
        ]
        assert 1 == len({(answer.status_code, answer.content, str(answer.headers)) for answer in answers})

    def test_sends_a_link_that_takes_the_place_of_all_before(
        self, client: TestClient, device: Authenticator, office: PostOffice
    ) -> None:
        """The old passkey opens nothing any more once there is a new one."""
        visitor = another(client)
        visitor.post("/inloggen/hulp", data={"mail": ADA})
        tick(desk_of(client), carriers=state_of(client).carriers)
        (letter,) = office.letters
        found = re.search(r"https://bewijs.voorbeeld(/instellen/[\w-]{43})", letter.get_content())
        assert found
        visitor.post(found[1])
        assert {"naar": "/mijn"} == proved(another(client), device).json()
        fresh = Authenticator(origin=str(client.base_url))
        assert 200 == made(visitor, fresh).status_code
        assert "passkey-unknown" == proved(another(client), device).json()["code"]
        assert {"naar": "/mijn"} == proved(another(client), fresh).json()

    def test_writes_to_one_address_now_and_then(
        self, client: TestClient, device: Authenticator, office: PostOffice
    ) -> None:
        """Nobody fills another's mailbox, and a stranger's address is counted the same."""
        for mail in (ADA, "niemand@bewijs.voorbeeld"):
            codes = [client.post("/inloggen/hulp", data={"mail": mail}).status_code for _ in range(3)]
            assert [200, 200, 429] == codes

    def test_says_what_is_no_mail_address(self, client: TestClient) -> None:
        """And keeps what was typed."""
        answer = client.post("/inloggen/hulp", data={"mail": "ada"})
        assert 400 == answer.status_code
        assert 'value="ada"' in answer.text


class TestCode:
    """`/inloggen/code` lets in who came by a link and has a right code besides."""

    def test_is_a_second_proof(self, client: TestClient) -> None:
        """Without JavaScript: a link, an app, and next time a link and a code; what one had stays."""
        client.post(link(client))
        page = client.post("/mijn/app/nieuw").text
        secret = re.search(r"<code>([A-Z2-7]{32})</code>", page)
        assert secret
        app, clock = pyotp.TOTP(secret[1]), desk_of(client).clock
        wrong = client.post("/mijn/app", data={"code": "000000x"})
        assert (400, True) == (wrong.status_code, secret[1] in wrong.text)
        shown = client.post("/mijn/app", data={"code": app.at(clock.now())})
        codes = re.findall(r"<li class=\"code\">([a-z2-9-]{19})</li>", shown.text)
        assert 10 == len(codes)
        assert "nog 10 reservecodes" in client.get("/mijn").text

        elsewhere = another(client)
        assert "/inloggen" in elsewhere.post("/inloggen/code", data={"code": codes[0]}).text
        elsewhere.post(link(client))
        assert 400 == elsewhere.post("/inloggen/code", data={"code": "123"}).status_code
        answer = elsewhere.post("/inloggen/code", data={"code": codes[0], "naar": "/mijn"})
        assert (303, "/mijn") == (answer.status_code, answer.headers["location"])
        assert "met een code van een app" in elsewhere.get("/mijn").text


class TestPage:
    """`/inloggen` says how to sign in here."""

    def test_has_no_demo_in_production(self, client: TestClient) -> None:
        """Neither the button nor what is behind it."""
        assert "demo" not in client.get("/inloggen").text
        assert 404 == client.post("/inloggen/demo").status_code

    def test_says_where_passkeys_work(self, client: TestClient) -> None:
        """Not at an IP address, nor at another name."""
        page = client.get("/inloggen", headers={"Host": "192.0.2.7"}).text
        assert "Op dit adres werken passkeys niet" in page
        assert 'href="https://bewijs.voorbeeld/inloggen"' in page
        assert "data-passkey" not in page

    @pytest.mark.parametrize("path", ["//elders.voorbeeld", "https://elders.voorbeeld", "/\\elders", "x"])
    def test_leads_nowhere_else(self, client: TestClient, path: str) -> None:
        """An address of another is no place to go on."""
        page = client.get("/inloggen", params={"verder": path}).text
        assert "data-next" not in page
