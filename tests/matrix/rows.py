"""Whose each row of the database is, and by which of its texts it can be recognised."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, TypeAlias

from sqlalchemy import Column, Table, Text
from sqlmodel import Session, SQLModel

from issuers.database.columns import UuidText
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from tests.matrix.furnishing import Furnished

SHORTEST: Final = 8
"""A shorter text stands in other places by chance; each id has at least so many characters."""

Row: TypeAlias = Mapping[str, Any]
Tables: TypeAlias = Mapping[str, Sequence[tuple[Any, ...]]]
"""The rows of each table as they are stored, in the order of its columns."""


@dataclass(slots=True, kw_only=True)
class Marker:
    """Hold a text that stands in rows of one organisation only, in which columns, and about which persons."""

    text: str
    organisation_id: str
    columns: set[str] = field(default_factory=set)
    persons: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Markers:
    """Look for what each organisation can be recognised by, once in each line: pages share most of theirs.

    Attributes:
        known: Which markers stand in a line that was seen before, by their place among all.
    """

    all: tuple[Marker, ...]
    known: dict[str, frozenset[int]] = field(default_factory=dict)

    def found_in(self, seen: str) -> list[Marker]:
        """Give those that stand in a text."""
        lines = set(seen.split("\n"))
        self._look_at(lines - self.known.keys())
        found = frozenset().union(*(self.known[line] for line in lines))
        return [self.all[place] for place in sorted(found | self._in_more_lines(seen))]

    def _look_at(self, new: set[str]) -> None:
        """Learn what stands in lines that are new: nearly always nothing, which one look at all tells."""
        together = "\n".join(new)
        there = [(place, each.text) for place, each in enumerate(self.all) if each.text in together]
        for line in new:
            self.known[line] = frozenset(place for place, text in there if text in line)

    def _in_more_lines(self, seen: str) -> set[int]:
        """Find those that are no line of their own."""
        several = [(place, each.text) for place, each in enumerate(self.all) if "\n" in each.text]
        return {place for place, text in several if text in seen}


@dataclass(frozen=True, slots=True)
class Rows:
    """Hold every row of every table, and tell whose it is, and what each can be recognised by."""

    columns: Mapping[str, tuple[str, ...]]
    tables: Tables

    @classmethod
    def read(cls, desk: IssuingDesk) -> "Rows":
        """Read all tables, also those that nobody thought of here."""
        return desk.register.read(_read, within=WHOLE_SERVICE)

    def differing(self, other: "Rows") -> set[str]:
        """Name the organisations that were there, and of which a row came, went or changed."""
        here = {str(row["id"]) for row in self._named("organisation", self.tables["organisation"])}
        gone, come = self._owned(self._without(other)), other._owned(other._without(self))
        return here & {owner for rows in (gone, come) for owner, _, _ in rows}

    def markers(self, furnished: Furnished) -> Markers:
        """Give what each organisation can be recognised by: its ids, its texts, and its bird."""
        found: dict[str, dict[str, Marker]] = defaultdict(dict)
        for value, owner, column, person_id in self._texts():
            marker = found[value].setdefault(owner, Marker(text=value, organisation_id=owner))
            marker.columns.add(column)
            marker.persons.add(person_id)
        birds = [
            Marker(text=each.bird, organisation_id=each.organisation_id, columns={"organisation.name"})
            for each in furnished.tenants
        ]
        of_one = [marker for owners in found.values() for marker in owners.values() if len(owners) == 1]
        return Markers((*birds, *of_one))

    def _texts(self) -> Iterator[tuple[str, str, str, str]]:
        """Give each text that is long enough, with whose it is, its column, and the person it is about."""
        for owner, name, row in self._owned(self.tables):
            person_id = str((row["id"] if name == "person" else row.get("person_id")) or "")
            for column in SQLModel.metadata.tables[name].columns:
                value = str(row[column.name] or "")
                if _is_text(column) and len(value) >= SHORTEST:
                    yield value, owner, f"{name}.{column.name}", person_id

    def _without(self, other: "Rows") -> Tables:
        """Give the rows that the other has not; most tables are the same as a whole, and quickly compared."""
        return {
            name: [row for row in rows if row not in other.tables[name]]
            for name, rows in self.tables.items()
            if rows != other.tables[name]
        }

    def _owned(self, tables: Tables) -> Iterator[tuple[str, str, Row]]:
        """Give each row that is of an organisation: of which, its table, and the row."""
        memberships = self._named("membership", self.tables["membership"])
        employers = {str(row["person_id"]): row["organisation_id"] for row in memberships}
        for name, rows in tables.items():
            for row in self._named(name, rows):
                if owner := _owner(name, row, employers=employers):
                    yield owner, name, row

    def _named(self, name: str, rows: Sequence[tuple[Any, ...]]) -> Iterator[Row]:
        for row in rows:
            yield dict(zip(self.columns[name], row, strict=True))


def _read(session: Session) -> Rows:
    """Read what is stored, just as it is: it is only compared, and looked for in answers.

    Past SQLAlchemy, which takes four times as long for so many small tables.
    """
    columns, tables = {}, {}
    with closing(session.connection().connection.cursor()) as cursor:
        for table in SQLModel.metadata.sorted_tables:
            cursor.execute(_all_of(table))
            columns[table.name] = tuple(column[0] for column in cursor.description or ())
            tables[table.name] = cursor.fetchall()
    return Rows(columns, tables)


@cache
def _all_of(table: Table) -> str:
    order = ", ".join(column.name for column in table.primary_key)
    return f"SELECT * FROM {table.name} ORDER BY {order}"  # noqa: S608 (our own names)


def _owner(name: str, row: Row, *, employers: Mapping[str, str]) -> str | None:
    """Tell whose a row is: it names the organisation, or a person who works for one."""
    if name == "organisation":
        return str(row["id"])
    if name == "person":
        return employers.get(str(row["id"]))
    named = row.get("organisation_id") or row.get("became")
    return named or employers.get(str(row.get("person_id")))


def _is_text(column: Column[Any]) -> bool:
    """Leave out moments, days, and words of a list, which are the same for everyone."""
    return isinstance(column.type, Text | UuidText)
