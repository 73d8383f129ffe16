"""What people do on the pages, in the words that they see."""

from playwright.sync_api import CDPSession, Page

PHONE_DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
NARRATIVE = "Sam verzamelde elke ochtend 40 orders met de handscanner en controleerde ze."


def sign_in(page: Page) -> None:
    """Sign in to the demo with its one button."""
    page.goto("/inloggen")
    page.locator('form[action="/inloggen/demo"] button').first.click()
    page.wait_for_url("**/uitreiken")


def play(page: Page, name: str) -> None:
    """Come in as somebody of the demo, by the button with that name."""
    page.goto("/inloggen")
    page.get_by_role("button", name=name).click()
    page.wait_for_url(lambda url: not url.endswith("/inloggen"))


def sign_in_as_beheerder(page: Page) -> None:
    """Go on as the beheerder of the demo."""
    page.goto("/inloggen")
    page.locator('[name="als"][value="beheerder"]').click()
    page.wait_for_url("**/mensen")


def with_device(page: Page) -> CDPSession:
    """Give a page a device that makes passkeys, and that its owner unlocks at once."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": PHONE_DEVICE})
    return devtools


def make_passkey(page: Page, link: str) -> None:
    """Follow a link, and make the passkey of whom it is for."""
    page.goto(link)
    page.locator("main form button").click()
    page.wait_for_url("**/mijn/inloggen")
    with page.expect_navigation():
        page.locator("[data-passkey] button").click()


def sign_in_to_run_the_service(page: Page, link: str) -> None:
    """Make the passkey of whoever runs the service."""
    with_device(page)
    make_passkey(page, link)
    page.wait_for_url("**/mijn")


def apply_to_join(page: Page, name: str) -> str:
    """Apply as a school; answer the path of the page that tells how far it came."""
    page.goto("/aanmelden")
    page.locator("#f-soort-school").check()
    page.locator('[name="brin"]').fill("25LX")
    page.locator('[name="schoolsoort"][value="mbo"]').check()
    page.locator('[name="naam"]').fill(name)
    page.locator('[name="persoon"]').fill("Bea Mol")
    page.locator('[name="mail"]').fill("bea@school.voorbeeld")
    page.locator('[name="overeenkomst"]').check()
    page.locator('[name="edities"]').check()
    page.locator('form[action="/aanmelden"] button').click()
    page.wait_for_url("**/aanmelden/*")
    return page.url[page.url.index("/aanmelden/") :]


def fill_in(page: Page, *, name: str = "Sam de Vries", narrative: str = NARRATIVE) -> None:
    """Fill in what is asked, and nothing more."""
    page.locator('[name="naam"]').fill(name)
    page.locator('[name="zin"]').fill(narrative)
    page.locator('[name="van"]').fill("2026-01-05")
    page.locator('[name="tot"]').fill("2026-06-26")


def give_badge(page: Page, *, name: str = "Sam de Vries") -> str:
    """Give a badge for logistiek medewerker, from the search to the QR code; answer its path."""
    page.goto("/uitreiken")
    page.locator('[name="zoek"]').fill("orders verzamelen")
    page.locator('form[action="/uitreiken"] button').click()
    page.locator('a[href="/uitreiken/25774/B1-K2-W1"]').first.click()
    fill_in(page, name=name)
    page.locator('form[action$="/bekijk"] button:not(.vh)').first.click()
    page.locator('[name="gelezen"]').check()
    page.locator(
        'form[action$="/geef"] button[type="submit"], form[action$="/geef"] button:not([type])'
    ).first.click()
    page.wait_for_url("**/gegeven/*")
    url = page.locator('a[href*="/b/"]').first.get_attribute("href") or ""
    return url[url.index("/b/") :]
