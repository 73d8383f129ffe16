"""Write many rows in one statement, past what the objects of single rows cost."""

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import Table, bindparam
from sqlalchemy.orm.attributes import manager_of_class
from sqlmodel import Session, SQLModel

_Row = TypeVar("_Row", bound=SQLModel)

Values = dict[str, Any]
"""Hold a row by the names of its columns."""


def insert_all(session: Session, kind: type[SQLModel], rows: Sequence[Values]) -> None:
    """Add rows of one table."""
    if rows:
        session.connection().execute(_table(kind).insert(), rows)


def update_all(session: Session, kind: type[SQLModel], rows: Sequence[Values]) -> None:
    """Change rows of one table, all in the same columns; `id` names the row."""
    if not rows:
        return
    table = _table(kind)
    changed: Values = {name: bindparam(f"new_{name}") for name in rows[0] if name != "id"}
    statement = table.update().where(table.columns["id"] == bindparam("row_id")).values(changed)
    named = [{"row_id": row["id"], **{f"new_{name}": row[name] for name in changed}} for row in rows]
    session.connection().execute(statement, named)


def as_loaded(kind: type[_Row], values: Values) -> _Row:
    """Make the object of a row as if it came from the database: nothing of it waits to be written."""
    row: _Row = manager_of_class(kind).new_instance()
    row.__dict__.update(dict.fromkeys(_table(kind).columns.keys()), **values)
    return row


def _table(kind: type[SQLModel]) -> Table:
    return SQLModel.metadata.tables[str(kind.__tablename__)]
