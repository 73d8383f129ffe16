"""The pages about keys and about who did what, in a real browser: readable, and a theft put right."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import DESK, PHONE, all_faults
from tests.browser.flow import give_badge, sign_in, sign_in_as_beheerder

pytestmark = pytest.mark.browser


class TestKeyPages:
    """`/sleutels` and what hangs under it."""

    @pytest.mark.parametrize("size", [PHONE, DESK], ids=["360", "1280"])
    @pytest.mark.parametrize("locale", ["nl-NL", "en-GB"])
    def test_have_no_faults(
        self, open_context: Callable[..., BrowserContext], size: dict[str, int], locale: str
    ) -> None:
        """Keys, the question about a stolen one, its answer with faults, and the history."""
        page = open_context(viewport=size, locale=locale).new_page()
        sign_in_as_beheerder(page)
        for path in ("/sleutels", "/wie-deed-wat"):
            page.goto(path)
            assert all_faults(page) == []
        page.goto("/sleutels")
        page.locator('a[href$="/vervangen"]').first.click()
        assert all_faults(page) == []
        page.locator("main a.btn").click()
        page.locator('a[href$="/kwijt"]').first.click()
        assert all_faults(page) == []
        page.locator('[name="zeker"]').evaluate("box => box.required = false")
        page.locator('form[action$="/kwijt"] button').click()
        expect(page.locator("#fouten")).to_be_visible()
        assert all_faults(page) == []

    def test_put_a_theft_right_in_a_minute(
        self, open_context: Callable[..., BrowserContext], beheerder: Page
    ) -> None:
        """Since when, sure, and the badges are signed again while you look."""
        giver = open_context(viewport=PHONE).new_page()
        sign_in(giver)
        badge = give_badge(giver)
        beheerder.goto("/sleutels")
        beheerder.locator('section:has(h2:text-is("Voor bewijzen")) a[href$="/kwijt"]').first.click()
        beheerder.locator('[name="zeker"]').check()
        beheerder.locator('form[action$="/kwijt"] button').click()
        beheerder.wait_for_url("**/opnieuw")
        assert all_faults(beheerder) == []
        beheerder.locator('form[action$="/opnieuw"] button').click()
        beheerder.locator('p:has-text("de nieuwe handtekening")').wait_for()
        assert all_faults(beheerder) == []
        giver.goto(badge)
        giver.locator('main a[href^="/controleer?link="]').first.click()
        giver.wait_for_load_state("networkidle")
        assert giver.locator("h1").inner_text() == "Dit bewijs is echt"


class TestApiKeyPages:
    """`/api-sleutels` and what hangs under it."""

    @pytest.mark.parametrize("size", [PHONE, DESK], ids=["360", "1280"])
    @pytest.mark.parametrize("locale", ["nl-NL", "en-GB"])
    def test_have_no_faults(
        self, open_context: Callable[..., BrowserContext], size: dict[str, int], locale: str
    ) -> None:
        """The form, its faults, the key that is seen once, the list, and those of before."""
        page = open_context(viewport=size, locale=locale).new_page()
        sign_in_as_beheerder(page)
        page.goto("/api-sleutels/nieuw")
        assert all_faults(page) == []
        make = page.locator('form[action="/api-sleutels/nieuw"] button')
        make.click()
        expect(page.locator("#fouten")).to_be_visible()
        assert all_faults(page) == []
        page.locator('[name="naam"]').fill("Leerlingvolgsysteem")
        page.locator('[name="mag"][value="read"]').check()
        make.click()
        assert page.locator("#sleutel").input_value().startswith("pb_")
        assert all_faults(page) == []
        page.goto("/api-sleutels")
        assert all_faults(page) == []
        page.locator('form[action$="/intrekken"] button').first.click()
        expect(page.locator('[role="status"]')).to_be_visible()
        assert all_faults(page) == []
