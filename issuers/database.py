"""Open the database, and refuse one that could lose or mix up a badge.

SQLite: write-ahead log, synchronous=FULL, foreign keys, BEGIN IMMEDIATE for every write. Asserted at
each start, for a setting that was asked for and not given is the one that loses a badge.
"""

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Lock
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session

from issuers.errors import RegisterBusyError, RegisterError

BUSY_MILLISECONDS: Final = 10_000
DURABLE: Final[Mapping[str, object]] = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
_IMMEDIATE: Final = "praktijkbewijs_immediate"
_Result = TypeVar("_Result")


class Register:
    """Run pieces of work on the database, each in one transaction that commits or never was.

    A piece of work takes the session and has no effect besides: it may be run again.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._writing = engine.execution_options(**{_IMMEDIATE: True})
        self._watching = Lock()
        self._watch: Any = None

    def write(self, work: Callable[[Session], _Result]) -> _Result:
        """Run work that changes something; when this returns, it is on the disk.

        Raises:
            RegisterBusyError: others wrote for longer than we waited.
            RegisterError: the database refused (disk full, read-only, broken).
        """
        return _run(self._writing, work)

    def read(self, work: Callable[[Session], _Result]) -> _Result:
        """Run work that only looks, on one unchanging view of the data.

        Raises:
            RegisterError: the database refused.
        """
        return _run(self.engine, work)

    def version(self) -> int:
        """Give a number that each commit changes, of whatever process: what was read at it holds as long.

        Only a connection that never writes itself sees every change (SQLite, `PRAGMA data_version`).

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

    def close(self) -> None:
        """Give the connections back."""
        with self._watching:
            if self._watch is not None:
                self._watch.close()
                self._watch = None
        self.engine.dispose()


def open_register(database_url: str) -> Register:
    """Open the database at an address such as `sqlite:////srv/praktijkbewijs.db`.

    Raises:
        RegisterError: another kind of database, a folder that is not there, or settings that lose data.
    """
    _keep_private(database_file(database_url))
    engine = create_engine(
        database_url, connect_args={"timeout": BUSY_MILLISECONDS / 1000}, hide_parameters=True
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    register = Register(engine)
    try:
        register.read(lambda session: assert_durable(session.connection()))
    except RegisterError:
        register.close()
        raise
    return register


def database_file(database_url: str) -> Path:
    """Give the file that an address of a database names, whether it is there or not.

    Raises:
        RegisterError: it names no file of SQLite.
    """
    try:
        url = make_url(database_url)
    except ArgumentError as problem:
        raise RegisterError("DATABASE_URL is no address of a database.") from problem
    if url.get_backend_name() != "sqlite" or url.database in (None, "", ":memory:"):
        raise RegisterError("DATABASE_URL must name a SQLite file: sqlite:////folder/praktijkbewijs.db")
    return Path(str(url.database))


def assert_durable(connection: Connection) -> None:
    """Refuse a connection whose commits could be lost with the power.

    Raises:
        RegisterError: with the setting that is wrong.
    """
    for name, wanted in DURABLE.items():
        found = connection.exec_driver_sql(f"PRAGMA {name}").scalar()
        if found != wanted:
            raise RegisterError(f"SQLite must run with {name}={wanted}, and it runs with {found}.")


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
    cursor.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
    for name, wanted in DURABLE.items():
        cursor.execute(f"PRAGMA {name}={wanted}")
    cursor.execute("PRAGMA trusted_schema=OFF")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Take the write lock at the start of a write: nobody waits for a lock with half a change done."""
    immediate = connection.get_execution_options().get(_IMMEDIATE)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _run(engine: Engine, work: Callable[[Session], _Result]) -> _Result:
    try:
        with Session(engine, expire_on_commit=False) as session, session.begin():
            return work(session)
    except OperationalError as problem:
        if isinstance(problem.orig, sqlite3.OperationalError) and "locked" in str(problem.orig):
            raise RegisterBusyError("Others wrote for too long; nothing was done.") from problem
        raise RegisterError(f"The database refused: {problem.orig}.") from problem
    except DBAPIError as problem:
        if type(problem.orig) is sqlite3.DatabaseError:
            raise RegisterError(
                f"The database file is damaged: {problem.orig}. Put it back from your backup."
            ) from problem
        raise RegisterError(f"The database refused: {type(problem.orig).__name__}.") from problem
    except SQLAlchemyError as problem:
        raise RegisterError(f"The database refused: {type(problem).__name__}.") from problem
