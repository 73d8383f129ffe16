"""`praktijkbewijs export-public`: a folder that is enough to check badges elsewhere."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from badges.wording import day_nl
from tests.app.commands.commanding import Run


class TestExportPublic:
    def test_is_enough_to_verify_elsewhere(
        self, run: Run, examples: Path, exported: Path, folder: Path
    ) -> None:
        """On a machine that knows nothing of the service, and asks nobody; and it says of when it speaks."""
        today = datetime.now(UTC).date()
        known = ("--offline", "--bundle", str(exported), "--as-of", today.isoformat())
        done = run("verify", str(examples / "25743.png"), *known, DATA_DIR=str(folder / "elders"))
        assert done.returncode == 0, done.stdout + done.stderr
        first, second = done.stdout.splitlines()[:2]
        assert first == f"Zoals het was op {day_nl(datetime.now(UTC))}."
        assert second == "valid: Dit bewijs is echt"

    def test_knows_no_badge_before_its_day(self, run: Run, examples: Path, exported: Path) -> None:
        """On an earlier day the signature was still to come."""
        known = ("--offline", "--bundle", str(exported), "--as-of", "2026-01-01")
        assert run("verify", str(examples / "25743.png"), *known).returncode == 1

    def test_asks_where_there_is_no_service(self, run: Run, folder: Path) -> None:
        """An empty folder has nothing to export."""
        done = run("export-public", str(folder / "x"), DATA_DIR=str(folder / "none"))
        assert (64, False) == (done.returncode, (folder / "x").exists())

    @pytest.mark.parametrize("option", [("--bundle", "."), ("--as-of", "2026-06-26")])
    def test_is_for_offline_only(self, run: Run, option: tuple[str, str]) -> None:
        """What was then and what is now do not go together."""
        assert run("verify", "-", *option).returncode == 64

    def test_says_that_a_folder_is_none(self, run: Run, examples: Path, folder: Path) -> None:
        """It names what should be in it."""
        done = run("verify", str(examples / "25743.json"), "--offline", "--bundle", str(folder))
        assert done.returncode == 64
        assert "bundle.json" in done.stderr
