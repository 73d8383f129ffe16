"""Open the database, and refuse one that could lose or mix up a badge.

SQLite in a file (`sqlite`), or PostgreSQL for several machines (`postgresql`). On both, writers take turns,
readers see one unchanging view, and what was written is on the disk when `write` returns.
"""

from collections.abc import Callable, Hashable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from threading import BoundedSemaphore
from typing import Final, Protocol, TypeVar

from sqlalchemy import URL, Connection, Engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError, SQLAlchemyError
from sqlmodel import Session

from issuers.database.journal import Journal, noted
from issuers.database.lasting import note_what_lasts
from issuers.database.scopes import PUBLIC, Insider, Scope
from issuers.database.sqlite import Sqlite, database_file
from issuers.errors import NotFoundError, RegisterBusyError, RegisterError

BUSY_MILLISECONDS: Final = 10_000
"""So long a writer waits for others who write."""

MOST_WRITERS: Final = 5
"""So many wait with a connection in hand; the other connections of the pool are for who reads."""

_Result = TypeVar("_Result")


class Database(Protocol):
    """Say what we need of a kind of database."""

    engine: Engine
    is_near: bool
    """Whether it answers without a network between, so quickly that an event loop may wait for it."""

    def begin_reading(self, connection: Connection, *, within: Scope) -> None:
        """Begin a transaction that looks at one unchanging view."""

    def begin_writing(self, connection: Connection, *, within: Insider) -> None:
        """Begin a transaction; wait until all others that write are done."""

    def assert_durable(self, connection: Connection) -> None:
        """Refuse a connection whose commits could be lost.

        Raises:
            RegisterError: with the setting that is wrong.
        """

    def version(self) -> Hashable:
        """Give something that each commit changes, of whatever process.

        Raises:
            RegisterError: the database refused.
        """

    def leave_no_trace(self) -> None:
        """See to it that what was deleted does not stay readable in a file."""

    def explained(self, problem: DBAPIError) -> RegisterError:
        """Say what went wrong."""

    def close(self) -> None:
        """Give the connections back."""


class Register:
    """Run pieces of work on the database, each in one transaction that commits or never was.

    A piece of work takes the session and has no effect besides: it may be run again.
    """

    def __init__(
        self,
        database: Database,
        *,
        busy_milliseconds: int = BUSY_MILLISECONDS,
        journal: Journal | None = None,
    ) -> None:
        self._database = database
        self._journal = journal
        self._patience = busy_milliseconds / 1000
        self._writers = BoundedSemaphore(MOST_WRITERS)
        self._turns: AbstractContextManager[object] = nullcontext()
        self.engine = database.engine

    def write(self, work: Callable[[Session], _Result], *, within: Insider) -> _Result:
        """Run work that changes something, and may change no more; when this returns, it is on the disk.

        Raises:
            RegisterBusyError: others wrote for longer than we waited.
            RegisterError: the database refused (disk full, read-only, broken).
        """
        if not self._writers.acquire(timeout=self._patience):
            raise RegisterBusyError("Others wrote for too long; nothing was done.")
        try:
            with self._turns:
                begin = partial(self._database.begin_writing, within=within)
                return self._run(partial(self._noted, work=work), begin=begin)
        finally:
            self._writers.release()

    def read(self, work: Callable[[Session], _Result], *, within: Scope) -> _Result:
        """Run work that only looks, on one unchanging view of what it may see.

        Raises:
            NotFoundError: what is asked for cannot be in any database, such as a text with a NUL in it.
            RegisterError: the database refused.
        """
        try:
            return self._run(work, begin=partial(self._database.begin_reading, within=within))
        except RegisterError as problem:
            if isinstance(problem.__cause__, DataError):
                raise NotFoundError from problem
            raise

    def take_turns(self, turns: AbstractContextManager[object]) -> None:
        """Write only while holding this: a lock that processes share.

        It stands before the lock of the database, never in its place: SQLite asks for that one again,
        with ever longer sleeps between.
        """
        self._turns = turns

    @property
    def is_near(self) -> bool:
        """Tell whether `version` answers so quickly that an event loop may wait for it."""
        return self._database.is_near

    def version(self) -> Hashable:
        """Give something that each commit changes, of whatever process: what was read at it holds as long.

        Raises:
            RegisterError: the database refused.
        """
        return self._database.version()

    def assert_durable(self) -> None:
        """Refuse a database whose commits could be lost with the power.

        Raises:
            RegisterError: with the setting that is wrong.
        """
        self.read(lambda session: self._database.assert_durable(session.connection()), within=PUBLIC)

    def leave_no_trace(self) -> None:
        """See to it that what was deleted does not stay readable in a file; after somebody was erased."""
        self._database.leave_no_trace()

    def close(self) -> None:
        """Give the connections back."""
        self._database.close()

    def _noted(self, session: Session, *, work: Callable[[Session], _Result]) -> _Result:
        """Do the work, and write in the journal what must not be undone, before it is committed."""
        event.listen(session, "before_flush", note_what_lasts)
        result = work(session)
        session.flush()
        if self._journal and (entries := noted(session)):
            self._journal.append(entries)
        return result

    def _run(self, work: Callable[[Session], _Result], *, begin: Callable[[Connection], None]) -> _Result:
        try:
            with self.engine.connect() as connection:
                begin(connection)
                with _session(connection) as session, session.begin():
                    return work(session)
        except DBAPIError as problem:
            raise self._database.explained(problem) from problem
        except SQLAlchemyError as problem:
            raise RegisterError(f"The database refused: {type(problem).__name__}.") from problem


