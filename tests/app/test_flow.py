"""The main line, over HTTP, on a real database: from a werkproces to a badge that anyone can check."""

import html
import io
import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from fastapi.testclient import TestClient
from httpx import Response
from PIL import Image
from sqlmodel import Session

from app.main import create_app
from app.settings import Settings
from badges import jws
from badges.baking import png, svg
from badges.jsonld import contexts
from issuers.database.scopes import WHOLE_SERVICE
from issuers.database.transactions import open_register
from tests.app.serving import state_of
from tests.databases import Databases

ADDRESS = "http://localhost:8000"
FORM = "/uitreiken/25774/B1-K2-W1"
TYPED = {
    "naam": "Sam de Vries",
    "zin": "Sam verzamelde elke ochtend 40 orders met de handscanner.",
    "van": "2026-01-05",
    "tot": "2026-06-26",
    "zelfstandigheid": "zelfstandig",
    "rol": "werknemer",
}
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory, databases: Databases) -> Iterator[TestClient]:
    """Open the demo as a browser does, signed in as its praktijkopleider."""
    folder = tmp_path_factory.mktemp("data")
    url = databases.url(folder)
    app = create_app(Settings(mode="demo", base_url=ADDRESS, data_dir=folder, database_url=url))
    with TestClient(app, base_url=ADDRESS, headers=BROWSER, follow_redirects=False) as client:
        assert client.post("/inloggen/demo").headers["location"] == "/uitreiken"
        yield client


@pytest.fixture(scope="module")
def stranger(client: TestClient) -> TestClient:
    """Open the same service without a session."""
    return TestClient(client.app, base_url=ADDRESS, headers=BROWSER, follow_redirects=False)


def hidden(page: str) -> dict[str, str]:
    """Read the hidden inputs of a page."""
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
    return {name: html.unescape(value) for name, value in found}


def give(client: TestClient, **changes: str) -> str:
    """Give a badge through the form; answer the path of its page."""
    preview = client.post(f"{FORM}/bekijk", data=TYPED | changes)
    assert preview.status_code == 200, preview.text
    given = client.post(f"{FORM}/geef", data=hidden(preview.text) | {"gelezen": "ja"})
    assert given.status_code == 303, given.text
    done = client.get(given.headers["location"])
    assert done.status_code == 200, done.text
    return re.search(rf"{ADDRESS}(/b/[\w-]+)", done.text)[1]


@pytest.fixture(scope="module")
def badge(client: TestClient) -> str:
    """Give one badge."""
    return give(client)


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
        before = set(re.findall(r'href="/b/[^"]+"', client.get("/gegeven").text))
        with ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(lambda _: client.post(f"{FORM}/geef", data=form), range(4)))
        assert {answer.status_code for answer in answers} == {303}
        assert len({answer.headers["location"] for answer in answers}) == 1
        assert len(set(re.findall(r'href="/b/[^"]+"', client.get("/gegeven").text)) - before) == 1

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

        def meanwhile(session: Session) -> Response:
            session.connection()
            return client.post(f"{FORM}/geef", data=form)

        refused = other.write(meanwhile, within=WHOLE_SERVICE)
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


