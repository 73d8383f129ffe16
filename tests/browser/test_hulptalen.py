"""The pages of a holder and of who checks, for somebody who reads no Dutch."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import all_faults

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
TIGRINYA = (
    ROOT / "templates" / "locales" / "ti" / "LC_MESSAGES" / "hulp.po",
    ROOT / "badges" / "catalogue" / "data" / "hulp-ti.json",
)


class TestHulptalen:
    """On a telephone of 360 px, from the right to the left where the language runs so."""

    def test_go_along_from_page_to_page(self, link: str, open_context: Callable[..., BrowserContext]) -> None:
        """Who presses the name of his language once, keeps and finds his badge in it."""
        phone = open_context().new_page()
        phone.goto(link)
        phone.get_by_role("link", name="العربية").click()
        expect(phone.locator("html")).to_have_attribute("dir", "rtl")
        expect(phone.get_by_role("heading", name="هذا لك")).to_be_visible()
        expect(phone.get_by_text("Alleen het Nederlands geldt.")).to_be_visible()
        assert [] == all_faults(phone)
        phone.get_by_role("button", name="نعم، احفظه هنا").click()
        expect(phone.get_by_role("heading", name="إثباتاتي")).to_be_visible()
        expect(phone.get_by_role("status").first).to_contain_text("هذا الإثبات موجود الآن بين إثباتاتك.")
        assert [] == all_faults(phone)

    def test_have_no_faults_on_a_badge_and_its_check(
        self, badge: str, open_context: Callable[..., BrowserContext]
    ) -> None:
        """An address stays readable from left to right, and the answer is said in the language."""
        phone = open_context().new_page()
        phone.goto(f"{badge}?taal=ar")
        assert phone.locator("#link").evaluate("each => getComputedStyle(each).direction") == "ltr"
        assert [] == all_faults(phone)
        phone.get_by_role("link", name="تحقَّق من هذا الإثبات").click()
        expect(phone.get_by_role("heading", level=1)).to_contain_text("هذا الإثبات أصلي")
        assert [] == all_faults(phone)
        phone.goto("/controleer?taal=tr")
        expect(phone.get_by_role("heading", level=1)).to_have_text("Bu belge gerçek mi?")
        assert [] == all_faults(phone)

    def test_bring_the_letters_of_tigrinya(
        self, badge: str, open_context: Callable[..., BrowserContext]
    ) -> None:
        """A device that has none draws each sign that we use with ours, and no empty box."""
        phone = open_context().new_page()
        phone.goto(f"{badge}?taal=ti")
        assert [] == all_faults(phone)
        text = "".join(file.read_text(encoding="utf-8") for file in TIGRINYA)
        signs = "".join(sorted({sign for sign in text if "\u1200" <= sign <= "\u139f"}))
        phone.evaluate(
            """async signs => {
              await document.fonts.load('18px "Noto Sans Ethiopic"', signs);
              const line = Object.assign(document.createElement('p'), {id: 'signs', textContent: signs});
              document.body.append(line);
            }""",
            signs,
        )
        assert letters_of(phone, "#signs") == {"Noto Sans Ethiopic": len(signs)}
        assert set(letters_of(phone, "h1")) == {"Noto Sans Ethiopic", "Atkinson Hyperlegible"}

    def test_fetch_no_letters_for_a_name_alone(self, open_context: Callable[..., BrowserContext]) -> None:
        """The name of Tigrinya stands above pages in each language, and costs them one kilobyte."""
        phone = open_context().new_page()
        fetched: list[str] = []
        phone.on("request", lambda request: fetched.append(request.url))
        phone.goto("/controleer?taal=pl")
        phone.evaluate("document.fonts.load('18px \"Name of Tigrinya\"', 'ትግርኛ')")
        assert letters_of(phone, '[hreflang="ti"]') == {"Noto Sans Ethiopic": 4}
        assert [] == all_faults(phone)
        assert [each for each in fetched if "ethiopic-400" in each] == []

    def test_leave_other_pages_in_dutch(self, open_context: Callable[..., BrowserContext]) -> None:
        """A page without a hulpvertaling is no mixture."""
        page = open_context().new_page()
        page.goto("/mijn-bewijzen?taal=ar")
        page.goto("/hulp")
        expect(page.locator("html")).to_have_attribute("lang", "nl")
        page.goto("/mijn-bewijzen")
        page.get_by_role("link", name="Nederlands").click()
        expect(page.get_by_role("heading", name="Mijn bewijzen")).to_be_visible()


def letters_of(page: Page, selector: str) -> dict[str, int]:
    """Ask Chromium with which letters it drew something, and how many signs of each."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("DOM.enable")
    devtools.send("CSS.enable")
    root = devtools.send("DOM.getDocument")["root"]["nodeId"]
    node = devtools.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    fonts = devtools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return {each["familyName"]: round(each["glyphCount"]) for each in fonts}
