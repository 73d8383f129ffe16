"""The main line as four people walk it, in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, FilePayload, Page, expect

from tests.browser.conftest import PHONE
from tests.browser.flow import fill_in, give_badge, sign_in

pytestmark = pytest.mark.browser


class TestMainLine:
    @pytest.mark.parametrize(
        "options", [{}, {"java_script_enabled": False}], ids=["with-scripts", "without-scripts"]
    )
    def test_from_werkproces_to_check(
        self, open_context: Callable[..., BrowserContext], options: dict[str, bool]
    ) -> None:
        """Choose, write, show, give, open, check: on a phone, also without JavaScript."""
        page = open_context(viewport=PHONE, **options).new_page()
        sign_in(page)
        badge = give_badge(page)
        stranger = open_context(viewport=PHONE, **options).new_page()
        stranger.goto(badge)
        expect(stranger.get_by_role("heading", level=1)).to_contain_text("Dit kan Sam")
        stranger.locator(".wall").get_by_role("link", name="Controleer dit bewijs").click()
        expect(stranger.get_by_role("heading", level=1)).to_have_text("Dit bewijs is echt")
        expect(stranger.get_by_text("Dit is geen diploma.").first).to_be_visible()

    def test_a_changed_file_is_caught(
        self, open_context: Callable[..., BrowserContext], page: Page, tmp_path: object
    ) -> None:
        """Whoever uploads a badge with one word changed is told."""
        sign_in(page)
        badge = give_badge(page)
        signed = page.request.get(badge, headers={"Accept": "application/json"}).text()
        page.goto("/controleer")
        changed = signed.replace("40 orders", "90 orders").encode()
        file: FilePayload = {"name": "bewijs.json", "mimeType": "application/json", "buffer": changed}
        page.get_by_label("Foto of bestand").set_input_files(file)
        page.get_by_role("button", name="Controleer", exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("niet echt")


class TestForm:
    def test_works_with_the_keyboard_alone(self, page: Page) -> None:
        """Everything on the form is reached with Tab, in the order of the page, and sent with Enter."""
        sign_in(page)
        page.goto("/uitreiken/25774/B1-K2-W1")
        page.locator('[name="naam"]').focus()
        page.keyboard.type("Kim")
        page.keyboard.press("Tab")
        page.keyboard.type("Kim zocht 40 bestellingen bij elkaar.")
        assert page.locator('[name="naam"]').input_value() == "Kim"
        assert page.locator('[name="zin"]').input_value().startswith("Kim zocht")

    def test_leads_to_each_mistake(self, page: Page) -> None:
        """A summary on top links to each field, and what was typed is still there."""
        sign_in(page)
        page.goto("/uitreiken/25774/B1-K2-W1")
        page.locator("form").evaluate_all("forms => forms.forEach(form => form.noValidate = true)")
        fill_in(page, name="Sam 123456782")
        page.locator('form[action$="/bekijk"] button:not(.vh)').first.click()
        expect(page.get_by_text("Dit lijkt op een BSN").first).to_be_visible()
        assert page.locator('[name="naam"]').input_value() == "Sam 123456782"
        page.locator('[role="alert"] a, .errors a').first.click()
        assert page.evaluate("document.activeElement.name") == "naam"


class TestBadge:
    def test_link_can_be_copied(self, open_context: Callable[..., BrowserContext]) -> None:
        """One press puts the link on the clipboard, and says so."""
        context = open_context(permissions=["clipboard-read", "clipboard-write"])
        page = context.new_page()
        sign_in(page)
        badge = give_badge(page)
        page.goto(badge)
        page.locator("[data-copy]").first.click()
        assert page.evaluate("navigator.clipboard.readText()").endswith(badge)

    def test_prints_on_paper(self, page: Page) -> None:
        """On paper the menus are gone and the badge is there."""
        sign_in(page)
        page.goto(give_badge(page))
        page.emulate_media(media="print")
        expect(page.locator("header.top")).to_be_hidden()
        expect(page.locator("h1")).to_be_visible()
