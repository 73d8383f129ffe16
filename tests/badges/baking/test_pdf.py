"""PDF: one attached credential per document, wherever a document can hold a file."""

import contextlib
import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Pdf

from badges.baking import pdf
from badges.errors import BakingError

CREDENTIAL = b'{"@context":[],"name":"Verzamelt orders \xf0\x9f\x93\xa6"}'
JWS = b"eyJhIjoxfQ.e30.c2ln"
JSON_BYTES = 2_000_000


def document(*changes: Callable[[Pdf], object], pages: int = 1, **saved: Any) -> bytes:
    """Write a document of empty pages, changed."""
    made = pikepdf.new()
    for _ in range(pages):
        made.add_blank_page()
    for change in changes:
        change(made)
    written = io.BytesIO()
    made.save(written, deterministic_id="encryption" not in saved, **saved)
    return written.getvalue()


def attached(
    content: bytes = CREDENTIAL, *, name: str = "bewijs.json", kind: str = "application/vc"
) -> Callable[[Pdf], object]:
    """Attach a file, in the list of files and among what belongs to the document."""

    def attach(made: Pdf) -> None:
        made.attachments[name] = AttachedFileSpec(made, content, filename=name, mime_type=kind)

    return attach


def described(made: Pdf, content: bytes = CREDENTIAL) -> pikepdf.Object:
    """Describe a file that is attached nowhere yet."""
    stream = made.make_stream(content)
    return made.make_indirect(Dictionary(Type=Name.Filespec, UF="bewijs.json", EF=Dictionary(F=stream)))


def belonging(content: bytes = CREDENTIAL) -> Callable[[Pdf], object]:
    """Put a file among what belongs to the document only."""

    def attach(made: Pdf) -> None:
        made.Root.AF = Array([described(made, content)])

    return attach


def refusal(raw: bytes) -> str:
    """Give the code with which a document is refused."""
    with pytest.raises(BakingError) as caught:
        pdf.unbake(raw)
    return caught.value.code


