"""What somebody will learn: agreed on two phones, from the list of learners to the badge."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import DESK, PHONE, all_faults, narrow_enough
from tests.browser.flow import sign_in

pytestmark = pytest.mark.browser


def agree(page: Page) -> str:
    """Add somebody and propose work to him; give the link for him."""
    page.goto("/deelnemers/nieuw")
    page.get_by_label("Hoe wil de deelnemer genoemd worden?").fill("Sam de Vries")
    namesake = page.locator('[name="ander"]')
    page.get_by_role("button", name="Bewaar").click()
    if namesake.count():
        namesake.check()
        page.get_by_role("button", name="Bewaar").click()
    page.get_by_role("link", name="Maak een afspraak").click()
    page.locator("summary", has_text="Logistiek medewerker").click()
    page.get_by_label("Verzamelt en controleert").first.check()
    page.get_by_label("Van", exact=True).fill("2026-06-01")
    page.get_by_role("button", name="Maak de afspraak").click()
    return page.get_by_label("De link").input_value()


def begin(page: Page) -> str:
    """Agree with somebody on paper; give the address of the form for the badge."""
    agree(page)
    page.locator("summary", has_text="zei ja op papier").click()
    page.locator('[name="gezien"]').check()
    page.get_by_role("button", name="Schrijf de ja op").click()
    return page.get_by_role("link", name="Geef dit bewijs").get_attribute("href") or ""


class TestAgreement:
    @pytest.mark.parametrize(
        "options", [{}, {"java_script_enabled": False}], ids=["with-scripts", "without-scripts"]
    )
    def test_from_the_list_to_the_badge(
        self, open_context: Callable[..., BrowserContext], options: dict[str, bool]
    ) -> None:
        """Add, propose, say yes on another phone, give; also without JavaScript."""
        page = open_context(viewport=PHONE, **options).new_page()
        sign_in(page)
        link = agree(page)
        here = page.url
        phone = open_context(viewport=PHONE, **options).new_page()
        phone.goto(link)
        expect(phone.get_by_role("heading", level=1)).to_have_text("Sam de Vries, dit ga je leren")
        phone.get_by_label("Welke naam komt op je bewijs?").fill("Sam")
        phone.get_by_role("button", name="Ja, dit klopt").click()
        expect(phone.get_by_role("status")).to_contain_text("Je hebt ja gezegd")
        page.goto(here)
        page.get_by_role("link", name="Geef dit bewijs").click()
        expect(page.get_by_text("Dat koos de deelnemer zelf.")).to_be_visible()
        page.locator('[name="zin"]').fill("Sam verzamelde elke ochtend 40 orders.")
        page.locator('[name="tot"]').fill("2026-06-26")
        page.get_by_role("button", name="Bekijk het bewijs").click()
        page.locator('[name="gelezen"]').check()
        page.get_by_role("button", name="Geef dit bewijs").click()
        expect(page.get_by_role("link", name="Terug naar de afspraak")).to_be_visible()
        phone.goto(link)
        phone.get_by_role("link", name="Bekijk je bewijs").click()
        expect(phone.get_by_role("heading", level=1)).to_have_text("Dit kan Sam")


class TestTyping:
    def test_comes_back_for_the_same_person_only(self, open_context: Callable[..., BrowserContext]) -> None:
        """A page that was reloaded loses nothing; the form about somebody else shows nothing of it."""
        page = open_context(viewport=PHONE).new_page()
        sign_in(page)
        forms = [begin(page) for _ in range(2)]
        page.goto(forms[0])
        page.locator('[name="zin"]').fill("Piet pakte 40 dozen in.")
        page.reload()
        expect(page.locator('[name="zin"]')).to_have_value("Piet pakte 40 dozen in.")
        page.goto(forms[1])
        expect(page.locator('[name="zin"]')).to_have_value("")


class TestPages:
    @pytest.mark.parametrize("size", [PHONE, DESK], ids=["360", "1280"])
    def test_have_no_faults(self, open_context: Callable[..., BrowserContext], size: dict[str, int]) -> None:
        """Light and dark, for who proposes and for who answers."""
        page = open_context(viewport=size).new_page()
        sign_in(page)
        link = agree(page)
        here = page.url.partition("?")[0]
        page.get_by_role("link", name="Terug naar").click()
        recipient = page.url
        paths = (
            "/deelnemers",
            recipient,
            f"{recipient}/verander",
            f"{recipient}/weg",
            f"{recipient}/afspraak",
            here,
            f"{here}/verander",
            f"{here}/papier",
            link,
        )
        for path in paths:
            page.goto(path)
            assert [] == all_faults(page), path
            assert narrow_enough(page), path
            assert page.locator("h1").count() == 1, path


def open_recipient(page: Page) -> None:
    """Add somebody, and open his page."""
    sign_in(page)
    agree(page)
    page.goto("/deelnemers")
    page.locator(".rows a").first.click()
    expect(page.get_by_role("link", name="Jonger dan 16?")).to_be_visible()


class TestYoung:
    def test_notes_that_a_parent_agrees(self, open_context: Callable[..., BrowserContext]) -> None:
        """At 360 px."""
        page = open_context(viewport=PHONE).new_page()
        open_recipient(page)
        page.get_by_role("link", name="Jonger dan 16?").click()
        expect(page.get_by_text("geen geboortedatum")).to_be_visible()
        assert [] == all_faults(page)
        page.get_by_role("button", name="Ja, jonger dan 16").click()
        expect(page.get_by_role("status")).to_have_text("Het is genoteerd.")
        assert [] == all_faults(page)
        page.get_by_label("op papier").check()
        page.get_by_role("button", name="Noteer dat een ouder het goed vindt").click()
        expect(page.get_by_text("Een ouder vindt het goed.")).to_be_visible()
        assert [] == all_faults(page)


class TestErasing:
    def test_erases_who_asked_for_it(self, open_context: Callable[..., BrowserContext]) -> None:
        """At 360 px; by mistake nobody is."""
        page = open_context(viewport=PHONE).new_page()
        open_recipient(page)
        page.get_by_role("link", name="van de lijst").click()
        page.get_by_role("link", name="wissen").click()
        expect(page.get_by_role("heading", name="Dit blijft")).to_be_visible()
        assert [] == all_faults(page)
        page.get_by_label("heeft dit zelf gevraagd").check()
        page.get_by_role("button", name="Verwijder deze deelnemer").click()
        expect(page.get_by_role("status")).to_contain_text("Alles van deze persoon is gewist")
