"""A school takes a badge in and reads what it says about a target."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import DESK, PHONE, in_order
from tests.browser.flow import give_badge, play, sign_in

pytestmark = pytest.mark.browser


class TestProposals:
    @pytest.mark.parametrize("size", [PHONE, DESK], ids=["360", "1280"])
    def test_from_a_file_to_the_reason_of_a_line(
        self, open_filled: Callable[..., BrowserContext], size: dict[str, int]
    ) -> None:
        """Every page on the way is in order, also the proposal in English."""
        trainer, school = (open_filled(viewport=size).new_page() for _ in range(2))
        sign_in(trainer)
        link = give_badge(trainer)
        badge = trainer.request.get(f"{link}/bewijs.json").body()
        play(school, "Hanneke Vos")
        school.goto("/voorstellen")
        in_order(school)
        school.get_by_label("Over wie gaat het?").fill("Sam de Vries")
        school.get_by_role("button", name="Begin").click()
        expect(school.get_by_role("heading", level=1)).to_have_text("De bewijzen van Sam de Vries")
        in_order(school)
        files = [
            {"name": "bewijs.json", "mimeType": "application/json", "buffer": badge},
            {"name": "vals.json", "mimeType": "application/json", "buffer": badge.replace(b"40", b"41")},
        ]
        school.get_by_label("Kies de bestanden").set_input_files(files)  # type: ignore[arg-type]  # TypedDicts
        school.get_by_role("button", name="Lees in").click()
        expect(school.get_by_role("status").first).to_contain_text("De bestanden zijn nagekeken")
        in_order(school)
        school.get_by_label("Waar kijk je naar?").select_option(value="25774")
        school.get_by_role("button", name="Bekijk het voorstel").click()
        expect(school.get_by_role("heading", level=1)).to_have_text("Logistiek medewerker")
        school.locator("summary", has_text="Waarom?").first.click()
        expect(school.get_by_text("Crebo, code en de afgesproken tekst zijn gelijk").first).to_be_visible()
        in_order(school)
        school.locator('a[href*="werkproces=25774%2FB1-K2-W2"]').click()
        expect(school.get_by_role("heading", level=1)).to_have_text("Koppel een bewijs")
        in_order(school)
        school.get_by_label("Waarom?").fill("Ik keek een uur mee.")
        school.get_by_role("button", name="Koppel dit").click()
        expect(school.get_by_role("status")).to_contain_text("Het bewijs is gekoppeld")
        in_order(school)
        with school.expect_download() as download:
            school.get_by_role("button", name="Haal het pakket op").click()
        assert "pakket.zip" == download.value.suggested_filename
        school.get_by_role("link", name="English").click()
        expect(school.get_by_text("This is a proposal. The examencommissie decides.")).to_be_visible()
        in_order(school)

    def test_from_names_to_a_group_and_who_waits_for_what(
        self, open_filled: Callable[..., BrowserContext]
    ) -> None:
        """Each page of it is in order at 360 px; who is there already is asked about."""
        school = open_filled(viewport=PHONE).new_page()
        play(school, "Hanneke Vos")
        school.goto("/voorstellen/groepen")
        in_order(school)
        school.get_by_label("Hoe heet de groep?").fill("Koks van 2027")
        school.get_by_label("Waar kijk je naar?").select_option(value="C0021")
        school.get_by_role("button", name="Maak de groep").click()
        expect(school.get_by_role("heading", level=1)).to_have_text("Koks van 2027")
        school.get_by_label("Wie horen erbij?").fill("Mo Said\nLena Hu\nLena Hu")
        school.get_by_role("button", name="Zet ze erbij").click()
        expect(school.get_by_text("Deze namen zijn er al: Lena Hu.").first).to_be_visible()
        in_order(school)
        school.get_by_label("Het zijn andere mensen met dezelfde naam.").check()
        school.get_by_role("button", name="Zet ze erbij").click()
        expect(school.get_by_role("status")).to_contain_text("De namen staan in de groep")
        school.get_by_role("link", name="Bekijk wie erin staat (3 mensen)").click()
        expect(school.get_by_role("link", name="Mo Said", exact=True)).to_be_visible()
        expect(school.get_by_text("nog geen bewijzen").first).to_be_visible()
        in_order(school)
