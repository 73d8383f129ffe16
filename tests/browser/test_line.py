"""The whole line: from the badge of a praktijkopleider to a recorded vrijstelling, at 360 px."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.flow import fill_in, play
from tests.browser.pictures import picture
from tests.browser.test_decisions import headed, in_order, set_rule

pytestmark = pytest.mark.browser

Windows = Callable[..., BrowserContext]
NAME = "Jara Visser"
WORK = {
    "25180/B1-K1-W4": "Jara kookte elke week een hoofdgerecht voor 40 gasten.",
    "25180/B1-K1-W6": "Jara maakte na elke avond de keuken en de machines schoon.",
}
PLAN = "crebo;examenonderdeel;naam;kerntaak;werkproces\n25180;PVB-7;Proeve Keuken;;B1-K1-W4 B1-K1-W6"
TOP = "main h1"


class TestLine:
    def test_from_a_badge_to_a_recorded_vrijstelling(self, open_filled: Windows) -> None:
        """Give, keep, share, take in, propose, ask, decide with four eyes, read; axe finds nothing."""
        trainer, learner, beheerder, school, first, second = (open_filled().new_page() for _ in range(6))
        play(trainer, "Omar Haddad")
        for work in WORK:
            keep(learner, give(trainer, work))
        link = let_read(learner)
        play(beheerder, "Ruben de Wit")
        set_rule(beheerder)
        play(school, "Hanneke Vos")
        person = take_in(school, link)
        look(school)
        load_plan(school)
        ask(school, person)
        play(first, "Samira Aydin")
        play(second, "Wim Jansen")
        confirm(second, decide(first))
        read(learner)


def give(page: Page, work: str) -> str:
    """Give a badge for this work; answer the link for who learns."""
    page.goto(f"/uitreiken/{work}")
    in_order(page)
    fill_in(page, name=NAME, narrative=WORK[work])
    page.locator("summary", has_text="Hoe zelfstandig?").click()
    page.locator('[name="zelfstandigheid"][value="zelfstandig"]').check()
    page.get_by_role("button", name="Bekijk het bewijs").click()
    page.locator('[name="gelezen"]').check()
    in_order(page)
    page.get_by_role("button", name="Geef dit bewijs").click()
    page.wait_for_url("**/gegeven/*")
    in_order(page)
    return page.locator("#link").input_value()


def keep(page: Page, link: str) -> None:
    """Open the link on one's own phone, and keep the badge there."""
    page.goto(link)
    headed(page, "Dit is van jou")
    page.get_by_role("button", name=re.compile("Ja, bewaar het hier|Bewaar dit bewijs")).click()
    expect(page.get_by_role("status").first).to_contain_text("staat nu bij je bewijzen")
    in_order(page)


def let_read(page: Page) -> str:
    """Let the school read along: which badges, what of them, until when; give the link for it."""
    page.get_by_role("link", name="Laat een school meelezen").click()
    in_order(page)
    page.get_by_role("link", name="Laat een school meelezen").click()
    expect(page.get_by_role("heading", name="Lees dit eerst")).to_be_visible()
    page.get_by_label("Welke school?").select_option(label="School aan de Kade")
    for badge in page.locator('[name="bewijs"]').all():
        badge.check()
    in_order(page)
    picture(page, "school-lezen", top=TOP)
    page.get_by_role("button", name="Ja, de school mag dit lezen").click()
    expect(page.get_by_role("status")).to_contain_text("De school mag dit nu lezen.")
    in_order(page)
    return page.locator("#link").input_value()


def take_in(page: Page, link: str) -> str:
    """Begin with somebody, and paste the link; answer the address of the person."""
    page.goto("/voorstellen")
    in_order(page)
    page.get_by_label("Over wie gaat het?").fill(NAME)
    page.get_by_role("button", name="Begin").click()
    headed(page, f"De bewijzen van {NAME}")
    person = page.url
    page.get_by_label("Of plak de link").fill(link)
    page.get_by_role("button", name="Lees in").click()
    expect(page.get_by_role("status").first).to_contain_text("De bestanden zijn nagekeken")
    expect(page.get_by_text("Met toestemming van de persoon")).to_be_visible()
    in_order(page)
    return person