def go_on_within(session: Session, scope: Insider) -> None:
    """Let the rest of a transaction see and change what another scope may, and no more what the first might.

    For what one of two must not see, and must be done whole or not at all; SQLite has no walls.
    """
    session.flush()
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        from issuers.database.postgresql import limit  # noqa: PLC0415 (its driver is loaded only where it is used)

        limit(connection, scope=scope)


def _session(connection: Connection) -> Session:
    """Work on a connection whose transaction has begun, and end that."""
    return Session(connection, expire_on_commit=False, join_transaction_mode="control_fully")


def open_register(
    database_url: str, *, busy_milliseconds: int = BUSY_MILLISECONDS, journal: Journal | None = None
) -> Register:
    """Open the database at an address: `sqlite:////srv/praktijkbewijs.db`, `postgresql://role@host/name`.

    Raises:
        RegisterError: another kind of database, a folder that is not there, or settings that lose data.
    """
    database = _database(_url(database_url), busy_milliseconds=busy_milliseconds)
    register = Register(database, busy_milliseconds=busy_milliseconds, journal=journal)
    try:
        register.assert_durable()
    except RegisterError:
        register.close()
        raise
    return register


def is_new(database_url: str) -> bool:
    """Tell whether there is no database at this address yet, or an empty file; one on a server is there.

    Raises:
        RegisterError: it is no address of a database that we use.
    """
    url = _url(database_url)
    if url.get_backend_name() != "sqlite":
        return False
    file = database_file(url)
    return not file.is_file() or file.stat().st_size == 0


def _url(database_url: str) -> URL:
    try:
        url = make_url(database_url)
    except ArgumentError as problem:
        raise RegisterError("DATABASE_URL is no address of a database.") from problem
    if url.get_backend_name() not in {"sqlite", "postgresql"}:
        raise RegisterError("DATABASE_URL must begin with sqlite:/// or postgresql://")
    return url


def _database(url: URL, *, busy_milliseconds: int) -> Database:
    """Choose the kind; the driver of PostgreSQL is loaded only where it is used."""
    if url.get_backend_name() == "sqlite":
        return Sqlite(url, busy_milliseconds=busy_milliseconds)
    from issuers.database.postgresql import PostgreSql  # noqa: PLC0415 (as said)

    return PostgreSql(url, busy_milliseconds=busy_milliseconds)
