"""Ask a PostgreSQL database what a backup of it must know."""

from sqlalchemy import Connection, bindparam, inspect, make_url, text

from issuers.backups.programs import LEFT_OUT
from issuers.database.scopes import WHOLE_SERVICE
from issuers.database.transactions import Register, open_register
from issuers.errors import RegisterError

RESTORING = "praktijkbewijs_restoring"
"""A schema that is there as long as a backup is being put back; with it, the service does not start."""

_MARK = text(f"SELECT to_regnamespace('{RESTORING}')::text")
_TABLES = text("SELECT 1 FROM pg_tables WHERE schemaname NOT IN :besides LIMIT 1").bindparams(
    bindparam("besides", ["pg_catalog", "information_schema", LEFT_OUT], expanding=True)
)


def server_version(register: Register) -> int:
    """Give the version of the server."""
    return register.read(
        lambda session: (
            int(session.connection().exec_driver_sql("SHOW server_version_num").scalar_one()) // 10_000
        ),
        within=WHOLE_SERVICE,
    )


def read_facts(register: Register) -> tuple[str, str]:
    """Give how far the tables have come, and the address that the database is bound to.

    Raises:
        RegisterError: it is not a database of this service.
    """

    def look(connection: Connection) -> tuple[str, str] | None:
        if not inspect(connection).has_table("instance"):
            return None
        migration = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        base_url = connection.execute(text("SELECT base_url FROM instance")).scalar()
        return (str(migration), str(base_url)) if migration and base_url else None

    found = register.read(lambda session: look(session.connection()), within=WHOLE_SERVICE)
    if found is None:
        raise RegisterError("The database is not one of this service, or it is not in use yet.")
    return found


def is_empty(register: Register) -> bool:
    """Tell whether there is no table in it, but those of work that is under way."""
    found = register.read(lambda session: session.execute(_TABLES).first(), within=WHOLE_SERVICE)
    return found is None


def is_restoring(database_url: str) -> bool:
    """Tell whether a backup was begun to be put back here, and did not come to its end."""
    if make_url(database_url).get_backend_name() != "postgresql":
        return False
    register = open_register(database_url)
    try:
        found = register.read(lambda session: session.execute(_MARK).scalar(), within=WHOLE_SERVICE)
    finally:
        register.close()
    return found is not None
