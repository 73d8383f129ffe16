"""A badge, over HTTP: its page, its forms, and all that is public about it."""

import io
import json
import re

import pikepdf
import pytest
from fastapi.testclient import TestClient
from PIL import Image

from badges import jws
from badges.baking import pdf, png, svg
from badges.jsonld import contexts
from tests.app.giving import FORM, TYPED
from tests.app.serving import ADDRESS


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
        "kind",
        [
            *("application/vc+ld+json", "application/vc", "application/json"),
            *("image/png", "image/svg+xml", "application/pdf"),
        ],
    )
    def test_has_many_forms_on_one_address(self, stranger: TestClient, badge: str, kind: str) -> None:
        """Each form holds the same signed bytes."""
        signed = stranger.get(badge, headers={"Accept": "application/json"}).content
        response = stranger.get(badge, headers={"Accept": kind})
        readers = {"image/png": png.unbake, "image/svg+xml": svg.unbake, "application/pdf": pdf.unbake}
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
        assert stranger.get(badge, headers={"Accept": "audio/mpeg"}).status_code == 406

    @pytest.mark.parametrize("ending", ["json", "jwt", "png", "svg", "pdf"])
    def test_can_be_taken_along(self, stranger: TestClient, badge: str, ending: str) -> None:
        """A download is a file with a name, and checks as genuine."""
        response = stranger.get(f"{badge}/bewijs.{ending}")
        assert f'filename="praktijkbewijs.{ending}"' in response.headers["content-disposition"]
        report = stranger.post("/api/v1/verificaties", content=response.content)
        assert report.json()["verdict"] == "valid"

    def test_as_pdf_speaks_the_language_of_the_reader(self, stranger: TestClient, badge: str) -> None:
        """What was signed is the same; our words are his."""
        for language, words in (("nl", "Dit kan Sam de Vries"), ("en", "Sam de Vries can do this")):
            response = stranger.get(f"{badge}/bewijs.pdf", headers={"Accept-Language": language})
            assert language == response.headers["content-language"]
            with pikepdf.open(io.BytesIO(response.content)) as read:
                assert str(read.docinfo.Title).startswith(words)

    def test_as_pdf_is_offered_on_the_page(self, stranger: TestClient, badge: str) -> None:
        """With a button; the picture stands under it."""
        page = stranger.get(badge).text
        assert f'href="{badge}/bewijs.pdf" download>Bewaar als pdf' in page
        assert f'href="{badge}/bewijs.png"' in page

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
