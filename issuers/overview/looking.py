"""Read what is looked for among what was given, or say what cannot be read."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from badges.moments import DUTCH
from issuers.errors import FieldProblem
from issuers.reading import read_date

MOST_WORDS: Final = 5

UNREADABLE: Final = {
    field: FieldProblem(
        field,
        "date-unreadable",
        "Wij kunnen deze dag niet lezen. Schrijf hem zo: 26-6-2026.",
        "We cannot read this day. Write it like this: 26-6-2026.",
    )
    for field in ("van", "tot")
}


class Standing(StrEnum):
    """Say how a badge stands, as it is looked for."""

    GELDIG = "geldig"
    VERBETERD = "verbeterd"
    INGETROKKEN = "ingetrokken"
    VERLOPEN = "verlopen"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedSearch:
    """Hold what was typed to look for."""

    zoek: str = ""
    stand: str = ""
    van: str = ""
    tot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Hold what is looked for: each of the words somewhere, a standing, a period of days."""

    words: tuple[str, ...] = ()
    standing: Standing | None = None
    start: date | None = None
    until: date | None = None

    @property
    def since(self) -> datetime | None:
        """Give the moment at which the period begins; the first day that there is began before time did."""
        if self.start is None or self.start == date.min:
            return None
        return datetime.combine(self.start, time(), DUTCH)

    @property
    def before(self) -> datetime | None:
        """Give the moment at which the period is over; after the last day that there is, it never is."""
        if self.until is None or self.until == date.max:
            return None
        return datetime.combine(self.until + timedelta(days=1), time(), DUTCH)


def read_search(typed: TypedSearch) -> tuple[Wanted, tuple[FieldProblem, ...]]:
    """Read what is looked for; a day that cannot be read is left out, and told."""
    days = {"van": typed.van, "tot": typed.tot}
    read = {field: read_date(text) for field, text in days.items()}
    wanted = Wanted(
        words=tuple(typed.zoek.casefold().split()[:MOST_WORDS]),
        standing=Standing(typed.stand) if typed.stand in set(Standing) else None,
        start=read["van"],
        until=read["tot"],
    )
    return wanted, tuple(
        UNREADABLE[field] for field, text in days.items() if text.strip() and not read[field]
    )
