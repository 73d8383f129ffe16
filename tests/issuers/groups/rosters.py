"""Rosters for tests, and what runs a group at once where it was asked."""

from uuid import UUID

from issuers.desk import IssuingDesk
from issuers.groups.keeping import keep_group
from issuers.groups.reading import Line, read_roster
from issuers.groups.running import give_some
from issuers.people.permissions import Actor
from issuers.spreadsheets import read_table

HEADER = "naam;crebo;werkproces;van;tot;toelichting;kenmerk"
GOOD = "Sam;25774;B1-K2-W1;5-1-2026;26-6-2026;Sam zocht orders.;s1"


def lines(*rows: str) -> tuple[Line, ...]:
    """Read a roster of these rows."""
    return read_roster(read_table("\n".join((HEADER, *rows)).encode()))


def many(count: int) -> list[str]:
    """Write so many rows, each of another person."""
    return [GOOD.replace("s1", f"s{number}").replace("Sam", f"Sam {number}") for number in range(count)]


def keep(desk: IssuingDesk, *rows: str, actor: Actor) -> UUID:
    """Keep a group of these rows."""
    return keep_group(desk, lines(*rows), name="Rooster", actor=actor)


class Inline:
    """Run a group at once, or only remember that it was asked."""

    def __init__(
        self, desk: IssuingDesk, *, chunks: int = 1_000, in_line: frozenset[UUID] = frozenset()
    ) -> None:
        self._desk = desk
        self._chunks = chunks
        self._in_line = in_line
        self.started: list[tuple[UUID, int]] = []

    def start(self, group_id: UUID, *, organisation_id: str, attempt: int) -> None:
        """Give as many chunks as it was made for."""
        self.started.append((group_id, attempt))
        for _ in range(self._chunks):
            if not give_some(self._desk, group_id, organisation_id=organisation_id):
                return

    def has_in_line(self, group_id: UUID, *, attempt: int) -> bool:
        """Tell what it was made with."""
        return group_id in self._in_line
