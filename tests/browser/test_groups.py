"""A whole group from one roster, on a phone and without scripts: looked over, put right, given."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import PHONE, all_faults
from tests.browser.flow import sign_in
from tests.issuers.groups.rosters import GOOD, HEADER

pytestmark = pytest.mark.browser
WRONG = GOOD.replace("26-6-2026", "morgen").replace("Sam", "Alex").replace("s1", "s2")
MILLISECONDS = 60_000


def faults(page: Page, *, scripts: bool) -> list[str]:
    """Tell what is wrong with a page, where it can be asked."""
    return all_faults(page) if scripts else []


class TestGroups:
    @pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
    def test_are_given_from_a_roster(
        self, open_context: Callable[..., BrowserContext], tmp_path: Path, *, scripts: bool
    ) -> None:
        """Each page is without faults at 360 pixels; the progress comes by itself."""
        page = open_context(viewport=PHONE, java_script_enabled=scripts).new_page()
        rows = (GOOD.replace("s1", f"browser-{scripts}"), WRONG.replace("s2", f"anders-{scripts}"))
        roster = tmp_path / "rooster.csv"
        roster.write_text("\n".join((HEADER, *rows)))
        sign_in(page)
        page.goto("/groepen/nieuw")
        assert [] == faults(page, scripts=scripts)
        page.locator('[name="bestand"]').set_input_files(roster)
        page.get_by_role("button", name="Kijk het na").click()
        assert [] == faults(page, scripts=scripts)
        page.get_by_label("De laatste dag").fill("25-6-2026")
        page.get_by_role("button", name="Bewaar de verbeteringen").click()
        page.get_by_role("button", name="Geef 2 bewijzen").click()
        cards = page.get_by_role("link", name="Kaartjes om te printen")
        expect(cards).to_be_visible(timeout=MILLISECONDS)
        assert [] == faults(page, scripts=scripts)
        cards.click()
        expect(page.locator(".qr")).to_have_count(2)
        assert [] == faults(page, scripts=scripts)
