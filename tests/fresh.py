"""An empty database that is up to date already: all migrations together take longer than most tests.

Who begins without one is tested in `tests.issuers.test_opening` and `tests.app.test_start`.
"""

from datetime import UTC, datetime
from pathlib import Path

from badges.catalogue import embedded
from issuers.opening import open_without_keys
from tests.databases import Databases, SqliteFiles
from tests.once import Once
from web.clock import FixedClock


def migrate(once: Once, databases: Databases) -> Path:
    """Make a folder with such a database, and nothing else: no keys, no address."""
    folder = once.folder("migrated")
    folder.mkdir()
    desk = open_without_keys(
        databases.url(folder),
        data_dir=folder,
        base_url="https://bewijs.voorbeeld",
        clock=FixedClock(datetime(2026, 6, 26, tzinfo=UTC)),
        catalogue=embedded(),
    )
    desk.register.close()
    return folder


def fresh_in(folder: Path, *, once: Once, databases: Databases | None = None) -> Path:
    """Make a folder that is not there yet, with such a database of its own in it; on SQLite unless said."""
    kind = databases or SqliteFiles()
    return kind.copy(once.make(migrate, databases=kind), folder)
