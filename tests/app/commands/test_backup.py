"""`praktijkbewijs backup`: what it says, and how it ends."""

from pathlib import Path

from tests.app.commands.commanding import Run


class TestBackup:
    def test_says_where_it_is_and_what_is_not_in_it(self, run: Run, examples: Path, folder: Path) -> None:
        """The keys go another way; a second backup asks for a folder of its own."""
        done = run("backup", str(folder / "back-up"))
        assert done.returncode == 0, done.stderr
        assert "1 bestand, nagelezen" in done.stdout
        assert "zitten er NIET in" in done.stdout
        again = run("backup", str(folder / "back-up"))
        assert again.returncode == 64
        assert "staat al iets" in again.stderr

    def test_says_that_there_is_no_service(self, run: Run, tmp_path: Path) -> None:
        """DATA_DIR names another folder than that of the service."""
        done = run("backup", str(tmp_path / "back-up"), DATA_DIR=str(tmp_path))
        assert done.returncode == 64
        assert "nog geen dienst" in done.stderr
        assert [] == list(tmp_path.iterdir())
