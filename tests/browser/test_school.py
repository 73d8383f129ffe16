"""The chain between a leerbedrijf and a school: agreed, given, confirmed, and checked."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import DESK, PHONE, all_faults, narrow_enough
from tests.browser.flow import NARRATIVE, play, sign_in

pytestmark = pytest.mark.browser
SCHOOL = "School aan de Kade"


def in_order(page: Page) -> None:
    """Hold a page against axe, in light and dark, and against its width."""
    assert [] == all_faults(page), page.url
    assert narrow_enough(page), page.url
    expect(page.locator("h1")).to_have_count(1)


def agree_with_school(page: Page, phone: Page) -> None:
    """Propose work with a school as a party, let the recipient say yes, and give the badge."""
    page.goto("/deelnemers/nieuw")
    page.get_by_label("Hoe wil de deelnemer genoemd worden?").fill(
        f"Sam op {(page.viewport_size or {}).get('width')}"
    )
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_role("link", name="Maak een afspraak").click()
    page.locator("summary", has_text="Logistiek medewerker").click()
    page.get_by_label("Verzamelt en controleert").first.check()
    page.get_by_label("Van", exact=True).fill("2026-06-01")
    page.get_by_label("Doet een school mee?").select_option(label=SCHOOL)
    in_order(page)
    page.get_by_role("button", name="Maak de afspraak").click()
    here = page.url
    phone.goto(page.get_by_label("De link").input_value())
    expect(phone.get_by_text(f"{SCHOOL} doet mee")).to_be_visible()
    in_order(phone)
    phone.get_by_label("Welke naam komt op je bewijs?").fill("Sam")
    phone.get_by_role("button", name="Ja, dit klopt").click()
    page.goto(here)
    page.locator("summary", has_text="Wie staat er op de praktijkverklaring?").click()
    page.get_by_label("Je functie").fill("teamleider logistiek")
    page.get_by_role("button", name="Zet erop").click()
    page.get_by_role("link", name="Geef dit bewijs").click()
    page.locator('[name="zin"]').fill(NARRATIVE)
    page.locator('[name="tot"]').fill("2026-06-26")
    page.get_by_role("button", name="Bekijk het bewijs").click()
    page.locator('[name="gelezen"]').check()
    page.get_by_role("button", name="Geef dit bewijs").click()
    expect(page.get_by_role("link", name="Terug naar de afspraak")).to_be_visible()
    page.goto(here)


def confirm_and_ask(school: Page, trainer: Page) -> None:
    """Confirm the badge of a pupil, ask about it, and let the praktijkopleider answer."""
    here = school.url
    school.get_by_role("button", name="Bevestig dit").click()
    expect(school.get_by_role("status")).to_contain_text("Het is bevestigd")
    school.get_by_role("link", name="Vraag iets").click()
    in_order(school)
    school.get_by_label("Je vraag").fill("Welke scanner was het?")
    school.get_by_role("button", name="Stel de vraag").click()
    trainer.reload()
    trainer.get_by_role("link", name="Beantwoord").click()
    in_order(trainer)
    trainer.get_by_label("Je antwoord").fill("De handscanner.")
    trainer.get_by_role("button", name="Stuur het antwoord").click()
    school.goto(here)
    expect(school.get_by_text("De handscanner.")).to_be_visible()


def look_up(school: Page) -> None:
    """Write down where the school looked; once a day is enough, so in another window it is done."""
    to_do = school.get_by_role("link", name="Schrijf op wat je vond")
    expect(to_do.or_(school.get_by_role("button", name="Lees de praktijkverklaring")).first).to_be_visible()
    if not to_do.is_visible():
        return
    to_do.click()
    in_order(school)
    today = datetime.now(UTC).date().isoformat()
    school.get_by_label("Waar keek je?").fill("Het register van SBB")
    school.get_by_label("Op welke dag keek je?").fill(today)
    school.get_by_role("button", name="Ja, het was erkend").click()
    in_order(school)


def give(school: Page) -> None:
    """Give the praktijkverklaring."""
    look_up(school)
    school.get_by_role("button", name="Lees de praktijkverklaring").click()
    expect(school.get_by_role("heading", level=1)).to_have_text("Lees dit voordat je het geeft")
    in_order(school)
    school.get_by_role("button", name="Terug, pas iets aan").click()
    school.get_by_role("button", name="Lees de praktijkverklaring").click()
    school.get_by_role("button", name="Geef deze praktijkverklaring").click()
    expect(school.get_by_role("status")).to_contain_text("Het is gegeven")
    in_order(school)


def check(phone: Page, href: str | None, *, answer: str) -> None:
    """Open what was given on another phone, and check it there."""
    phone.goto(href or "")
    in_order(phone)
    phone.get_by_role("link", name="Controleer dit").click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text(answer)
    in_order(phone)


class TestSchool:
    @pytest.mark.parametrize("size", [PHONE, DESK], ids=["360", "1280"])
    def test_from_the_agreement_to_the_praktijkverklaring(
        self, open_filled: Callable[..., BrowserContext], size: dict[str, int]
    ) -> None:
        """Every page on the way is in order; what comes of it is valid, with who judged and gave apart."""
        page, phone, school = (open_filled(viewport=size).new_page() for _ in range(3))
        sign_in(page)
        agree_with_school(page, phone)
        in_order(page)
        play(school, "Hanneke Vos")
        school.goto("/school")
        in_order(school)
        school.get_by_role("link", name="Magazijn De Maas").first.click()
        in_order(school)
        confirm_and_ask(school, page)
        give(school)
        given = school.get_by_role("link", name="Praktijkverklaring, ").get_attribute("href")
        confirmed = school.get_by_role("link", name="Bevestigd op").get_attribute("href")
        check(phone, given, answer="Dit bewijs is echt")
        for part in ("Beoordeeld door", "Verstrekt door"):
            expect(phone.get_by_text(part, exact=True).first).to_be_visible()
        check(phone, confirmed, answer="Deze bevestiging is echt")
