"""More ways to what somebody keeps: a passkey, another device, an address; and looking after them."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import DESK, all_faults
from tests.browser.flow import give_badge, with_device
from tests.browser.passing import take_letter
from tests.browser.test_keeping import choose

pytestmark = pytest.mark.browser

BADGE = "Verzamelt en controleert orders"
WHATSAPP = "Mozilla/5.0 (Linux; Android 14; wv) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36"


def kept(context: BrowserContext, link: str) -> Page:
    """Keep the badge on a telephone, and stand at the list."""
    page = context.new_page()
    page.goto(link)
    page.get_by_role("button", name="Ja, bewaar het hier").click()
    expect(page.get_by_role("heading", level=1, name="Mijn bewijzen")).to_be_visible()
    return page


class TestPasskey:
    """A finger or a face opens what somebody keeps."""

    def test_is_made_and_opens(self, link: str, open_context: Callable[..., BrowserContext]) -> None:
        """No name is typed; when it is all gone from this telephone, it comes back with one press."""
        page = kept(open_context(), link)
        with_device(page)
        expect(page.get_by_text("Nu kan het alleen met deze telefoon.")).to_be_visible()
        page.get_by_role("link", name="Kies nog een manier").click()
        expect(page.get_by_text("Je bewijzen staan op 1 toestel.")).to_be_visible()
        assert [] == all_faults(page)
        page.get_by_role("link", name="Maak een passkey").click()
        expect(page.get_by_role("button", name="Maak mijn passkey")).to_be_visible()
        assert [] == all_faults(page)
        page.get_by_role("button", name="Maak mijn passkey").click()
        expect(page.get_by_role("status")).to_contain_text("Je passkey is klaar")
        assert [] == all_faults(page)
        page.context.clear_cookies()
        page.goto("/mijn-bewijzen")
        page.get_by_role("link", name="Open met mijn passkey").click()
        expect(page.get_by_role("button", name="Ja, open en bewaar het hier")).to_be_visible()
        assert [] == all_faults(page)
        page.get_by_role("button", name="Ja, open en bewaar het hier").click()
        expect(page.get_by_role("link", name=BADGE)).to_be_visible()
        expect(page.get_by_text("Je hebt meer dan 1 manier.")).to_be_visible()

    def test_is_not_offered_inside_another_app(
        self, link: str, open_context: Callable[..., BrowserContext]
    ) -> None:
        """The page says how to come to the browser of the telephone, also without JavaScript."""
        page = kept(open_context(user_agent=WHATSAPP, java_script_enabled=False), link)
        for path in ("/mijn-bewijzen/passkey", "/openen/passkey"):
            page.goto(path)
            expect(page.get_by_text("Je kijkt nu in een andere app")).to_be_visible()
            expect(page.get_by_role("button")).to_have_count(0)


class TestAddress:
    """A code that is sent opens what somebody keeps."""

    def test_is_chosen_and_opens_without_javascript(
        self, link: str, open_context: Callable[..., BrowserContext], environ: dict[str, str]
    ) -> None:
        """Six digits to type, on a second telephone too."""
        page = kept(open_context(java_script_enabled=False), link)
        address = f"sam{time.monotonic_ns()}@maas.voorbeeld"
        page.goto("/mijn-bewijzen/toegang")
        page.get_by_role("link", name="Kies een mailadres of nummer").click()
        page.get_by_label("Je mailadres of je telefoonnummer").fill(address)
        page.get_by_role("button", name="Stuur me een code").click()
        expect(page.get_by_role("heading", name="Typ de code")).to_be_visible()
        page.get_by_label("De 6 cijfers").fill(code_in(take_letter(environ, address)))
        page.get_by_role("button", name="Klaar").click()
        expect(page.get_by_role("status")).to_contain_text("Met dit adres kun je nu een code vragen.")
        other = open_context().new_page()
        other.goto("/mijn-bewijzen")
        other.get_by_role("link", name="Stuur me een code").click()
        expect(other.get_by_role("heading", name="Open met een code")).to_be_visible()
        assert [] == all_faults(other)
        other.get_by_label("Je mailadres of je telefoonnummer").fill(address)
        other.get_by_role("button", name="Stuur me een code").click()
        expect(other.get_by_role("heading", name="Typ de code")).to_be_visible()
        assert [] == all_faults(other)
        other.get_by_role("button", name="Open mijn bewijzen").click()
        expect(other.get_by_role("alert")).to_contain_text("Deze code klopt niet")
        assert [] == all_faults(other)
        other.get_by_label("De 6 cijfers").fill(code_in(take_letter(environ, address)))
        other.get_by_role("button", name="Open mijn bewijzen").click()
        expect(other.get_by_role("link", name=BADGE)).to_be_visible()
        own = open_context().new_page()
        own.context.add_cookies(page.context.cookies())  # axe needs a script
        for path in ("/mijn-bewijzen/adres", "/mijn-bewijzen/toegang"):
            own.goto(path)
            assert [] == all_faults(own)


def code_in(letter: str) -> str:
    """Read the code in a letter."""
    found = re.search(r"\b\d{6}\b", letter)
    assert found is not None
    return found[0]


class TestDevices:
    """Somebody sees where his badges are, and takes one device off."""

    def test_are_listed_and_taken_off(self, link: str, open_context: Callable[..., BrowserContext]) -> None:
        """By their kind and their days; taking off this one empties the list here."""
        page = kept(open_context(viewport=DESK), link)
        page.goto("/mijn-bewijzen/toestellen")
        expect(page.get_by_text("dit toestel", exact=False).first).to_be_visible()
        assert [] == all_faults(page)
        page.get_by_role("button", name="Haal mijn bewijzen van dit toestel").click()
        expect(page.get_by_text("Op deze telefoon staan nog geen bewijzen.")).to_be_visible()

    def test_are_added_from_one_to_the_other(
        self, link: str, open_context: Callable[..., BrowserContext]
    ) -> None:
        """The one shows a code, the other asks with it, the one says yes; the other without JavaScript."""
        page, other = kept(open_context(), link), open_context(java_script_enabled=False).new_page()
        page.goto("/mijn-bewijzen/toestellen")
        page.get_by_role("link", name="Een toestel erbij").click()
        expect(page.get_by_role("button", name="Laat een code zien")).to_be_visible()
        assert [] == all_faults(page)
        page.get_by_role("button", name="Laat een code zien").click()
        expect(page.locator(".code--big")).to_be_visible()
        assert [] == all_faults(page)
        other.goto("/toestel")
        other.get_by_label("De code op je andere toestel").fill(
            page.locator(".code--big").inner_text().lower()
        )
        other.get_by_role("button", name="Ga verder").click()
        expect(other.get_by_text("Pak je andere toestel. Zeg daar dat het mag.")).to_be_visible()
        expect(page.get_by_role("heading", name="wil erbij")).to_be_visible(timeout=15_000)
        assert [] == all_faults(page)
        page.get_by_role("button", name="Ja, het is mijn toestel").click()
        expect(page.get_by_role("status")).to_contain_text("Ga verder op je andere toestel")
        other.get_by_role("link", name="Het mag, ga verder").click()
        other.get_by_role("button", name="Open mijn bewijzen").click()
        expect(other.get_by_role("link", name=BADGE)).to_be_visible()
        page.reload()
        expect(page.get_by_role("button", name="Haal dit toestel weg")).to_be_visible()
        assert [] == all_faults(page)

    def test_says_what_to_do_with_a_wrong_code(self, page: Page) -> None:
        """What was typed stays."""
        page.goto("/toestel?code=K7P4-QD9M")
        page.get_by_role("button", name="Ga verder").click()
        expect(page.get_by_role("alert")).to_contain_text("Maak een nieuwe op je andere toestel")
        expect(page.get_by_label("De code op je andere toestel")).to_have_value("K7P4-QD9M")
        assert [] == all_faults(page)


class TestGivenCard:
    """Who lost his telephone gets a card from who gave the badge."""

    def test_opens_what_was_given_and_is_shown_to_its_owner(
        self, page: Page, link: str, open_context: Callable[..., BrowserContext]
    ) -> None:
        """In his presence; the telephone of before tells of it."""
        before, after = kept(open_context(), link), open_context().new_page()
        page.get_by_role("link", name="Maak een kaart op papier").click()
        expect(page.get_by_text("Dit bewijs is al bewaard.")).to_be_visible()
        assert [] == all_faults(page)
        choose(page)
        page.get_by_role("button", name="Maak de kaart").click()
        code = page.locator(".sheet b.code").inner_text()
        after.goto("/kaart")
        after.get_by_label("De code op je kaart").fill(code)
        choose(after)
        after.get_by_role("button", name="Open mijn bewijzen").click()
        expect(after.get_by_role("heading", name="Zet ze over op deze kaart")).to_be_visible()
        assert [] == all_faults(after)
        before.goto("/mijn-bewijzen")
        expect(before.get_by_text("Was jij daar niet bij? Stop de kaart.")).to_be_visible()
        assert [] == all_faults(before)
        before.get_by_role("link", name="Bekijk de kaart").click()
        assert [] == all_faults(before)
        before.get_by_role("button", name="Stop deze kaart").click()
        expect(before.get_by_role("status").first).to_contain_text("Deze kaart opent niets meer.")


class TestHelper:
    """Somebody who helps sees what the holder ticks."""

    def test_is_invited_looks_and_is_stopped(
        self, link: str, open_context: Callable[..., BrowserContext]
    ) -> None:
        """The holder ticks and reads when he looked; the helper has no script."""
        page, other = kept(open_context(), link), open_context(java_script_enabled=False).new_page()
        page.get_by_role("link", name="Bekijk wie mij helpt").click()
        expect(page.get_by_role("heading", name="Wie helpt mij")).to_be_visible()
        assert [] == all_faults(page)
        page.get_by_role("link", name="Laat iemand meekijken").click()
        page.get_by_label("Wie helpt je?").fill("Mijn zus")
        page.get_by_label(BADGE).check()
        expect(page.get_by_label("3 maanden")).to_be_checked()
        assert [] == all_faults(page)
        page.get_by_role("button", name="Maak een uitnodiging").click()
        expect(page.get_by_role("heading", name="De uitnodiging")).to_be_visible()
        assert [] == all_faults(page)
        other.goto(page.locator("#link").input_value())
        expect(other.get_by_text("Nee zeggen mag.")).to_be_visible()
        other.get_by_role("button", name="Ja, ik kijk mee").click()
        other.get_by_role("link", name="Bekijk de bewijzen van persoon 1").click()
        other.get_by_role("link", name=BADGE).click()
        expect(
            other.get_by_text("Wil je dit aan een ander laten zien? Vraag het de eigenaar.")
        ).to_be_visible()
        looking = open_context().new_page()
        looking.context.add_cookies(other.context.cookies())  # axe needs a script
        for address in ("/helpen", other.url.rpartition("/")[0], other.url):
            looking.goto(address)
            assert [] == all_faults(looking)
        page.goto("/mijn-bewijzen/helpers")
        expect(page.get_by_role("heading", name="Wanneer keek deze persoon?")).to_be_visible()
        assert [] == all_faults(page)
        page.get_by_role("button", name="Stop hiermee").click()
        expect(page.get_by_role("status")).to_contain_text("Deze persoon ziet niets meer.")
        other.reload()
        expect(other.get_by_role("heading", level=1)).not_to_contain_text("Dit kan")


class TestJoining:
    """Whoever kept some here and some there brings it together."""

    def test_brings_the_other_list_here(
        self, link: str, page: Page, open_context: Callable[..., BrowserContext]
    ) -> None:
        """He proves it by its card, reads what comes along, and then it stands here only."""
        here = kept(open_context(), link)
        give_badge(page, name="Noor Jansen")
        there = kept(open_context(), page.locator("#link").input_value())
        there.get_by_role("link", name="Kies nog een manier").click()
        there.get_by_role("link", name="Maak een kaart").click()
        choose(there)
        there.get_by_role("button", name="Maak de kaart").click()
        code = there.locator(".sheet b.code").inner_text()
        here.get_by_role("link", name="Kies nog een manier").click()
        here.get_by_role("link", name="Zet bewijzen bij elkaar").click()
        expect(here.get_by_role("heading", name="Laat zien dat ze van jou zijn")).to_be_visible()
        assert [] == all_faults(here)
        here.get_by_role("link", name="Open met mijn kaart").click()
        expect(here.get_by_text("Doe dit alleen met je eigen bewijzen.")).to_be_visible()
        assert [] == all_faults(here)
        here.get_by_label("De code op je kaart").fill(code)
        choose(here)
        here.get_by_role("button", name="Ga verder").click()
        expect(here.get_by_role("heading", name="Dit komt erbij")).to_be_visible()
        assert [] == all_faults(here)
        here.get_by_role("button", name="Zet ze bij elkaar").click()
        expect(here.get_by_text("Je bewijzen staan nu bij elkaar.")).to_be_visible()
        expect(here.get_by_role("link", name=BADGE)).to_have_count(2)
        there.goto("/mijn-bewijzen")
        expect(there.get_by_text("Op deze telefoon staan nog geen bewijzen.")).to_be_visible()

    def test_takes_the_passkey_of_the_other_list(
        self, link: str, page: Page, open_context: Callable[..., BrowserContext]
    ) -> None:
        """On one telephone: what was kept before, and forgotten here, comes along."""
        here = kept(open_context(), link)
        with_device(here)
        here.goto("/mijn-bewijzen/passkey")
        here.get_by_role("button", name="Maak mijn passkey").click()
        expect(here.get_by_role("status")).to_contain_text("Je passkey is klaar")
        here.context.clear_cookies()
        keep_another(here, giver=page)
        ask_to_join(here)
        here.get_by_role("link", name="Open met mijn passkey").click()
        expect(here.get_by_role("button", name="Ga verder")).to_be_visible()
        assert [] == all_faults(here)
        here.get_by_role("button", name="Ga verder").click()
        bring_together(here)

    def test_takes_a_code_to_the_address_of_the_other_list(
        self, link: str, page: Page, open_context: Callable[..., BrowserContext], environ: dict[str, str]
    ) -> None:
        """A wrong one proves nothing; afterwards nothing stands there any more."""
        there, here = kept(open_context(java_script_enabled=False), link), open_context().new_page()
        address = f"noor{time.monotonic_ns()}@maas.voorbeeld"
        there.goto("/mijn-bewijzen/adres")
        type_address(there, address)
        there.get_by_label("De 6 cijfers").fill(code_in(take_letter(environ, address)))
        there.get_by_role("button", name="Klaar").click()
        expect(there.get_by_role("status")).to_contain_text("Met dit adres kun je nu een code vragen.")
        keep_another(here, giver=page)
        ask_to_join(here)
        here.get_by_role("link", name="Stuur me een code").click()
        expect(here.get_by_text("Doe dit alleen met je eigen bewijzen.")).to_be_visible()
        assert [] == all_faults(here)
        type_address(here, address)
        assert [] == all_faults(here)
        letter = take_letter(environ, address)
        here.get_by_label("De 6 cijfers").fill(f"{(int(code_in(letter)) + 1) % 1_000_000:06}")
        here.get_by_role("button", name="Ga verder").click()
        expect(here.get_by_role("alert")).to_contain_text("Deze code klopt niet")
        here.get_by_label("De 6 cijfers").fill(code_in(letter))
        here.get_by_role("button", name="Ga verder").click()
        bring_together(here)
        there.goto("/mijn-bewijzen")
        expect(there.get_by_text("Op deze telefoon staan nog geen bewijzen.")).to_be_visible()


def keep_another(phone: Page, *, giver: Page) -> None:
    """Keep a badge of somebody of another name, where nothing is kept."""
    give_badge(giver, name="Noor Jansen")
    phone.goto(giver.locator("#link").input_value())
    phone.get_by_role("button", name="Ja, bewaar het hier").click()
    expect(phone.get_by_role("heading", level=1, name="Mijn bewijzen")).to_be_visible()


def ask_to_join(phone: Page) -> None:
    """Come to where the other list is proved."""
    phone.goto("/mijn-bewijzen/toegang")
    phone.get_by_role("link", name="Zet bewijzen bij elkaar").click()
    expect(phone.get_by_role("heading", name="Laat zien dat ze van jou zijn")).to_be_visible()


def type_address(phone: Page, address: str) -> None:
    """Ask for a code to an address."""
    phone.get_by_label("Je mailadres of je telefoonnummer").fill(address)
    phone.get_by_role("button", name="Stuur me een code").click()
    expect(phone.get_by_role("heading", name="Typ de code")).to_be_visible()


def bring_together(phone: Page) -> None:
    """Read what comes along, and bring it here."""
    expect(phone.get_by_role("heading", name="Dit komt erbij")).to_be_visible()
    phone.get_by_role("button", name="Zet ze bij elkaar").click()
    expect(phone.get_by_text("Je bewijzen staan nu bij elkaar.")).to_be_visible()
    expect(phone.get_by_role("link", name=BADGE)).to_have_count(2)
