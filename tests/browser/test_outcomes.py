"""Every answer that /controleer can give, from samples: on a phone, on a desk, in the dark, on paper."""

import io
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from templates import views
from templates.rendering import Language, render
from templates.views.pieces import State
from tests.browser.conftest import DESK, PHONE, accessibility_faults, narrow_enough
from tests.templates.samples import pages
from tests.templates.samples.checking import CHECKS, checked, held, result
from web.headers import CONTENT_SECURITY_POLICY

pytestmark = pytest.mark.browser

OUTCOMES = [name for name, (page, _) in pages().items() if page == "controleer-uitkomst"]
UNFOLD = "() => document.querySelectorAll('details').forEach((fold) => { fold.open = true; })"


def draw(page: Page, view: views.checking.CheckResult, *, language: Language = "nl") -> None:
    """Show a sample where the service would: its own files and its own rules around it."""
    html = render("controleer-uitkomst", view, language=language)
    headers = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": CONTENT_SECURITY_POLICY}
    page.route("**/controleer/voorbeeld", lambda route: route.fulfill(body=html, headers=headers))
    page.goto("/controleer/voorbeeld")


def sample(name: str) -> views.checking.CheckResult:
    """Give a sample by its name."""
    view = pages()[name][1]
    assert isinstance(view, views.checking.CheckResult)
    return view


class TestOutcomes:
    @pytest.mark.parametrize("name", OUTCOMES)
    def test_have_no_faults(self, open_context: Callable[..., BrowserContext], name: str) -> None:
        """Folded as it comes and unfolded, on a phone."""
        page = open_context(viewport=PHONE).new_page()
        draw(page, sample(name))
        assert accessibility_faults(page) == []
        page.evaluate(UNFOLD)
        assert accessibility_faults(page) == []
        assert narrow_enough(page)

    @pytest.mark.parametrize("name", ["uitkomst-zip-gemengd", "uitkomst-bevestigd", "uitkomst-unlisted"])
    @pytest.mark.parametrize(
        "options",
        [
            {"viewport": DESK},
            {"color_scheme": "dark"},
            {"forced_colors": "active"},
            {"viewport": {"width": 320, "height": 640}},
        ],
        ids=["desk", "dark", "forced-colors", "320"],
    )
    def test_have_no_faults_elsewhere(
        self, open_context: Callable[..., BrowserContext], name: str, options: dict[str, object]
    ) -> None:
        """On a desk, in the dark, in the colours of the device, and on the narrowest phone, in English."""
        page = open_context(**options).new_page()
        draw(page, sample(name), language="en")
        page.evaluate(UNFOLD)
        assert accessibility_faults(page) == []
        assert narrow_enough(page)

    @pytest.mark.parametrize(
        "state", [State.VALID, State.UNLISTED, State.STALE, State.EXPIRED, State.REVOKED]
    )
    def test_show_no_red_for_what_is_genuine(self, page: Page, state: State) -> None:
        """Not in the panel, not in the line, not beside a check."""
        draw(page, result(checked(state)))
        page.evaluate(UNFOLD)
        expect(page.locator(".is-fake")).to_have_count(0)


class TestSeveral:
    def test_open_with_the_keyboard(self, page: Page) -> None:
        """Each badge is a line that opens with Enter; what was found stands behind it."""
        draw(page, result(held()["zip"]))
        lines = page.locator(".parts > li > details > summary")
        lines.nth(1).focus()
        page.keyboard.press("Enter")
        expect(page.locator(".parts > li").nth(1).get_by_text("Van wie is dit?")).to_be_visible()
        expect(page.locator(".parts > li").nth(0).get_by_text("Van wie is dit?")).to_be_hidden()


class TestTitle:
    def test_breaks_no_word(self, page: Page) -> None:
        """On a phone the title stands under the picture, as wide as the page."""
        draw(page, sample("uitkomst-valid"))
        title, picture = (page.locator(each).first.bounding_box() for each in (".line h2", ".line__picture"))
        assert title is not None
        assert picture is not None
        assert title["y"] > picture["y"] + picture["height"]
        assert title["width"] > PHONE["width"] / 2


class TestReport:
    @pytest.mark.parametrize("state", list(State))
    def test_fits_on_one_sheet(self, page: Page, state: State) -> None:
        """With as many checks as there are."""
        found = replace(checked(state), checks=CHECKS * 4)
        draw(page, result(found))
        paper = pikepdf.open(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
        assert len(paper.pages) == 1

    @pytest.mark.parametrize(
        "options", [{}, {"java_script_enabled": False}], ids=["with-scripts", "without-scripts"]
    )
    def test_says_what_was_checked_and_when(
        self, open_context: Callable[..., BrowserContext], options: dict[str, bool]
    ) -> None:
        """For the file: moment, service, every check, who signed, and the fingerprint of what was given."""
        page = open_context(**options).new_page()
        draw(page, sample("uitkomst-valid"))
        page.emulate_media(media="print")
        for text in (
            "Verslag van een controle",
            "Gecontroleerd op 22 november 2026, 10.15 uur.",
            "Praktijkbewijs, https://bewijs.voorbeeld",
            "De handtekening klopt.",
            "did:web:bewijs.voorbeeld:organisaties:7fq2k9",
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        ):
            expect(page.get_by_text(text).locator("visible=true").first).to_be_visible()
        expect(page.get_by_role("banner")).to_be_hidden()

    def test_prints_with_one_press(self, page: Page) -> None:
        """All that is folded is unfolded first."""
        page.add_init_script("window.print = () => { window.printed = true; };")
        draw(page, sample("uitkomst-zip"))
        page.get_by_role("button", name="Print dit verslag").click()
        assert page.evaluate("window.printed && !document.querySelector('details:not([open])')")
