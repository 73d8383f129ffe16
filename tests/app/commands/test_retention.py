"""`praktijkbewijs retention`: how long we keep what, and what is over."""

from pathlib import Path

from app.retention import KINDS
from tests.app.commands.commanding import Run


class TestRetention:
    def test_tells_each_kind_with_its_term(self, run: Run, examples: Path) -> None:
        """Nothing goes from what was made today; the report names everything that is kept."""
        assert examples.is_dir()
        done = run("retention", "--dry-run")
        assert (0, len(KINDS)) == (done.returncode, len(done.stdout.splitlines()))
        assert "concepten\t180 dagen na de laatste keer dat iemand eraan schreef\t0 gaat weg\n" in done.stdout
