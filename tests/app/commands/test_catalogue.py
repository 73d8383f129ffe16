"""`praktijkbewijs catalogue`: search it, look at it, replace it."""

import json
from pathlib import Path

from tests.app.commands.commanding import Run


class TestCatalogue:
    def test_finds_and_shows(self, run: Run) -> None:
        """Everyday words lead to a werkproces, and all that is known of it."""
        assert "25774/B1-K2-W1" in run("catalogue", "search", "orders verzamelen").stdout
        shown = json.loads(run("catalogue", "show", "25774/B1-K1-W1", "--json").stdout)
        assert (shown["crebo"], shown["code"]) == ("25774", "B1-K1-W1")
        assert ("Ik kan spullen uitladen en nakijken.", "concept") == (
            shown["ik_kan"],
            shown["ik_kan_bron"]["status"],
        )
        told = run("catalogue", "show", "25774/B1-K1-W1").stdout
        assert "onbekend" in told
        assert "(eigen uitleg van Praktijkbewijs, concept: nog door niemand nagekeken)" in told

    def test_says_what_to_do_when_nothing_is_found(self, run: Run) -> None:
        """Advice instead of a near hit."""
        done = run("catalogue", "search", "strijken")
        assert done.returncode == 1
        assert "Probeer een ander woord" in done.stdout

    def test_shows_an_import_before_it_happens(self, run: Run, folder: Path) -> None:
        """No is no; after yes the new text is there and the old stays."""
        file = str(Path(__file__).parents[2] / "badges" / "catalogue" / "synthetisch.xml")
        data = {"DATA_DIR": str(folder / "import")}
        assert "nieuw" in run("catalogue", "import", file, stdin="nee\n", **data).stdout
        assert run("catalogue", "show", "99001/B1-K1-W1", **data).returncode == 70
        assert run("catalogue", "import", file, "--ja", **data).returncode == 0
        assert run("catalogue", "show", "99001/B1-K1-W1", **data).returncode == 0
        assert "Er verandert niets" in run("catalogue", "import", file, "--ja", **data).stdout
