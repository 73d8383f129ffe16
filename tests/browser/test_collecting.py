"""What somebody did, collected on his own phone."""

import io
from collections.abc import Callable
from contextlib import suppress

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Error, Page, expect

from tests.browser.conftest import PHONE, all_faults
from tests.browser.flow import sign_in
from tests.browser.test_agreements import agree

pytestmark = pytest.mark.browser

KINDS = ("verhaal", "foto", "uren", "notitie", "opdracht")


def own_page(page: Page, phone: Page) -> str:
    """Agree; give the address of where the recipient collects."""
    sign_in(page)
    phone.goto(agree(page))
    phone.get_by_role("button", name="Ja, dit klopt").click()
    phone.get_by_role("link", name="Laat zien wat je deed").first.click()
    agreed = page.url.partition("?")[0]
    with suppress(Error):  # the page goes on by itself when it hears of the yes: that may be just now
        page.goto("about:blank")
    page.goto(agreed)
    return phone.url


def a_photo() -> bytes:
    """Take a photo."""
    out = io.BytesIO()
    Image.effect_noise((320, 240), 90).save(out, "JPEG")
    return out.getvalue()


def typed(page: Page, path: str, field: str, text: str) -> None:
    """Type something in a form, and leave it unsent."""
    page.goto(path)
    page.locator(f'[name="{field}"]').fill(text)


def kept_texts(page: Page) -> list[str]:
    """Give what this device keeps of what was typed."""
    found: list[str] = page.evaluate(
        """Object.values({...localStorage, ...sessionStorage}).filter((each) => each.startsWith("{"))
            .flatMap((each) => Object.values(JSON.parse(each).texts)).filter(Boolean)"""
    )
    return found


class TestCollecting:
    @pytest.mark.parametrize(
        "options", [{}, {"java_script_enabled": False}], ids=["with-scripts", "without-scripts"]
    )
    def test_a_story_and_a_photo(
        self, open_context: Callable[..., BrowserContext], options: dict[str, bool]
    ) -> None:
        """By the recipient; who works with him sees both. Also without JavaScript, and without faults."""
        page, phone = (open_context(viewport=PHONE, **options).new_page() for _ in range(2))
        here = own_page(page, phone)
        phone.get_by_role("link", name="Vertel over het werk").click()
        phone.get_by_label("Wat deed je?").fill("Ik pakte 40 dozen in.")
        phone.get_by_role("button", name="Bewaar").click()
        phone.get_by_role("link", name="Foto van het werk").click()
        phone.locator('[name="foto"]').set_input_files(
            {"name": "werk.jpg", "mimeType": "image/jpeg", "buffer": a_photo()}
        )
        phone.get_by_label("Wat is er te zien?").fill("De dozen")
        phone.get_by_role("button", name="Bewaar").click()
        expect(phone.get_by_role("status")).to_contain_text("Klaar. Wie jou helpt, ziet het nu")
        expect(phone.get_by_alt_text("De dozen")).to_be_visible()
        page.reload()
        page.get_by_role("link", name="2 dingen verzameld").click()
        expect(page.get_by_text("Ik pakte 40 dozen in.")).to_be_visible()
        page.get_by_role("link", name="Beoordeel dit werk").click()
        page.get_by_label("Wat weet de deelnemer van dit werk?").fill("Kent de codes van het magazijn.")
        assert options or [] == all_faults(page)
        page.get_by_role("button", name="Bewaar en bekijk het bewijs").click()
        expect(page.get_by_text("Kent de codes van het magazijn.")).to_be_visible()
        if not options:
            for path in (here, *(f"{here}/{kind}" for kind in KINDS)):
                phone.goto(path)
                assert [] == all_faults(phone), path


