"""The pages of whoever runs the service, of who wants to join, and of who reports harm, in a real browser."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import DESK, PHONE, all_faults
from tests.browser.flow import apply_to_join, sign_in_to_run_the_service

pytestmark = pytest.mark.browser

LONG = "Waterstaatsvoorzieningenbouwcollege Havenzicht"
each_window = pytest.mark.parametrize(
    "window",
    [
        {"viewport": PHONE, "color_scheme": "light", "locale": "nl-NL"},
        {"viewport": DESK, "color_scheme": "dark", "locale": "en-GB"},
    ],
    ids=["360-light", "1280-dark"],
)


def report_harm(page: Page) -> None:
    """Report something, and stay on the page where the answer will be."""
    page.goto("/misbruik")
    page.locator('[name="wat"]').fill("Op deze pagina staat de naam van mijn broer. Dat wil hij niet.")
    page.locator('form[action="/misbruik"] button').click()
    page.wait_for_url("**/misbruik/*")


def send_without_a_reason(page: Page, action: str) -> None:
    """Send a form without what the browser would ask for."""
    form = page.locator(f'form[action$="{action}"]')
    form.locator("[required]").evaluate("field => field.required = false")
    form.locator("button").click()
    expect(page.locator("#fouten")).to_be_visible()


class TestPages:
    @each_window
    def test_have_no_faults(
        self, open_context: Callable[..., BrowserContext], platform_link: str, window: dict[str, object]
    ) -> None:
        """What waits, an application, an organisation that stands still, recognitions; with their faults."""
        visitor, page = (open_context(**window).new_page() for _ in range(2))
        apply_to_join(visitor, LONG)
        assert all_faults(visitor) == []
        report_harm(visitor)
        assert all_faults(visitor) == []
        sign_in_to_run_the_service(page, platform_link)
        assert all_faults(page) == []
        for path in ("/platform", "/platform/erkenning"):
            page.goto(path)
            assert all_faults(page) == [], path
        page.goto("/platform")
        page.locator('form[action$="/uitnodigen"] button').click()
        assert all_faults(page) == []
        page.goto("/platform")
        page.locator('a[href^="/platform/aanmeldingen/"]').first.click()
        assert all_faults(page) == []
        send_without_a_reason(page, "/afwijzen")
        assert all_faults(page) == []
        page.locator('form[action$="/goedkeuren"] button').click()
        expect(page.locator("#link")).to_have_value(re.compile("/uitnodiging/"))
        assert all_faults(page) == []
        send_without_a_reason(page, "/stilzetten")
        assert all_faults(page) == []
        page.locator('[name="reden"]').fill("Er staan namen van mensen op de pagina.")
        page.locator('form[action$="/stilzetten"] button').click()
        expect(page.locator('form[action$="/hervatten"]')).to_be_visible()
        assert all_faults(page) == []

    def test_stand_in_the_menu(self, page: Page, platform_link: str) -> None:
        """The link leads there, and says where one is."""
        sign_in_to_run_the_service(page, platform_link)
        page.locator("nav").get_by_text("Deze dienst").click()
        page.wait_for_url("**/platform")
        expect(page.locator("nav [aria-current=page]")).to_have_text("Deze dienst")

    def test_are_not_opened_by_a_link_that_was_used(self, page: Page, platform_link: str) -> None:
        """Whoever used it signs in."""
        sign_in_to_run_the_service(page, platform_link)
        page.context.clear_cookies()
        page.goto(platform_link)
        assert all_faults(page) == []
        page.locator("main .btn").click()
        page.wait_for_url("**/inloggen")
