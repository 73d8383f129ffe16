"""`praktijkbewijs fsck`: whether the register is whole."""

from pathlib import Path

from tests.app.commands.commanding import Run


class TestFsck:
    def test_says_that_all_is_well(self, run: Run, examples: Path) -> None:
        """A register that nobody touched has nothing to tell."""
        done = run("fsck")
        assert (done.returncode, done.stdout) == (0, "Alles klopt.\n")
