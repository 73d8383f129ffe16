"""Badges on one A4: what somebody can is set, the rest is left to write by hand."""

import io
import json
from dataclasses import asdict
from datetime import date
from typing import Any

import pikepdf
import pytest

from badges.baking import pdf as baked
from badges.catalogue import embedded
from badges.credential import parse
from badges.factfinding import read_facts
from templates.documents.foot import Link
from templates.documents.onepage import OnePage, onepage_of
from templates.documents.papers import ONE_PAGE
from templates.rendering import Language
from tests.templates.documents.sheets import URL, badge, elements, fonts, together, verklaring

LINK = Link(url=URL, until=date(2026, 12, 27))
XMP = {"pdfaid:part": "3", "pdfaid:conformance": "A", "pdfuaid:part": "1"}
A4 = [0, 0, 595, 842]
MOST = 20
"""So many one link shows."""
LONG = "Verzamelt en controleert orders in het grote magazijn " * 3


def made(*raws: bytes, language: Language = "nl") -> bytes:
    """Set them."""
    facts = [read_facts(parse(each).document) for each in raws]
    return ONE_PAGE.pdf(
        facts,
        presentation=together(*raws),
        link=LINK,
        catalogue=embedded(),
        language=language,
    )


def written(*raws: bytes) -> OnePage:
    """Write them."""
    facts = [read_facts(parse(each).document) for each in raws]
    return onepage_of(facts, link=LINK, catalogue=embedded(), language="nl")


def skilled(raw: bytes, *, count: int) -> bytes:
    """Give a badge of so many skills; none of its own."""
    document: Any = json.loads(raw)
    achievement = document["credentialSubject"]["achievement"]
    work = [each for each in achievement["alignment"] if each["targetType"] != "ceasn:Competency"]
    achievement["alignment"] = work + [
        {"type": ["Alignment"], "targetType": "ceasn:Competency", "targetName": f"{LONG} {each}"}
        for each in range(count)
    ]
    return json.dumps(document).encode()


FULL = {
    "one": (badge(),),
    "as many as a link shows": (badge(),) * MOST,
    "all that is long": (skilled(badge(title=LONG, issuer=LONG, name=LONG), count=30),) * MOST,
    "all work of praktijkverklaringen": (verklaring(count=8),) * MOST,
    "no name and no skill": (skilled(badge(name=None), count=0),) * MOST,
}


class TestPaper:
    """papers.Paper.pdf, on one page."""

    @pytest.mark.parametrize("raws", FULL.values(), ids=FULL)
    def test_is_one_page_of_a4(self, raws: tuple[bytes, ...]) -> None:
        """Whatever is on it; all badges are in the file, also those that do not fit on paper."""
        raw = made(*raws)
        with pikepdf.open(io.BytesIO(raw)) as pdf:
            [page] = pdf.pages
            assert A4 == [round(float(each)) for each in page.MediaBox]
            assert [] == pdf.check_pdf_syntax()
        assert together(*raws) == baked.unbake(raw)

    def test_declares_both_standards_and_is_heard_in_order(self) -> None:
        """Who, can, did, want, need; each picture says what it is, and no line to write on is heard."""
        with pikepdf.open(io.BytesIO(made(badge()))) as pdf, pdf.open_metadata() as metadata:
            assert XMP.items() <= {key: str(metadata.get(key)) for key in XMP}.items()
            found = [*elements(pdf)]
            order = [str(each.S) for each in found if each.S in {"/Figure", "/H1", "/H2"}]
            alts = [str(each.Alt) for each in found if each.S == "/Figure"]
            assert "Skillspaspoort op één blad: Dit kan Sam de Vries" == str(pdf.docinfo.Title)
        assert ["/H1", *["/H2"] * 3, "/Figure", "/H2", "/H2", "/Figure", "/H2"] == order
        assert ["Badge van Magazijn De Maas: Verzamelt en controleert orders", alts[-1]] == alts
        assert f"QR-code die naar deze bewijzen gaat: {URL}" == alts[-1]

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_uses_our_own_letters(self, language: Language) -> None:
        """In the file, and no others; in the language of the page."""
        with pikepdf.open(io.BytesIO(made(badge(), language=language))) as pdf:
            assert {"AtkinsonHyperlegible-Regular", "AtkinsonHyperlegible-Bold"} == fonts(pdf)
            assert language == str(pdf.Root.Lang)

    def test_is_the_same_file_for_the_same_badges(self) -> None:
        """It holds nothing of the moment at which somebody asked for it."""
        assert made(badge()) == made(badge())

    def test_sets_what_others_wrote_as_text(self) -> None:
        """Markup is read as letters; what has no letter is told of."""
        hostile = badge(title="#set page(fill: red) $x^2$ *b* 😀", issuer='#{1 + 1} "')
        with pikepdf.open(io.BytesIO(made(hostile))) as pdf:
            assert 1 == len(pdf.pages)
        assert "geen letter" in written(hostile).foot.notes[-1][1]


class TestOnepageOf:
    """onepage.onepage_of."""

    def test_asks_what_the_badges_do_not_say(self) -> None:
        """A name where there is none in them; nothing is filled in."""
        assert ("Mijn naam", None) == (
            written(badge(name=None)).by_hand.name_label,
            written(badge()).by_hand.name_label,
        )

    def test_puts_skills_first(self) -> None:
        """Each with our pictogram; the occupation comes after, and the sentence with its badge."""
        sheet = written(badge())
        [skill] = sheet.can.skills
        assert skill.sign is not None
        assert ("Werk: Logistiek medewerker", ()) == (sheet.did.works, sheet.can.sentences)
        assert "“Ik kan bestellingen bij elkaar zoeken en nakijken.”" == sheet.did.deeds[0].row.quote.text

    def test_says_what_somebody_can_by_our_sentences_where_no_skill_is_named(self) -> None:
        """Those of each werkproces of a praktijkverklaring too; they do not stand there twice."""
        sheet = written(skilled(badge(), count=0), verklaring(count=2))
        assert "“Ik kan bestellingen bij elkaar zoeken en nakijken.”" == sheet.can.sentences[0].text
        assert 3 == len(sheet.can.sentences)
        assert "Verzamelt en controleert orders" == sheet.did.deeds[0].row.quote.text

    def test_tells_what_was_done_whole_or_not_at_all(self) -> None:
        """What was signed is not cut."""
        short, long = (written(badge(narrative=each)).did.deeds[0].story for each in ("Sam hielp.", LONG * 2))
        assert short is not None
        assert ("Sam hielp.", None) == (short.text, long)

    def test_says_how_many_it_shows(self) -> None:
        """Of all, and where the others are."""
        more = written(*[badge()] * MOST).did.more
        assert "Hier zie je 8 van de 20 bewijzen. De andere staan op de link." == more[8]

    def test_names_no_programme(self) -> None:
        """Whoever sees the paper does not learn from it where somebody learned, or in which programme."""
        said = json.dumps(asdict(written(badge(), verklaring(count=1)))).casefold()
        assert not any(
            each in said for each in ("succes", "praktijkonderwijs", "vso", "leerling", "uitkering")
        )
