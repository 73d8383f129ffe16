"""The command, as people type it: a process of its own, on a data folder that its tests share."""

import os
import subprocess
import sys
from pathlib import Path
from typing import TextIO

import pytest

from app.settings import PREFIX
from tests.app.commands import commanding
from tests.app.commands.commanding import Run

COMMAND = str(Path(sys.executable).with_name("praktijkbewijs"))


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep one data folder for the tests of all commands."""
    return tmp_path_factory.mktemp("cli")


@pytest.fixture(scope="session")
def run(folder: Path) -> Run:
    """Run the command on that folder; settings as keyword arguments."""

    def call(
        *arguments: str, stdin: str = "", stdout: TextIO | int = subprocess.PIPE, **settings: str
    ) -> subprocess.CompletedProcess[str]:
        environ = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
        given = {"DATA_DIR": str(folder / "data"), "MODE": "demo"} | settings
        environ |= {PREFIX + name: value for name, value in given.items()}
        if stdout is not subprocess.PIPE:
            return subprocess.run(
                [COMMAND, *arguments],
                env=environ,
                input=stdin,
                stdout=stdout,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
            )
        return commanding.run(arguments, stdin=stdin, environ=environ)

    return call


@pytest.fixture(scope="session")
def examples(run: Run, folder: Path) -> Path:
    """Let the demo write its badges."""
    out = folder / "badges"
    done = run("demo", "--output", str(out))
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="session")
def exported(run: Run, folder: Path, examples: Path) -> Path:
    """Write all that is public, after badges were given."""
    out = folder / "openbaar"
    done = run("export-public", str(out))
    assert done.returncode == 0, done.stderr
    return out
