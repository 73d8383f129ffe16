"""A school takes in a zip of many people's badges, in the background, and reads what came of each file."""

import io
import zipfile
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import PHONE, in_order
from tests.browser.flow import give_badge, play, sign_in

pytestmark = pytest.mark.browser


class TestIntake:
    def test_from_a_zip_to_the_reason_of_what_is_broken(
        self, open_filled: Callable[..., BrowserContext]
    ) -> None:
        """By folder, at 360 px; the rest is taken in, and stands with the person."""
        trainer, school = (open_filled(viewport=PHONE).new_page() for _ in range(2))
        sign_in(trainer)
        badge = trainer.request.get(f"{give_badge(trainer)}/bewijs.json").body()
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as made:
            made.writestr("klas/Sam de Vries/bewijs.json", badge)
            made.writestr("klas/Tim Bos/kapot.json", badge[:100])
            made.writestr("klas/Tim Bos/lijst.csv", "crebo;werkproces\n99999;B9-K1-W1\n")
        play(school, "Hanneke Vos")
        school.goto("/voorstellen")
        school.get_by_role("link", name="Bewijzen van veel personen tegelijk").click()
        expect(school.get_by_role("heading", level=1)).to_have_text("Lees bewijzen van veel personen in")
        in_order(school)
        zipped = {"name": "klas.zip", "mimeType": "application/zip", "buffer": out.getvalue()}
        school.get_by_label("Kies een zip").set_input_files(zipped)  # type: ignore[arg-type]  # a TypedDict
        school.get_by_role("button", name="Lees in").click()
        expect(school.get_by_text("Alle 3 bestanden zijn nagekeken.")).to_be_visible(timeout=60_000)
        expect(school.get_by_text("Dit is een tabel, geen bewijs")).to_be_visible()
        expect(school.get_by_text("99999/B9-K1-W1")).to_be_visible()
        in_order(school)
        school.get_by_role("link", name="Naar alle personen").click()
        expect(school.get_by_role("link", name="Sam de Vries").first).to_be_visible()
