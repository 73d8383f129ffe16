"""Putting right, looking through, and a poster at the workplace: on a phone, with the keyboard's names."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import PHONE, all_faults
from tests.browser.flow import give_badge, sign_in

pytestmark = pytest.mark.browser


@pytest.fixture
def anybody(open_context: Callable[..., BrowserContext]) -> Page:
    """Give the page of somebody who did not sign in, on a phone of his own."""
    return open_context(viewport=PHONE).new_page()


def first_correction(page: Page) -> None:
    """Open what puts the badge right that was given last."""
    page.goto("/gegeven")
    page.get_by_role("link", name=re.compile("^Verbeter")).first.click()


class TestCorrecting:
    def test_leads_from_the_old_link_to_the_new(self, page: Page, anybody: Page) -> None:
        """Choose what is wrong, change one field, show it, give it; the old link leads on."""
        sign_in(page)
        old = give_badge(page)
        first_correction(page)
        assert [] == all_faults(page)
        page.get_by_label("Er staat een fout in").check()
        page.get_by_role("button", name="Ga verder").click()
        assert [] == all_faults(page)
        page.get_by_label("Wat heeft de deelnemer gedaan?").fill("Sam verzamelde 60 orders.")
        page.get_by_role("button", name="Bekijk het bewijs").click()
        assert [] == all_faults(page)
        page.locator('[name="gelezen"]').check()
        page.get_by_role("button", name="Geef dit bewijs").click()
        expect(page.get_by_text("Dit is de verbeterde versie.")).to_be_visible()
        anybody.goto(old)
        assert [] == all_faults(anybody)
        anybody.get_by_role("link", name="Bekijk de nieuwe versie").click()
        expect(anybody.get_by_text("Sam verzamelde 60 orders.").first).to_be_visible()


class TestGiven:
    def test_finds_and_withdraws_several(self, page: Page) -> None:
        """Tick, say why, and read what became of each."""
        sign_in(page)
        give_badge(page, name="Wilma Eén")
        give_badge(page, name="Wilma Twee")
        page.goto("/gegeven")
        page.get_by_label("Zoek op naam, werk").fill("wilma")
        page.get_by_role("button", name="Zoek").click()
        expect(page.get_by_role("link", name="Toon alles")).to_be_visible()
        assert "wilma" not in page.url
        page.locator("summary", has_text="Kies een periode").click()
        assert [] == all_faults(page)
        for box in page.locator('[name="bewijs"]').all():
            box.check()
        page.get_by_role("button", name="Trek in wat je koos").click()
        assert [] == all_faults(page)
        page.get_by_label("De persoon vraagt het.").check()
        page.get_by_role("button", name="Trek ze in").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("2 bewijzen intrekken")
        expect(page.get_by_role("definition")).to_have_text("2")
        assert [] == all_faults(page)


class TestPoster:
    @pytest.mark.parametrize(
        "options", [{}, {"java_script_enabled": False}], ids=["with-scripts", "without-scripts"]
    )
    def test_leads_from_the_wall_to_the_form(
        self, open_context: Callable[..., BrowserContext], options: dict[str, bool]
    ) -> None:
        """Make it, scan it, say what one did, and go on from it; also without JavaScript."""
        page = open_context(viewport=PHONE, **options).new_page()
        sign_in(page)
        page.goto("/posters/nieuw")
        page.get_by_label("Waar hangt de poster?").fill("Magazijn")
        page.locator("summary", has_text="Logistiek medewerker").click()
        page.locator('[value="25774/B1-K2-W1"]').check()
        page.get_by_label("1 maand").check()
        page.get_by_role("button", name="Maak de poster").click()
        link = page.get_by_text(re.compile("/werk/")).inner_text()
        phone = open_context(viewport=PHONE, **options).new_page()
        phone.goto(link)
        phone.locator('[name="werkproces"]').first.check()
        phone.get_by_label("Hoe heet je?").fill("Sam")
        phone.get_by_label("Wat deed je?").fill("Ik verzamelde 40 orders.")
        phone.get_by_role("button", name="Verstuur").click()
        expect(phone.get_by_role("status")).to_contain_text("Het is verstuurd.")
        page.goto("/posters")
        page.get_by_role("link", name=re.compile("^Schrijf het bewijs|^Iemand anders")).last.click()
        expect(page.get_by_label("Wat heeft de deelnemer gedaan?")).to_have_value("Ik verzamelde 40 orders.")

    def test_has_no_faults(self, page: Page, anybody: Page) -> None:
        """None of its pages, nor those beside it."""
        sign_in(page)
        page.goto("/posters/nieuw")
        page.get_by_role("button", name="Maak de poster").click()
        assert [] == all_faults(page)
        page.get_by_label("Waar hangt de poster?").fill("Kantine")
        page.locator("summary", has_text="Logistiek medewerker").click()
        page.locator('[value="25774/B1-K2-W1"]').check()
        page.get_by_label("3 maanden").check()
        page.get_by_role("button", name="Maak de poster").click()
        assert [] == all_faults(page)
        anybody.goto(page.get_by_text(re.compile("/werk/")).inner_text())
        assert [] == all_faults(anybody)
        for path in ("/posters", "/wacht", "/gegeven"):
            page.goto(path)
            assert [] == all_faults(page), path


class TestTelling:
    def test_has_no_faults(self, beheerder: Page) -> None:
        """The choice of what is told."""
        beheerder.goto("/organisatie/berichten")
        assert [] == all_faults(beheerder)
