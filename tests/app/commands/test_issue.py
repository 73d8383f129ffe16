"""`praktijkbewijs issue`: the steps of the form, in one line."""

from pathlib import Path

from tests.app.commands.commanding import Run


class TestIssue:
    def test_gives_a_badge(self, run: Run, folder: Path) -> None:
        """The same steps as the form, to three files and an address."""
        out = folder / "issued"
        done = run(
            *("issue", "25774/B1-K2-W1", "--zin", "Kim zocht 40 orders bij elkaar.", "--naam", "Kim"),
            *("--van", "5 januari 2026", "--tot", "26-6-2026", "--output", str(out)),
        )
        assert done.returncode == 0, done.stderr
        assert run("verify", str(out / "25774-B1-K2-W1.png")).returncode == 0
        assert "http://localhost:8000/b/" in done.stdout

    def test_tells_all_that_is_wrong(self, run: Run) -> None:
        """Each field with its sentence, and nothing is given."""
        done = run("issue", "25774/B1-K2-W1", "--zin", "123456782", "--van", "morgen", "--tot", "")
        assert done.returncode == 64
        assert {line.split(":")[0] for line in done.stderr.splitlines()} == {"zin", "van", "tot"}

    def test_needs_the_demo(self, run: Run) -> None:
        """Where nobody can sign in, nobody can issue."""
        arguments = ("issue", "25774/B1-K2-W1", "--zin", "x", "--van", "2026-01-05", "--tot", "2026-01-06")
        assert run(*arguments, MODE="production").returncode == 64
