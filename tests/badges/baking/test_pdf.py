"""PDF: one attached credential per document, wherever a document can hold a file."""

import io
from collections.abc import Callable

import pikepdf
import pytest
import typst
from pikepdf import Array, Dictionary, Name, Pdf

from badges.baking import pdf
from badges.errors import BakingError
from tests.badges.baking.documents import (
    CREDENTIAL,
    JSON_BYTES,
    JWS,
    attached,
    belonging,
    described,
    document,
    refusal,
)


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