class TestPhotoWithTheBadge:
    def test_goes_along_by_choice_until_it_is_stopped(
        self, open_context: Callable[..., BrowserContext]
    ) -> None:
        """Collected, chosen, signed, seen on the page of the badge, and stopped by one button."""
        page, phone, employer = (open_context(viewport=PHONE).new_page() for _ in range(3))
        own_page(page, phone)
        phone.get_by_role("link", name="Foto van het werk").click()
        phone.locator('[name="foto"]').set_input_files(
            {"name": "werk.jpg", "mimeType": "image/jpeg", "buffer": a_photo()}
        )
        phone.get_by_role("button", name="Bewaar").click()
        phone.get_by_role("button", name="Deze foto mag bij mijn bewijs").click()
        expect(phone.get_by_role("status")).to_contain_text("Deze foto gaat mee met je bewijs")
        assert [] == all_faults(phone)
        page.reload()
        page.get_by_role("link", name="Geef dit bewijs").first.click()
        page.locator('[name="zin"]').fill("Sam pakte elke ochtend 40 dozen in.")
        page.get_by_role("button", name="Bekijk het bewijs").click()
        expect(page.get_by_role("heading", name="Dit gaat mee als foto")).to_be_visible()
        assert _is_drawn(page)
        assert [] == all_faults(page)
        page.locator('[name="gelezen"]').check()
        page.get_by_role("button", name="Geef dit bewijs").click()
        badge = page.get_by_role("link", name="Bekijk het bewijs").get_attribute("href") or ""
        employer.goto(badge)
        assert _is_drawn(employer)
        assert [] == all_faults(employer)
        phone.reload()
        phone.get_by_role("button", name="Laat deze foto niet meer zien").click()
        expect(phone.get_by_text("In het bewijs blijft staan dat er een foto was")).to_be_visible()
        assert [] == all_faults(phone)
        employer.reload()
        expect(employer.locator("img.photo")).to_have_count(0)


def _is_drawn(page: Page) -> bool:
    """Tell whether the photo is there, and not only its place."""
    photo = page.get_by_alt_text("Foto van het werk: ")
    photo.scroll_into_view_if_needed()
    expect(photo).to_be_visible()
    expect(photo).to_have_js_property("complete", value=True)
    return bool(photo.evaluate("each => each.naturalWidth > 0"))


