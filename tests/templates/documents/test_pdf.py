"""A badge on a sheet: what a PDF/A-3a and PDF/UA-1 document must hold, and what others may write on it."""

import json
import threading

import pytest

from badges.baking import pdf as baked
from badges.catalogue import embedded
from badges.emblem import Shape
from templates.documents.pdf import badge_pdf
from tests.templates.documents.sheets import URL, WORLD, badge, elements, fonts, made, verklaring

HOSTILE = "#set page(fill: red) $x^2$ @ref `raw` <label> \\ *b* #{1 + 1} \u202eomgedraaid\u202c 😀 ]) // "
XMP = {"pdfaid:part": "3", "pdfaid:conformance": "A", "pdfuaid:part": "1"}


class TestBadgePdf:
    """pdf.badge_pdf."""

    def test_holds_the_exact_bytes(self) -> None:
        """What was signed comes out as it went in, through the verifier's own reader."""
        raw = WORLD.signed()
        assert raw == baked.unbake(badge_pdf(raw, url=URL, catalogue=embedded(), language="nl"))

    def test_says_what_the_file_inside_is(self) -> None:
        """It belongs to the document as its source, with a name and a media type (ISO 32000-2 14.13)."""
        with made(WORLD.signed()) as pdf:
            [attached] = pdf.Root.AF
            assert ["praktijkbewijs.json"] == [*pdf.attachments]
            assert "/Source" == attached.AFRelationship
            assert "/application/vc+ld+json" == attached.EF.F.Subtype
            assert "handtekening" in str(attached.Desc)

    def test_declares_both_standards(self) -> None:
        """It says so in its metadata, and the writer refuses what does not fit them."""
        with made(WORLD.signed()) as pdf, pdf.open_metadata() as metadata:
            assert XMP.items() <= {key: str(metadata.get(key)) for key in XMP}.items()
            assert [] == pdf.check_pdf_syntax()

    @pytest.mark.parametrize(
        ("language", "title"), [("nl", "Dit kan Sam de Vries"), ("en", "Sam de Vries can do this")]
    )
    def test_has_a_title_and_a_language(self, language: str, title: str) -> None:
        """A reader says them first (ISO 14289-1 7.1, 7.2)."""
        with made(WORLD.signed(), language="en" if language == "en" else "nl") as pdf:
            assert language == str(pdf.Root.Lang)
            assert f"{title}: Verzamelt en controleert orders" == str(pdf.docinfo.Title)
            assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
            assert bool(pdf.Root.MarkInfo.Marked)

    def test_describes_both_pictures(self) -> None:
        """The badge comes before the heading, and the QR code after it (ISO 14289-1 7.3)."""
        with made(WORLD.signed()) as pdf:
            found = [*elements(pdf)]
            alts = [str(each.Alt) for each in found if each.S == "/Figure"]
            order = [str(each.S) for each in found if each.S in {"/Figure", "/H1", "/H2"}]
        assert [
            "Badge van Magazijn De Maas: Verzamelt en controleert orders",
            f"QR-code die naar dit bewijs gaat: {URL}",
        ] == alts
        assert ["/Figure", "/H1", "/Figure", "/H2"] == order

    def test_leads_to_the_badge(self) -> None:
        """The address is a link too, for who reads it on a screen."""
        with made(WORLD.signed()) as pdf:
            [link] = [each for each in pdf.pages[0].Annots if each.Subtype == "/Link"]
            assert URL == str(link.A.URI)

    def test_gives_the_same_file_again(self) -> None:
        """Nothing in it depends on the moment, so who asks twice has one thing."""
        first, second = (
            badge_pdf(WORLD.signed(), url=URL, catalogue=embedded(), language="nl") for _ in range(2)
        )
        assert first == second

    def test_makes_several_at_once(self) -> None:
        """Each thread has its own compiler, so requests do not wait for each other."""
        names = [f"Sam {number}" for number in range(8)]
        found: dict[str, str] = {}

        def make(name: str) -> None:
            with made(badge(name=name)) as pdf:
                found[name] = str(pdf.docinfo.Title)

        threads = [threading.Thread(target=make, args=(name,)) for name in names]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        assert {name: f"Dit kan {name}: Verzamelt en controleert orders" for name in names} == found


