"""Four eyes on two phones: one gives, another who just joined confirms."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import PHONE, all_faults
from tests.browser.flow import fill_in, make_passkey, sign_in, sign_in_as_beheerder, with_device

pytestmark = pytest.mark.browser


def ask_for(beheerder: Page, *, four_eyes: bool) -> None:
    """Let the organisation ask for a second person, or not any more."""
    beheerder.goto("/organisatie/meekijken")
    beheerder.locator('[name="vier-ogen"]').set_checked(four_eyes)
    beheerder.get_by_role("button", name="Bewaar").click()
    expect(beheerder.get_by_role("status")).to_contain_text("Het is bewaard")


def invite(beheerder: Page, name: str) -> str:
    """Invite somebody who gives badges; give the link."""
    beheerder.goto("/mensen/uitnodigen")
    beheerder.locator('[name="naam"]').fill(name)
    beheerder.locator('[name="mail"]').fill(f"{name.split(maxsplit=1)[0].lower()}@maas.voorbeeld")
    beheerder.locator('[name="rol"][value="praktijkopleider"]').check()
    beheerder.locator("main form button").first.click()
    found = re.search(r"http://[^\s\"<]+/uitnodiging/[\w-]+", beheerder.content())
    assert found
    return found[0]


def give(page: Page) -> str:
    """Give a badge that has to wait; answer the address where it does."""
    page.goto("/uitreiken/25774/B1-K2-W1")
    fill_in(page)
    page.get_by_role("button", name="Bekijk het bewijs").click()
    page.locator('[name="gelezen"]').check()
    page.get_by_role("button", name=re.compile("Geef dit bewijs|Vraag een collega")).click()
    page.wait_for_url("**/onderweg/*")
    return page.url


class TestFourEyes:
    def test_from_two_phones(self, open_context: Callable[..., BrowserContext]) -> None:
        """By the code of the screen, and with a passkey of just now; without faults on the way."""
        beheerder, noor, ilse = (open_context(viewport=PHONE).new_page() for _ in range(3))
        sign_in_as_beheerder(beheerder)
        ask_for(beheerder, four_eyes=True)
        try:
            assert [] == all_faults(beheerder)
            with_device(ilse)
            make_passkey(ilse, invite(beheerder, "Ilse Kok"))
            sign_in(noor)
            self.by_code(noor, ilse)
            self.by_passkey(noor, ilse)
        finally:
            ask_for(beheerder, four_eyes=False)

    def by_code(self, noor: Page, ilse: Page) -> None:
        """Read it from the screen of the first."""
        here = give(noor)
        noor.get_by_role("button", name="Toon een code").click()
        assert [] == all_faults(noor)
        code = noor.locator(".quote .code").inner_text()
        ilse.goto("/onderweg")
        assert [] == all_faults(ilse)
        ilse.get_by_label("De code op het scherm van je collega").fill(code.lower())
        ilse.get_by_role("button", name="Bevestig", exact=True).click()
        ilse.wait_for_url("**/gegeven/*")
        noor.goto(here)
        expect(noor.get_by_text("Gegeven")).not_to_have_count(0)

    def by_passkey(self, noor: Page, ilse: Page) -> None:
        """Find it on the first page, and read it there."""
        give(noor)
        noor.locator("summary", has_text="Laat de deelnemer dit alvast lezen").click()
        own = noor.locator('a[href*="/straks/"]').get_attribute("href") or ""
        ilse.goto("/uitreiken")
        ilse.get_by_role("link", name="Verzamelt en controleert orders").first.click()
        assert [] == all_faults(ilse)
        noor.goto(own)
        assert [] == all_faults(noor)
        ilse.get_by_role("button", name="Ja, ik bevestig dit").click()
        ilse.wait_for_url("**/gegeven/*")
        noor.goto(own)
        noor.wait_for_url("**/b/*")
