"""What a backup that is put back must not undo: each table says it of itself, and it is noted by itself.

A table says what of it lasts (`issuers.database.columns.strict`). What a transaction does to its rows is then
noted for the journal before it is written: by the table and the id of the row. What is changed past the
session, in bulk, is not seen here.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Column, LargeBinary, Table, delete, exists, inspect, select, update
from sqlmodel import Session, SQLModel

from issuers.database.columns import Lasts, UtcDateTime, UuidText, Word, what_lasts
from issuers.database.journal import Entry, note

ROW: Final = "row"
"""The kind of what the journal says of it."""

_KEY, _VALUE = "key ", "now "
_CHANGED: Final = "changed"


def note_what_lasts(session: Session, *_: object) -> None:
    """Note what this flush does to rows of tables that last."""
    for row in session.new:
        if Lasts.COMING in what_lasts(_table(row)):
            note(session, _entry(row, did=Lasts.COMING, values=_all_of(row)))
    for row in session.deleted:
        if Lasts.GOING in what_lasts(_table(row)):
            note(session, _entry(row, did=Lasts.GOING, values={}))
    for row in session.dirty:
        if changed := _changes(row):
            note(session, _entry(row, did=_CHANGED, values=changed))


def do_again(session: Session, entry: Entry) -> None:
    """Do to a row what was done; one that the backup does not know is left."""
    table = SQLModel.metadata.tables.get(str(entry["table"]))
    if table is None:
        return
    keys, values = _told(table, entry, part=_KEY), _told(table, entry, part=_VALUE)
    own = [table.c[name] == value for name, value in keys.items()]
    if entry["did"] == Lasts.GOING:
        session.execute(delete(table).where(*own))
    elif entry["did"] == Lasts.COMING:
        _add(session, table, values=keys | values)
    else:
        session.execute(update(table).where(*own).values(values))


def _add(session: Session, table: Table, *, values: dict[str, Any]) -> None:
    """Add a row that is not there, where all that it names is; its bytes no journal holds."""
    for column in table.columns:
        for key in column.foreign_keys:
            named = values.get(column.name)
            if named is not None and not session.scalar(select(exists().where(key.column == named))):
                return
    if session.scalar(select(exists().where(*(each == values[each.name] for each in table.primary_key)))):
        return
    empty = {each.name: b"" for each in table.columns if isinstance(each.type, LargeBinary)}
    session.execute(table.insert().values(empty | values))


def _table(row: SQLModel) -> Table:
    table: Table = type(row).__table__  # type: ignore[attr-defined]  # every table of ours has one
    return table


def _changes(row: SQLModel) -> dict[str, object]:
    """Give what changed in the columns that last; never a text: it may be a secret, or somebody's name."""
    found = {
        name: getattr(row, name)
        for name in what_lasts(_table(row))
        if name in _table(row).c and inspect(row).attrs[name].history.has_changes()
    }
    return {name: value for name, value in found.items() if not isinstance(value, str)}


def _all_of(row: SQLModel) -> dict[str, object]:
    """Give what a row holds, but for bytes: a journal holds no private key and no signature."""
    columns = (each for each in _table(row).c if not isinstance(each.type, LargeBinary))
    return {each.name: getattr(row, each.name) for each in columns}


def _entry(row: SQLModel, *, did: str, values: Mapping[str, object]) -> Entry:
    table = _table(row)
    named = ["id"] if "id" in table.c else [each.name for each in table.primary_key]
    keys = {_KEY + name: str(getattr(row, name)) for name in named}
    told = {_VALUE + name: _written(value) for name, value in values.items() if name not in named}
    return {"kind": ROW, "table": table.name, "did": str(did), **keys, **told}


def _told(table: Table, entry: Entry, *, part: str) -> dict[str, Any]:
    """Read the columns that an entry names in this part, as far as the table has them."""
    found = {name.removeprefix(part): text for name, text in entry.items() if name.startswith(part)}
    return {name: _read(table.c[name], text) for name, text in found.items() if name in table.c}


def _written(value: object) -> str | int | None:
    if value is None or isinstance(value, int):
        return value
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _read(column: Column[Any], told: str | int | None) -> Any:
    if not isinstance(told, str):
        return told
    if isinstance(column.type, UtcDateTime):
        return datetime.fromisoformat(told)
    if isinstance(column.type, UuidText):
        return UUID(told)
    return column.type.words(told) if isinstance(column.type, Word) else told
