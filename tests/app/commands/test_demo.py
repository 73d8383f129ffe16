"""`praktijkbewijs demo`: made-up people with real badges."""

from pathlib import Path

from tests.app.commands.commanding import Run


class TestDemo:
    def test_writes_one_badge_for_each_entree_kwalificatie(self, examples: Path) -> None:
        """Nine kwalificaties, three forms each."""
        names = {path.name for path in examples.iterdir()}
        crebos = range(25740, 25749)
        assert names == {f"{crebo}.{ending}" for crebo in crebos for ending in ("json", "png", "svg")}

    def test_gives_the_same_badges_again(self, run: Run, examples: Path, folder: Path) -> None:
        """Asked twice, the demo gives the same badges, not new ones."""
        assert run("demo", "--output", str(folder / "again")).returncode == 0
        for path in examples.glob("*.json"):
            assert path.read_bytes() == (folder / "again" / path.name).read_bytes()

    def test_refuses_in_production(self, run: Run, folder: Path) -> None:
        """A service for real people gets no made-up ones."""
        done = run(
            "demo", "--output", str(folder / "x"), MODE="production", BASE_URL="https://bewijs.voorbeeld"
        )
        assert done.returncode == 64
        assert "MODE" in done.stderr
