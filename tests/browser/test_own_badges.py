"""A badge of one's own: designed, published and given on a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import DESK, PHONE, all_faults
from tests.browser.flow import play, sign_in

pytestmark = pytest.mark.browser


def design(page: Page, name: str) -> None:
    """Fill in the form of a badge with letters on a shield, look at the picture, and keep it."""
    page.goto("/badgeklassen")
    page.get_by_role("link", name="Maak een nieuwe badge").click()
    page.get_by_label("Hoe heet de badge?").fill(name)
    page.get_by_label("Waar gaat het over?", exact=True).fill("Je werkt veilig op de bouw.")
    page.get_by_label("Waar letten jullie op?", exact=True).fill("De instructeur zag je een ochtend werken.")
    page.get_by_label("Vorm", exact=True).select_option("schild")
    page.get_by_label("Wat staat erop?", exact=True).select_option("eigen")
    page.get_by_label("Letters", exact=True).fill("VCA")
    page.get_by_role("button", name="Bekijk het plaatje").click()
    expect(page.locator(".wall__badge text", has_text="VCA")).to_be_visible()
    page.get_by_role("button", name="Bewaar").click()


class TestOwnBadge:
    @pytest.mark.parametrize(
        "options", [{}, {"java_script_enabled": False}], ids=["with-scripts", "without-scripts"]
    )
    def test_from_the_form_to_the_badge(
        self, open_context: Callable[..., BrowserContext], options: dict[str, bool]
    ) -> None:
        """Design, publish, give; also without JavaScript."""
        page = open_context(viewport=PHONE, **options).new_page()
        sign_in(page)
        design(page, "Veilig werken")
        page.get_by_role("button", name="Publiceer deze badge").click()
        expect(page.get_by_role("status")).to_contain_text("gepubliceerd")
        page.get_by_role("link", name="Geef deze badge").click()
        page.locator('[name="naam"]').fill("Sam de Vries")
        page.locator('[name="zin"]').fill("Sam zette de steiger veilig af.")
        page.locator('[name="van"]').fill("2026-06-01")
        page.locator('[name="tot"]').fill("2026-06-26")
        page.get_by_role("button", name="Bekijk het bewijs").click()
        page.locator('[name="gelezen"]').check()
        page.get_by_role("button", name="Geef dit bewijs").click()
        page.get_by_role("link", name="Bekijk het bewijs").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Dit kan Sam de Vries")
        page.get_by_role("link", name="Controleer dit bewijs").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("echt")


class TestEndorsement:
    @pytest.mark.parametrize(
        "options", [{}, {"java_script_enabled": False}], ids=["with-scripts", "without-scripts"]
    )
    def test_stands_beside_the_badge_when_its_owner_says_so(
        self, open_filled: Callable[..., BrowserContext], options: dict[str, bool]
    ) -> None:
        """Another organisation signs; the owner shows it, and takes it away again."""
        page = open_filled(viewport=PHONE, **options).new_page()
        play(page, "Noor Bakker")
        design(page, "Veilig werken")
        page.get_by_role("button", name="Publiceer deze badge").click()
        page.get_by_role("link", name="Versie 1").click()
        public = page.url
        other = open_filled(viewport=PHONE, **options).new_page()
        play(other, "Fenna Mulder")
        other.goto(public)
        other.get_by_role("link", name="Sta je achter deze badge?").click()
        other.get_by_label("Waarom staan jullie hierachter?").fill("Hier letten wij ook op.")
        other.get_by_role("button", name="Bevestig deze badge").click()
        expect(other.get_by_text("kiest of dat hier staat. Nu staat het er niet.")).to_be_visible()
        page.reload()
        expect(page.get_by_text("Bevestigd door")).to_have_count(0)
        page.goto("/wacht")
        page.get_by_role("heading", name="Een organisatie staat achter een badge").wait_for()
        page.locator('a[href="/bevestigingen"]').first.click()
        found = [] if options else all_faults(page)
        page.get_by_role("button", name="Laat zien").first.click()
        expect(page.get_by_role("status")).to_contain_text("Het staat nu bij de badge.")
        found += [] if options else all_faults(page)
        page.goto(public)
        expect(page.get_by_text("Bevestigd door")).to_be_visible()
        other.reload()
        expect(other.get_by_text("laat dat hier zien")).to_be_visible()
        page.goto("/bevestigingen")
        page.get_by_role("button", name="Laat niet meer zien").first.click()
        page.goto(public)
        expect(page.get_by_text("Bevestigd door")).to_have_count(0)
        assert [] == found


class TestPages:
    @pytest.mark.parametrize("size", [PHONE, DESK], ids=["360", "1280"])
    def test_have_no_faults(self, open_context: Callable[..., BrowserContext], size: dict[str, int]) -> None:
        """The list, the form with and without faults, the badge before and after publishing, giving it."""
        page = open_context(viewport=size).new_page()
        sign_in(page)
        found: dict[str, object] = {}

        def look(name: str) -> None:
            found[name] = all_faults(page)

        page.goto("/badgeklassen")
        look("list")
        page.get_by_role("button", name="Neem Samenwerken over").click()
        look("draft")
        page.get_by_role("link", name="Verander").click()
        look("form")
        page.get_by_label("Hoe heet de badge?").fill("Diploma samenwerken")
        page.get_by_role("button", name="Bewaar").click()
        look("unfinished")
        page.get_by_role("link", name="Verander").click()
        page.get_by_label("Hoe heet de badge?").fill("BSN 123456782")
        page.get_by_role("button", name="Bewaar").click()
        look("refused")
        page.get_by_label("Hoe heet de badge?").fill("Samenwerken met statushouders")
        page.get_by_role("button", name="Bewaar").click()
        look("warned")
        page.get_by_role("button", name="Publiceer deze badge").click()
        look("published")
        page.get_by_role("link", name="Geef deze badge").click()
        look("write")
        page.goto("/uitreiken")
        look("choose")
        page.goto("/badgeklassen")
        look("again")
        assert {name: [] for name in found} == found
