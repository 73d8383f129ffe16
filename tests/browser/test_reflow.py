"""Every page of who keeps, shows or checks a badge: narrow, enlarged, by keyboard, and in forced colours.

The pages are the samples of their templates, given to Chromium without a server.
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from templates.hulptalen import PAGES
from templates.rendering import Tongue, render
from templates.static_files import static_file
from tests.templates.samples import pages

pytestmark = pytest.mark.browser

HOME = "http://bladzijden.voorbeeld"
NAMES = sorted(name for name, (page, _) in pages().items() if page in PAGES)
TWICE = "--blink-settings=defaultFontSize=32"
TOO_WIDE = """() => document.documentElement.scrollWidth > innerWidth
  ? [...document.querySelectorAll('body *')]
      .filter((each) => each.getBoundingClientRect().right > innerWidth + 1 && !each.closest('.vh, [hidden]'))
      .map((each) => each.outerHTML.slice(0, 80)).slice(0, 2)
  : []"""
UNSEEN = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
  .filter((each) => each.checkVisibility() && !each.disabled && each.type !== 'hidden')
  .filter((each) => {
    each.focus();
    const around = each.closest('.pic, .pick') || each;
    const seen = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    return !seen(getComputedStyle(each)) && !seen(getComputedStyle(around));
  }).map((each) => each.outerHTML.slice(0, 80))"""
LOST = """() => [...document.querySelectorAll('.qr, .btn, .mark, .verdict, .card, .note, .pick')]
  .filter((each) => each.checkVisibility()).filter((each) => {
    const style = getComputedStyle(each);
    if (each.matches('.qr')) return style.backgroundColor !== 'rgb(255, 255, 255)';
    if (each.matches('.btn--stop')) return style.textDecorationLine !== 'underline';
    return style.borderStyle === 'none' && style.outlineStyle === 'none';
  }).map((each) => each.outerHTML.slice(0, 80))"""


def _give(route: Route, *, language: Tongue) -> None:
    """Answer with a sample or a static file."""
    path = route.request.url.removeprefix(f"{HOME}/")
    found = static_file(path.removeprefix("static/")) if path.startswith("static/") else None
    if found is not None:
        route.fulfill(body=found[0], content_type=found[1])
    elif path in pages():
        name, view = pages()[path]
        route.fulfill(body=render(name, view, language=language), content_type="text/html; charset=utf-8")
    else:
        route.fulfill(status=204)


@pytest.fixture
def open_samples(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open a window in which each sample has an address."""
    opened = []

    def open_one(
        language: Tongue = "nl", *, width: int = 360, chromium: Browser = browser, **options: str
    ) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": 740}, **options)  # type: ignore[arg-type] # Playwright's own
        opened.append(context)
        context.route("**/*", lambda route: _give(route, language=language))
        return context.new_page()

    yield open_one
    for context in opened:
        context.close()


def faults(page: Page, *scripts: str) -> dict[str, list[str]]:
    """Ask some questions of each page; give the pages that have an answer."""
    page.goto(f"{HOME}/{NAMES[0]}")
    page.keyboard.press("Tab")  # from now on it is the keyboard that moves
    found = {}
    for name in NAMES:
        page.goto(f"{HOME}/{name}", wait_until="load")
        found[name] = [each for script in scripts for each in page.evaluate(script)]
    return {name: answer for name, answer in found.items() if answer}


class TestPages:
    """The pages of who may see badly, holds a small telephone, or has no mouse."""

    @pytest.mark.parametrize("language", ["nl", "ar"])
    def test_fit_at_320_px_and_show_where_the_keyboard_is(
        self, open_samples: Callable[..., Page], language: Tongue
    ) -> None:
        """WCAG 1.4.10 (320 px is also what 400 % makes of a screen of 1280) and 2.4.7."""
        assert {} == faults(open_samples(language, width=320), TOO_WIDE, UNSEEN)

    def test_fit_with_letters_of_twice_the_size(
        self, open_samples: Callable[..., Page], launch: Callable[..., Browser]
    ) -> None:
        """WCAG 1.4.4, on a telephone: who chose letters of 32 px in his browser."""
        assert {} == faults(open_samples(chromium=launch(TWICE)), TOO_WIDE)

    def test_lose_nothing_in_forced_colours(self, open_samples: Callable[..., Page]) -> None:
        """A code can be scanned, an area of colour has a line around it, and the keyboard is seen."""
        page = open_samples(forced_colors="active", color_scheme="dark")
        assert {} == faults(page, LOST, UNSEEN)
