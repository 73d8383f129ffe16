"""PostgreSQL as a database to trust: for several machines, under a role that may do no more than it must.

Writers take turns by one lock, as on SQLite: whoever reads and then writes in one piece of work sees what all
others wrote before, and nobody starts again halfway. A reader sees one unchanging view, and waits for nobody.
"""

from collections.abc import Mapping
from typing import Final

from psycopg import errors
from sqlalchemy import URL, Connection, create_engine, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from issuers.database.scopes import OF_SETTING, SCOPE_SETTING, Insider, Scope
from issuers.errors import RegisterBusyError, RegisterError

DURABLE: Final[Mapping[str, tuple[str, ...]]] = {
    "fsync": ("on",),
    "full_page_writes": ("on",),
    "synchronous_commit": ("on", "remote_apply"),
    "server_encoding": ("UTF8",),
}
"""With less, a commit that was told may be gone after the power was (PostgreSQL 18, 28.1)."""

_DRIVER: Final = "postgresql+psycopg"
_SETTINGS: Final = "-c timezone=UTC"
_WRITERS: Final = 0x707261_6B74696A6B
"""The lock that a writer holds: the first letters of our name, as a number."""

_TAKE_TURN: Final = text(f"SELECT pg_advisory_xact_lock({_WRITERS})")
_LIMIT: Final = text(
    f"SELECT set_config('{SCOPE_SETTING}', :scope, true), set_config('{OF_SETTING}', :of, true)"
)
"""Until the transaction ends, and no longer: the connection goes back to a pool."""

_BUSY: Final = (errors.LockNotAvailable, errors.DeadlockDetected, errors.SerializationFailure)


class PostgreSql:
    """Keep the register in a database of a server."""

    is_near = False

    def __init__(self, url: URL, *, busy_milliseconds: int) -> None:
        """Connect when there is something to do; wait so long for others who write."""
        self.engine = create_engine(
            url.set(drivername=_DRIVER),
            connect_args={"options": f"{_SETTINGS} -c lock_timeout={busy_milliseconds}"},
            hide_parameters=True,
            pool_pre_ping=True,
        )

    def begin_reading(self, connection: Connection, *, within: Scope) -> None:
        """Look at one unchanging view of what this scope may see."""
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        limit(connection, scope=within)

    def begin_writing(self, connection: Connection, *, within: Insider) -> None:
        """Wait for our turn to write, and see all that was written of what this scope may see."""
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE")
        limit(connection, scope=within)
        connection.execute(_TAKE_TURN)

    def assert_durable(self, connection: Connection) -> None:
        """Refuse a server whose commits could be lost with the power, and a role that sees past every wall.

        Raises:
            RegisterError: with the setting that is wrong.
        """
        for name, wanted in DURABLE.items():
            found = connection.exec_driver_sql(f"SHOW {name}").scalar()
            if found not in wanted:
                raise RegisterError(f"PostgreSQL must run with {name}={wanted[0]}, and it runs with {found}.")
        role = connection.exec_driver_sql(
            "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
        ).scalar()
        if role:
            raise RegisterError(
                "The role in DATABASE_URL is a superuser or passes row security. Make one that is not: "
                "CREATE ROLE praktijkbewijs LOGIN NOSUPERUSER NOBYPASSRLS."
            )

    def version(self) -> str:
        """Give a text that each commit changes: which transactions are seen now.

        Raises:
            RegisterError: the database refused.
        """
        try:
            with self.engine.connect() as connection:
                found: str = connection.exec_driver_sql("SELECT pg_current_snapshot()::text").scalar_one()
        except SQLAlchemyError as problem:
            raise RegisterError(f"The database refused: {type(problem).__name__}.") from problem
        return found

    def leave_no_trace(self) -> None:
        """Do nothing: the server clears what was deleted by itself (autovacuum)."""

    def explained(self, problem: DBAPIError) -> RegisterError:
        """Say what went wrong; the words of the server may hold what somebody wrote, so they stay out."""
        if isinstance(problem.orig, _BUSY):
            return RegisterBusyError("Others wrote for too long; nothing was done.")
        return RegisterError(f"The database refused: {type(problem.orig).__name__}.")

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()


def limit(connection: Connection, *, scope: Scope) -> None:
    """Say for whom this transaction runs from now on: row security lets through what they may see."""
    connection.execute(_LIMIT, {"scope": scope.word, "of": scope.of})
