"""The way of whoever gets a badge: scan, look, keep it on this phone, and find it there again."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import all_faults
from tests.elsewhere import foreign_badge

pytestmark = pytest.mark.browser


class TestKeeping:
    """A badge is kept without an account, and is found again."""

    def test_shows_it_before_anything_is_asked(
        self, link: str, open_context: Callable[..., BrowserContext]
    ) -> None:
        """Then it takes one press; nothing is typed or made."""
        phone = open_context().new_page()
        phone.goto(link)
        expect(phone.get_by_role("heading", name="Dit is van jou")).to_be_visible()
        assert [] == all_faults(phone)
        phone.get_by_role("button", name="Ja, bewaar het hier").click()
        expect(phone.get_by_role("status").first).to_contain_text("staat nu bij je bewijzen")
        assert [] == all_faults(phone)
        phone.goto("/")
        phone.get_by_role("link", name="Mijn bewijzen").first.click()
        phone.get_by_role("link", name="Verzamelt en controleert orders").click()
        expect(phone.get_by_role("heading", level=1)).to_contain_text("Dit kan")
        phone.goto(link)
        expect(phone.get_by_role("heading", name="Dit staat bij je bewijzen")).to_be_visible()
        assert [] == all_faults(phone)

    def test_works_once_and_without_javascript(
        self, link: str, open_context: Callable[..., BrowserContext]
    ) -> None:
        """Whoever comes second is told what he can do."""
        first, second = (open_context(java_script_enabled=False).new_page() for _ in range(2))
        first.goto(link)
        first.get_by_role("button", name="Ja, bewaar het hier").click()
        expect(first.get_by_role("heading", name="Mijn bewijzen")).to_be_visible()
        second.goto(link)
        expect(second.get_by_role("heading", name="Dit bewijs is al bewaard")).to_be_visible()
        second.get_by_role("link", name="Naar mijn bewijzen").click()
        expect(second.get_by_text("Op deze telefoon staan nog geen bewijzen.")).to_be_visible()


class TestErasing:
    """Everything goes, and whoever has the link is told."""

    def test_says_what_goes_and_does_it(self, link: str, open_context: Callable[..., BrowserContext]) -> None:
        """Without JavaScript, at 360 px."""
        phone = open_context(viewport={"width": 360, "height": 740}).new_page()
        phone.goto(link)
        phone.get_by_role("button", name="Ja, bewaar het hier").click()
        phone.get_by_role("link", name="Wat is er van mij opgeslagen?").click()
        expect(phone.get_by_role("heading", name="Download alles")).to_be_visible()
        assert [] == all_faults(phone)
        with phone.expect_download() as download:
            phone.get_by_role("link", name="Download alles").click()
        assert "mijn-bewijzen.zip" == download.value.suggested_filename
        phone.get_by_role("link", name="Verwijder mijn bewijzen").click()
        expect(phone.get_by_role("heading", name="Dit kunnen we niet terughalen")).to_be_visible()
        assert [] == all_faults(phone)
        phone.get_by_label("Ja, ik wil alles weg").check()
        phone.get_by_role("button", name="Verwijder alles").click()
        expect(phone.get_by_role("status")).to_contain_text("Alles over jou is weg.")
        phone.goto(link)
        expect(phone.get_by_text("Dit bewijs is hier weggehaald.")).to_be_visible()
        assert [] == all_faults(phone)


class TestFromElsewhere:
    """A badge from elsewhere stands apart."""

    def test_comes_in_after_it_was_checked(
        self, link: str, open_context: Callable[..., BrowserContext]
    ) -> None:
        """At 360 px; nothing chosen is refused with a sentence."""
        phone = open_context(viewport={"width": 360, "height": 740}).new_page()
        phone.goto(link)
        phone.get_by_role("button", name="Ja, bewaar het hier").click()
        phone.get_by_role("link", name="Zet een bewijs erbij").click()
        phone.get_by_role("button", name="Zet het erbij").click()
        expect(phone.get_by_role("alert")).to_contain_text("Kies een bestand")
        assert [] == all_faults(phone)
        phone.get_by_label("Het bestand").set_input_files(
            {"name": "mijn.json", "mimeType": "application/json", "buffer": foreign_badge()}
        )
        phone.get_by_role("button", name="Zet het erbij").click()
        expect(phone.get_by_text("Gegeven door School Elders")).to_be_visible()
        assert [] == all_faults(phone)
        phone.get_by_role("link", name="Terug naar mijn bewijzen").click()
        expect(phone.get_by_role("heading", name="Van ergens anders")).to_be_visible()
        assert [] == all_faults(phone)


class TestCard:
    """A card on paper opens what somebody keeps, on the telephone of another."""

    def test_is_made_printed_and_used(
        self, page: Page, link: str, open_context: Callable[..., BrowserContext]
    ) -> None:
        """By keyboard and without JavaScript where it is used."""
        page.get_by_role("link", name="Maak een kaart op papier").click()
        assert [] == all_faults(page)
        choose(page)
        page.get_by_role("button", name="Maak de kaart").click()
        code = page.locator(".sheet b.code").inner_text()
        assert [] == all_faults(page)
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Bewaar als pdf").click()
        assert "kaart.pdf" == waiting.value.suggested_filename
        other = open_context(java_script_enabled=False).new_page()
        other.goto("/mijn-bewijzen")
        other.get_by_role("link", name="Open met mijn kaart").click()
        other.get_by_label("De code op je kaart").fill(code.lower())
        choose(other)
        other.get_by_role("button", name="Open mijn bewijzen").click()
        expect(other.get_by_text("Na 1 uur staat hier niets meer.")).to_be_visible()
        expect(other.get_by_role("link", name="Verzamelt en controleert orders")).to_be_visible()

    def test_is_short_on_the_telephone_of_another(
        self, link: str, open_context: Callable[..., BrowserContext]
    ) -> None:
        """No copy, no address that lasts, no new way in; the owner finds his own again."""
        page = open_context().new_page()
        page.goto(link)
        page.get_by_role("button", name="Ja, bewaar het hier").click()
        page.get_by_role("link", name="Kies nog een manier").click()
        page.get_by_role("link", name="Maak een kaart").click()
        choose(page)
        page.get_by_role("button", name="Maak de kaart").click()
        code = page.locator(".sheet b.code").inner_text()
        page.goto("/kaart")
        page.get_by_label("De code op je kaart").fill(code)
        choose(page)
        page.get_by_role("button", name="Open mijn bewijzen").click()
        expect(page.get_by_text("Na 1 uur staat hier niets meer.")).to_be_visible()
        assert [] == all_faults(page)
        expect(page.get_by_role("button", name="Ja, zet hier een kopie")).to_have_count(0)
        expect(page.get_by_role("link", name="Kies nog een manier")).to_have_count(0)
        page.get_by_role("link", name="Verzamelt en controleert orders").click()
        expect(page.get_by_role("heading", name="Dit kan ik")).to_be_visible()
        expect(page.locator(".qr")).to_have_count(0)
        assert [] == all_faults(page)
        page.get_by_role("link", name="Maak een link").click()
        expect(page.get_by_label("7 dagen")).to_be_checked()
        expect(page.locator("input[name=dagen]")).to_have_count(2)
        page.goto("/mijn-bewijzen")
        page.get_by_text("Niet mijn telefoon").click()
        page.get_by_role("button", name="Haal mijn bewijzen van deze telefoon").click()
        expect(page.get_by_text("De bewijzen die hier even open stonden, zijn weer dicht.")).to_be_visible()
        expect(page.get_by_role("link", name="Verzamelt en controleert orders")).to_be_visible()
        expect(page.get_by_text("Na 1 uur staat hier niets meer.")).to_have_count(0)

    def test_asks_again_after_a_wrong_one(self, open_context: Callable[..., BrowserContext]) -> None:
        """The code stays as it was typed."""
        page = open_context().new_page()
        page.goto("/kaart?code=K7P-4QD9")
        assert [] == all_faults(page)
        choose(page)
        page.get_by_role("button", name="Open mijn bewijzen").click()
        expect(page.get_by_role("alert")).to_contain_text("horen niet bij elkaar")
        expect(page.get_by_label("De code op je kaart")).to_have_value("K7P-4QD9")
        assert [] == all_faults(page)


def choose(page: Page) -> None:
    """Choose a picture in each row."""
    for row, picture in enumerate(("bakkerij", "groen", "bakkerij"), 1):
        page.locator(f'input[name="plaatje-{row}"][value="{picture}"]').check()


class TestPresenting:
    """Who shows a badge shows that it is his."""

    def test_reads_a_code_that_the_other_types(
        self, link: str, open_context: Callable[..., BrowserContext]
    ) -> None:
        """On two telephones, in a minute."""
        own, employer = (open_context().new_page() for _ in range(2))
        own.goto(link)
        own.get_by_role("button", name="Ja, bewaar het hier").click()
        own.get_by_role("link", name="Verzamelt en controleert orders").click()
        assert [] == all_faults(own)
        employer.goto(own.get_by_role("link", name="Laat dit zien").get_attribute("href") or "")
        employer.get_by_role("link", name="Controleer de code").click()
        assert [] == all_faults(employer)
        employer.get_by_label("De code op de telefoon").fill(own.locator(".code--big").inner_text())
        employer.get_by_role("button", name="Controleer de code").click()
        expect(employer.get_by_role("status")).to_contain_text("Ja, de code klopt")
        assert [] == all_faults(employer)
