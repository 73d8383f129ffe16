"""One dialect of SQLAlchemy for all engines of a kind in this process.

Each test has an engine of its own, which keeps the statements that it compiled. Another engine can use them
only where both have the same dialect; so here they have, and keep them in one place. Nothing else is shared:
no connection, and no row.
"""

from typing import Any, ClassVar

from sqlalchemy import Connection, Engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite


def share_dialects() -> None:
    """Give these to every engine that is made from now on."""
    registry.register("sqlite", __name__, "OneSqlite")
    registry.register("postgresql.psycopg", __name__, "OnePostgreSql")


class One:
    """A dialect that is made once for each set of wishes, and looks once at what the database can."""

    _made: ClassVar[dict[object, Any]] = {}
    _compiled: ClassVar[dict[Any, Any]] = {}
    _looked: bool

    def __new__(cls, **wishes: Any) -> Any:
        """Give the one that was made with these wishes before."""
        return cls._made.setdefault((cls, *sorted(wishes.items())), super().__new__(cls))

    def __init__(self, **wishes: Any) -> None:
        if not hasattr(self, "_looked"):
            super().__init__(**wishes)
            self._looked = False

    def initialize(self, connection: Connection) -> None:
        """Look at the first database: all others are of the same library or server."""
        if not self._looked:
            super().initialize(connection)  # type: ignore[misc]  # of the dialect that this is mixed with
            self._looked = True

    @classmethod
    def engine_created(cls, engine: Engine) -> None:
        """Let an engine find what another compiled."""
        engine.update_execution_options(compiled_cache=cls._compiled)


class OneSqlite(One, SQLiteDialect_pysqlite):
    """For every file."""

    supports_statement_cache = True


class OnePostgreSql(One, PGDialect_psycopg):
    """For every database of the server."""

    supports_statement_cache = True
