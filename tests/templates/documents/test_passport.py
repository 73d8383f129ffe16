"""Several badges on a few sheets: skills first, and all of them in the file."""

import io
import json
from datetime import date

import pikepdf
import pytest

from badges.baking import pdf as baked
from badges.catalogue import embedded
from badges.credential import parse
from badges.factfinding import read_facts
from templates.documents.foot import Link
from templates.documents.papers import PASSPORT
from templates.documents.passport import MOST_PAGES, passport_of
from tests.templates.documents.sheets import URL, badge, elements, fonts, together, verklaring

LINK = Link(url=URL, until=date(2026, 12, 27))
XMP = {"pdfaid:part": "3", "pdfaid:conformance": "A", "pdfuaid:part": "1"}


def made(*raws: bytes) -> bytes:
    """Set them."""
    facts = [read_facts(parse(each).document) for each in raws]
    return PASSPORT.pdf(facts, presentation=together(*raws), link=LINK, catalogue=embedded(), language="nl")


class TestPaper:
    """papers.Paper.pdf, on a few sheets."""

    def test_holds_all_of_them(self) -> None:
        """As they were put together, through the verifier's own reader."""
        raws = (badge(), badge(name="Sam"))
        assert together(*raws) == baked.unbake(made(*raws))

    def test_declares_both_standards_and_is_heard_in_order(self) -> None:
        """Heading, skills, work, and each badge with a picture that says what it is."""
        with pikepdf.open(io.BytesIO(made(badge(), badge()))) as pdf, pdf.open_metadata() as metadata:
            assert XMP.items() <= {key: str(metadata.get(key)) for key in XMP}.items()
            assert [] == pdf.check_pdf_syntax()
            found = [*elements(pdf)]
            order = [str(each.S) for each in found if each.S in {"/Figure", "/H1", "/H2"}]
            alts = [str(each.Alt) for each in found if each.S == "/Figure"]
            assert "Skillspaspoort: Dit kan Sam de Vries" == str(pdf.docinfo.Title)
        assert ["/H1", "/H2", "/H2", "/H2", "/Figure", "/Figure", "/Figure", "/H2"] == order
        assert alts[-1] == f"QR-code die naar deze bewijzen gaat: {URL}"

    @pytest.mark.parametrize("title", ["Verzamelt orders", "Verzamelt en controleert orders " * 4])
    def test_fits_on_four_pages(self, title: str) -> None:
        """As many as a link shows, also with long titles and names."""
        skills = [
            {
                "type": ["Alignment"],
                "targetType": "ceasn:Competency",
                "targetName": f"Vaardigheid nummer {each}",
            }
            for each in range(160)
        ]
        raws = [
            badge(title=title.strip(), issuer="Stichting Leerbedrijven Rotterdam-Zuid en omstreken " * 2)
        ] * 20
        whole = [json.loads(each) for each in raws]
        for number, each in enumerate(whole):
            each["credentialSubject"]["achievement"]["alignment"] += skills[number * 8 : number * 8 + 8]
        with pikepdf.open(io.BytesIO(made(*(json.dumps(each).encode() for each in whole)))) as pdf:
            assert len(pdf.pages) <= MOST_PAGES

    def test_fits_on_four_pages_with_all_work_of_praktijkverklaringen(self) -> None:
        """As many as a link shows, each with the work of a whole kwalificatie."""
        with pikepdf.open(io.BytesIO(made(*[verklaring(count=8)] * 20))) as pdf:
            assert len(pdf.pages) <= MOST_PAGES

    def test_sets_what_others_wrote_as_text(self) -> None:
        """Markup is read as letters; what has no letter is told of."""
        hostile = badge(title="#set page(fill: red) $x^2$ *b* 😀", issuer='#{1 + 1} "')
        with pikepdf.open(io.BytesIO(made(hostile, badge()))) as pdf:
            assert 1 == len(pdf.pages)
            assert fonts(pdf)
        notes = passport_of(
            [read_facts(parse(hostile).document)], link=LINK, catalogue=embedded(), language="nl"
        ).foot.notes
        assert "geen letter" in notes[-1][1]


class TestPassportOf:
    """passport.passport_of."""

    def test_names_who_stands_in_all_of_them(self) -> None:
        """Two names that differ are not for us to choose from."""
        facts = [read_facts(parse(badge(name=each)).document) for each in ("Sam", "Sam de Vries")]
        headings = [
            passport_of(each, link=LINK, catalogue=embedded(), language="nl").heading
            for each in (facts[:1], facts)
        ]
        assert ["Dit kan Sam", "Dit kan ik"] == headings

    def test_tells_who_judged_a_praktijkverklaring_from_who_gave_it(self) -> None:
        """With the work that stands on it, the occupation that it is of, and what it is not."""
        facts = [read_facts(parse(verklaring(count=2)).document)]
        sheet = passport_of(facts, link=LINK, catalogue=embedded(), language="nl")
        [row] = sheet.rows
        said = "Beoordeeld door Magazijn De Maas, verstrekt door School De Brug, 26 juni 2026"
        assert said.split() == row.by.split()
        assert "Lost en controleert goederen/producten" == row.works[0].text
        assert ["Logistiek medewerker"] == [each.text for each in sheet.works]
        assert "mbo-verklaring" in sheet.foot.notes[1][1]

    def test_keeps_the_day_after_a_name_from_the_right(self) -> None:
        """The mark that does so shows nothing."""
        facts = [read_facts(parse(badge(issuer="مخبز السلام")).document)]
        [row] = passport_of(facts, link=LINK, catalogue=embedded(), language="nl").rows
        assert "السلام\u200e, 26 juni 2026" in " ".join(row.by.split())

    def test_counts_each_skill_once(self) -> None:
        """Those of most badges first."""
        facts = [read_facts(parse(badge()).document)] * 2
        sheet = passport_of(facts, link=LINK, catalogue=embedded(), language="nl")
        assert 1 == len(sheet.skills)
        assert 2 == len(sheet.rows)
