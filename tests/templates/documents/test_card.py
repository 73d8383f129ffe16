"""The card to keep as a PDF: one page of A5 that anybody can read, and that holds nothing but the card."""

import io
from dataclasses import replace
from datetime import UTC, datetime

import pikepdf
import pytest

from templates.documents.badge import BadgePicture
from templates.documents.card import KeepCard, card_pdf, folded
from templates.hulptalen import CODES, Hulptaal
from templates.rendering import Tongue
from tests.templates.documents.sheets import elements, fonts, letters_in_one

BADGE = BadgePicture(
    title="Verzamelt en controleert orders", issuer="Magazijn De Maas", field="logistiek", level=None
)
CARD = KeepCard(
    code="K7P-4QD9",
    url="https://bewijs.voorbeeld/kaart",
    picture=BADGE,
    organisation="Magazijn De Maas",
)
OWN = replace(CARD, picture=None, organisation=None)
A5 = [0, 0, 595, 420]
XMP = {"pdfaid:part": "3", "pdfaid:conformance": "A", "pdfuaid:part": "1"}


def made(card: KeepCard, *, language: Tongue = "nl") -> pikepdf.Pdf:
    """Set a card, and open what came of it."""
    raw = card_pdf(card, language=language, moment=datetime(2026, 6, 26, tzinfo=UTC))
    return pikepdf.open(io.BytesIO(raw), attempt_recovery=False)


class TestCardPdf:
    """card.card_pdf."""

    @pytest.mark.parametrize("card", [CARD, OWN])
    @pytest.mark.parametrize("language", ["nl", "en", *CODES])
    def test_is_one_page_of_a5_in_each_language(self, card: KeepCard, language: Tongue) -> None:
        """Lying, to be folded once; the writer refuses what does not fit both standards."""
        with made(card, language=language) as pdf, pdf.open_metadata() as metadata:
            assert 1 == len(pdf.pages)
            assert A5 == [round(float(each)) for each in pdf.pages[0].MediaBox]
            assert language == str(pdf.Root.Lang)
            assert XMP.items() <= {key: str(metadata.get(key)) for key in XMP}.items()
            assert [] == pdf.check_pdf_syntax()

    def test_draws_lam_with_alef_as_one(self) -> None:
        """With a sign of its own, also where alef carries a hamza; told as lam, then alef."""
        with made(CARD, language="ar") as pdf:
            assert {"\u0644\u0627", "\u0644\u0623"} <= letters_in_one(pdf)

    def test_is_heard_in_order(self) -> None:
        """How to open by it, its code, what it is for; each picture says what it is (ISO 14289-1 7.3)."""
        with made(CARD) as pdf:
            found = [*elements(pdf)]
            order = [str(each.S) for each in found if each.S in {"/Figure", "/H1", "/H2", "/LI"}]
            alts = [str(each.Alt) for each in found if each.S == "/Figure"]
            title = str(pdf.docinfo.Title)
        assert ["/H1", "/LI", "/LI", "/LI", "/Figure", "/Figure", "/H2"] == order
        assert "Zo open je je bewijzen" == title
        assert [
            "QR-code om je bewijzen te openen",
            "Badge van Magazijn De Maas: Verzamelt en controleert orders",
        ] == alts

    def test_holds_no_file(self) -> None:
        """It opens badges, and holds none."""
        with made(CARD) as pdf:
            assert [] == [*pdf.attachments]

    @pytest.mark.parametrize(
        ("organisation", "font"),
        [
            ("Bakkerij Ünlü", "AtkinsonHyperlegible-Regular"),
            ("مخبز السلام", "IBMPlexSansArabic-Regular"),
            ("ዳቦ ቤት ሰላም", "NotoSansEthiopic-Regular"),
        ],
    )
    def test_has_our_own_letters_for_each_script(self, organisation: str, font: str) -> None:
        """Typst takes another font in silence; nothing of the machine may be among them."""
        with made(replace(CARD, organisation=organisation)) as pdf:
            found = fonts(pdf)
        assert font in found
        assert set() == {each for each in found if not each.startswith(("Atkinson", "Noto", "IBMPlex"))}

    @pytest.mark.parametrize("organisation", ["W" * 80, "#set page(fill: red) $x^2$ *b* ]) // 😀"])
    def test_sets_what_others_wrote_as_text(self, organisation: str) -> None:
        """However long it is, and whatever typst would make of it."""
        card = replace(CARD, organisation=organisation, picture=replace(BADGE, title="W" * 100))
        with made(card, language="ar") as pdf:
            assert 1 == len(pdf.pages)


class TestFolded:
    """card.folded."""

    @pytest.mark.parametrize("language", CODES)
    def test_says_of_a_hulpvertaling_that_it_is_one(self, language: Hulptaal) -> None:
        """In that language and in Dutch, which alone counts."""
        helped = folded(CARD, language=language).helped
        assert helped is not None
        assert "Alleen het Nederlands geldt." in helped[1]
        assert helped[0] != helped[1]
        assert folded(CARD, language="en").helped is None

    def test_has_no_markup_of_a_page(self) -> None:
        """A page marks a name that runs the other way; on paper that would be read."""
        written = folded(CARD, language="ar")
        assert "Magazijn De Maas" in written.small[1]
        assert "<" not in "".join(written.small)

    def test_leads_to_where_the_code_stands_already(self) -> None:
        """Who scans it has nothing to type."""
        assert "https://bewijs.voorbeeld/kaart?code=K7P-4QD9" == folded(OWN, language="nl").url
        assert "bewijs.voorbeeld/kaart" == folded(OWN, language="nl").url_shown
