"""PDF: how much of it is read, and what is unpacked."""

import zlib

import pytest
from pikepdf import Array, Dictionary, Pdf

from badges.baking import pdf
from tests.badges.baking.documents import (
    CATALOG,
    CREDENTIAL,
    JSON_BYTES,
    PAGES,
    attached,
    belonging,
    classic,
    document,
    file,
    refusal,
    together,
)


class TestUnbake:
    """`unbake`, of what is long or packed."""

    def test_reads_a_badge_of_just_that_size(self) -> None:
        """2 MB and a byte less are read, a byte more is not; packed or not."""
        for change in (attached, belonging):
            for length in (JSON_BYTES - 1, JSON_BYTES):
                assert b"x" * length == pdf.unbake(document(change(b"x" * length)))
            assert "credential-too-large" == refusal(document(change(b"x" * (JSON_BYTES + 1))))

    @pytest.mark.parametrize("length", [pdf.MAX_BYTES - 1, pdf.MAX_BYTES, pdf.MAX_BYTES + 1])
    def test_reads_a_document_of_just_that_size(self, length: int) -> None:
        """5 MB is read, a byte more is not."""
        short = document(attached())
        place = short.rindex(b"startxref")
        raw = short[:place] + b"%" * (length - len(short) - 1) + b"\n" + short[place:]
        assert length == len(raw)
        if length > pdf.MAX_BYTES:
            assert "pdf-too-large" == refusal(raw)
        else:
            assert CREDENTIAL == pdf.unbake(raw)

    @pytest.mark.parametrize("pages", [pdf.MAX_PAGES - 1, pdf.MAX_PAGES, pdf.MAX_PAGES + 1])
    def test_reads_a_document_of_just_that_many_pages(self, pages: int) -> None:
        """500 pages are looked at, one more is too many."""
        raw = document(attached(), pages=pages)
        if pages > pdf.MAX_PAGES:
            assert "pdf-too-large" == refusal(raw)
        else:
            assert CREDENTIAL == pdf.unbake(raw)

    @pytest.mark.parametrize("count", [999, 1_000, 1_001])
    def test_looks_at_just_that_many_files(self, count: int) -> None:
        """1,000 descriptions in one list are looked at, one more is too many."""
        code = "pdf-too-large" if count > 1_000 else "pdf-no-badge"
        assert code == refusal(
            document(lambda made: setattr(made.Root, "AF", Array([Dictionary() for _ in range(count)])))
        )

    def test_looks_at_so_much_in_all(self) -> None:
        """Lists that are each short enough do not add up to hours."""

        def fill(made: Pdf) -> None:
            pinned = made.make_indirect(Array([Dictionary() for _ in range(1_000)]))
            for page in made.pages:
                page.obj.Annots = pinned

        assert "pdf-no-badge" == refusal(document(fill, pages=10))
        assert "pdf-too-large" == refusal(document(fill, pages=11))

    @pytest.mark.parametrize(
        ("said", "read"),
        [
            (b"", CREDENTIAL),
            (b"/Filter[]", CREDENTIAL),
            (b"/Filter null/DecodeParms<<>>", CREDENTIAL),
            (b"/Filter/FlateDecode", zlib.compress(CREDENTIAL)),
            (b"/Filter[/FlateDecode]", zlib.compress(CREDENTIAL)),
        ],
    )
    def test_reads_a_file_as_every_tool_writes_it(self, said: bytes, read: bytes) -> None:
        """Not packed, or by deflate once."""
        assert CREDENTIAL == pdf.unbake(classic(CATALOG, *PAGES, file(read, said)))

    @pytest.mark.parametrize(
        ("said", "read"),
        [
            (b"/Filter/LZWDecode", CREDENTIAL),
            (b"/Filter 3", CREDENTIAL),
            (b"/Filter/FlateDecode", CREDENTIAL),
            (b"/Filter/FlateDecode", zlib.compress(CREDENTIAL)[:-1]),
            (b"/Filter/FlateDecode", zlib.compress(CREDENTIAL) + b"x"),
            (b"/Filter[/FlateDecode/FlateDecode]", zlib.compress(zlib.compress(CREDENTIAL))),
            (b"/Filter/FlateDecode/DecodeParms<</Predictor 12>>", zlib.compress(CREDENTIAL)),
        ],
    )
    def test_refuses_a_file_that_is_packed_in_another_way(self, said: bytes, read: bytes) -> None:
        """By something else, twice, wrongly, or with something behind it."""
        assert "pdf-badge-damaged" == refusal(classic(CATALOG, *PAGES, file(read, said)))

    def test_unpacks_no_bomb(self) -> None:
        """Of 50 MB no more is unpacked than a credential may have."""
        bomb = file(zlib.compress(b"x" * 50_000_000, 1), b"/Filter/FlateDecode")
        assert "credential-too-large" == refusal(classic(CATALOG, *PAGES, bomb))

    @pytest.mark.parametrize(("spaces", "code"), [(900_000, "pdf-no-badge"), (50_000_000, "pdf-damaged")])
    def test_unpacks_no_bomb_of_objects(self, spaces: int, code: str) -> None:
        """Objects that are packed together are unpacked up to 1 MB."""
        assert code == refusal(together(b"3 0 " + PAGES[1] + b" " * spaces))
