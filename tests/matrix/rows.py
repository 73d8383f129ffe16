"""Whose each row of the database is, and by which of its texts it can be recognised."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from sqlalchemy import Column, Table, Text, text
from sqlmodel import Session, SQLModel

from issuers.database.columns import UuidText
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from tests.matrix.furnishing import Furnished

SHORTEST: Final = 8
"""A shorter text stands in other places by chance; each id has at least so many characters."""

Row: TypeAlias = Mapping[str, Any]


@dataclass(slots=True, kw_only=True)
class Marker:
    """Hold a text that stands in rows of one organisation only, in which columns, and about which persons."""

    text: str
    organisation_id: str
    columns: set[str] = field(default_factory=set)
    persons: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Markers:
    """Look for what each organisation can be recognised by; many answers are the same, letter by letter."""

    all: tuple[Marker, ...]
    known: dict[str, list[Marker]] = field(default_factory=dict)

    def found_in(self, seen: str) -> list[Marker]:
        """Give those that stand in a text."""
        if seen not in self.known:
            self.known[seen] = [marker for marker in self.all if marker.text in seen]
        return self.known[seen]


@dataclass(frozen=True, slots=True)
class Rows:
    """Hold every row that is of an organisation, by organisation, and what each can be recognised by."""

    by_owner: Mapping[str, list[tuple[str, Row]]]

    @classmethod
    def read(cls, desk: IssuingDesk) -> "Rows":
        """Read all tables, also those that nobody thought of here."""
        return desk.register.read(_read, within=WHOLE_SERVICE)

    def differing(self, other: "Rows") -> set[str]:
        """Name the organisations of which a row came, went or changed."""
        return {owner for owner, rows in self.by_owner.items() if rows != other.by_owner.get(owner)}

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
        for owner, rows in self.by_owner.items():
            for name, row in rows:
                person_id = str((row["id"] if name == "person" else row.get("person_id")) or "")
                for column in SQLModel.metadata.tables[name].columns:
                    value = str(row[column.name] or "")
                    if _is_text(column) and len(value) >= SHORTEST:
                        yield value, owner, f"{name}.{column.name}", person_id


def _read(session: Session) -> Rows:
    """Read what is stored, just as it is: it is only compared, and looked for in answers."""
    tables = {
        table.name: session.connection().execute(text(_all_of(table))).mappings().all()
        for table in SQLModel.metadata.sorted_tables
    }
    employers = {str(row["person_id"]): row["organisation_id"] for row in tables["membership"]}
    found: dict[str, list[tuple[str, Row]]] = defaultdict(list)
    for name, rows in tables.items():
        for row in rows:
            if owner := _owner(name, row, employers=employers):
                found[owner].append((name, row))
    return Rows(found)


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
