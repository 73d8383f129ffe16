"""A copy on one's own telephone: asked first, shown without internet, gone with the sign-in."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Error, Page, expect

from tests.browser.conftest import all_faults
from tests.browser.flow import give_badge

pytestmark = pytest.mark.browser

BADGE = "Verzamelt en controleert orders"
KEPT = "caches.keys().then((names) => names.length)"
WORKERS = "navigator.serviceWorker.getRegistrations().then((all) => all.length)"


@pytest.fixture
def phone(link: str, open_context: Callable[..., BrowserContext]) -> Page:
    """Keep the badge on a telephone; nothing was said yet of a copy."""
    phone = open_context().new_page()
    phone.goto(link)
    phone.get_by_role("button", name="Ja, bewaar het hier").click()
    expect(phone.get_by_role("button", name="Ja, zet hier een kopie")).to_be_visible()
    return phone


def keep_copy(phone: Page) -> None:
    """Say that it is one's own telephone."""
    phone.get_by_role("button", name="Ja, zet hier een kopie").click()
    expect(phone.get_by_text("Klaar. De kopie staat op deze telefoon.")).to_be_visible()


def make_older(phone: Page, *, days: int) -> None:
    """Let the list in the copy be of so many days ago."""
    phone.evaluate(
        """async (days) => {
          const [name] = await caches.keys();
          const cache = await caches.open(name);
          const kept = await cache.match('/mijn-bewijzen');
          const headers = new Headers(kept.headers);
          headers.set('Kopie-Van', new Date(Date.now() - days * 24 * 3600 * 1000).toISOString());
          await cache.put('/mijn-bewijzen', new Response(await kept.text(), { headers }));
        }""",
        days,
    )


def end_elsewhere(phone: Page, other: Page) -> None:
    """Take this telephone off on another one, which the same person uses."""
    other.context.add_cookies(phone.context.cookies())
    other.goto("/mijn-bewijzen/toestellen")
    other.get_by_role("button", name="Haal mijn bewijzen van dit toestel").click()
    expect(other.get_by_text("Je bewijzen staan niet meer op deze telefoon.")).to_be_visible()


def wake(phone: Page) -> None:
    """Let the worker hear that there is internet, as the browser tells it (W3C Background Sync).

    Where the browser did so already, there may be no worker left to tell.
    """
    tools, known = phone.context.new_cdp_session(phone), []
    tools.on("ServiceWorker.workerRegistrationUpdated", lambda event: known.extend(event["registrations"]))
    tools.send("ServiceWorker.enable")
    for _ in range(250):
        if (found := _workers_of(known)) or not phone.evaluate(WORKERS):
            break
        phone.wait_for_timeout(20)
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(phone.url))
    for worker in found:
        about = {"origin": origin, "registrationId": worker, "tag": "contact", "lastChance": False}
        tools.send("ServiceWorker.dispatchSyncEvent", about)


def _workers_of(known: list[dict[str, str]]) -> set[str]:
    return {each["registrationId"] for each in known if each["scopeURL"].endswith("/mijn-bewijzen")}


def nothing_is_left(phone: Page) -> None:
    """Hold that the telephone keeps nothing, and works by itself no more."""
    phone.wait_for_function(f"{KEPT}.then((count) => count === 0)")
    phone.wait_for_function(f"{WORKERS}.then((count) => count === 0)")


