"""Showing what one keeps: choose what may be seen, pass the link on, let an employer look, stop."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import all_faults
from tests.browser.flow import give_badge, sign_in
from tests.browser.pictures import picture

pytestmark = pytest.mark.browser


@pytest.fixture
def phone(page: Page, open_context: Callable[..., BrowserContext]) -> Page:
    """Keep a badge on a telephone; answer the page of what is kept there."""
    sign_in(page)
    give_badge(page)
    found = open_context().new_page()
    found.goto(page.locator("#link").input_value())
    found.get_by_role("button", name="Ja, bewaar het hier").click()
    expect(found.get_by_role("heading", name="Mijn bewijzen")).to_be_visible()
    return found


def make_link(phone: Page, *, without: tuple[str, ...]) -> str:
    """Make a link that leaves these parts out; answer its address."""
    phone.goto("/mijn-bewijzen")
    phone.get_by_role("link", name="Maak een link").click()
    expect(phone.get_by_role("heading", name="Wat laat je zien?")).to_be_visible()
    for part in without:
        phone.locator(f'[name="laat"][value="{part}"]').uncheck()
    phone.get_by_label("Voor wie is het?").fill("De bakker")
    phone.get_by_role("button", name="Maak de link").click()
    expect(phone.get_by_role("status")).to_contain_text("Je link is klaar.")
    return phone.locator("#link").input_value()


class TestSharing:
    """Who keeps a badge shows it as he wants."""

    def test_shows_an_employer_what_was_chosen(
        self, phone: Page, open_context: Callable[..., BrowserContext]
    ) -> None:
        """Without a name, in a minute; the code says that it is his; then he stops."""
        phone.goto("/mijn-bewijzen/delen")
        assert [] == all_faults(phone)
        picture(phone, "delen", top="h1")
        link = make_link(phone, without=("naam",))
        assert [] == all_faults(phone)
        picture(phone, "gedeeld", top="h1")
        employer = open_context(java_script_enabled=False).new_page()
        employer.goto(link)
        expect(employer.get_by_role("heading", level=1)).to_have_text("Dit kan ik")
        expect(employer.get_by_text("Sam")).to_have_count(0)
        employer.get_by_role("link", name="Controleer de code").click()
        employer.get_by_label("De code op de telefoon").fill(phone.locator(".code--big").inner_text())
        employer.get_by_role("button", name="Controleer de code").click()
        expect(employer.get_by_role("status")).to_contain_text("Ja, de code klopt")
        phone.get_by_role("button", name="Stop met delen").click()
        expect(phone.get_by_role("heading", name="Deze link werkt niet meer")).to_be_visible()
        assert [] == all_faults(phone)
        employer.goto(link)
        expect(employer.get_by_role("heading", name="Hier is niets te zien")).to_be_visible()

    def test_leads_to_one_page_of_paper(self, phone: Page) -> None:
        """From what is kept: all of it is chosen, and the link ends where the page is."""
        phone.goto("/mijn-bewijzen")
        phone.get_by_role("link", name="Zet het op één blad papier").click()
        expect(phone.get_by_text("Kies wat er op het blad komt.")).to_be_visible()
        expect(phone.locator('[name="bewijs"]')).to_be_checked()
        phone.get_by_role("button", name="Maak de link").click()
        phone.wait_for_url("**/gedeeld/*#blad")
        with phone.expect_download() as paper:
            phone.get_by_role("link", name="Haal het blad op").click()
        assert paper.value.suggested_filename == "skillspaspoort-blad.pdf"

    def test_counts_who_looked(self, phone: Page, open_context: Callable[..., BrowserContext]) -> None:
        """When somebody does something on the page; and the list has the link."""
        link = make_link(phone, without=())
        employer = open_context().new_page()
        employer.goto(link)
        with employer.expect_request("**/gezien"):
            employer.mouse.click(5, 5)
        phone.get_by_role("link", name="Naar alles wat ik laat zien").click()
        expect(phone.get_by_text("De bakker")).to_be_visible()
        assert [] == all_faults(phone)
        phone.get_by_role("link", name="Verzamelt en controleert orders").click()
        expect(phone.get_by_text("1 keer")).to_be_visible()
        phone.get_by_role("link", name="Toon de code groot").click()
        expect(phone.get_by_role("heading", name="Laat deze code scannen")).to_be_visible()
        assert [] == all_faults(phone)

    def test_puts_badges_together(
        self, page: Page, phone: Page, open_context: Callable[..., BrowserContext]
    ) -> None:
        """On one page, in Dutch and in Arabic, each one press away; the paper is for its maker."""
        give_badge(page)
        phone.goto(page.locator("#link").input_value())
        phone.get_by_role("button", name="Bewaar dit bewijs").click()
        expect(phone.get_by_role("status").first).to_contain_text("staat nu bij je bewijzen")
        phone.get_by_role("link", name="Maak een link").click()
        for each in phone.locator('[name="bewijs"]').all():
            each.check()
        phone.get_by_role("button", name="Maak de link").click()
        expect(phone.get_by_role("status")).to_contain_text("Je link is klaar.")
        link = phone.locator("#link").input_value()
        with phone.expect_download() as waiting:
            phone.get_by_role("link", name="Haal het blad op").click()
        assert "skillspaspoort-blad.pdf" == waiting.value.suggested_filename
        employer = open_context().new_page()
        employer.goto(link)
        expect(employer.get_by_role("heading", name="Dit kan Sam de Vries")).to_be_visible()
        expect(employer.get_by_text("Paspoort voor Succes")).to_have_count(0)
        assert [] == all_faults(employer)
        picture(employer, "skillspaspoort", top="h1")
        employer.locator(".proof a").first.click()
        expect(employer.get_by_role("link", name="Terug naar alle bewijzen")).to_be_visible()
        employer.goto(f"{link}?taal=ar")
        expect(employer.locator("html")).to_have_attribute("dir", "rtl")
        assert [] == all_faults(employer)