class TestBadge:
    def test_is_for_whoever_has_the_address(self, stranger: TestClient, badge: str) -> None:
        """No account, no cache, no search engine."""
        page = stranger.get(badge)
        assert page.status_code == 200
        assert page.headers["cache-control"] == "no-store"
        assert "noindex" in page.headers["x-robots-tag"]
        assert "Accept" in page.headers["vary"]
        assert "Dit kan Sam" in page.text

    @pytest.mark.parametrize(
        "kind", ["application/vc+ld+json", "application/vc", "application/json", "image/png", "image/svg+xml"]
    )
    def test_has_many_forms_on_one_address(self, stranger: TestClient, badge: str, kind: str) -> None:
        """Each form holds the same signed bytes."""
        signed = stranger.get(badge, headers={"Accept": "application/json"}).content
        response = stranger.get(badge, headers={"Accept": kind})
        readers = {"image/png": png.unbake, "image/svg+xml": svg.unbake}
        assert response.headers["content-type"] == kind
        assert signed == readers.get(kind, bytes)(response.content)

    def test_has_a_form_as_a_token(self, stranger: TestClient, badge: str) -> None:
        """The same credential, signed by the organisation's key for tokens (OB 3.0 8.2)."""
        signed = stranger.get(badge, headers={"Accept": "application/json"}).json()
        response = stranger.get(badge, headers={"Accept": "application/vc+jwt"})
        token = jws.split(response.content)
        del signed["proof"]
        assert response.headers["content-type"] == "application/vc+jwt"
        assert signed == jws.credential_in(token).document
        assert {"alg", "kid", "typ"} == set(token.header)
        assert "ES256" == token.header["alg"]
        assert {"iss": signed["issuer"]["id"], "jti": signed["id"]}.items() <= token.claims.items()

    def test_says_when_it_has_no_such_form(self, stranger: TestClient, badge: str) -> None:
        """A form that we do not have is a 406."""
        assert stranger.get(badge, headers={"Accept": "application/pdf"}).status_code == 406

    @pytest.mark.parametrize("ending", ["json", "jwt", "png", "svg"])
    def test_can_be_taken_along(self, stranger: TestClient, badge: str, ending: str) -> None:
        """A download is a file with a name, and checks as genuine."""
        response = stranger.get(f"{badge}/bewijs.{ending}")
        assert f'filename="praktijkbewijs.{ending}"' in response.headers["content-disposition"]
        report = stranger.post("/api/v1/verificaties", content=response.content)
        assert report.json()["verdict"] == "valid"

    def test_has_a_real_picture(self, stranger: TestClient, badge: str) -> None:
        """The picture is a PNG that any program opens."""
        picture = Image.open(io.BytesIO(stranger.get(f"{badge}/bewijs.png").content))
        assert picture.format == "PNG"
        assert picture.width == picture.height >= 400

    def test_holds_no_mail_address_and_no_number(self, stranger: TestClient, badge: str) -> None:
        """A credential names the person as asked, and nothing else about them."""
        text = stranger.get(badge, headers={"Accept": "application/json"}).text
        assert not re.search(r"[\w.]+@[\w.]+", text)
        assert json.loads(text)["credentialSubject"]["identifier"][0]["identityHash"] == "Sam de Vries"

    def test_a_guess_finds_nothing(self, stranger: TestClient) -> None:
        """An address that was never given is not there."""
        assert stranger.get("/b/AAAAAAAAAAAAAAAAAAAAAA").status_code == 404


class TestChecking:
    def test_by_link(self, stranger: TestClient, badge: str) -> None:
        """The link under the QR code is enough."""
        page = stranger.post("/controleer", data={"tekst": ADDRESS + badge})
        assert page.status_code == 200
        assert "Dit bewijs is echt" in page.text
        assert "Dit is geen diploma" in page.text

    def test_by_link_to_ourselves_says_of_no_site_that_we_went_there(
        self, stranger: TestClient, badge: str
    ) -> None:
        """What is our own was not fetched anywhere."""
        page = stranger.post("/controleer", data={"tekst": ADDRESS + badge})
        assert "Wij hebben dit opgehaald" not in page.text

    def test_by_link_as_typed_from_paper(self, stranger: TestClient, badge: str) -> None:
        """The name of the site is enough; what stands before it need not be typed."""
        link = f"  {ADDRESS.removeprefix('http://')}{badge} "
        assert "Dit bewijs is echt" in stranger.post("/controleer", data={"tekst": link}).text
        assert "geen link" in stranger.post("/controleer", data={"tekst": "hallo"}).text

    def test_a_photo_from_a_phone_gets_a_sentence(self, stranger: TestClient) -> None:
        """A file that is too large comes back with what to do, not with a bare refusal."""
        photo = b"\xff\xd8\xff" + bytes(9_000_000)
        page = stranger.post("/controleer", files={"bestand": ("foto.jpg", photo, "image/jpeg")})
        assert page.status_code == 400
        assert "een foto" in page.text or "te groot" in page.text

    def test_by_file(self, stranger: TestClient, badge: str) -> None:
        """A picture with the badge in it is enough."""
        picture = stranger.get(f"{badge}/bewijs.png").content
        page = stranger.post("/controleer", files={"bestand": ("b.png", picture, "image/png")})
        assert "Dit bewijs is echt" in page.text

    def test_by_text(self, stranger: TestClient, badge: str) -> None:
        """The text of the badge is enough; changed in one word, it is not genuine."""
        text = stranger.get(badge, headers={"Accept": "application/json"}).text
        assert "Dit bewijs is echt" in stranger.post("/controleer", data={"tekst": text}).text
        changed = text.replace("40 orders", "400 orders")
        assert "niet echt, of het is veranderd" in stranger.post("/controleer", data={"tekst": changed}).text

    def test_says_what_to_do_with_nothing(self, stranger: TestClient) -> None:
        """An empty form and a file that is no badge come back with a sentence."""
        assert "Kies een bestand" in stranger.post("/controleer", data={}).text
        page = stranger.post("/controleer", files={"bestand": ("x.pdf", b"%PDF-1.7", "application/pdf")})
        assert page.status_code == 400
        assert "een PDF" in page.text

    @pytest.mark.parametrize(
        ("body", "code"),
        [
            (b'{"a":1,"a":2}', "json-duplicate-key"),
            (b'{"a":NaN}', "json-constant"),
            (b"[" * 33 + b"]" * 33, "json-depth"),
            (b"hallo", "kind-unknown"),
            (b"{}", "not-a-credential"),
        ],
    )
    def test_the_api_refuses_what_is_no_badge(self, stranger: TestClient, body: bytes, code: str) -> None:
        """Unreadable input is a 400 with a stable code and a sentence."""
        response = stranger.post("/api/v1/verificaties", content=body)
        assert response.status_code == 400
        assert response.headers["content-type"] == "application/problem+json"
        assert response.json()["code"] == code
        assert response.json()["detail"]

    def test_a_key_that_cannot_be_had_is_no_verdict(self, stranger: TestClient, badge: str) -> None:
        """A badge of an issuer elsewhere is not called valid, and not called false."""
        text = stranger.get(badge, headers={"Accept": "application/json"}).text
        report = stranger.post(
            "/api/v1/verificaties", content=text.replace("localhost%3A8000", "elders.voorbeeld")
        )
        assert report.json()["verdict"] == "indeterminate"


