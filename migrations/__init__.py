"""Bring a database to the present shape: Alembic, started from our own code.

Alembic itself is loaded only when there is something to do, so that a start stays fast.
"""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, inspect, text

_VERSIONS: Final = Path(__file__).parent / "versions"
HEAD: Final = max(path.stem[:4] for path in _VERSIONS.glob("[0-9]*.py"))
"""The last migration: their files are numbered in the order in which they run."""


class StrangeDatabaseError(Exception):
    """Refuse a database that is not ours, or of a newer version; the text says what to do."""


def upgrade(connection: Connection) -> None:
    """Run the migrations that this database has not had, in the transaction of who asks.

    That transaction writes, and runs within the whole service: row security shows no row to another, so a
    migration that moves data would find none.

    Raises:
        StrangeDatabaseError: it holds tables of something else, or of a newer version.
    """
    found = current(connection)
    if found != HEAD:
        _check_known(connection, found=found)
        _run(connection)


def current(connection: Connection) -> str | None:
    """Tell which migration the database had last; None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def is_known(number: str) -> bool:
    """Tell whether a migration is one of ours, so that a database that had it last can come up to date."""
    return number in {path.stem[:4] for path in _VERSIONS.glob("[0-9]*.py")}


def _check_known(connection: Connection, *, found: str | None) -> None:
    if found is None and inspect(connection).get_table_names():
        raise StrangeDatabaseError(
            "The database holds tables of another program. Choose another database with DATABASE_URL."
        )
    if found is not None and not is_known(found):
        raise StrangeDatabaseError(
            f"The database is of a newer version ({found}) than this program ({HEAD}). "
            "Install the newer version again, or put back the backup from before it."
        )


def _run(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 (a quarter of a second that an up-to-date start saves)
    from alembic.config import Config  # noqa: PLC0415 (as above)

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
