"""From an invitation to a passkey, to the first badge, and in again with two presses, in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import DESK, PHONE, accessibility_faults, narrow_enough
from tests.browser.flow import PHONE_DEVICE, fill_in, sign_in_as_beheerder, with_device

pytestmark = pytest.mark.browser


def invite(page: Page, *, name: str, role: str = "praktijkopleider") -> str:
    """Invite somebody, and read the link to send."""
    page.goto("/mensen/uitnodigen")
    page.locator('[name="naam"]').fill(name)
    page.locator('[name="mail"]').fill(f"{name.lower().replace(' ', '.')}@maas.voorbeeld")
    page.locator(f'[name="rol"][value="{role}"]').check()
    page.locator('form[action="/mensen/uitnodigen"] button').click()
    return page.locator("#link").input_value()


def accept(page: Page, link: str) -> None:
    """Accept an invitation and make a passkey."""
    page.goto(link)
    page.locator("main form button").click()
    page.wait_for_url("**/mijn/inloggen")
    page.locator("[data-passkey] button").click()
    page.wait_for_url("**/uitreiken")


class TestPasskey:
    def test_leads_from_an_invitation_to_a_badge(self, beheerder: Page, page: Page) -> None:
        """A press to accept, a press for the passkey; then the badge is given as always."""
        with_device(page)
        link = invite(beheerder, name="Tom Ros")
        for _ in range(10):  # as a scanner of mail does that runs scripts, too
            page.goto(link, wait_until="networkidle")
        accept(page, link)
        page.goto("/uitreiken/25774/B1-K2-W1")
        fill_in(page)
        page.locator('form[action$="/bekijk"] button:not(.vh)').first.click()
        page.locator('[name="gelezen"]').check()
        page.locator('form[action$="/geef"] button').first.click()
        page.wait_for_url("**/gegeven/*")

    def test_signs_in_with_two_presses(self, beheerder: Page, page: Page) -> None:
        """One on the page, one on the device; nobody types a name. It leads to where one was going."""
        with_device(page)
        accept(page, invite(beheerder, name="Eva Bos"))
        page.locator('form[action="/uitloggen"] button').click()
        page.goto("/gegeven")
        page.locator("[data-passkey] button").click()
        page.wait_for_url("**/gegeven")
        expect(page.locator(".foot__who")).to_contain_text("Eva Bos")

    def test_keeps_what_was_typed_when_the_sign_in_is_over(self, beheerder: Page, page: Page) -> None:
        """The form goes on by itself, with the name that was typed."""
        with_device(page)
        accept(page, invite(beheerder, name="Ids Vos"))
        page.goto("/uitreiken/25774/B1-K2-W1")
        fill_in(page, name="Sam & Co")
        page.context.clear_cookies()
        page.locator('form[action$="/bekijk"] button:not(.vh)').first.click()
        expect(page.locator("main")).to_contain_text("Wat je invulde, is niet weg")
        assert accessibility_faults(page) == []
        page.locator("[data-passkey] button").click()
        page.wait_for_url("**/bekijk")
        expect(page.locator("main")).to_contain_text("Sam & Co")

    def test_says_when_nothing_happened(self, page: Page) -> None:
        """A device without a passkey, or an owner who thinks better of it; the button works again."""
        devtools = page.context.new_cdp_session(page)
        devtools.send("WebAuthn.enable")
        device = PHONE_DEVICE | {"isUserVerified": False}
        devtools.send("WebAuthn.addVirtualAuthenticator", {"options": device})
        page.goto("/inloggen")
        page.locator("[data-passkey] button").click()
        expect(page.locator("[data-passkey] [role=alert]")).to_contain_text("Er is niets gebeurd")
        expect(page.locator("[data-passkey] button")).to_be_enabled()
        assert accessibility_faults(page) == []

    def test_says_how_to_leave_another_app(self, page: Page) -> None:
        """The browser inside WhatsApp or Teams knows no passkeys."""
        page.add_init_script("delete window.PublicKeyCredential")
        page.goto("/inloggen")
        expect(page.locator("[data-no-passkey]")).to_be_visible()
        expect(page.locator("[data-passkey]")).to_have_count(0)
        assert accessibility_faults(page) == []

    def test_says_that_it_needs_a_script(self, open_context: Callable[..., BrowserContext]) -> None:
        """Without JavaScript there is no passkey, and the page says so; the demo has its button."""
        page = open_context(java_script_enabled=False).new_page()
        page.goto("/inloggen")
        expect(page.locator("main")).to_contain_text("Voor een passkey is JavaScript nodig")
        expect(page.locator("[data-passkey]")).to_be_hidden()


class TestPages:
    @pytest.mark.parametrize("size", [PHONE, DESK], ids=["360", "1280"])
    def test_have_no_faults(self, open_context: Callable[..., BrowserContext], size: dict[str, int]) -> None:
        """The pages about people and signing in, on a phone and on a desk."""
        page = open_context(viewport=size).new_page()
        page.goto("/inloggen/hulp")
        assert accessibility_faults(page) == []
        sign_in_as_beheerder(page)
        link = invite(page, name=f"Bo {size['width']}")
        assert accessibility_faults(page) == []
        for path in ("/mensen", "/mensen/uitnodigen", "/mijn", "/mijn/inloggen", link):
            page.goto(path)
            assert accessibility_faults(page) == [], path
            assert narrow_enough(page), path
        page.goto("/mijn")
        page.locator('form[action="/mijn/app/nieuw"] button').click()
        assert accessibility_faults(page) == []
        page.goto("/mensen")
        page.locator('a[href^="/mensen/"]:has-text("Noor")').first.click()
        assert accessibility_faults(page) == []
        page.locator('a[href$="/verwijderen"]').click()
        assert accessibility_faults(page) == []

    def test_break_no_rule_of_their_own(self, page: Page) -> None:
        """The content security policy refuses nothing that a passkey needs."""
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto("/inloggen", wait_until="networkidle")
        assert said == []