def look(page: Page) -> None:
    """Read for both werkprocessen that there is evidence, by which rule and on whose word."""
    page.get_by_label("Waar kijk je naar?").select_option(value="C0021")
    page.get_by_role("button", name="Bekijk het voorstel").click()
    headed(page, "Koken in de horeca")
    expect(page.locator(".stand .is-whole")).to_have_count(len(WORK))
    expect(page.locator(".stand .is-part")).to_have_count(0)
    picture(page, "voorstel", top=".arches")
    for why in page.locator("summary", has_text="Waarom?").all():
        why.click()
    expect(page.get_by_text("Crebo, code en de afgesproken tekst zijn gelijk")).to_have_count(len(WORK))
    in_order(page)


def load_plan(page: Page) -> None:
    """Load the examenplan in which both werkprocessen are one examenonderdeel."""
    page.goto("/voorstellen/examenplannen")
    page.get_by_label("Hoe heet dit examenplan?").fill("Keuken 2026-2027")
    page.get_by_label("Of plak de regels hier").fill(PLAN)
    page.get_by_role("button", name="Bekijk het eerst").click()
    headed(page, "Bekijk het examenplan")
    page.get_by_role("button", name="Gebruik dit examenplan").click()
    expect(page.get_by_role("status")).to_contain_text("Het examenplan is geladen")
    in_order(page)


def ask(page: Page, person: str) -> None:
    """Write down what the student asks."""
    page.goto(person)
    page.get_by_role("link", name="Verzoeken om vrijstelling").click()
    headed(page, f"Verzoek van {NAME}")
    page.get_by_label("Onder welk examenplan?").select_option(label="Keuken 2026-2027 (25180), v1")
    page.get_by_role("button", name="Verder").click()
    page.get_by_label("Proeve Keuken").first.check()
    page.get_by_label("Ja: de examencommissie neemt een besluit").check()
    in_order(page)
    page.get_by_role("button", name="Schrijf het verzoek op").click()
    expect(page.get_by_text("Alleen een lid van de examencommissie legt")).to_be_visible()
    in_order(page)


def decide(page: Page) -> str:
    """Decide on it: what weighed and why; answer the address of what another member confirms."""
    page.goto("/voorstellen/besluiten")
    in_order(page)
    page.get_by_role("link", name="Proeve Keuken").click()
    headed(page, "Besluit over vrijstelling")
    expect(page.get_by_text("Hiervoor is bewijs.", exact=True)).to_have_count(len(WORK))
    for work in WORK:
        code = work.partition("/")[2]
        page.get_by_label(f"Waarom woog dit mee? {code}").fill(
            "Jara deed dit een half jaar lang zelfstandig."
        )
    for weighed in page.get_by_label("Dit woog mee:").all():
        weighed.check()
    picture(page, "besluit-nemen", top="main h2")
    page.get_by_label("Vrijstelling", exact=True).check()
    page.get_by_label("Waarom?", exact=True).fill("Jara liet in de praktijk zien dat zij dit kan.")
    page.get_by_label("In welke vergadering?").fill("Vergadering 9")
    page.get_by_label("Wie besloten mee?").fill("Samira Aydin\nWim Jansen")
    in_order(page)
    page.get_by_role("button", name="Leg het besluit vast").click()
    expect(page.get_by_text("Dit geldt nog niet.")).to_be_visible()
    in_order(page)
    return page.url


def confirm(page: Page, decision: str) -> None:
    """Confirm it as another member; the history binds exactly these words."""
    page.goto(decision)
    page.get_by_role("button", name="Bevestig").click()
    expect(page.get_by_role("status").first).to_contain_text("Het is bevestigd en staat vast")
    expect(page.get_by_text("is hier niets aan veranderd")).to_be_visible()
    in_order(page)


def read(page: Page) -> None:
    """Find it among one's own badges, and read it in plain words."""
    page.goto("/mijn-bewijzen")
    expect(page.get_by_role("heading", name="Wat een school zei")).to_be_visible()
    in_order(page)
    page.get_by_role("link", name="Proeve Keuken").click()
    headed(page, "Een besluit voor jou")
    expect(page.get_by_text("Je hebt vrijstelling. Dit examen hoef je niet te doen.")).to_be_visible()
    picture(page, "besluit", top=TOP)