class TestTyping:
    def test_outlives_the_browser(self, open_context: Callable[..., BrowserContext]) -> None:
        """Until it was sent: then nothing of it stays on the phone."""
        context = open_context(viewport=PHONE)
        phone = context.new_page()
        here = own_page(open_context(viewport=PHONE).new_page(), phone)
        phone.goto(f"{here}/notitie")
        phone.locator('[name="notitie"]').fill("Ik pakte 40 dozen in.")
        phone.close()
        again = context.new_page()
        again.goto(f"{here}/notitie")
        expect(again.locator('[name="notitie"]')).to_have_value("Ik pakte 40 dozen in.")
        again.get_by_role("button", name="Bewaar").click()
        expect(again.get_by_text("Ik pakte 40 dozen in.")).to_be_visible()
        again.goto(f"{here}/notitie")
        expect(again.locator('[name="notitie"]')).to_have_value("")

    def test_of_one_form_outlives_that_another_was_kept(
        self, open_context: Callable[..., BrowserContext]
    ) -> None:
        """Only the text of the form that was sent is forgotten, and nothing when something is removed."""
        phone = open_context(viewport=PHONE).new_page()
        here = own_page(open_context(viewport=PHONE).new_page(), phone)
        typed(phone, f"{here}/opdracht", "opdracht", "Maak een plan.")
        typed(phone, f"{here}/notitie", "notitie", "Ik pakte 40 dozen in.")
        phone.get_by_role("button", name="Bewaar").click()
        phone.get_by_role("button", name="Haal weg").click()
        expect(phone.get_by_role("status")).to_contain_text("Het is weg")
        phone.goto(f"{here}/opdracht")
        expect(phone.locator('[name="opdracht"]')).to_have_value("Maak een plan.")
        token = here.split("/afspraak/")[1].split("/")[0]
        assert token not in phone.evaluate("Object.entries(localStorage).flat().join()")

    def test_is_told_what_changed_meanwhile(self, open_context: Callable[..., BrowserContext]) -> None:
        """What was left unfinished yesterday is not put over what another device kept since."""
        page, phone = (open_context(viewport=PHONE).new_page() for _ in range(2))
        here = own_page(page, phone)
        phone.goto(f"{here}/notitie")
        phone.locator('[name="notitie"]').fill("Goed.")
        phone.get_by_role("button", name="Bewaar").click()
        phone.get_by_role("link", name="Verander").click()
        this = phone.url
        phone.locator('[name="notitie"]').fill("Rustig.")
        tablet = open_context(viewport=PHONE).new_page()
        typed(tablet, this, "notitie", "Vlot.")
        tablet.get_by_role("button", name="Bewaar").click()
        phone.goto(this)
        expect(phone.locator('[name="notitie"]')).to_have_value("Rustig.")
        phone.get_by_role("button", name="Bewaar").click()
        expect(phone.get_by_role("alert")).to_contain_text("‘Vlot.’")
        expect(phone.locator('[name="notitie"]')).to_have_value("Rustig.")
        phone.get_by_role("button", name="Bewaar").click()
        expect(phone.get_by_role("status")).to_contain_text("Klaar. Wie jou helpt, ziet het nu")

    def test_is_gone_after_signing_out(self, open_context: Callable[..., BrowserContext]) -> None:
        """Of who works here; what a learner left unfinished on the same tablet stays his."""
        tablet = open_context(viewport=PHONE).new_page()
        sign_in(tablet)
        path = agree(tablet)
        afspraak = tablet.url.partition("?")[0]
        learner = open_context(viewport=PHONE).new_page()
        learner.goto(path)
        learner.get_by_role("button", name="Ja, dit klopt").click()
        tablet.goto(afspraak)
        tablet.get_by_role("link", name="Verzamel iets").first.click()
        here = tablet.url
        typed(tablet, f"{here}/notitie", "notitie", "Zij werkt rustig.")
        own = f"{path}/werk/{here.split('/werk/')[1]}/notitie"
        tablet.get_by_role("button", name="Log uit").click()
        assert [] == kept_texts(tablet)
        typed(tablet, own, "notitie", "Ik pakte 40 dozen in.")
        sign_in(tablet)
        tablet.get_by_role("button", name="Log uit").click()
        assert ["Ik pakte 40 dozen in."] == kept_texts(tablet)

    def test_of_an_assessment_is_gone_on_the_way_to_the_badge(
        self, open_context: Callable[..., BrowserContext]
    ) -> None:
        """It was kept; the form for the badge says so."""
        page, phone = (open_context(viewport=PHONE).new_page() for _ in range(2))
        own_page(page, phone)
        page.reload()
        page.get_by_role("link", name="Verzamel iets").first.click()
        page.get_by_role("link", name="Beoordeel dit werk").click()
        page.get_by_label("Wat weet de deelnemer van dit werk?").fill("Kent de codes van het magazijn.")
        page.get_by_role("button", name="Bewaar en bekijk het bewijs").click()
        expect(page.get_by_role("status")).to_contain_text("De beoordeling is bewaard")
        assert [] == kept_texts(page)

    def test_is_said_to_be_too_large_before_it_is_sent(
        self, open_context: Callable[..., BrowserContext]
    ) -> None:
        """A film of minutes would take minutes."""
        phone = open_context(viewport=PHONE).new_page()
        here = own_page(open_context(viewport=PHONE).new_page(), phone)
        phone.goto(f"{here}/foto")
        large = {"name": "film.jpg", "mimeType": "image/jpeg", "buffer": bytes(21_000_000)}
        phone.locator('[name="foto"]').set_input_files(large)
        phone.get_by_role("button", name="Bewaar").click()
        assert f"{here}/foto" == phone.url
        assert "te groot" in phone.locator('[name="foto"]').evaluate("field => field.validationMessage")
