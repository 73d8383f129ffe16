"""From a proposal to a recorded vrijstelling: at a school with four eyes, up to what the student reads."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import PHONE, in_order
from tests.browser.flow import play

pytestmark = pytest.mark.browser

PLAN = "crebo;examenonderdeel;naam;kerntaak;werkproces\n25180;PVB-1;Proeve Bereiden;;B1-K1-W4 B1-K1-W5"


def headed(page: Page, text: str) -> None:
    """Wait for a page with this heading, and hold it against the rules."""
    expect(page.get_by_role("heading", level=1)).to_have_text(text)
    in_order(page)


def set_rule(page: Page) -> None:
    """Write down how the school decides, as its beheerder."""
    page.goto("/organisatie")
    page.get_by_role("link", name="De examencommissie").click()
    headed(page, "De examencommissie")
    for label, text in (
        ("Hoe heet de examencommissie?", "Examencommissie Horeca"),
        ("Waarop rust haar mandaat?", "Mandaatbesluit, 1 augustus 2026"),
        ("De beroepsclausule", "Schrijf een brief aan de Commissie van Beroep voor de Examens."),
        ("Hoeveel weken", "2"),
        ("Hoeveel jaar", "7"),
    ):
        page.get_by_label(label).fill(text)
    page.get_by_label("Een tweede lid").check()
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("status")).to_contain_text("Het is bewaard")


def load_plan(page: Page) -> None:
    """Load an examenplan: first with a mistake, then as it should be."""
    page.goto("/voorstellen/examenplannen")
    headed(page, "Examenplannen")
    page.get_by_label("Hoe heet dit examenplan?").fill("Kok 2026-2027")
    page.get_by_label("Of plak de regels hier").fill(f"{PLAN}\n25180;X;Y;B9-K9;")
    page.get_by_role("button", name="Bekijk het eerst").click()
    expect(page.get_by_role("alert")).to_contain_text("Rij 3: kerntaak 'B9-K9' staat niet bij Kok")
    in_order(page)
    page.get_by_label("Of plak de regels hier").fill(PLAN)
    page.get_by_role("button", name="Bekijk het eerst").click()
    headed(page, "Bekijk het examenplan")
    page.get_by_role("button", name="Gebruik dit examenplan").click()
    expect(page.get_by_role("status")).to_contain_text("Het examenplan is geladen")


def ask_for_noa(page: Page) -> None:
    """Write down that Noa asks for an exemption."""
    page.goto("/voorstellen")
    page.get_by_role("link", name="Noa Willems").first.click()
    page.get_by_role("link", name="Verzoeken om vrijstelling").click()
    headed(page, "Verzoek van Noa Willems")
    page.get_by_label("Onder welk examenplan?").select_option(label="Kok 2026-2027 (25180), v1")
    page.get_by_role("button", name="Verder").click()
    page.get_by_label("Proeve Bereiden").first.check()
    page.get_by_label("Ja: de examencommissie neemt een besluit").check()
    in_order(page)
    page.get_by_role("button", name="Schrijf het verzoek op").click()
    expect(page.get_by_text("Alleen een lid van de examencommissie legt")).to_be_visible()
    in_order(page)


def decide(page: Page) -> None:
    """Decide: nothing is chosen beforehand, and what was marked needs a reason."""
    page.goto("/voorstellen/besluiten")
    headed(page, "Verzoeken en besluiten")
    page.get_by_role("link", name="Proeve Bereiden").click()
    headed(page, "Besluit over vrijstelling")
    expect(page.locator("input:checked")).to_have_count(0)
    page.get_by_label("Dit woog mee:").first.check()
    page.get_by_label("Vrijstelling", exact=True).check()
    page.get_by_role("button", name="Leg het besluit vast").click()
    expect(page.get_by_role("alert")).to_contain_text("Schrijf bij B1-K1-W4 in een zin waarom dit meewoog.")
    in_order(page)
    page.get_by_label("Waarom woog dit mee? B1-K1-W4").fill("Noa kookte een half jaar lang, elke week.")
    page.get_by_label("Waarom?", exact=True).fill("Noa liet in de praktijk zien dat zij dit kan.")
    page.get_by_label("In welke vergadering?").fill("Vergadering 8")
    page.get_by_label("Wie besloten mee?").fill("Samira Aydin\nWim Jansen")
    page.get_by_role("button", name="Leg het besluit vast").click()
    expect(page.get_by_text("Dit geldt nog niet.")).to_be_visible()
    in_order(page)


class TestDecisions:
    def test_from_a_proposal_to_a_recorded_vrijstelling(
        self, open_filled: Callable[..., BrowserContext]
    ) -> None:
        """Every page on the way is in order on a telephone, also what the student reads."""
        beheerder, maker, first, second, student = (open_filled(viewport=PHONE).new_page() for _ in range(5))
        play(beheerder, "Ruben de Wit")
        set_rule(beheerder)
        play(maker, "Hanneke Vos")
        load_plan(maker)
        ask_for_noa(maker)
        play(first, "Samira Aydin")
        decide(first)
        maker.reload()
        expect(maker.get_by_text("Het besluit is opgeschreven.")).to_be_visible()
        headed(maker, "Verzoek om vrijstelling")
        maker.get_by_role("link", name="Proeve Bereiden").click()
        expect(maker.get_by_text("Dit geldt nog niet.")).to_be_visible()
        play(second, "Wim Jansen")
        second.goto("/voorstellen")
        second.get_by_role("link", name="Noa Willems").first.click()
        second.get_by_role("link", name="Noa Willems: Proeve Bereiden").click()
        second.get_by_role("button", name="Bevestig").click()
        expect(second.get_by_role("status").first).to_contain_text("Het is bevestigd en staat vast")
        expect(second.get_by_text("is hier niets aan veranderd")).to_be_visible()
        in_order(second)
        student.goto(second.get_by_label("De link").input_value())
        expect(student.get_by_text("Je hebt vrijstelling. Dit examen hoef je niet te doen.")).to_be_visible()
        headed(student, "Een besluit voor jou")
        second.get_by_role("link", name="Neem een nieuw besluit").click()
        headed(second, "Een nieuw besluit")
        expect(second.locator("input[type=radio]:checked, input[type=checkbox]:checked")).to_have_count(0)
