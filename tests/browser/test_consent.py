"""A holder lets a school read along, the school takes it in, and he stops it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import PHONE, in_order
from tests.browser.flow import give_badge, play, sign_in

pytestmark = pytest.mark.browser


def take_in(school: Page, link: str) -> None:
    """Paste a link as the school."""
    school.get_by_label("Of plak de link").fill(link)
    school.get_by_role("button", name="Lees in").click()


class TestConsent:
    def test_from_a_link_to_what_the_school_has_and_back(
        self, open_filled: Callable[..., BrowserContext]
    ) -> None:
        """Refused without consent, taken in with it, gone when it ends; every page is in order at 360 px."""
        trainer, school = (open_filled(viewport=PHONE).new_page() for _ in range(2))
        sign_in(trainer)
        give_badge(trainer)
        phone = open_filled(viewport=PHONE).new_page()
        phone.goto(trainer.locator("#link").input_value())
        phone.get_by_role("button", name="Ja, bewaar het hier").click()
        expect(phone.get_by_role("heading", name="Mijn bewijzen")).to_be_visible()
        phone.goto("/mijn-bewijzen/delen")
        phone.get_by_role("button", name="Maak de link").click()
        expect(phone.get_by_role("status")).to_contain_text("Je link is klaar.")
        link = phone.locator("#link").input_value()

        play(school, "Hanneke Vos")
        school.goto("/voorstellen")
        school.get_by_label("Over wie gaat het?").fill("Sam de Vries")
        school.get_by_role("button", name="Begin").click()
        take_in(school, link)
        expect(school.get_by_role("alert")).to_contain_text("gaf jouw school geen toestemming")
        in_order(school)

        phone.get_by_role("link", name="Kies een school").click()
        expect(phone.get_by_role("heading", name="Lees dit eerst")).to_be_visible()
        in_order(phone)
        phone.get_by_role("button", name="Ja, de school mag dit lezen").click()
        expect(phone.get_by_role("alert")).to_contain_text("Kies een school uit de lijst.")
        phone.get_by_label("Welke school?").select_option(index=1)
        phone.get_by_role("button", name="Ja, de school mag dit lezen").click()
        expect(phone.get_by_role("status")).to_contain_text("De school mag dit nu lezen.")
        in_order(phone)

        take_in(school, link)
        expect(school.get_by_role("status").first).to_contain_text("De bestanden zijn nagekeken")
        expect(school.get_by_text("Met toestemming van de persoon")).to_be_visible()
        in_order(school)

        phone.get_by_role("link", name="Bekijk of stop dat").click()
        expect(phone.get_by_text("De school las het in op")).to_be_visible()
        in_order(phone)
        phone.get_by_role("button", name="Stop met meelezen").click()
        expect(phone.get_by_role("status")).to_contain_text("Gestopt.")
        in_order(phone)
        school.reload()
        expect(school.get_by_text("Met toestemming van de persoon")).to_have_count(0)

    def test_asks_from_mijn_bewijzen_in_one_go(self, open_filled: Callable[..., BrowserContext]) -> None:
        """Which school, what and until when, in Dutch and in Arabic; what was chosen stays where it is."""
        trainer = open_filled(viewport=PHONE).new_page()
        sign_in(trainer)
        give_badge(trainer)
        phone = open_filled(viewport=PHONE).new_page()
        phone.goto(trainer.locator("#link").input_value())
        phone.get_by_role("button", name="Ja, bewaar het hier").click()
        phone.get_by_role("link", name="Laat een school meelezen").click()
        expect(phone.get_by_role("heading", name="Scholen die meelezen")).to_be_visible()
        in_order(phone)
        phone.get_by_role("link", name="Laat een school meelezen").click()
        expect(phone.get_by_role("heading", name="Lees dit eerst")).to_be_visible()
        in_order(phone)
        phone.locator('[name="laat"][value="naam"]').uncheck()
        phone.get_by_role("button", name="Ja, de school mag dit lezen").click()
        expect(phone.get_by_role("alert")).to_be_visible()
        expect(phone.locator('[name="laat"][value="naam"]')).not_to_be_checked()
        phone.goto("/mijn-bewijzen/scholen/nieuw?taal=ar")
        expect(phone.locator("html")).to_have_attribute("dir", "rtl")
        in_order(phone)
