"""Bring a database to the present shape: Alembic, started from our own code.

Alembic itself is loaded only when there is something to do, so that a start stays fast.
"""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, inspect, text

HEAD: Final = "0001"


def upgrade(engine: Engine) -> None:
    """Run the migrations that this database has not had, all or none; a second process waits."""
    with engine.connect() as connection:
        if current(connection) == HEAD:
            return
    with engine.execution_options(praktijkbewijs_immediate=True).begin() as connection:
        if current(connection) != HEAD:
            _run(connection)


def current(connection: Connection) -> str | None:
    """Tell which migration the database had last; None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _run(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 (a quarter of a second that an up-to-date start saves)
    from alembic.config import Config  # noqa: PLC0415 (as above)

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
