"""`praktijkbewijs propose`: what it prints, and what it ends with."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.app.commands.commanding import Run

WORK = ("25180/B1-K1-W4", "25180/B1-K2-W1")


@pytest.fixture(scope="module")
def portfolio(run: Run, folder: Path) -> Path:
    """Give Noa two badges of Kok, one with help, each as JSON, PNG and SVG in a folder."""
    out = folder / "noa"
    for work, independence in zip(WORK, ("zelfstandig", "met hulp"), strict=True):
        said = ("--zin", "Noa deed dit elke dag.", "--van", "2026-01-05", "--tot", "2026-06-26")
        how = ("--naam", "Noa", "--zelfstandigheid", independence, "--output", str(out / work[-2:]))
        done = run("issue", work, *said, *how)
        assert done.returncode == 0, done.stderr
    return out


class TestPropose:
    def test_gives_target_covered_and_open(self, run: Run, portfolio: Path) -> None:
        """A folder with each badge in three forms: every badge counts once, and its report is kept."""
        done = run("propose", "--target", "C0021", str(portfolio), "--json")
        found = json.loads(done.stdout)
        assert (done.returncode, found["target"], len(found["open"])) == (0, "C0021", 9)
        assert [(f"{row['crebo']}/{row['code']}", row["rule"]) for row in found["covered"]] == [
            (work, "exact") for work in WORK
        ]
        assert [len(row["evidence"]) for row in found["covered"]] == [1, 1]
        assert {each["report"]["verdict"] for each in found["reports"]} == {"valid"}
        assert len(found["reports"]) == 6

    def test_says_that_an_issuer_says_it_only_itself(self, run: Run, portfolio: Path) -> None:
        """The organisation of the demo was looked up by nobody, so its badges prove a part."""
        text = run("propose", "--target", "25180/B1-K1", str(portfolio)).stdout
        assert "deels: B1-K1-W4 Bereidt gerechten en componenten" in text
        assert "Wat voor organisatie de uitgever is, zegt hij alleen zelf." in text

    def test_ends_with_1_when_one_badge_is_not_genuine(self, run: Run, portfolio: Path, folder: Path) -> None:
        """It is told and does not count; the rest does. A letter beside it says nothing."""
        [good, *_] = sorted(portfolio.rglob("*.json"))
        packed = folder / "noa.zip"
        with zipfile.ZipFile(packed, "w") as archive:
            archive.write(good, "goed.json")
            archive.writestr("vals.json", good.read_text().replace("Noa deed", "Noa leidde"))
            archive.writestr("brief.txt", "Beste examencommissie,")
        done = run("propose", "--target", "C0021", str(packed), "--json")
        found = json.loads(done.stdout)
        assert (done.returncode, len(found["covered"])) == (1, 1)
        assert [(each["file"][-9:], each["code"]) for each in found["setAside"]] == [
            ("vals.json", "niet-echt"),
            ("brief.txt", "geen-bewijs"),
        ]

    def test_counts_what_is_of_the_name_that_was_given(
        self, run: Run, portfolio: Path, examples: Path
    ) -> None:
        """Noa's badges and one of Sam: hers count, his is told with his name."""
        given = ("propose", "--target", "C0021", str(portfolio), str(examples / "25743.json"), "--json")
        found = json.loads(run(*given, "--naam", "noa").stdout)
        assert (len(found["covered"]), [each["name"] for each in found["setAside"]]) == (2, ["Sam de Vries"])

    def test_writes_a_pack_for_the_administration(self, run: Run, portfolio: Path, folder: Path) -> None:
        """What is proposed of the pack is what was proposed of the files."""
        asked, pack = ("propose", "--target", "C0021", "--json"), folder / "pakket.zip"
        first = json.loads(run(*asked, str(portfolio), "--pakket", str(pack)).stdout)
        assert first["covered"] == json.loads(run(*asked, str(pack)).stdout)["covered"]
        with zipfile.ZipFile(pack) as archive:
            assert sorted(archive.namelist()) == [
                *("LEESMIJ.txt", "bewijzen/01.json", "bewijzen/02.json"),
                *("koppeling.csv", "koppeling.json", "voorstel.json"),
            ]
            assert json.loads(archive.read("koppeling.json"))["person"] == "Noa"

    def test_refuses_what_is_no_target(self, run: Run, portfolio: Path) -> None:
        """And says what may be asked."""
        done = run("propose", "--target", "C9999", str(portfolio))
        assert done.returncode == 64
        assert "een mbo-certificaat (C0021)" in done.stderr

    def test_says_that_it_cannot_read(self, run: Run, folder: Path) -> None:
        """Nothing in it is a badge: each file with its reason."""
        (folder / "brief.txt").write_text("Beste Noa,")
        done = run("propose", "--target", "C0021", str(folder / "brief.txt"))
        assert done.returncode == 3
        assert "Hier zit geen bewijs in dat wij lezen." in done.stderr
        assert "brief.txt" in done.stderr
