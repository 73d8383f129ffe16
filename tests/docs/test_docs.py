"""What the documents say is true: their examples run, their tables are those of the code."""

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from app.settings import PREFIX
from tools.settings_table import table
from verifier.registers import read_register

ROOT = Path(__file__).parents[2]
SESSION = re.compile(r"^\$ (.+)$", re.MULTILINE)
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)
JSON = re.compile(r"```json\n(.*?)```", re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


class TestReadme:
    def test_the_five_lines_do_what_it_says(self, tmp_path: Path) -> None:
        """The session of the README: searching, giving, checking, and catching a change."""
        lines = SESSION.findall((ROOT / "README.md").read_text())
        assert len(lines) == 5
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        script = "\n".join(lines).replace("source .venv/bin/activate; ", "")
        environ = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
        done = subprocess.run(
            ["bash", "-c", f"{script}; echo last=$?"],
            cwd=tmp_path,
            env=environ | {"PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
        assert "25774/" in done.stdout
        assert "valid: Dit bewijs is echt" in done.stdout
        assert "invalid: Dit bewijs is niet echt" in done.stdout
        assert "last=1" in done.stdout


class TestExamples:
    @pytest.mark.parametrize("document", ["verifying.md"])
    def test_run_as_they_stand(self, document: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """Every example in Python does what its assertions say."""
        monkeypatch.chdir(ROOT)
        examples = PYTHON.findall((ROOT / "docs" / document).read_text())
        assert examples
        for example in examples:
            exec(compile(example, document, "exec"), {})  # noqa: S102 - our own example


class TestOperations:
    def test_lists_every_setting(self) -> None:
        """The table is the one that the settings themselves give."""
        assert table() in (ROOT / "docs" / "operations.md").read_text()

    def test_shows_a_register_that_is_read(self) -> None:
        """The example of a register is one."""
        [example] = JSON.findall((ROOT / "docs" / "operations.md").read_text())
        register = read_register(example.encode(), name="operations")
        known = register.find("did:web:maas.voorbeeld", on=date(2026, 11, 22))
        assert known is not None
        assert [each.source for each in known.recognitions] == ["SBB"]


class TestLinks:
    @pytest.mark.parametrize(
        "document",
        [path.relative_to(ROOT) for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"))],
        ids=str,
    )
    def test_lead_somewhere(self, document: Path) -> None:
        """Every link to a file of the project leads to one."""
        text = (ROOT / document).read_text()
        for target in LINK.findall(text):
            assert (ROOT / document.parent / target).exists(), f"{document} links to {target}"
