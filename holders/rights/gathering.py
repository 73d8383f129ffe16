"""Gather all that is stored about a holder: every row of every table that names him, but for secrets.

Secrets, and marks by which something is found, tell him nothing and would help who steals the file.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from functools import partial
from typing import Any, Final, TypeAlias
from uuid import UUID

from sqlalchemy import Column, ColumnElement, LargeBinary, Table, select
from sqlmodel import Session, SQLModel

from holders.keeping.telephones import KnownHolder, require_all
from issuers.database.scopes import OneHolder
from issuers.desk import IssuingDesk

Stored: TypeAlias = Mapping[str, Sequence[Mapping[str, str | int | None]]]
"""Rows by the name of their table."""

OF_HOLDER: Final = "holder_id"
SECRETS: Final = ("hash", "lookup", "token", "pictures", "credential_id", "sign_count", "transports")
"""How columns are called, or end, that are left out."""


def gather(desk: IssuingDesk, *, holder: KnownHolder) -> Stored:
    """Read it, within what the holder may see.

    Raises:
        NotFoundError: this telephone is not his own, or shows only what one organisation gave.
    """
    require_all(holder)
    asked = partial(_gather, holder_id=holder.holder_id)
    return desk.register.read(asked, within=OneHolder(holder.holder_id))


def _gather(session: Session, *, holder_id: UUID) -> Stored:
    """Read what names him, and what hangs on that: of a table that is named, the rows of it that are his."""
    his: dict[Table, ColumnElement[bool]] = {}
    found: dict[str, list[dict[str, str | int | None]]] = {}
    for table in SQLModel.metadata.sorted_tables:
        condition = _is_his(table, holder_id=holder_id, his=his)
        if condition is not None:
            his[table] = condition
            rows = session.execute(select(*_told(table)).where(condition)).mappings()
            found[table.name] = [{name: _plain(value) for name, value in row.items()} for row in rows]
    return {name: rows for name, rows in found.items() if rows}


def _is_his(
    table: Table, *, holder_id: UUID, his: Mapping[Table, ColumnElement[bool]]
) -> ColumnElement[bool] | None:
    """Say which rows of a table are his; None of one that has nothing of a holder."""
    if table.name == "holder":
        return table.c.id == holder_id
    if OF_HOLDER in table.c:
        return table.c[OF_HOLDER] == holder_id
    for column in table.columns:
        for key in column.foreign_keys:
            if key.column.table in his:
                return column.in_(select(key.column).where(his[key.column.table]))
    return None


def _told(table: Table) -> list[Column[Any]]:
    return [
        each
        for each in table.columns
        if not each.name.endswith(SECRETS) and not isinstance(each.type, LargeBinary)
    ]


def _plain(value: Any) -> str | int | None:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return " ".join(sorted(map(str, value)))
    if isinstance(value, Enum):
        return str(value.value)
    return value if value is None or isinstance(value, int) else str(value)