class TestWithdrawing:
    def test_everyone_sees_it_at_once(self, client: TestClient, stranger: TestClient) -> None:
        """The page, the check and the list say that the badge was withdrawn."""
        path = give(client, naam="Ingetrokken")
        rows = client.get("/gegeven").text
        row = re.search(rf'href="{path}".*?href="(/gegeven/[\w-]+/intrekken)"', rows, re.DOTALL)[1]
        assert "Kies waarom" in client.post(row, data={}).text
        assert client.post(row, data={"reden": "vergissing"}).status_code == 303
        assert "ingetrokken" in stranger.get(path).text
        report = stranger.post("/api/v1/verificaties", json={"link": ADDRESS + path}).json()
        assert (report["verdict"], report["state"]) == ("invalid", "revoked")


class TestPublic:
    def test_the_world_can_check_alone(self, stranger: TestClient, badge: str) -> None:
        """Keys, achievements and lists are public, cacheable and readable from any site."""
        document = stranger.get(badge, headers={"Accept": "application/json"}).json()
        organisation = document["issuer"]["url"].removeprefix(ADDRESS)
        achievement = document["credentialSubject"]["achievement"]
        for address in (
            f"{organisation}/did.json",
            achievement["id"],
            achievement["image"]["id"],
            document["credentialStatus"]["statusListCredential"],
        ):
            response = stranger.get(address.removeprefix(ADDRESS), headers={"Accept": "*/*"})
            assert response.status_code == 200, address
            assert response.headers["access-control-allow-origin"] == "*"
            assert "public" in response.headers["cache-control"]

    def test_contexts_are_the_frozen_ones(self, stranger: TestClient) -> None:
        """The words of a badge can be looked up here, in the bytes that we go by; nothing else can."""
        for url, (name, _) in contexts.FROZEN.items():
            response = stranger.get(f"/contexts/{name}")
            assert contexts.raw(url) == response.content
            assert response.headers["access-control-allow-origin"] == "*"
        assert stranger.get("/contexts/README.md").status_code == 404

    def test_the_agreed_text_stays_readable(self, stranger: TestClient, badge: str) -> None:
        """The werkproces page under its digest, and a page for the issuer and the badgeklasse."""
        document = stranger.get(badge, headers={"Accept": "application/json"}).json()
        achievement = document["credentialSubject"]["achievement"]
        for address in (
            achievement["alignment"][0]["targetUrl"],
            achievement["id"],
            document["issuer"]["url"],
        ):
            page = stranger.get(address.removeprefix(ADDRESS))
            assert page.status_code == 200
            assert page.headers["content-type"].startswith("text/html")

    def test_posts_from_other_sites_are_refused(self, client: TestClient) -> None:
        """A form on another site cannot act for someone who is signed in here."""
        for path in (f"{FORM}/geef", "/uitloggen", "/inloggen/demo"):
            response = client.post(path, data=TYPED, headers={"Sec-Fetch-Site": "cross-site"})
            assert response.status_code == 403


class TestOddInput:
    """What nobody means is an answer, and no fault of ours."""

    @pytest.mark.parametrize("number", ["9" * 5_000, "0", "01", "1.0", "-1", "١"])
    def test_has_no_such_list(self, stranger: TestClient, badge: str, number: str) -> None:
        """A status list has one name."""
        issuer = stranger.get(badge, headers={"Accept": "application/json"}).json()["issuer"]["id"]
        assert 404 == stranger.get(f"/organisaties/{issuer.rpartition(':')[2]}/status/{number}").status_code

    @pytest.mark.parametrize("kept", ["[" * 100_000, '[["a","\\ud800"]]', "{}", "[1]", "null"])
    def test_keeps_nothing_of_what_it_did_not_write(self, stranger: TestClient, kept: str) -> None:
        """The sign-in goes on without it."""
        answer = stranger.post("/inloggen/demo", data={"naar": "/gegeven", "bewaard": kept})
        assert answer.status_code < 500
