"""Write many rows in one statement, past what the objects of single rows cost.

A statement is written once for its table, columns and kind of database. Values are turned into what the
database stores column by column: most columns of a chunk hold one and the same value.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias, cast

from sqlalchemy import Column, Connection, Dialect, LargeBinary, Table, and_, bindparam
from sqlalchemy.sql.dml import Insert, Update
from sqlalchemy.sql.schema import ScalarElementColumnDefault
from sqlmodel import Session, SQLModel

Values = dict[str, Any]
"""Hold a row by the names of its columns."""

_Store: TypeAlias = "Callable[[Any], Any] | None"

_KEY, _WAS = "key_", "was_"


@dataclass(frozen=True, slots=True)
class _Statement:
    """Hold a statement as the driver takes it: each of its parameters, and how its value is stored.

    `named` says that the driver asks for parameters by name, else in their order.
    """

    text: str
    parameters: tuple[str, ...]
    stores: Mapping[str, _Store]
    named: bool

    def run(self, connection: Connection, columns: Mapping[str, Sequence[Any]]) -> int:
        """Run it for each row; tell how many rows it was about."""
        stored = [_stored(columns[name], store=self.stores[name]) for name in self.parameters]
        rows = zip(*stored, strict=True)
        if self.named:
            many: list[Any] = [dict(zip(self.parameters, row, strict=True)) for row in rows]
        else:
            many = list(rows)
        return connection.exec_driver_sql(self.text, many).rowcount


def insert_all(session: Session, kind: type[SQLModel], rows: Sequence[Values]) -> None:
    """Add rows of one table, all in the same columns."""
    if not rows:
        return
    connection, table = session.connection(), _table(kind)
    columns = {name: [row[name] for row in rows] for name in rows[0]} | {
        name: [value] * len(rows) for name, value in _defaults(table, names=rows[0])
    }
    _insertion(table, tuple(columns), connection.dialect).run(connection, columns)


def update_all(
    session: Session, kind: type[SQLModel], rows: Sequence[Values], *, where: Values | None = None
) -> int:
    """Change rows of one table, all in the same columns; `id` names the row. Tell how many there were.

    Only those change that are as `where` says.
    """
    if not rows:
        return 0
    connection, were = session.connection(), where or {}
    columns = {name if name != "id" else _KEY: [row[name] for row in rows] for name in rows[0]}
    names = tuple(name for name in rows[0] if name != "id")
    columns |= {f"{_WAS}{name}": [value] * len(rows) for name, value in were.items()}
    return _change(_table(kind), names, tuple(were), connection.dialect).run(connection, columns)


@lru_cache(maxsize=64)
def _insertion(table: Table, names: tuple[str, ...], dialect: Dialect) -> _Statement:
    stores = {name: _store_of(table.columns[name], dialect) for name in names}
    return _written(table.insert(), names=names, stores=stores, dialect=dialect)


@lru_cache(maxsize=64)
def _change(table: Table, names: tuple[str, ...], were: tuple[str, ...], dialect: Dialect) -> _Statement:
    """Write the statement that changes these columns of a row, where others are what they were."""
    asked = [table.columns["id"] == bindparam(_KEY)]
    asked += [table.columns[name] == bindparam(f"{_WAS}{name}") for name in were]
    statement = table.update().where(and_(*asked)).values({name: bindparam(name) for name in names})
    stores = {name: _store_of(table.columns[name], dialect) for name in names}
    stores |= {_KEY: _store_of(table.columns["id"], dialect)}
    stores |= {f"{_WAS}{name}": _store_of(table.columns[name], dialect) for name in were}
    return _written(statement, names=names, stores=stores, dialect=dialect)


def _written(
    statement: Insert | Update, *, names: tuple[str, ...], stores: Mapping[str, _Store], dialect: Dialect
) -> _Statement:
    compiled: Any = statement.compile(dialect=dialect, column_keys=list(names))
    order = compiled.positiontup if compiled.positional else compiled.params
    return _Statement(str(compiled), parameters=tuple(order), stores=stores, named=not compiled.positional)


def _store_of(column: Column[Any], dialect: Dialect) -> _Store:
    """Say how a column's values become what the database stores; None where they are that, as bytes are."""
    if isinstance(column.type, LargeBinary):
        return None
    return cast("_Store", column.type.dialect_impl(dialect).bind_processor(dialect))


def _stored(values: Sequence[Any], *, store: _Store) -> Sequence[Any]:
    """Turn values of a column into what the database stores, each once where it comes back."""
    if store is None:
        return values
    stored: list[Any] = []
    last = before = object()
    for value in values:
        if value is not last:
            last, before = value, store(value)
        stored.append(before)
    return stored


def _defaults(table: Table, *, names: Values) -> Iterator[tuple[str, Any]]:
    """Give the columns that a row leaves out and that have a value all the same."""
    for column in table.columns:
        if column.name not in names and column.default is not None and column.default.is_scalar:
            yield column.name, cast("ScalarElementColumnDefault", column.default).arg


def _table(kind: type[SQLModel]) -> Table:
    return SQLModel.metadata.tables[str(kind.__tablename__)]
