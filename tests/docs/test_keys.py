"""docs/keys.md can be followed word for word: every command in it, in its order, on a service with badges."""

import json
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from typer.testing import CliRunner

from app.cli import cli
from app.settings import PREFIX

PAGE = (Path(__file__).parents[2] / "docs" / "keys.md").read_text()
COMMANDS = re.findall(r"^ *praktijkbewijs (.+)$", PAGE, re.MULTILINE)
RUNNER = CliRunner()


def run(command: str, *, code: str = "", key: str = "") -> str:
    """Run a command as it stands there, and give what it says."""
    words = command.replace("CODE", code).replace("SLEUTEL", key).split()
    done = RUNNER.invoke(cli, words, catch_exceptions=False)
    assert 0 == done.exit_code, (words, done.output)
    return done.output


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
        monkeypatch.setenv(f"{PREFIX}MODE", "demo")
        monkeypatch.setenv(f"{PREFIX}DATA_DIR", str(tmp_path / "data"))
        run(f"demo --output {tmp_path / 'badges'}")
        code = run("keys list").split("\t")[0]
        key = next(line for line in run(f"keys table {code}").splitlines() if "\tassertion\t" in line)
        said = {command: run(command, code=code, key=key.split("\t")[0]) for command in COMMANDS}
        assert 11 == len(COMMANDS)
        assert "niet meer te vertrouwen" in said["keys compromised CODE SLEUTEL"]
        assert re.search(r"Opnieuw ondertekend: [1-9]\d*\.", said["keys reissue CODE SLEUTEL"])
        assert "Alles klopt." in said["fsck"]
        assert "kan ondertekenen" in said["keys status"]
        assert re.search(r"Opnieuw gesloten: [1-9]\d* sleutels", said["keys rewrap"])
        files = {each.name for each in (tmp_path / "data" / "keys").iterdir()}
        assert {"kek", "kek.old", "kek-lists"} == files
        badges = sorted((tmp_path / "badges").glob("*.json"))
        report = json.loads(run(f"verify {together(badges, at=tmp_path / 'badges.zip')} --json"))
        assert ["valid"] * len(badges) == [each["report"]["verdict"] for each in report["inside"]]
