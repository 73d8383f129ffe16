"""Checking, over HTTP: by link, file or text, and by the API."""

import pytest
from fastapi.testclient import TestClient

from tests.app.serving import ADDRESS
from verifier.reading import MAX_LINK


class TestChecking:
    def test_by_link(self, stranger: TestClient, badge: str) -> None:
        """The link under the QR code is enough."""
        page = stranger.post("/controleer", data={"tekst": ADDRESS + badge})
        assert page.status_code == 200
        assert "Dit bewijs is echt" in page.text
        assert 1 == page.text.count("Dit is geen diploma")
        assert page.text.index("Dit is geen diploma") < page.text.index("Van wie is dit?")

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

    def test_says_that_a_link_is_too_long(self, stranger: TestClient) -> None:
        """At the field, with the beginning of it, whether it was pasted or stands in an address."""
        long = "https://bewijs.voorbeeld/" + "a" * MAX_LINK
        for page in (
            stranger.post("/controleer", data={"tekst": long}),
            stranger.get("/controleer", params={"link": long}),
        ):
            assert "Deze link is te lang. Wij lezen een link van hooguit 2.000 tekens." in page.text
            assert (page.status_code, f'value="{long[:MAX_LINK]}"' in page.text) == (400, True)

    def test_says_what_to_do_with_nothing(self, stranger: TestClient) -> None:
        """An empty form and a file that is no badge come back with a sentence."""
        nothing = stranger.post("/controleer", data={}).text
        assert "Kies een bestand" in nothing
        assert 'href="/controleer?taal=en"' in nothing
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
