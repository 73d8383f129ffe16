"""`praktijkbewijs restore`: what it says, and how it ends."""

import shutil
from pathlib import Path

from tests.app.commands.commanding import Run


class TestRestore:
    def test_puts_back_and_is_silent_until_it_is_confirmed(
        self, run: Run, examples: Path, folder: Path, tmp_path: Path
    ) -> None:
        """With keys and journal at a new place; a second time there is something."""
        assert run("backup", str(tmp_path / "back-up")).returncode == 0
        place = tmp_path / "data"
        place.mkdir()
        for name in ("keys", "journal"):
            shutil.copytree(folder / "data" / name, place / name)
        done = run("restore", str(tmp_path / "back-up"), DATA_DIR=str(place))
        assert done.returncode == 0, done.stderr
        assert "nog GEEN mail" in done.stdout
        assert done.stdout.endswith("Alles klopt.\n")
        again = run("restore", str(tmp_path / "back-up"), DATA_DIR=str(place))
        assert (again.returncode, "staat al iets" in again.stderr) == (64, True)
        said = [run("restore", "--confirm-mail", DATA_DIR=str(place)).stdout for _ in range(2)]
        assert ["De dienst stuurt weer mail.", "De dienst stuurde al mail. Er is niets veranderd."] == [
            each.strip() for each in said
        ]

    def test_says_that_it_is_no_backup(self, run: Run, tmp_path: Path) -> None:
        """An empty folder, and none at all."""
        done = run("restore", str(tmp_path), DATA_DIR=str(tmp_path / "data"))
        assert (done.returncode, "geen back-up die af is" in done.stderr) == (3, True)
        assert run("restore", DATA_DIR=str(tmp_path / "data")).returncode == 64
