"""A badge as a PDF: kept from its page, handed to somebody, and checked from the file alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from badges.baking import pdf
from tests.browser.conftest import all_faults, narrow_enough

pytestmark = pytest.mark.browser


class TestPaper:
    """The way of the sheet."""

    def test_is_kept_and_checked(
        self, page: Page, badge: str, open_context: Callable[..., BrowserContext], tmp_path: Path
    ) -> None:
        """Whoever gets the file needs nothing else."""
        page.goto(badge)
        with page.expect_download() as waiting:
            page.get_by_role("link", name="Bewaar als pdf").click()
        kept = tmp_path / waiting.value.suggested_filename
        waiting.value.save_as(kept)
        assert "praktijkbewijs.pdf" == kept.name
        employer = open_context().new_page()
        employer.goto("/controleer")
        employer.get_by_label("Foto of bestand").set_input_files(kept)
        employer.get_by_role("button", name="Controleer", exact=True).click()
        expect(employer.get_by_role("heading", level=1)).to_contain_text("Dit bewijs is echt")
        signed = page.request.get(badge, headers={"Accept": "application/json"}).body()
        assert signed == pdf.unbake(kept.read_bytes())

    def test_is_kept_without_javascript(
        self, badge: str, open_context: Callable[..., BrowserContext]
    ) -> None:
        """It is a link, and what it gives is a PDF; the page stays readable for everybody."""
        plain = open_context(java_script_enabled=False).new_page()
        plain.goto(badge)
        link = plain.get_by_role("link", name="Bewaar als pdf").get_attribute("href")
        assert plain.request.get(f"{link}?taal=en").headers["content-type"] == "application/pdf"
        phone = open_context().new_page()
        phone.goto(badge)
        assert [] == all_faults(phone)
        assert narrow_enough(phone)
