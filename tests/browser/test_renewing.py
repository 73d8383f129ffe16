"""A badge that was put right while it was shown: an employer reads that first, and its keeper decides."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import all_faults
from tests.browser.flow import give_badge, sign_in
from tests.browser.pictures import picture

pytestmark = pytest.mark.browser

OLD = "40 orders"
NEW = "60 orders"


@pytest.fixture
def giver(page: Page) -> Page:
    """Give a badge; answer the page of who gave it."""
    sign_in(page)
    give_badge(page)
    return page


@pytest.fixture
def phone(giver: Page, open_context: Callable[..., BrowserContext]) -> Page:
    """Keep it on a telephone without JavaScript, and make a link; answer the page of that link."""
    found = open_context(java_script_enabled=False).new_page()
    found.goto(giver.locator("#link").input_value())
    found.get_by_role("button", name="Ja, bewaar het hier").click()
    found.get_by_role("link", name="Maak een link").click()
    found.get_by_label("Voor wie is het?").fill("De bakker")
    found.get_by_role("button", name="Maak de link").click()
    expect(found.get_by_role("status")).to_contain_text("Je link is klaar.")
    return found


def put_right(page: Page) -> None:
    """Put right what was written wrong."""
    page.goto("/gegeven")
    page.get_by_role("link", name="Verbeter").first.click()
    page.locator('[name="fout"][value="schrijffout"]').check()
    page.get_by_role("button", name="Ga verder").click()
    page.locator('[name="zin"]').fill(f"Sam verzamelde elke ochtend {NEW} met de handscanner.")
    page.get_by_role("button", name="Bekijk het bewijs").click()
    page.locator('[name="gelezen"]').check()
    page.locator('form[action$="/geef"] button:not([formaction])').first.click()
    expect(page.get_by_text("Dit is de verbeterde versie.")).to_be_visible()


class TestRenewing:
    """Who keeps a badge decides when his link shows the better one."""

    def test_shows_the_better_one_once_its_keeper_read_it(
        self, giver: Page, phone: Page, open_context: Callable[..., BrowserContext]
    ) -> None:
        """The employer is told first to ask for it; the holder reads it, and presses one button."""
        link = phone.locator("#link").input_value()
        put_right(giver)
        employer = open_context().new_page()
        employer.goto(link)
        expect(employer.get_by_role("heading", level=2).first).to_have_text("Dit bewijs is verbeterd")
        expect(employer.get_by_text("Vraag de persoon die je deze link gaf")).to_be_visible()
        expect(employer.get_by_text(OLD)).to_be_visible()
        assert [] == all_faults(employer)
        picture(employer, "link-verbeterd", top="main")
        reader = open_context(storage_state=phone.context.storage_state()).new_page()
        reader.goto("/mijn-bewijzen")
        expect(reader.get_by_text("1 link van jou laat nog de oude versie zien.")).to_be_visible()
        assert [] == all_faults(reader)
        reader.get_by_role("link", name="Lees de nieuwe versie").click()
        expect(reader.get_by_text(NEW)).to_be_visible()
        assert [] == all_faults(reader)
        picture(reader, "nieuwe-versie", top=".card .facts")
        phone.goto(reader.url)
        phone.get_by_role("button", name="Laat de nieuwe versie zien").click()
        expect(phone.get_by_role("status")).to_have_text("Je link laat nu de nieuwe versie zien.")
        employer.goto(link)
        expect(employer.get_by_text(NEW)).to_be_visible()
        expect(employer.get_by_text("Dit bewijs is verbeterd")).to_have_count(0)
