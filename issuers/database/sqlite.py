"""SQLite as a database to trust: one file, write-ahead log, every commit on the disk before it counts.

Its defaults are neither durable nor strict. What is asked for is asserted, for a setting that was asked for
and not given is the one that loses a badge.
"""

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Any, Final

from sqlalchemy import URL, Connection, create_engine, event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from issuers.database.scopes import Insider, Scope
from issuers.errors import RegisterBusyError, RegisterError

DURABLE: Final[Mapping[str, object]] = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "secure_delete": 1,
}
"""`secure_delete` writes zeros where something was deleted: else it stays readable in the file."""


PAGE_BYTES: Final = 8_192
"""A row with a signed badge is some 3,500 bytes, so two stand on a page. It counts for a new file only."""

PAGES_OF_LOG: Final = 4_000
"""So long may the log be before it goes into the file: pages that come back are then written there once."""

CACHE_KIB: Final = 65_536
"""So much of the file each connection may hold: indexes of what is random are read all over."""


class Sqlite:
    """Keep the register in one file; its writers take turns."""

    is_near = True

    def __init__(self, url: URL, *, busy_milliseconds: int) -> None:
        """Make the file where there is none; wait so long for others who write.

        Raises:
            RegisterError: it cannot be made here.
        """
        _keep_private(database_file(url))
        self.engine = create_engine(
            url, connect_args={"timeout": busy_milliseconds / 1000}, hide_parameters=True
        )
        event.listen(self.engine, "connect", _prepare)
        self._watching = Lock()
        self._watch: Any = None

    def begin_reading(self, connection: Connection, *, within: Scope) -> None:  # noqa: ARG002 (no row security here)
        """Begin; the first look decides what is seen."""
        connection.exec_driver_sql("BEGIN")

    def begin_writing(self, connection: Connection, *, within: Insider) -> None:  # noqa: ARG002 (as above)
        """Take the write lock at the start: nobody waits for a lock with half a change done."""
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    def assert_durable(self, connection: Connection) -> None:
        """Refuse a connection whose commits could be lost with the power.

        Raises:
            RegisterError: with the setting that is wrong.
        """
        for name, wanted in DURABLE.items():
            found = connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            if found != wanted:
                raise RegisterError(f"SQLite must run with {name}={wanted}, and it runs with {found}.")

    def version(self) -> int:
        """Give a number that each commit changes.

        Only a connection that never writes itself sees every change (`PRAGMA data_version`).

        Raises:
            RegisterError: the database refused.
        """
        try:
            with self._watching:
                if self._watch is None:
                    self._watch = self.engine.raw_connection()
                    self._watch.detach()
                (version,) = self._watch.execute("PRAGMA data_version").fetchone()
        except (sqlite3.Error, SQLAlchemyError) as problem:
            raise RegisterError(f"The database refused: {type(problem).__name__}.") from problem
        return int(version)

    def leave_no_trace(self) -> None:
        """Copy the log into the file, and empty it: what was deleted still stands in what was written before.

        Where somebody reads at this moment, the next time that SQLite empties its log does it.
        """
        with self.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def explained(self, problem: DBAPIError) -> RegisterError:
        """Say what went wrong, and what to do."""
        found = problem.orig
        if isinstance(found, sqlite3.OperationalError):
            if "locked" in str(found):
                return RegisterBusyError("Others wrote for too long; nothing was done.")
            return RegisterError(f"The database refused: {found}.")
        if type(found) is sqlite3.DatabaseError:
            return RegisterError(f"The database file is damaged: {found}. Put it back from your backup.")
        return RegisterError(f"The database refused: {type(found).__name__}.")

    def close(self) -> None:
        """Give the connections back."""
        with self._watching:
            if self._watch is not None:
                self._watch.close()
                self._watch = None
        self.engine.dispose()


def database_file(url: URL) -> Path:
    """Give the file that an address names, whether it is there or not.

    Raises:
        RegisterError: it names no file.
    """
    if url.database in (None, "", ":memory:"):
        raise RegisterError("DATABASE_URL must name a SQLite file: sqlite:////folder/praktijkbewijs.db")
    return Path(str(url.database))


def _keep_private(path: Path) -> None:
    """Let no other user of the machine read the file; SQLite gives its log the same mode."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600)
    except OSError as problem:
        raise RegisterError(f"{path} cannot be written: {problem.strerror}.") from problem


def _prepare(connection: Any, _entry: ConnectionPoolEntry) -> None:
    """Set what must hold on each connection; SQLAlchemy alone begins transactions from here on."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA page_size={PAGE_BYTES}")  # before the file is written for the first time
    for name, wanted in DURABLE.items():
        cursor.execute(f"PRAGMA {name}={wanted}")
    cursor.execute("PRAGMA trusted_schema=OFF")
    cursor.execute(f"PRAGMA wal_autocheckpoint={PAGES_OF_LOG}")
    cursor.execute(f"PRAGMA cache_size=-{CACHE_KIB}")
    cursor.close()
