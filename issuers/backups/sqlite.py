"""Copy a SQLite database while others write in it, as SQLite itself does that (its Online Backup API)."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final
from urllib.parse import quote

from issuers.backups.manifest import sync
from issuers.errors import RegisterError

_LOGS: Final = ("-wal", "-shm", "-journal")


def copy_database(source: Path, target: Path) -> None:
    """Copy it as it is at one moment, and leave out what was deleted; who writes does not wait.

    Raises:
        RegisterError: it is damaged; there is no copy to trust.
    """
    target.touch(mode=0o600)
    try:
        with (
            closing(sqlite3.connect(f"file:{quote(str(source))}?mode=ro", uri=True)) as now,
            closing(sqlite3.connect(target)) as copy,
        ):
            now.backup(copy)
        tidy(target)
    except sqlite3.Error as problem:
        raise RegisterError(f"{source} cannot be copied: {problem}.") from problem


def tidy(path: Path) -> None:
    """Leave out what was deleted, hold the whole file against itself, and leave one file.

    Raises:
        RegisterError: it is damaged.
        sqlite3.Error: it is no database.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("VACUUM")
        found = [row[0] for row in connection.execute("PRAGMA integrity_check(3)")]
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    if found != ["ok"]:
        raise RegisterError(f"The database file is damaged: {found[0]}.")
    for each in _LOGS:
        path.with_name(path.name + each).unlink(missing_ok=True)
    sync(path)


def read_facts(path: Path) -> tuple[str, str]:
    """Give how far the tables of a copy have come, and the address that it is bound to.

    Raises:
        RegisterError: it is not a database of this service.
    """
    try:
        with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro&immutable=1", uri=True)) as copy:
            (migration,) = copy.execute("SELECT version_num FROM alembic_version").fetchone()
            (base_url,) = copy.execute("SELECT base_url FROM instance").fetchone()
    except (sqlite3.Error, TypeError) as problem:
        raise RegisterError("The database is not one of this service, or it is not in use yet.") from problem
    return str(migration), str(base_url)
