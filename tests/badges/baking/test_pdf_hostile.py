"""PDF: documents made to hang, documents changed anywhere, and those that others made."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from badges.baking import pdf
from badges.errors import BakingError
from tests.badges.baking.documents import (
    CREDENTIAL,
    JWS,
    PAGES,
    attached,
    belonging,
    classic,
    document,
    refusal,
)

DOCUMENTS = [document(attached()), document(belonging(JWS), pages=3)]


class TestUnbake:
    """`unbake`, of what nobody means well, and of what we did not make."""

    @pytest.mark.parametrize(
        "tree",
        [
            b"<</Kids[4 0 R]>>",
            b"<</Kids[4 0 R 4 0 R]>>",
            b"<</Kids[<</Kids[4 0 R]>>]/Names[(a)<<>>]>>",
        ],
    )
    def test_ends_a_list_that_bites_its_tail(self, tree: bytes) -> None:
        """A list of files that holds itself is too much."""
        catalog = b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 4 0 R>>>>"
        assert "pdf-too-large" == refusal(classic(catalog, *PAGES, tree))

    @pytest.mark.parametrize(
        "raw",
        [
            classic(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[2 0 R]>>"),
            classic(b"<</Type/Catalog/Pages 2 0 R>>", *PAGES, trailer=b"/Root 1 0 R/Prev 9"),
            classic(b"[]", *PAGES),
            classic(b"<</Type/Catalog/Pages 2 0 R/AF " + b"[" * 5_000 + b"]" * 5_000 + b">>", *PAGES),
        ],
    )
    def test_survives_documents_made_to_hang(self, raw: bytes) -> None:
        """Pages in themselves, lists before themselves, a catalogue that is none, and great depth."""
        assert "pdf-damaged" == refusal(raw)

    @settings(max_examples=300, deadline=None)
    @given(st.data())
    def test_answers_any_change_with_an_error_of_ours(self, data: st.DataObject) -> None:
        """Whatever is changed in a document, what comes out is text or a BakingError."""
        whole = data.draw(st.sampled_from(DOCUMENTS))
        changed = bytearray(whole)
        for _ in range(data.draw(st.integers(1, 6))):
            place = data.draw(st.integers(5, len(changed) - 1))
            changed[place : place + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
        _tried(bytes(changed))

    @given(st.binary(max_size=200))
    def test_answers_anything_with_an_error_of_ours(self, raw: bytes) -> None:
        """Whatever comes in, nothing but a BakingError comes out."""
        for hostile in (
            raw,
            b"%PDF-1.7\n" + raw,
            classic(raw, *PAGES),
            classic(b"<</Type/Catalog/Pages 2 0 R/AF[" + raw + b"]>>", *PAGES),
        ):
            _tried(hostile)

    def test_survives_the_documents_of_others(self, corpus: Path) -> None:
        """All documents of pikepdf and qpdf: no badge, damaged, or locked; never a crash."""
        files = sorted((corpus / "security").rglob("*.pdf"))
        codes = [refusal(path.read_bytes()) for path in files]
        assert len(files) >= 33
        assert {"pdf-no-badge", "pdf-damaged", "pdf-encrypted"} == {*codes}
        assert codes.count("pdf-no-badge") >= 28

    def test_bakes_into_the_documents_of_others(self, corpus: Path) -> None:
        """Every document that is whole takes a badge and gives it back."""
        for path in (corpus / "security").rglob("*.pdf"):
            raw = path.read_bytes()
            if refusal(raw) == "pdf-no-badge":
                assert CREDENTIAL == pdf.unbake(pdf.bake(raw, credential=CREDENTIAL))


def _tried(raw: bytes) -> None:
    """Read a document that may be whole after all."""
    with contextlib.suppress(BakingError):
        assert pdf.unbake(raw).decode().strip()