class TestCopy:
    """Somebody sees his badges without internet, on his own telephone."""

    def test_is_there_without_internet_after_a_yes(self, phone: Page) -> None:
        """The list, the badge with its code to scan, and the day; what needs internet is not offered."""
        assert [] == all_faults(phone)
        keep_copy(phone)
        assert [] == all_faults(phone)
        phone.context.set_offline(True)
        phone.goto("/mijn-bewijzen")
        expect(phone.get_by_text("Je bent nu zonder internet.")).to_be_visible()
        expect(phone.get_by_text("Dit was zo op")).to_be_visible()
        expect(phone.get_by_role("link", name="Maak een link")).to_have_count(0)
        phone.get_by_role("link", name=BADGE).click()
        expect(phone.get_by_text("Je bent nu zonder internet.")).to_be_visible()
        expect(phone.locator(".qr")).to_be_visible()
        expect(phone.get_by_text("Toon de nieuwe code")).to_be_hidden()
        phone.goto("/mijn-bewijzen/gegevens")
        expect(phone.get_by_role("heading", name="Dit kan niet zonder internet")).to_be_visible()
        phone.get_by_role("link", name="Naar mijn bewijzen").click()
        expect(phone.get_by_role("link", name=BADGE)).to_be_visible()

    def test_keeps_no_address_that_shows_something_to_others(self, phone: Page) -> None:
        """Nor what the verifier says: only the holder's own pages, and files that are the same for all."""
        keep_copy(phone)
        phone.get_by_role("link", name=BADGE).click()
        phone.get_by_role("link", name="Laat dit zien").click()
        phone.get_by_role("link", name="Controleer dit bewijs").click()
        expect(phone.get_by_role("heading", level=1)).to_contain_text("Dit bewijs is echt")
        phone.goto("/mijn-bewijzen")
        kept = phone.evaluate(
            "caches.keys().then(([name]) => caches.open(name)).then((cache) => cache.keys())"
            ".then((all) => all.map((each) => new URL(each.url).pathname))"
        )
        assert {"mijn-bewijzen", "static"} == {each.split("/")[1] for each in kept}

    def test_is_not_made_after_a_no(self, phone: Page) -> None:
        """Nothing stands on the telephone, and nothing works there by itself."""
        phone.get_by_role("button", name="Nee, bewaar hier niets").click()
        expect(phone.get_by_text("Goed. We bewaren hier geen kopie.")).to_be_visible()
        assert (0, 0) == (phone.evaluate(KEPT), phone.evaluate(WORKERS))

    def test_is_taken_away_where_it_stands(self, phone: Page) -> None:
        """With and without internet."""
        keep_copy(phone)
        phone.get_by_role("button", name="Haal de kopie weg").click()
        expect(phone.get_by_text("De kopie is weg.")).to_be_visible()
        nothing_is_left(phone)
        keep_copy(phone)
        phone.context.set_offline(True)
        phone.goto("/mijn-bewijzen")
        phone.get_by_role("button", name="Haal deze kopie van de telefoon").click()
        expect(phone.get_by_text("Met internet staat je lijst er weer.")).to_be_visible()
        expect(phone.get_by_role("link", name=BADGE)).to_have_count(0)
        nothing_is_left(phone)


def is_kept_no_more(phone: Page, path: str, *, word: str) -> None:
    """Wait until the copy has no page at this path with this word."""
    kept = f"caches.match('{path}').then((kept) => kept ? kept.text() : '')"
    phone.wait_for_function(f"{kept}.then((text) => !text.includes('{word}'))")


class TestChanges:
    """The copy shows nothing that he took away, nor what was taken from him."""

    def test_shows_no_code_of_what_nobody_may_see_any_more(self, phone: Page) -> None:
        """The badge as it is now is there, without a code to scan."""
        keep_copy(phone)
        phone.get_by_role("link", name=BADGE).click()
        expect(phone.locator(".qr")).to_be_visible()
        path = urlsplit(phone.url).path
        phone.get_by_role("button", name="Laat het niemand meer zien").click()
        expect(phone.get_by_text("Niemand kan dit bewijs nu nog openen.")).to_be_visible()
        is_kept_no_more(phone, path, word="Laat deze code scannen")
        phone.context.set_offline(True)
        phone.goto(path)
        expect(phone.get_by_text("Je bent nu zonder internet.")).to_be_visible()
        expect(phone.locator(".qr")).to_have_count(0)

    def test_lets_go_of_a_badge_that_left_the_list(self, phone: Page, page: Page) -> None:
        """Who gave it erased it."""
        path = phone.get_by_role("link", name=BADGE).get_attribute("href") or ""
        keep_copy(phone)
        page.get_by_role("link", name="Wis dit bewijs").click()
        page.get_by_label("De persoon heeft dit zelf gevraagd").check()
        page.get_by_role("button", name="Wis dit bewijs").click()
        page.wait_for_url(lambda url: not url.endswith("/wissen"))
        phone.goto("/mijn-bewijzen")
        is_kept_no_more(phone, path, word="html")


