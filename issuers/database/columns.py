"""What every table of this room is made of; it means the same on SQLite (STRICT tables) and on PostgreSQL."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, Final, Generic, TypeVar
from uuid import UUID

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, Table, Text, Uuid, text
from sqlalchemy.types import TypeDecorator, TypeEngine
from sqlmodel import SQLModel

STRICT: Final = {"sqlite_strict": True}
"""A column of SQLite holds its type, or the write fails."""

_LETS_GO: Final = "lets go of a badge"
_LASTS: Final = "lasts after a restore"


@dataclass(frozen=True, slots=True, kw_only=True)
class LettingGo:
    """Say which rows stay when the badge that a column names is erased, and what is written in their place.

    A row that nothing is said of goes with its badge.
    """

    column: str
    values: Mapping[str, str | None]
    only: str = "1 = 1"


class Lasts(StrEnum):
    """Say what of a table lasts when a backup is put back: that a row came, or that it went."""

    COMING = "came"
    GOING = "went"


def strict(*stays: LettingGo, lasts: Collection[str] = ()) -> dict[str, Any]:
    """Be `STRICT`, and say which rows stay when a badge is erased, and what lasts after a restore.

    `lasts` are `Lasts`, and the names of columns of which a change lasts.
    """
    return {**STRICT, "info": {_LETS_GO: stays, _LASTS: frozenset(lasts)}}


def what_lasts(table: Table) -> frozenset[str]:
    """Give what a table says of itself."""
    said: frozenset[str] = table.info.get(_LASTS, frozenset())
    return said


def letting_go(table: Table, column: str) -> Iterator[LettingGo]:
    """Give what a table says of its rows when the badge that this column names is erased."""
    said: Sequence[LettingGo] = table.info.get(_LETS_GO, ())
    return (each for each in said if each.column == column)


SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def only(condition: str) -> dict[str, Any]:
    """Say of which rows an index is, on both kinds of database; a question must say it in the same words."""
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


_Word = TypeVar("_Word", bound=StrEnum)


class UtcDateTime(TypeDecorator[datetime]):
    """Keep a moment in UTC: text of fixed width on SQLite, so that it sorts; timestamptz on PostgreSQL."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose what the database stores."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(DateTime(timezone=True))
        return dialect.type_descriptor(Text())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | str | None:
        """Turn an aware moment into what the database stores.

        Raises:
            ValueError: a moment without a time zone; nobody knows when that is.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        moment = value.astimezone(UTC)
        return moment if dialect.name == "postgresql" else _written(moment)

    def process_result_value(self, value: datetime | str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 (SQLAlchemy gives it)
        """Give back an aware moment in UTC."""
        if value is None:
            return None
        if isinstance(value, datetime):
            return value.astimezone(UTC)
        return datetime.fromisoformat(value)


def _written(moment: datetime) -> str:
    """Write a moment in UTC at its fixed width: `2026-06-26T14:05:00.000000Z`."""
    return moment.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


class UuidText(TypeDecorator[UUID]):
    """Keep a UUID: as text on SQLite, where UUIDv7 then sorts by time; as uuid on PostgreSQL."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose what the database stores."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(Uuid())
        return dialect.type_descriptor(Text())

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> UUID | str | None:
        """Turn a UUID into what the database stores."""
        if value is None or dialect.name == "postgresql":
            return value
        return str(value)

    def process_result_value(self, value: UUID | str | None, dialect: Dialect) -> UUID | None:  # noqa: ARG002 (SQLAlchemy gives it)
        """Give back a UUID."""
        return UUID(value) if isinstance(value, str) else value


class Word(TypeDecorator[_Word], Generic[_Word]):
    """Keep a word of a fixed list as text; a new word then needs no change of the column's type."""

    impl = Text
    cache_ok = True

    def __init__(self, words: type[_Word]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: _Word | None, dialect: Dialect) -> str | None:  # noqa: ARG002 (as above)
        """Turn a word into text, and refuse one that is not in the list."""
        return None if value is None else self.words(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> _Word | None:  # noqa: ARG002 (as above)
        """Give back the word."""
        return None if value is None else self.words(value)


class Words(TypeDecorator[frozenset[_Word]], Generic[_Word]):
    """Keep some words of a fixed list as one text, in the order of the alphabet."""

    impl = Text
    cache_ok = True

    def __init__(self, words: type[_Word]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: frozenset[_Word] | None, dialect: Dialect) -> str | None:  # noqa: ARG002 (as above)
        """Turn the words into text, and refuse one that is not in the list."""
        return None if value is None else " ".join(sorted(self.words(each).value for each in value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> frozenset[_Word] | None:  # noqa: ARG002 (as above)
        """Give back the words."""
        return None if value is None else frozenset(map(self.words, value.split()))


class IsoDay(TypeDecorator[date]):
    """Keep a day as text (2026-06-26): STRICT tables know no dates, and it sorts."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:  # noqa: ARG002 (as above)
        """Turn a day into text."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:  # noqa: ARG002 (as above)
        """Give back the day."""
        return None if value is None else date.fromisoformat(value)


class Count(TypeDecorator[int]):
    """Keep a number that outgrows 31 bits: STRICT tables have one kind, PostgreSQL several."""

    impl = Integer
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose what the database stores."""
        return dialect.type_descriptor(BigInteger() if dialect.name == "postgresql" else Integer())
