"""The examples that developers read are what the code makes and says."""

import json

import pytest

from badges.schema import schema_problems
from tests.openapi.make_examples import FOLDER, examples
from tests.world import World

MADE = examples()


class TestExamples:
    @pytest.mark.parametrize("name", MADE)
    def test_are_what_the_code_makes(self, name: str) -> None:
        """Nothing in them was written by hand."""
        assert MADE[name] == (FOLDER / name).read_text(encoding="utf-8")

    def test_hold_a_badge_that_is_valid_in_any_layout(self) -> None:
        """The badge on disk has line breaks that were not signed; they say nothing."""
        report = World().report((FOLDER / "bewijs.json").read_bytes())
        assert "valid" == report.verdict
        assert json.loads((FOLDER / "verslag.json").read_text()) == report.as_json()

    @pytest.mark.parametrize("name", ["bevestiging.json", "praktijkverklaring.json"])
    def test_hold_what_a_school_gave_on_it(self, name: str) -> None:
        """Both are as OB 3.0 asks, and genuine."""
        raw = (FOLDER / name).read_bytes()
        assert () == schema_problems(json.loads(raw))
        assert "valid" == World().report(raw).verdict
