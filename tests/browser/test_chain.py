"""From what was agreed to what an employer reads, as people do it; and the pictures of the docs."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.flow import play
from tests.browser.pictures import picture

pytestmark = pytest.mark.browser

Windows = Callable[..., BrowserContext]
TOP = "main h1"


@pytest.fixture
def open_as(open_filled: Windows) -> Callable[[str], Page]:
    """Give the phone of somebody of the demo."""

    def open_one(name: str) -> Page:
        page = open_filled().new_page()
        play(page, name)
        return page

    return open_one


@pytest.fixture
def phone(open_filled: Windows) -> Page:
    """Give the phone of who learns, on which nobody signs in."""
    return open_filled().new_page()


class TestChain:
    def test_from_what_was_agreed_to_what_an_employer_reads(
        self, open_as: Callable[[str], Page], phone: Page
    ) -> None:
        """Agree, collect, judge, give, look along, put right, confirm, check: each on his own phone."""
        fenna, els, bram, hanneke = map(open_as, ("Fenna Mulder", "Els Postma", "Bram Peters", "Hanneke Vos"))
        link = propose(fenna)
        agreement = fenna.url
        say_yes(phone, link)
        tell(phone)
        judge(bram, agreement, "Weet waarom deeg rust nodig heeft.")
        judge(fenna, agreement, "Weet wat er gebeurt als deeg te warm is.")
        fenna.goto(agreement)
        give(fenna)
        confirm_by_code(els, show_code(fenna))
        first = open_badge(phone, link)
        put_right(fenna)
        confirm_by_code(els, show_code(fenna))
        phone.goto(first)
        expect(phone.get_by_role("heading", name="Er is een nieuwe versie van dit bewijs")).to_be_visible()
        confirm(hanneke)
        check(phone, give_praktijkverklaring(hanneke))


def propose(page: Page) -> str:
    """Add somebody and propose work to him; give the link for him."""
    page.goto("/deelnemers/nieuw")
    page.get_by_label("Hoe wil de deelnemer genoemd worden?").fill("Noah Willems")
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_role("link", name="Maak een afspraak").click()
    page.locator("summary", has_text="Uitvoerend bakker").click()
    for title in ("Bereidt bakkerijproducten", "Maakt werkruimtes"):
        page.get_by_label(title).first.check()
    page.get_by_label("Van", exact=True).fill("2026-09-01")
    page.get_by_label("Wie helpt").fill("Bram Peters helpt je elke dag.")
    page.get_by_label("Doet een school mee?").select_option(label="School aan de Kade")
    picture(page, "afspraak-maken", top=TOP)
    page.get_by_role("button", name="Maak de afspraak").click()
    return page.get_by_label("De link").input_value()


def say_yes(page: Page, link: str) -> None:
    """Read what was proposed, choose a name, and say yes."""
    page.goto(link)
    picture(page, "afspraak-lezen", top=TOP)
    page.get_by_label("Welke naam komt op je bewijs?").fill("Noah")
    page.get_by_role("button", name="Ja, dit klopt").click()
    expect(page.get_by_role("status")).to_contain_text("Je hebt ja gezegd")


def tell(page: Page) -> None:
    """Tell what one did of the first work that was agreed."""
    page.get_by_role("link", name="Laat zien wat je deed").first.click()
    page.locator('main a[href$="/verhaal"]').click()
    page.locator('[name="taak"]').fill("Ik moest het deeg voor 60 broden maken.")
    page.locator('[name="actie"]').fill("Ik woog alles af, maakte het deeg en liet het rusten.")
    picture(page, "vertellen", top=TOP)
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("Ik moest het deeg voor 60 broden maken.")).to_be_visible()


def judge(page: Page, agreement: str, knowledge: str) -> None:
    """Judge the first work that was agreed, beside what was collected of it."""
    page.goto(agreement)
    page.locator('main a[href*="/werk/"]').first.click()
    page.locator('main a[href*="/beoordeel/"]').click()
    page.locator('[name="kennis"]').fill(knowledge)
    page.locator('[name="vaardigheden"]').fill("Maakt deeg voor een hele ochtend alleen.")
    picture(page, "beoordelen", top=TOP)
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_text(knowledge)).to_be_visible()


def give(page: Page) -> None:
    """Write about the first work that was agreed, read it together, and give the badge."""
    page.get_by_role("link", name="Geef dit bewijs").first.click()
    page.locator('[name="zin"]').fill("Noah bereidde elke ochtend 60 kilo deeg en woog zelf alles af.")
    page.locator('[name="tot"]').fill("2026-11-20")
    picture(page, "schrijven", top=TOP)
    page.get_by_role("button", name="Bekijk het bewijs").click()
    picture(page, "nalezen", top=TOP)
    page.locator('[name="gelezen"]').check()
    page.get_by_role("button", name=re.compile("Geef dit bewijs|Vraag een collega")).click()


def show_code(page: Page) -> str:
    """Show the code with which a second person confirms; give it."""
    page.get_by_role("button", name="Toon een code").click()
    picture(page, "code", top=TOP)
    return page.locator("main .code").first.inner_text()


def confirm_by_code(page: Page, code: str) -> None:
    """Type the code of a colleague's screen on one's own phone."""
    page.goto("/onderweg")
    page.get_by_label("De code op het scherm van je collega").fill(code)
    picture(page, "meekijken", top=TOP)
    page.get_by_role("button", name="Bevestig", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Gegeven")
    picture(page, "gegeven", top=TOP)


def open_badge(page: Page, link: str) -> str:
    """Open the badge from the page of what was agreed; give its address."""
    page.goto(link)
    picture(page, "voortgang", top=TOP)
    page.get_by_role("link", name="Bekijk je bewijs").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dit kan Noah")
    picture(page, "bewijs", top="main")
    return page.url


def put_right(page: Page) -> None:
    """Put right what was written wrong."""
    page.goto("/gegeven")
    page.get_by_role("link", name="Verbeter").first.click()
    page.locator('[name="fout"][value="schrijffout"]').check()
    picture(page, "verbeteren", top=TOP)
    page.get_by_role("button", name="Ga verder").click()
    page.locator('[name="zin"]').fill("Noah bereidde elke ochtend 90 kilo deeg en woog zelf alles af.")
    page.get_by_role("button", name="Bekijk het bewijs").click()
    page.locator('[name="gelezen"]').check()
    page.locator('form[action$="/geef"] button:not([formaction])').first.click()


def confirm(page: Page) -> None:
    """Look the erkenning up for the school, and confirm the badge."""
    page.goto("/school")
    page.get_by_role("link", name="Noah").click()
    picture(page, "school", top=TOP)
    page.get_by_role("link", name="Schrijf op wat je vond").click()
    page.get_by_label("Waar keek je?").fill("het register van SBB")
    page.get_by_label("Op welke dag keek je?").fill(datetime.now(UTC).strftime("%d-%m-%Y"))
    page.get_by_role("button", name="Ja, het was erkend").click()
    page.get_by_role("button", name="Bevestig dit").click()
    expect(page.get_by_text("Bevestigd op")).to_be_visible()


def give_praktijkverklaring(page: Page) -> str:
    """Give the praktijkverklaring on what was confirmed; give its address."""
    page.get_by_role("button", name="Lees de praktijkverklaring").click()
    picture(page, "verklaring-lezen", top=TOP)
    page.get_by_role("button", name="Geef deze praktijkverklaring").click()
    page.wait_for_load_state()
    return page.locator('main a[href*="/b/"]').first.get_attribute("href") or ""


def check(page: Page, verklaring: str) -> None:
    """Read who judged and who gave, and check it, as an employer without an account."""
    page.goto(verklaring)
    expect(page.locator("main")).to_contain_text("Beoordeeld door Bakkerij De Korenbloem")
    expect(page.locator("main")).to_contain_text("Verstrekt door School aan de Kade")
    picture(page, "praktijkverklaring", top="main")
    page.get_by_role("link", name="Controleer dit", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dit bewijs is echt")
