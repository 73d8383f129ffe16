"""Bringing in a badge from elsewhere in a browser: the file, the report, the bytes back."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests import world
from tests.elsewhere import foreign_badge

HERE = "/mijn-bewijzen/elders"


class TestBringIn:
    """What is genuine comes in; what is not is kept out, and the page says why."""

    def test_gives_back_the_bytes_as_they_came(self, holder: TestClient) -> None:
        """As a file that a browser saves and does not open."""
        raw = foreign_badge()
        done = holder.post(HERE, files={"bestand": ("mijn.json", raw)})
        one = done.headers["location"].partition("?")[0]
        assert "Wij kennen de uitgever niet" in holder.get(done.headers["location"]).text
        answer = holder.get(f"{one}/bestand")
        assert raw == answer.content
        assert 'attachment; filename="bewijs.json"' == answer.headers["content-disposition"]
        assert "School Elders" in holder.get("/mijn-bewijzen").text
        assert 303 == holder.post(f"{one}/na").status_code
        assert 303 == holder.post(f"{one}/weg").status_code
        assert "School Elders" not in holder.get("/mijn-bewijzen").text

    def test_takes_a_pasted_text_too(self, holder: TestClient) -> None:
        """Twice is once."""
        pasted = {"tekst": foreign_badge().decode()}
        first, second = (holder.post(HERE, data=pasted).headers["location"] for _ in range(2))
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
    def test_says_why_something_is_kept_out(self, holder: TestClient, raw: bytes, said: str) -> None:
        """In a sentence that says what to do."""
        answer = holder.post(HERE, files={"bestand": ("mijn.json", raw)})
        assert answer.status_code in {200, 400}
        assert said in answer.text
        assert "Van ergens anders" in holder.get("/mijn-bewijzen").text

    def test_says_why_a_link_cannot_be_followed(self, holder: TestClient) -> None:
        """And what was pasted stays."""
        answer = holder.post(HERE, data={"tekst": "http://127.0.0.1/geheim"})
        assert 'value="http://127.0.0.1/geheim"' in answer.text
        assert 'role="alert"' in answer.text


class TestBringInWhatOthersMade:
    """The files of those who made the standard, as they lie in their repositories."""

    def test_gets_a_sentence_for_each(self, holder: TestClient, corpus: Path) -> None:
        """Contexts, schemas, examples without a signature: none is an error of ours."""
        folders = ("1EdTech+openbadges-specification", "w3c+vc-di-eddsa", "w3c+vc-jose-cose-test-suite")
        files = [each for folder in folders for each in (corpus / "conformance" / folder).rglob("*.*")]
        assert len(files) > 100
        for file in filter(Path.is_file, files):
            answer = holder.post(HERE, files={"bestand": (file.name, file.read_bytes())})
            assert (400, 1) == (answer.status_code, answer.text.count('role="alert"')), file
