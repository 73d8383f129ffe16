"""docs/keys.md can be followed word for word: every command in it, in its order, on a service with badges."""

import json
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from typer.testing import CliRunner

from app.cli import make_cli
from app.settings import PREFIX

PAGE = (Path(__file__).parents[2] / "docs" / "keys.md").read_text()
COMMANDS, WHEN_LOST = (
    re.findall(r"^ *praktijkbewijs (.+)$", part, re.MULTILINE)
    for part in PAGE.split("### De sleutel van de sleutels is weg")
)
RUNNER, CLI = CliRunner(), make_cli()


def run(command: str, *, code: str = "", key: str = "", typed: str = "") -> str:
    """Run a command as it stands there, and give what it says; `typed` is what somebody answers."""
    words = command.replace("CODE", code).replace("SLEUTEL", key).split()
    done = RUNNER.invoke(CLI, words, input=typed, catch_exceptions=False)
    assert 0 == done.exit_code, (words, done.output)
    return done.output


def given(folder: Path, *, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Let the demo give badges, and give their files."""
    monkeypatch.setenv(f"{PREFIX}MODE", "demo")
    monkeypatch.setenv(f"{PREFIX}DATA_DIR", str(folder / "data"))
    run(f"demo --output {folder / 'badges'}")
    return sorted((folder / "badges").glob("*.json"))


def verdicts(badges: list[Path], *, at: Path) -> set[str]:
    """Check them all with one question."""
    report = json.loads(run(f"verify {together(badges, at=at)} --json"))
    assert len(badges) == len(report["inside"])
    return {each["report"]["verdict"] for each in report["inside"]}


def together(badges: list[Path], *, at: Path) -> Path:
    """Put badges in one zip, so that one question is enough."""
    with ZipFile(at, "w") as archive:
        for badge in badges:
            archive.write(badge, badge.name)
    return at


class TestKeysPage:
    """docs/keys.md."""

    def test_can_be_followed_word_for_word(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """From looking at the keys to a new one that guards them; badges of before are genuine after it."""
        badges = given(tmp_path, monkeypatch=monkeypatch)
        code = run("keys list").split("\t")[0]
        key = next(line for line in run(f"keys table {code}").splitlines() if "\tassertion\t" in line)
        said = {
            command: run(command, code=code, key=key.split("\t")[0], typed="GESTOLEN\n")
            for command in COMMANDS
        }
        assert 11 == len(COMMANDS)
        assert "niet meer te vertrouwen" in said["keys compromised CODE SLEUTEL"]
        assert re.search(r"Opnieuw ondertekend: [1-9]\d*\.", said["keys reissue CODE SLEUTEL"])
        assert "Alles klopt." in said["fsck"]
        assert "kan ondertekenen" in said["keys status"]
        assert re.search(r"Opnieuw gesloten: [1-9]\d* sleutels", said["keys rewrap"])
        files = {each.name for each in (tmp_path / "data" / "keys").iterdir()}
        assert {"kek", "kek.old", "kek-lists"} == files
        assert {"valid"} == verdicts(badges, at=tmp_path / "badges.zip")

    @pytest.mark.parametrize("lost", [("kek",), ("kek", "kek-lists")], ids="+".join)
    def test_can_be_followed_when_the_key_of_the_keys_is_lost(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lost: tuple[str, ...]
    ) -> None:
        """What was given is genuine after it, and the next badge is too."""
        badges = given(tmp_path, monkeypatch=monkeypatch)
        for name in lost:
            (tmp_path / "data" / "keys" / name).unlink()
        said = {command: run(command, typed="KWIJT\n") for command in WHEN_LOST}
        assert ["keys lost-kek", "keys status", "fsck"] == list(said)
        assert "Wat is ingetrokken, blijft ingetrokken" in said["keys lost-kek"].replace("\n", " ")
        assert "kan ondertekenen" in said["keys status"]
        assert "Alles klopt." in said["fsck"]
        run(
            f"issue 25740/P4-K1-W1 --zin Opgeruimd. --van 2026-01-05 --tot 2026-06-26 --output {tmp_path}/new"
        )
        badges += (tmp_path / "new").glob("*.json")
        assert {"valid"} == verdicts(badges, at=tmp_path / "badges.zip")
