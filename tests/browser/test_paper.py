"""What we give on paper: kept from its page, checked from the file alone, read by programs of others."""

import json
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from badges.baking import pdf
from badges.catalogue import embedded
from badges.credential import parse
from badges.factfinding import read_facts
from templates.documents.badge import BadgePicture
from templates.documents.card import KeepCard, card_pdf
from templates.documents.foot import Link
from templates.documents.papers import ONE_PAGE, PASSPORT, Paper
from templates.documents.pdf import badge_pdf
from tests.browser.conftest import all_faults, narrow_enough
from tests.browser.pictures import picture_of_paper
from tests.templates.documents.sheets import URL, verklaring
from tests.templates.documents.sheets import badge as signed

pytestmark = pytest.mark.browser


class TestPaper:
    """The way of the sheet."""

    def test_is_kept_and_checked(
        self, page: Page, badge: str, open_context: Callable[..., BrowserContext], tmp_path: Path
    ) -> None:
        """Whoever gets the file needs nothing else."""
        page.goto(badge)
        with page.expect_download() as waiting:
            page.get_by_role("link", name="Bewaar als pdf").click()
        kept = tmp_path / waiting.value.suggested_filename
        waiting.value.save_as(kept)
        assert "praktijkbewijs.pdf" == kept.name
        employer = open_context().new_page()
        employer.goto("/controleer")
        employer.get_by_label("Foto of bestand").set_input_files(kept)
        employer.get_by_role("button", name="Controleer", exact=True).click()
        expect(employer.get_by_role("heading", level=1)).to_contain_text("Dit bewijs is echt")
        signed = page.request.get(badge, headers={"Accept": "application/json"}).body()
        assert signed == pdf.unbake(kept.read_bytes())

    def test_is_kept_without_javascript(
        self, badge: str, open_context: Callable[..., BrowserContext]
    ) -> None:
        """It is a link, and what it gives is a PDF; the page stays readable for everybody."""
        plain = open_context(java_script_enabled=False).new_page()
        plain.goto(badge)
        link = plain.get_by_role("link", name="Bewaar als pdf").get_attribute("href")
        assert plain.request.get(f"{link}?taal=en").headers["content-type"] == "application/pdf"
        phone = open_context().new_page()
        phone.goto(badge)
        assert [] == all_faults(phone)
        assert narrow_enough(phone)


CARD = KeepCard(
    code="K7P-4QD9",
    url="https://bewijs.voorbeeld/kaart",
    picture=BadgePicture(title="Verzamelt orders", issuer="Magazijn De Maas", field="logistiek", level=None),
    organisation="Magazijn De Maas",
)
MOMENT = datetime(2026, 6, 26, tzinfo=UTC)


def together(*raws: bytes, paper: Paper) -> bytes:
    """Set badges together."""
    inside = [json.loads(each) for each in raws]
    return paper.pdf(
        [read_facts(parse(each).document) for each in raws],
        presentation=json.dumps({"verifiableCredential": inside}).encode(),
        link=Link(url=URL, until=date(2026, 12, 27)),
        catalogue=embedded(),
        language="nl",
    )


SHEETS: dict[str, Callable[[], bytes]] = {
    "badge": lambda: badge_pdf(signed(), url=URL, catalogue=embedded(), language="nl"),
    "praktijkverklaring": lambda: badge_pdf(
        verklaring(count=6), url=URL, catalogue=embedded(), language="nl"
    ),
    "skillspaspoort": lambda: together(signed(), verklaring(count=2), paper=PASSPORT),
    "blad": lambda: together(signed(), verklaring(count=2), paper=ONE_PAGE),
    "blad-vol": lambda: together(*[signed(name=None)] * 20, paper=ONE_PAGE),
    "kaart": lambda: card_pdf(CARD, language="nl", moment=MOMENT),
    "kaart-ar": lambda: card_pdf(CARD, language="ar", moment=MOMENT),
}
READS = {
    "badge": (
        "Dit kan Sam de Vries",
        "“Ik kan bestellingen bij elkaar zoeken en nakijken.”",
        "Sam verzamelde elke ochtend 40 orders",
        "Beoordeeld door Magazijn De Maas",
        "26 juni 2026",
        "Hoe zelfstandig",
        "Is dit echt? Scan de code.",
        "Dit is geen diploma.",
    ),
    "praktijkverklaring": (
        "Dit kan Sam de Vries",
        "Lost en controleert goederen/producten",
        "Rondt het verzamelen van orders af",
        "Beoordeeld door",
        "Magazijn De Maas",
        "Verstrekt door",
        "Is dit echt? Scan de code.",
    ),
    "skillspaspoort": (
        "Dit kan Sam de Vries",
        "Vaardigheden",
        "Werk",
        "Bewijzen",
        "Beoordeeld door Magazijn De Maas",
        "Praktijkverklaring",
        "Is dit echt? Scan de code.",
    ),
    "blad": (
        "Dit kan Sam de Vries",
        "Op de lijnen schrijf ik zelf",
        "Wie ben ik?",
        "Wat kan ik?",
        "Doet het werk in de goede volgorde",
        "Wat heb ik gedaan?",
        "Werk: Logistiek medewerker",
        "“Ik kan bestellingen bij elkaar zoeken en nakijken.”",
        "Sam verzamelde elke ochtend 40 orders",
        "Beoordeeld door Magazijn De Maas",
        "Praktijkverklaring",
        "Wat wil ik?",
        "Wat heb ik nodig?",
        "Is dit echt? Scan de code.",
        "Wat er met de hand bij is geschreven",
        "Deze link werkt tot en met 27 december 2026.",
    ),
    "blad-vol": (
        "Dit kan ik",
        "Mijn naam",
        "Hier zie je",
        "van de 20 bewijzen. De andere staan op de link.",
        "Wat wil ik?",
        "Is dit echt?",
    ),
    "kaart": (
        "Zo open je je bewijzen",
        "1. Scan de code met een telefoon.",
        "3. Kies je 3 plaatjes.",
        "Jouw code",
        "K7P-4QD9",
        "bewijs.voorbeeld/kaart",
        "Kaart kwijt?",
        "Dit is van jou",
        "Bewaar deze kaart goed.",
    ),
    "kaart-ar": ("هكذا", "تفتح", "إثباتاتك", "K7P-4QD9", "Magazijn De Maas", "Alleen het Nederlands geldt."),
}


class TestPictures:
    """The pictures of paper in the documents."""

    def test_are_of_what_we_set(self) -> None:
        """A page to write on, with a badge and a praktijkverklaring."""
        picture_of_paper(SHEETS["blad"](), "blad")


@pytest.mark.skipif(
    not (shutil.which("qpdf") and shutil.which("pdftotext")), reason="qpdf and poppler-utils are not here"
)
@pytest.mark.parametrize("kind", SHEETS)
class TestOtherReaders:
    """Programs of others that open what we set."""

    def test_find_nothing_wrong_and_read_it_in_order(self, kind: str, tmp_path: Path) -> None:
        """`qpdf --check` warns of nothing, and `pdftotext` gives the words as somebody would read them."""
        file = tmp_path / "blad.pdf"
        file.write_bytes(SHEETS[kind]())
        checked = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
        assert (0, "") == (checked.returncode, checked.stderr)
        raw = ["-raw"] if kind != "kaart-ar" else []
        told = subprocess.run(["pdftotext", *raw, file, "-"], capture_output=True, text=True, check=True)
        words, place = " ".join(told.stdout.split()), 0
        for each in READS[kind]:
            place = words.find(each, place)
            assert place >= 0, each
