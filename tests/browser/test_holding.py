"""What is given waits: for a second person on another phone, or for a learner who reads it first."""

import re
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import PHONE, all_faults
from tests.browser.flow import fill_in, make_passkey, sign_in, sign_in_as_beheerder, with_device
from tests.browser.passing import let_pass

pytestmark = pytest.mark.browser

ROSTER = """naam;crebo;werkproces;van;tot;toelichting;kenmerk
Bo Prins;25774;B1-K2-W1;5-1-2026;26-6-2026;Bo zocht elke ochtend 40 orders.;wacht-bo
Ali Demir;25774;B1-K2-W1;5-1-2026;26-6-2026;Ali zocht elke ochtend 400 orders.;wacht-ali
"""
MILLISECONDS = 60_000


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
            self.by_refusing(noor, ilse)
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

    def by_refusing(self, noor: Page, ilse: Page) -> None:
        """Say no; the first reads who did, and gives it again from the form as it was."""
        here = give(noor)
        ilse.goto(here)
        ilse.locator("summary", has_text="Nee, dit klopt niet").click()
        ilse.locator('[name="wat"]').fill("Het waren er 4.")
        ilse.get_by_role("button", name="Zeg dat het niet klopt").click()
        expect(ilse.get_by_role("heading", name="Ilse Kok zegt: dit klopt niet")).to_be_visible()
        noor.goto(here)
        assert [] == all_faults(noor)
        noor.get_by_role("link", name="Verbeter het en geef het opnieuw").click()
        expect(noor.locator('[name="naam"]')).to_have_value("Sam de Vries")
        assert [] == all_faults(noor)
        noor.locator('[name="zin"]').fill("Sam verzamelde elke ochtend 4 orders.")
        noor.get_by_role("button", name="Bekijk het bewijs").last.click()
        noor.locator('[name="gelezen"]').check()
        noor.get_by_role("button", name=re.compile("Geef dit bewijs|Vraag een collega")).click()
        noor.wait_for_url("**/onderweg/*")
        expect(noor.locator("main")).to_contain_text("elke ochtend 4 orders")
        ilse.goto(noor.url)
        ilse.get_by_role("button", name="Ja, ik bevestig dit").click()
        ilse.wait_for_url("**/gegeven/*")

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


def ask_for_hours(beheerder: Page, hours: int) -> None:
    """Let the organisation give learners in a roster so long to read."""
    beheerder.goto("/organisatie/meekijken")
    beheerder.locator('[name="wachttijd"]').fill(str(hours))
    beheerder.get_by_role("button", name="Bewaar").click()
    expect(beheerder.get_by_role("status")).to_contain_text("Het is bewaard")


def scanned(page: Page, name: str) -> str:
    """Scan the card of somebody; give the address."""
    card = page.locator("li.card", has_text=name)
    expect(card).to_contain_text("Bewaar dit kaartje")
    picture = Image.open(BytesIO(card.locator("svg").screenshot()))
    (found,) = zxingcpp.read_barcodes(picture)
    return found.text


class TestHoldPeriod:
    def test_from_roster_to_badge(
        self, open_context: Callable[..., BrowserContext], environ: dict[str, str]
    ) -> None:
        """One learner reads and chooses her name, another says no; each paper opens a badge in the end."""
        beheerder, noor, learner = (open_context(viewport=PHONE).new_page() for _ in range(3))
        sign_in_as_beheerder(beheerder)
        ask_for_hours(beheerder, 1)
        try:
            sign_in(noor)
            bo, ali = self.cards(noor)
            self.says_yes(learner, bo)
            self.says_no(learner, ali)
            again = self.give_again(noor)
            assert ali != again
            let_pass(environ, timedelta(hours=1))
            self.opens_badge(learner, bo, says=("Bo P.", "40 orders"))
            self.opens_badge(learner, again, says=("Ali Demir", "elke ochtend 45 orders"))
        finally:
            ask_for_hours(beheerder, 0)

    def cards(self, noor: Page) -> tuple[str, str]:
        """Give a roster; scan the cards that can be handed out at once."""
        noor.goto("/groepen/nieuw")
        noor.locator('[name="geplakt"]').fill(ROSTER)
        noor.locator('[name="titel"]').fill("De ochtendploeg")
        noor.get_by_role("button", name="Kijk het na").click()
        expect(noor.get_by_text("De deelnemer heeft 1 uur")).to_be_visible()
        assert [] == all_faults(noor)
        noor.get_by_role("button", name="Geef 2 bewijzen").click()
        noor.get_by_role("link", name="Kaartjes om te printen").click(timeout=MILLISECONDS)
        assert [] == all_faults(noor)
        return scanned(noor, "Bo Prins"), scanned(noor, "Ali Demir")

    def says_yes(self, learner: Page, paper: str) -> None:
        """Read it, and choose another name."""
        learner.goto(paper)
        expect(learner.get_by_role("heading", name="Je bewijs komt eraan")).to_be_visible()
        assert [] == all_faults(learner)
        learner.locator('[name="naam"]').fill("Bo P.")
        learner.get_by_role("button", name="Ja, dit klopt").click()
        expect(learner.get_by_role("status")).to_contain_text("Je hebt het gelezen")
        assert [] == all_faults(learner)

    def says_no(self, learner: Page, paper: str) -> None:
        """Say what is not right."""
        learner.goto(paper)
        learner.locator("summary", has_text="Dit klopt niet").click()
        learner.locator('[name="wat"]').fill("Het waren er 45.")
        learner.get_by_role("button", name="Zeg dat het niet klopt").click()
        expect(learner.get_by_role("status")).to_contain_text("Je zei: dit klopt niet")
        assert [] == all_faults(learner)

    def give_again(self, noor: Page) -> str:
        """Read it among what waits, put the row right, and give it again; scan the new card."""
        noor.goto("/wacht")
        expect(noor.get_by_role("heading", name="Een bewijs dat wacht, klopt niet")).to_be_visible()
        noor.get_by_role("link", name="Ali Demir").click()
        expect(noor.get_by_text("Het waren er 45.")).to_be_visible()
        assert [] == all_faults(noor)
        noor.get_by_role("link", name="Verbeter de rij in de groep").click()
        noor.wait_for_url("**/groepen/*")
        assert [] == all_faults(noor)
        noor.get_by_label("Wat deed deze persoon?").fill("Ali zocht elke ochtend 45 orders.")
        noor.get_by_role("button", name="Bewaar de verbeteringen").click()
        noor.get_by_role("button", name="Geef 1 bewijs", exact=True).click()
        noor.get_by_role("link", name="Kaartjes om te printen").click(timeout=MILLISECONDS)
        return scanned(noor, "Ali Demir")

    def opens_badge(self, learner: Page, paper: str, *, says: tuple[str, ...]) -> None:
        """Find the badge behind the same code."""
        learner.goto(paper)
        learner.wait_for_url("**/b/*")
        for each in says:
            expect(learner.locator("main")).to_contain_text(each)
        assert [] == all_faults(learner)