def classic(*objects: bytes, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """Write a document by hand: objects, the list of where they are, the end."""
    raw, places = b"%PDF-1.7\n", b"0000000000 65535 f \n"
    for number, body in enumerate(objects, 1):
        places += b"%010d 00000 n \n" % len(raw)
        raw += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    size = len(objects) + 1
    end = b"trailer <</Size %d %s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(raw))
    return raw + b"xref\n0 %d\n%s%s" % (size, places, end)


def file(content: bytes, said: bytes) -> bytes:
    """Write the stream of a file by hand, with what it says of how it is packed."""
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (said, len(content), content)


CATALOG = b"<</Type/Catalog/Pages 2 0 R/AF[<</F(a.json)/EF<</F 4 0 R>>>>]>>"
PAGES = (
    b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
    b"<</Type/Page/Parent 2 0 R/Resources<<>>/MediaBox[0 0 9 9]>>",
)


def together(objects: bytes) -> bytes:
    """Write a document whose page is in a stream of objects, and its list of objects too (7.5.7, 7.5.8)."""
    bodies = [b"<</Type/Catalog/Pages 2 0 R>>", PAGES[0]]
    bodies.append(file(zlib.compress(objects, 1), b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode"))
    raw, places = b"%PDF-1.7\n", {}
    for number, body in zip((1, 2, 4), bodies, strict=True):
        places[number] = len(raw)
        raw += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    places[5] = len(raw)
    rows = [struct.pack(">BIH", 1, places[number], 0) for number in (1, 2, 4, 5)]
    rows = [struct.pack(">BIH", 0, 0, 65_535), *rows[:2], struct.pack(">BIH", 2, 4, 0), *rows[2:]]
    table = file(b"".join(rows), b"/Type/XRef/Size 6/W[1 4 2]/Root 1 0 R")
    return raw + b"5 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, places[5])


DOCUMENTS = [document(attached()), document(belonging(JWS), pages=3)]


class TestBake:
    """`bake`."""

    @pytest.mark.parametrize("credential", [CREDENTIAL, JWS, b"{" + b" " * (JSON_BYTES - 1)])
    def test_is_undone_by_unbake(self, credential: bytes) -> None:
        """What went in comes out, byte for byte."""
        assert credential == pdf.unbake(pdf.bake(document(), credential=credential))

    @pytest.mark.parametrize(
        ("credential", "name", "media_type"),
        [(CREDENTIAL, "bewijs.json", "application/vc"), (JWS, "bewijs.jwt", "application/vc+jwt")],
    )
    def test_says_what_the_file_is(self, credential: bytes, name: str, media_type: str) -> None:
        """Another reader finds the file by name, with its media type and what it is to the document."""
        with pikepdf.open(io.BytesIO(pdf.bake(document(), credential=credential))) as made:
            assert [name] == list(made.attachments)
            file = made.attachments[name].get_file()
            assert (credential, media_type) == (file.read_bytes(), file.mime_type)
            assert [Name.Data] == [each.AFRelationship for each in made.Root.AF]

    def test_writes_the_same_bytes_each_time(self) -> None:
        """The same document with the same badge is the same file."""
        assert pdf.bake(document(), credential=JWS) == pdf.bake(document(), credential=JWS)

    def test_refuses_a_document_with_a_badge(self) -> None:
        """A second badge is not baked."""
        with pytest.raises(BakingError) as caught:
            pdf.bake(document(attached()), credential=CREDENTIAL)
        assert "pdf-two-badges" == caught.value.code

    @pytest.mark.parametrize(
        ("credential", "code"),
        [
            (b" ", "credential-empty"),
            (b"\xff", "credential-not-text"),
            (b"{" + b" " * JSON_BYTES, "credential-too-large"),
        ],
    )
    def test_refuses_what_no_document_carries(self, credential: bytes, code: str) -> None:
        """Nothing, what is no text, and too much."""
        with pytest.raises(BakingError) as caught:
            pdf.bake(document(), credential=credential)
        assert code == caught.value.code


class TestUnbake:
    """`unbake`."""

    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("a.json", ""),
            ("A.JSONLD", "text/plain"),
            ("a.jwt", ""),
            ("a.jws", ""),
            ("a", "application/vc"),
            ("a.bin", "application/vc+ld+json"),
            ("a", "application/ld+json; charset=utf-8"),
            ("a", "application/json"),
            ("a", "APPLICATION/VC+JWT"),
        ],
    )
    def test_finds_a_badge_by_its_name_or_its_media_type(self, name: str, kind: str) -> None:
        """Either says that the file is a credential."""
        assert CREDENTIAL == pdf.unbake(document(attached(name=name, kind=kind)))

    def test_finds_what_only_belongs_to_the_document(self) -> None:
        """A file may be associated without standing in the list of files."""
        assert CREDENTIAL == pdf.unbake(document(belonging()))

    @pytest.mark.parametrize("key", ["AF", "Annots"])
    def test_finds_what_is_on_a_page(self, key: str) -> None:
        """A file may belong to a page, or be pinned to it."""

        def pin(made: Pdf) -> None:
            found = described(made)
            made.pages[1].obj[f"/{key}"] = Array(
                [found if key == "AF" else Dictionary(Subtype=Name.FileAttachment, FS=found)]
            )

        assert CREDENTIAL == pdf.unbake(document(pin, pages=2))

    def test_reads_a_document_of_another_maker(self) -> None:
        """Typst writes PDF/A-3 with an attached file."""
        source = '#set document(title: "x")\n#pdf.attach("b.json", bytes("{}"), relationship: "data",'
        source += ' mime-type: "application/vc", description: "x")\nx'
        made = typst.compile(source.encode(), format="pdf", pdf_standards=["a-3b"])
        assert isinstance(made, bytes)
        assert b"{}" == pdf.unbake(made)

    @pytest.mark.parametrize("mode", [*pikepdf.ObjectStreamMode.__members__.values()])
    def test_reads_packed_objects(self, mode: pikepdf.ObjectStreamMode) -> None:
        """Objects may be packed together or stand apart."""
        assert CREDENTIAL == pdf.unbake(document(attached(), object_stream_mode=mode))

    def test_leaves_other_files_alone(self) -> None:
        """An invoice or a picture beside the badge is no second badge."""
        others = [attached(b"<x/>", name="factuur.xml", kind="text/xml"), attached(b"x", name="x", kind="")]
        assert CREDENTIAL == pdf.unbake(document(*others, attached()))

    @pytest.mark.parametrize(
        "changes",
        [
            [],
            [attached(name="a.xml", kind="text/xml")],
            [lambda made: setattr(made.Root, "AF", Array([1, Name.X, Dictionary(EF=1), Dictionary(FS=2)]))],
            [lambda made: setattr(made.Root, "Names", Dictionary(EmbeddedFiles=Array([])))],
            [lambda made: setattr(made.Root, "Names", 3)],
        ],
    )
    def test_says_that_there_is_no_badge(self, changes: list[Callable[[Pdf], object]]) -> None:
        """No file, other files only, or odd things where files should be."""
        assert "pdf-no-badge" == refusal(document(*changes))

    @pytest.mark.parametrize(
        "changes",
        [
            [attached(), attached(name="b.json")],
            [attached(), attached(JWS, name="b.jwt")],
            [belonging(), attached(name="b.json")],
        ],
    )
    def test_refuses_two_badges(self, changes: list[Callable[[Pdf], object]]) -> None:
        """Two files that say that they are credentials, wherever they are, also when they are equal."""
        assert "pdf-two-badges" == refusal(document(*changes))

    def test_refuses_a_file_that_differs_by_system(self) -> None:
        """One description may name one file for each system: readers would see different badges."""

        def attach(made: Pdf) -> None:
            found = described(made)
            found.EF.UF = described(made, b"{}").EF.F
            made.Root.AF = Array([found])

        assert "pdf-two-badges" == refusal(document(attach))

    def test_reads_what_is_only_locked_against_changes(self) -> None:
        """Everyone can open such a document."""
        locked = document(attached(), encryption=pikepdf.Encryption(owner="x", user=""))
        assert CREDENTIAL == pdf.unbake(locked)

    def test_refuses_what_needs_a_password(self) -> None:
        """We have none."""
        assert "pdf-encrypted" == refusal(
            document(attached(), encryption=pikepdf.Encryption(owner="x", user="y"))
        )

    @pytest.mark.parametrize("raw", [b"", b"{}", b"PDF-1.7", b" %PDF-1.7", b"<svg/>"])
    def test_refuses_what_is_no_pdf(self, raw: bytes) -> None:
        """Other files, and what has something before it."""
        assert "not-a-pdf" == refusal(raw)

    def test_refuses_every_cut(self) -> None:
        """However much of the end is missing, it is noticed and not mended."""
        whole = document(attached())
        end = whole.rindex(b"startxref")
        assert {"pdf-damaged"} == {refusal(whole[:length]) for length in range(5, end, 7)}

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