class TestWiping:
    """Whoever comes next at this telephone finds nothing."""

    def test_goes_with_not_my_telephone(self, phone: Page) -> None:
        """Also without internet afterwards."""
        keep_copy(phone)
        phone.get_by_text("Niet mijn telefoon").click()
        phone.get_by_role("button", name="Haal mijn bewijzen van deze telefoon").click()
        expect(phone.get_by_text("Je bewijzen staan niet meer op deze telefoon.")).to_be_visible()
        nothing_is_left(phone)

    def test_goes_with_erasing(self, phone: Page) -> None:
        """What is erased is erased here too."""
        keep_copy(phone)
        phone.goto("/mijn-bewijzen/weg")
        phone.get_by_label("Ja, ik wil alles weg").check()
        phone.get_by_role("button", name="Verwijder alles").click()
        expect(phone.get_by_text("Alles over jou is weg.")).to_be_visible()
        nothing_is_left(phone)

    def test_goes_where_the_device_was_ended_elsewhere(
        self, phone: Page, open_context: Callable[..., BrowserContext]
    ) -> None:
        """At the first answer: the list of devices on another telephone ended this one."""
        keep_copy(phone)
        end_elsewhere(phone, open_context().new_page())
        phone.get_by_role("link", name=BADGE).click()
        expect(phone.get_by_role("heading", level=1)).not_to_contain_text("Dit kan")
        nothing_is_left(phone)

    def test_goes_by_itself_once_there_is_internet(
        self, phone: Page, open_context: Callable[..., BrowserContext]
    ) -> None:
        """Somebody looks at the copy while the sign-in ends elsewhere; he touches nothing."""
        keep_copy(phone)
        phone.context.set_offline(True)
        phone.goto("/mijn-bewijzen")
        expect(phone.get_by_text("Anders gaat deze kopie weg.")).to_be_visible()
        end_elsewhere(phone, open_context().new_page())
        expect(phone.get_by_role("link", name=BADGE)).to_be_visible()
        phone.context.set_offline(False)
        expect(phone.get_by_text("Op deze telefoon staan nog geen bewijzen.")).to_be_visible()
        nothing_is_left(phone)

    def test_goes_where_nobody_looks_any_more(
        self, phone: Page, open_context: Callable[..., BrowserContext]
    ) -> None:
        """Internet is back after the copy was shown and left; the browser wakes what kept it."""
        keep_copy(phone)
        phone.context.set_offline(True)
        phone.goto("/mijn-bewijzen")
        expect(phone.get_by_text("Je bent nu zonder internet.")).to_be_visible()
        end_elsewhere(phone, open_context().new_page())
        phone.goto("about:blank")
        phone.context.set_offline(False)
        phone.goto("/")
        wake(phone)
        nothing_is_left(phone)

    @pytest.mark.parametrize("days", [15, -2], ids=["after two weeks", "from the future"])
    def test_goes_without_any_word_from_us(self, phone: Page, days: int) -> None:
        """A telephone without internet cannot know that it was ended; so the copy has its own end."""
        keep_copy(phone)
        make_older(phone, days=days)
        phone.context.set_offline(True)
        with pytest.raises(Error):
            phone.goto("/mijn-bewijzen")
        phone.context.set_offline(False)
        phone.goto("/")
        nothing_is_left(phone)

    def test_goes_when_somebody_else_opens_his(
        self, phone: Page, page: Page, open_context: Callable[..., BrowserContext]
    ) -> None:
        """Another sign-in on the same telephone is asked anew."""
        keep_copy(phone)
        give_badge(page, name="Noor Jansen")
        phone.context.clear_cookies()
        phone.goto(page.locator("#link").input_value())
        phone.get_by_role("button", name="Ja, bewaar het hier").click()
        expect(phone.get_by_role("button", name="Ja, zet hier een kopie")).to_be_visible()
        nothing_is_left(phone)
