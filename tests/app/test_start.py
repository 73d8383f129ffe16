"""A beginning is quick: no garbage is looked for meanwhile, and nothing is read that can wait."""

import gc
import subprocess
import sys
from pathlib import Path

from app.cli import COMMANDS
from app.start import reading
from tests.app.serving import ADDRESS
from tests.databases import ON_SQLITE, Databases

CAN_WAIT = (
    "alembic",
    "authlib",
    "joserfc",
    "lxml",
    "pikepdf",
    "psycopg",
    "pyld",
    "trustme",
    "typst",
    "webauthn",
    "zxingcpp",
)
"""Large libraries, for a worker or for what is not asked at each start."""

OF_PAGES = ("fastapi", "uvicorn")


def read_by(code: str, *, of: tuple[str, ...]) -> list[str]:
    """Give which of these a new process has read once it ran the code."""
    told = f"{code}\nimport sys\nprint(*[name for name in {of!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1].split()


class TestReading:
    """start.reading."""

    def test_collects_no_garbage_meanwhile(self) -> None:
        """It does so again afterwards."""
        with reading():
            meanwhile = gc.isenabled()
        gc.unfreeze()
        assert (False, True) == (meanwhile, gc.isenabled())


class TestStart:
    """What a beginning reads."""

    @ON_SQLITE
    def test_of_the_service_leaves_what_can_wait(
        self, tmp_path: Path, furnished: Path, databases: Databases
    ) -> None:
        """A database that is up to date needs no migrations either."""
        folder = databases.copy(furnished, tmp_path / "data")
        made = f"create_app(Settings(mode='demo', base_url={ADDRESS!r}, data_dir={str(folder)!r}))"
        code = f"from app.main import create_app\nfrom app.settings import Settings\n{made}"
        assert [] == read_by(code, of=CAN_WAIT)

    def test_of_a_command_leaves_what_pages_need(self) -> None:
        """All of them together, but for the one that serves, which reads it when it does."""
        assert [] == read_by("from app.cli import make_cli\nmake_cli()", of=(*OF_PAGES, *CAN_WAIT))

    def test_of_a_command_leaves_the_others(self) -> None:
        """The description of the API needs no database."""
        modules = tuple({f"app.commands.{place.split('.')[0]}" for place in COMMANDS.values()})
        code = "from app.cli import make_cli\nmake_cli(['openapi'])"
        assert ["app.commands.openapi"] == read_by(code, of=modules)
