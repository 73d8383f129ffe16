"""Who keeps a badge takes it along to a provider of EVC himself."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import PHONE, all_faults, narrow_enough
from tests.browser.flow import give_badge, sign_in
from tests.browser.pictures import picture

pytestmark = pytest.mark.browser


class TestEvcBundle:
    def test_is_made_of_what_was_chosen(
        self, page: Page, open_context: Callable[..., BrowserContext]
    ) -> None:
        """From Mijn bewijzen, at 360 px: nothing chosen is told, and the zip holds the badge."""
        sign_in(page)
        give_badge(page)
        phone = open_context(viewport=PHONE).new_page()
        phone.goto(page.locator("#link").input_value())
        phone.get_by_role("button", name="Ja, bewaar het hier").click()
        phone.get_by_role("link", name="Geef je bewijzen mee").click()
        expect(phone.get_by_role("heading", level=1)).to_have_text("Geef je bewijzen mee voor EVC")
        assert [] == all_faults(phone)
        assert narrow_enough(phone)
        picture(phone, "evc", top="h1")
        with phone.expect_download() as download:
            phone.get_by_role("button", name="Download de zip").click()
        names = zipfile.ZipFile(io.BytesIO(Path(download.value.path()).read_bytes())).namelist()
        assert "lijst.csv" in names
        assert any(each.endswith("/bewijs.json") for each in names)
        phone.get_by_role("checkbox").uncheck()
        phone.get_by_role("button", name="Download de zip").click()
        expect(phone.get_by_text("Kies 1 bewijs of meer.").first).to_be_visible()
        assert [] == all_faults(phone)
