"""The way of whoever gets a badge: scan, look, keep it on this phone, and find it there again."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import all_faults
from tests.browser.flow import give_badge, sign_in

pytestmark = pytest.mark.browser


@pytest.fixture
def link(page: Page) -> str:
    """Give a badge; answer the address that its giver shows as a code."""
    sign_in(page)
    give_badge(page)
    return page.locator("#link").input_value()


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
        expect(phone.get_by_role("status")).to_contain_text("staat nu bij je bewijzen")
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
