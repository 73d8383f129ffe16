"""Reading a page aloud. Headless Chromium has no voice, so that is where the button hides.

No voice can run there without a sound system beside it; what is spoken, in which order and language, is
heard by a `speechSynthesis` that the test puts in the page and that ends each sentence when it is told to.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import all_faults

pytestmark = pytest.mark.browser

VOICES = """
window.heard = [];
const voice = (lang, localService) => ({ lang, localService, name: lang });
const voices = %s;
const speech = new EventTarget();
Object.assign(speech, {
  getVoices: () => voices.map(([lang, isHere]) => voice(lang, isHere)),
  speak: (words) => window.heard.push(words),
  cancel: () => { window.cancelled = true; },
});
Object.defineProperty(window, 'speechSynthesis', { value: speech });
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
"""
TEXTS = "heard.map((each) => each.text)"
TONGUES = "[...new Set(heard.map((each) => each.lang))]"


def with_voices(context: BrowserContext, voices: str) -> Page:
    """Open a page where these voices are: `[["nl-NL", true]]`, the second whether it is on the device."""
    context.add_init_script(VOICES % voices)
    return context.new_page()


class TestAloud:
    """A button, where the device can read."""

    def test_hides_where_there_is_no_voice(self, page: Page, badge: str) -> None:
        """This Chromium has none."""
        page.goto(badge)
        page.wait_for_load_state("networkidle")
        assert 0 == page.evaluate("speechSynthesis.getVoices().length")
        expect(page.locator("[data-aloud]")).to_be_hidden()

    def test_reads_and_stops_by_keyboard(
        self, badge: str, open_context: Callable[..., BrowserContext]
    ) -> None:
        """The words that show, in their order; at the end the button reads again."""
        page = with_voices(open_context(), '[["nl-NL", true]]')
        page.goto(badge)
        button = page.get_by_role("button", name="Lees voor")
        expect(button).to_be_visible()
        assert [] == all_faults(page)
        button.press("Enter")
        expect(page.get_by_role("button", name="Stop met voorlezen")).to_be_focused()
        texts = page.evaluate(TEXTS)
        assert "Dit kan Sam de Vries" == texts[0]
        assert any("40 orders" in each for each in texts)
        assert not [each for each in texts if "JSON" in each or "http" in each]
        page.keyboard.press("Escape")
        expect(button).to_be_visible()
        button.press("Space")
        page.evaluate("heard[heard.length - 1].onend()")
        expect(button).to_be_visible()

    def test_reads_the_dutch_where_the_language_has_no_voice(
        self, badge: str, open_context: Callable[..., BrowserContext]
    ) -> None:
        """On an Arabic page with a Dutch voice; the button says so in Arabic."""
        page = with_voices(open_context(), '[["nl_NL", true]]')
        page.goto(f"{badge}?taal=ar")
        page.get_by_role("button", name="اقرأ بصوت عالٍ بالهولندية").click()
        assert ["nl_NL"] == page.evaluate(TONGUES)
        assert "Dit kan Sam de Vries" in page.evaluate(TEXTS)

    def test_reads_each_language_with_its_own_voice(
        self, badge: str, open_context: Callable[..., BrowserContext]
    ) -> None:
        """What somebody wrote is Dutch, on an English page too."""
        page = with_voices(open_context(locale="en-GB"), '[["nl-NL", true], ["en-GB", true]]')
        page.goto(badge)
        page.get_by_role("button", name="Read aloud").click()
        assert {"en-GB", "nl-NL"} == set(page.evaluate(TONGUES))

    def test_uses_no_voice_that_is_elsewhere(
        self, badge: str, open_context: Callable[..., BrowserContext]
    ) -> None:
        """It would send the words to who makes it."""
        page = with_voices(open_context(), '[["nl-NL", false]]')
        page.goto(badge)
        page.wait_for_load_state("networkidle")
        expect(page.locator("[data-aloud]")).to_be_hidden()
