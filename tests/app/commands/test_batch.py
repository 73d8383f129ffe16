"""`praktijkbewijs issue --batch`: a whole roster, as often as one likes."""

from pathlib import Path

import pytest

from tests.app.commands.commanding import Run

ROSTER = """naam;crebo;werkproces;van;tot;zelfstandigheid;toelichting;kenmerk
Sam;25774;B1-K2-W1;5-1-2026;26-6-2026;zelfstandig;Sam zocht orders.;s1
Alex;25774;B1-K2-W1;5-1-2026;26-6-2026;met hulp;Alex zocht orders.;s2
Robin;25774;B9-K9-W9;5-1-2026;26-6-2026;;123456782;s3
"""


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    """Save a roster as Excel in the Netherlands does."""
    path = tmp_path / "rooster.csv"
    path.write_bytes(ROSTER.encode("utf-8-sig"))
    return path


class TestBatch:
    """A roster is given in a new data folder by the demo leerbedrijf."""

    def test_gives_a_roster_once(self, run: Run, roster: Path, tmp_path: Path) -> None:
        """The last line counts; each refused row has its reason, by row and column; again adds nothing."""
        own = {"DATA_DIR": str(tmp_path / "data")}
        out = tmp_path / "bewijzen"
        first = run("issue", "--batch", str(roster), "--output", str(out), **own)
        again = run("issue", "--batch", str(roster), **own)
        assert "issued 2, already 0, refused 1" == first.stdout.splitlines()[-1]
        assert "issued 0, already 2, refused 1" == again.stdout.splitlines()[-1]
        assert (1, 1) == (first.returncode, again.returncode)
        assert ["rij 4, werkproces", "rij 4, toelichting"] == [
            line.split(":")[0] for line in first.stderr.splitlines()
        ]
        assert {".json", ".png", ".svg"} == {path.suffix for path in out.iterdir()}
        [badge] = out.glob("rij-000002-*.png")
        assert 0 == run("verify", str(badge), **own).returncode
        elsewhere = run("issue", "--batch", str(roster), "--organisation", "nergens", **own)
        assert (64, True) == (elsewhere.returncode, "nergens" in elsewhere.stderr)

    def test_says_which_columns_it_does_not_read(self, run: Run, roster: Path, tmp_path: Path) -> None:
        """Beside what is wrong, and where nothing is."""
        own = {"DATA_DIR": str(tmp_path / "data")}
        for old, new in (("werkproces", "werkprocs"), ("kenmerk", "kenmark")):
            roster.write_text(ROSTER.replace(old, new))
            said = run("issue", "--batch", str(roster), **own).stderr
            assert f"De kolom ‘{new}’ lezen wij niet. Bedoel je ‘{old}’?" in said

    @pytest.mark.parametrize(
        ("content", "expected"),
        [
            (b"", "Er staat niets in dit bestand."),
            (
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
                "Dit is een oud Excel-bestand, of er zit een wachtwoord op.",
            ),
            (b"naam;crebo\nSam;25774", "De kolom werkproces ontbreekt."),
        ],
    )
    def test_says_what_is_wrong_with_a_file(
        self, run: Run, tmp_path: Path, content: bytes, expected: str
    ) -> None:
        """Nothing is given of what cannot be read."""
        path = tmp_path / "rooster.csv"
        path.write_bytes(content)
        done = run("issue", "--batch", str(path))
        assert (64, expected) == (done.returncode, done.stderr[: len(expected)])

    def test_asks_what_to_give(self, run: Run) -> None:
        """A werkproces, or a roster."""
        done = run("issue")
        assert (64, True) == (done.returncode, "--batch" in done.stderr)
