"""From what was agreed to what an employer reads, as people do it; and the pictures of the docs."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.flow import play
from tests.browser.pictures import picture

pytestmark = pytest.mark.browser

Windows = Callable[..., BrowserContext]


@pytest.fixture
def fenna(open_filled: Windows) -> Page:
    """Give the phone of the praktijkopleider of the bakery."""
    page = open_filled().new_page()
    play(page, "Fenna Mulder")
    return page


@pytest.fixture
def phone(open_filled: Windows) -> Page:
    """Give the phone of who learns there."""
    return open_filled().new_page()


class TestChain:
    def test_from_what_was_agreed_to_what_an_employer_reads(self, fenna: Page, phone: Page) -> None:
        """Propose, say yes, write, give; each on the phone of who does it."""
        link = propose(fenna)
        agreement = fenna.url
        say_yes(phone, link)
        fenna.goto(agreement)
        give(fenna)
        phone.goto(link)
        picture(phone, "voortgang", top="main h1")
        phone.get_by_role("link", name="Bekijk je bewijs").click()
        expect(phone.get_by_role("heading", level=1)).to_have_text("Dit kan Noah")
        picture(phone, "bewijs", top="main")


def propose(page: Page) -> str:
    """Add somebody and propose work to him; give the link for him."""
    page.goto("/deelnemers/nieuw")
    page.get_by_label("Hoe wil de deelnemer genoemd worden?").fill("Noah Willems")
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_role("link", name="Maak een afspraak").click()
    page.locator("summary", has_text="Uitvoerend bakker").click()
    for title in ("Bereidt bakkerijproducten", "Maakt werkruimtes"):
        page.get_by_label(title).first.check()
    page.get_by_label("Van", exact=True).fill("2026-09-01")
    page.get_by_label("Wie helpt").fill("Bram Peters helpt je elke dag.")
    picture(page, "afspraak-maken", top="main h1")
    page.get_by_role("button", name="Maak de afspraak").click()
    return page.get_by_label("De link").input_value()


def say_yes(page: Page, link: str) -> None:
    """Read what was proposed, choose a name, and say yes."""
    page.goto(link)
    picture(page, "afspraak-lezen", top="main h1")
    page.get_by_label("Welke naam komt op je bewijs?").fill("Noah")
    page.get_by_role("button", name="Ja, dit klopt").click()
    expect(page.get_by_role("status")).to_contain_text("Je hebt ja gezegd")


def give(page: Page) -> None:
    """Write about the first work that was agreed, read it together, and give the badge."""
    page.get_by_role("link", name="Geef dit bewijs").first.click()
    page.locator('[name="zin"]').fill("Noah bereidde elke ochtend 60 kilo deeg en woog zelf alles af.")
    page.locator('[name="tot"]').fill("2026-11-20")
    picture(page, "schrijven", top="main h1")
    page.get_by_role("button", name="Bekijk het bewijs").click()
    picture(page, "nalezen", top="main h1")
    page.locator('[name="gelezen"]').check()
    page.get_by_role("button", name="Geef dit bewijs").click()
    picture(page, "gegeven", top="main h1")