class TestLetters:
    """Which letters are in the file."""

    @pytest.mark.parametrize(
        ("name", "font"),
        [
            ("Sam", "AtkinsonHyperlegible-Bold"),
            ("محمد الأحمد", "IBMPlexSansArabic-Bold"),
            ("ሰላም ተስፋይ", "NotoSansEthiopic-Bold"),
            ("Олена Шевченко", "NotoSans-Bold"),
        ],
    )
    def test_are_our_own_for_each_script(self, name: str, font: str) -> None:
        """Typst takes another font in silence; nothing of the machine may be among them."""
        with made(badge(name=name)) as pdf:
            found = fonts(pdf)
        assert font in found
        assert {each for each in found if not each.startswith(("Atkinson", "NotoSans", "IBMPlex"))} == set()

    def test_that_join_are_drawn_on_the_badge(self) -> None:
        """The name of an issuer in Arabic stands on the picture as dots, and in the alternative text."""
        with made(badge(issuer="مخبز السلام")) as pdf:
            alt = next(str(each.Alt) for each in elements(pdf) if each.S == "/Figure")
        assert "مخبز السلام" in alt

    @pytest.mark.parametrize(
        "title", ["Cafe\u0301houder", "\u0300\u0301", "Efficiënt fietsen", "Việt Nam", "😀"]
    )
    def test_that_carry_accents_are_drawn_on_the_badge(self, title: str) -> None:
        """Also where an accent stands alone, and where letters flow into one."""
        with made(badge(title=title, issuer=title)) as pdf:
            assert 1 == len(pdf.pages)

    @pytest.mark.parametrize("mark", ["letters=VCA", "teken=klok"])
    @pytest.mark.parametrize("shape", [*Shape])
    def test_of_a_badge_that_an_organisation_designed(self, shape: Shape, mark: str) -> None:
        """In each outline, with a sign or with letters."""
        document = json.loads(badge())
        image = document["credentialSubject"]["achievement"]["image"]
        image["id"] = f"{image['id'].partition('#')[0]}#vorm={shape}&kleur=groen&{mark}"
        raw = json.dumps(document).encode()
        with made(raw) as pdf:
            assert 1 == len(pdf.pages)
            assert raw == pdf.attachments["praktijkbewijs.json"].get_file().read_bytes()


class TestTextOfOthers:
    """What others wrote is data."""

    @pytest.mark.parametrize(
        "narrative",
        [
            pytest.param((HOSTILE * 40)[:2000], id="markup"),
            pytest.param("x" * 2000, id="no spaces"),
            pytest.param("a\n" * 1000, id="lines"),
            pytest.param("محمد جمع الطلبات. " * 100, id="from the right"),
            pytest.param("", id="nothing"),
        ],
    )
    def test_takes_two_pages_at_most(self, narrative: str) -> None:
        """Whatever it is; and the badge inside stays as it was."""
        raw = badge(narrative=narrative)
        with made(raw) as pdf:
            assert len(pdf.pages) <= 2
            assert raw == pdf.attachments["praktijkbewijs.json"].get_file().read_bytes()

    def test_names_nothing_that_typst_would_do(self) -> None:
        """Names and titles of markup are shown as they are, also in the title of the document."""
        with made(badge(name=HOSTILE, title=HOSTILE, issuer=HOSTILE)) as pdf:
            assert "#set page(fill: red) $x^2$ @ref `raw` <label>" in str(pdf.docinfo.Title)
            assert len(pdf.pages) <= 2

    @pytest.mark.parametrize("length", [1, 80])
    def test_fits_a_page_with_what_people_write(self, length: int) -> None:
        """As long as the forms allow: a name and an issuer of 80 signs, a sentence of 500."""
        words = ("Sam maakte schoon en ruimde op. " * 20)[:500]
        with made(badge(name="W" * length, issuer="M" * length, narrative=words)) as pdf:
            assert 1 == len(pdf.pages)


class TestPraktijkverklaring:
    """What a school gives on what another judged."""

    @pytest.mark.parametrize(("count", "pages"), [(1, 1), (6, 1), (8, 1)])
    def test_fits_a_page(self, count: int, pages: int) -> None:
        """With as many werkprocessen as one kwalificatie has."""
        with made(verklaring(count=count)) as pdf:
            assert pages == len(pdf.pages)

    def test_holds_the_exact_bytes(self) -> None:
        """As any badge does."""
        raw = verklaring(count=2)
        assert raw == baked.unbake(badge_pdf(raw, url=URL, catalogue=embedded(), language="nl"))
