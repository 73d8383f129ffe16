"""Bringing in a badge from elsewhere in a browser: the file, the report, the bytes back."""

import pytest
from fastapi.testclient import TestClient

from issuers.publishing.keeping import keep_path
from tests import world
from tests.app.giving import give
from tests.elsewhere import foreign_badge

HERE = "/mijn-bewijzen/elders"


@pytest.fixture
def keeping(demo: TestClient) -> TestClient:
    """Keep a badge in this browser."""
    demo.post("/inloggen/demo")
    token = give(demo).rpartition("/")[2]
    demo.cookies.clear()
    demo.post(keep_path(demo.app.state.desk, token))
    return demo


class TestBringIn:
    """What is genuine comes in; what is not is kept out, and the page says why."""

    def test_gives_back_the_bytes_as_they_came(self, keeping: TestClient) -> None:
        """As a file that a browser saves and does not open."""
        raw = foreign_badge()
        done = keeping.post(HERE, files={"bestand": ("mijn.json", raw)})
        one = done.headers["location"].partition("?")[0]
        assert "Wij kennen de uitgever niet" in keeping.get(done.headers["location"]).text
        answer = keeping.get(f"{one}/bestand")
        assert raw == answer.content
        assert 'attachment; filename="bewijs.json"' == answer.headers["content-disposition"]
        assert "School Elders" in keeping.get("/mijn-bewijzen").text
        assert 303 == keeping.post(f"{one}/na").status_code
        assert 303 == keeping.post(f"{one}/weg").status_code
        assert "School Elders" not in keeping.get("/mijn-bewijzen").text

    def test_takes_a_pasted_text_too(self, keeping: TestClient) -> None:
        """Twice is once."""
        pasted = {"tekst": foreign_badge().decode()}
        first, second = (keeping.post(HERE, data=pasted).headers["location"] for _ in range(2))
        assert first == second

    @pytest.mark.parametrize(
        ("raw", "said"),
        [
            (world.edited(foreign_badge(), name="Anders"), "We hebben het niet bewaard."),
            (b"", "Kies een bestand, of plak een link of de tekst van een bewijs."),
            (b"\x00" * 2_000_001, "Dit bestand is te groot."),
            (b"<svg/>", "bewijs"),
        ],
    )
    def test_says_why_something_is_kept_out(self, keeping: TestClient, raw: bytes, said: str) -> None:
        """In a sentence that says what to do."""
        answer = keeping.post(HERE, files={"bestand": ("mijn.json", raw)})
        assert answer.status_code in {200, 400}
        assert said in answer.text
        assert "Van ergens anders" in keeping.get("/mijn-bewijzen").text

    def test_says_why_a_link_cannot_be_followed(self, keeping: TestClient) -> None:
        """And what was pasted stays."""
        answer = keeping.post(HERE, data={"tekst": "http://127.0.0.1/geheim"})
        assert 'value="http://127.0.0.1/geheim"' in answer.text
        assert 'role="alert"' in answer.text
