"""What Alembic runs: our tables, on the connection that `migrations.upgrade` opened."""

from alembic import context
from sqlalchemy import Connection
from sqlmodel import SQLModel

import holders.tables
import issuers.tables
import schools.tables

metadata = SQLModel.metadata
TABLES = (
    issuers.tables,
    holders.tables,
    schools.tables,
)  # each room that has tables; naming them is what fills the metadata


def run(connection: Connection) -> None:
    """Run the migrations inside the transaction of this connection."""
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


run(context.config.attributes["connection"])
