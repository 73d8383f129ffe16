"""Every page, on a phone and on a desk, light and dark, in two languages: without a fault for axe."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import DESK, PHONE, accessibility_faults, all_faults, narrow_enough
from tests.browser.flow import give_badge, sign_in

pytestmark = pytest.mark.browser

PUBLIC = (
    "/",
    "/controleer",
    "/werkprocessen",
    "/werkprocessen?zoek=brood",
    "/werkprocessen?zoek=strijken",
    "/werkprocessen/25774",
    "/werkprocessen/25774/B1-K2-W1",
    "/privacy",
    "/toegankelijkheid",
    "/hulp",
    "/api",
    "/inloggen",
    "/aanmelden",
    "/verwerkersovereenkomst",
    "/bestaat-niet",
    "/controleer?link=https://elders.voorbeeld/b/x",
)
SIGNED_IN = (
    "/uitreiken",
    "/uitreiken?zoek=orders",
    "/uitreiken/25774/B1-K2-W1",
    "/gegeven",
)


class TestPublicPages:
    @pytest.mark.parametrize("path", PUBLIC)
    @pytest.mark.parametrize("size", [PHONE, DESK], ids=["360", "1280"])
    def test_have_no_faults(
        self, open_context: Callable[..., BrowserContext], path: str, size: dict[str, int]
    ) -> None:
        """Readable by everyone, nothing off the side, one first heading."""
        page = open_context(viewport=size).new_page()
        page.goto(path)
        assert accessibility_faults(page) == []
        assert narrow_enough(page)
        expect(page.locator("h1")).to_have_count(1)

    @pytest.mark.parametrize("path", ["/", "/controleer", "/werkprocessen/25774"])
    def test_have_no_faults_in_the_dark_and_in_english(
        self, open_context: Callable[..., BrowserContext], path: str
    ) -> None:
        """The other colours and the other language are as good."""
        page = open_context(color_scheme="dark", locale="en-GB").new_page()
        page.goto(path)
        assert page.locator("html").get_attribute("lang") == "en"
        assert accessibility_faults(page) == []

    def test_fit_at_320_px(self, open_context: Callable[..., BrowserContext]) -> None:
        """WCAG 1.4.10: the narrowest phones and 400% zoom."""
        page = open_context(viewport={"width": 320, "height": 640}).new_page()
        for path in PUBLIC:
            page.goto(path)
            assert narrow_enough(page), path


class TestOrganisation:
    def test_shows_its_keys_on_the_narrowest_phone(
        self, open_context: Callable[..., BrowserContext], badge: str
    ) -> None:
        """A key is one long word; it is broken off, here and in whatever stands in an opened part."""
        page = open_context(viewport={"width": 320, "height": 640}).new_page()
        page.goto(badge)
        page.goto(page.locator('a[href*="/organisaties/"]').first.get_attribute("href") or "")
        page.locator("summary", has_text="Sleutels van deze organisatie").click()
        expect(page.locator("details[open] .address").first).to_be_visible()
        assert [] == all_faults(page)


class TestSignedInPages:
    @pytest.mark.parametrize("path", SIGNED_IN)
    @pytest.mark.parametrize("size", [PHONE, DESK], ids=["360", "1280"])
    def test_have_no_faults(
        self, open_context: Callable[..., BrowserContext], badge: str, path: str, size: dict[str, int]
    ) -> None:
        """The pages of the praktijkopleider."""
        page = open_context(viewport=size).new_page()
        sign_in(page)
        page.goto(path)
        assert accessibility_faults(page) == []
        assert narrow_enough(page)


class TestKwalificaties:
    def test_stay_findable_on_the_narrowest_phone(self, beheerder: Page) -> None:
        """The button stays within reach and covers nothing that the keyboard comes to; ticks stay too."""
        beheerder.set_viewport_size({"width": 320, "height": 640})
        beheerder.goto("/organisatie/kwalificaties")
        ticked = beheerder.locator('[name="crebo"]:checked').count()
        beheerder.locator('[name="zoek"]').fill("schoonmaken")
        beheerder.locator('[name="zoek"]').press("Enter")
        beheerder.wait_for_url("**zoek=schoonmaken*")
        expect(beheerder.locator('[name="crebo"]:checked')).to_have_count(ticked)
        beheerder.locator("details summary").click()
        assert all_faults(beheerder) == []
        last = beheerder.locator('details [name="crebo"]').nth(20)
        last.focus()
        box, button = last.bounding_box(), beheerder.locator(".btns--stay").bounding_box()
        assert box is not None
        assert button is not None
        assert box["y"] + box["height"] <= button["y"] < 640


class TestGiven:
    def test_holds_the_longest_word(self, page: Page) -> None:
        """A name of one long word stays on a phone of 360 px."""
        sign_in(page)
        give_badge(page, name="Wolfeschlegelsteinhausenbergerdorffdonaudampfschiff")
        assert all_faults(page) == []
        page.goto("/gegeven")
        assert all_faults(page) == []


class TestBadgePages:
    @pytest.mark.parametrize("size", [PHONE, DESK], ids=["360", "1280"])
    def test_have_no_faults(
        self, open_context: Callable[..., BrowserContext], badge: str, size: dict[str, int]
    ) -> None:
        """The badge itself and the answer of a check."""
        page = open_context(viewport=size).new_page()
        for path in (badge, f"/controleer?link={badge}"):
            page.goto(path)
            assert accessibility_faults(page) == []
            assert narrow_enough(page)

    def test_ask_nobody_else(self, page: Page, badge: str, address: str) -> None:
        """A page of ours loads nothing from another host: nobody hears that someone looked."""
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        for path in ("/", badge, f"/controleer?link={badge}", "/api/proberen"):
            page.goto(path, wait_until="networkidle")
        assert [url for url in asked if not url.startswith((address, "data:"))] == []

    def test_break_no_rule_of_their_own(self, page: Page, badge: str) -> None:
        """The content security policy refuses nothing that the pages need."""
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        for path in ("/", badge, "/controleer", "/api/proberen"):
            page.goto(path, wait_until="networkidle")
        assert said == []
