"""Read which recognitions a table holds, or say of each row what is wrong; half a table is never kept."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from badges.texts import normalize, text_problems
from issuers.errors import FieldProblem, FormError, NumberError
from issuers.organisations.numbers import NumberKind, read_number
from issuers.reading import read_date
from issuers.spreadsheets import Cell, Row

FILE: Final = "bestand"
MOST_TOLD: Final = 20
"""So many problems are told at once; whoever made as many made the same one again."""

MOST_OF_A_SOURCE: Final = 120

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "leerbedrijf": ("leerbedrijf-id", "leerbedrijfid", "leerbedrijf"),
    "vestiging": ("vestigingsnummer", "vestiging"),
    "crebo": ("crebo", "crebonummer", "crebocode"),
    "werkproces": ("werkproces", "werkprocescode"),
    "van": ("geldig van", "van", "startdatum"),
    "tot": ("geldig tot", "geldig tot en met", "tot", "tot en met", "einddatum"),
}
"""What each column may be called, in small letters."""

REQUIRED: Final = ("leerbedrijf", "crebo", "van")
_CREBO: Final = re.compile(r"[0-9]{5}")
_WERKPROCES: Final = re.compile(r"[BP][0-9]{1,2}-K[0-9]{1,2}-W[0-9]{1,2}")
_LENGTHS: Final = {"leerbedrijf": 9, "vestiging": 12}
_EARLIEST, _LATEST = 1950, 2100


@dataclass(frozen=True, slots=True, kw_only=True)
class NewErkenning:
    """Hold what a row says: this leerbedrijf, this work, from this day to that; `number` where it stood."""

    leerbedrijf: str
    crebo: str
    since: date
    vestiging: str | None = None
    werkproces: str | None = None
    until: date | None = None
    number: int | None = field(default=None, compare=False)


def read_rows(table: Sequence[Row]) -> tuple[NewErkenning, ...]:
    """Read every row, each once.

    Raises:
        FormError: with the problems of the rows, as many as one can read.
    """
    places = _places(table[0])
    problems: list[FieldProblem] = []
    found = []
    for row in table[1:]:
        cells = {name: row.cells[at] if at < len(row.cells) else Cell("") for name, at in places.items()}
        try:
            found.append(replace(read_row(cells), number=row.number))
        except FormError as error:
            problems += [in_row(row.number, each) for each in error.problems]
    if problems:
        raise FormError(told(problems))
    if not found:
        raise FormError(
            [FieldProblem(FILE, "table-no-rows", "Er staan geen rijen in.", "There are no rows in it.")]
        )
    return tuple(dict.fromkeys(found))


def read_row(cells: Mapping[str, Cell]) -> NewErkenning:
    """Read one row, of a table or as somebody typed it.

    Raises:
        FormError: with what is wrong with it; each problem names its column.
    """
    problems: list[FieldProblem] = []
    leerbedrijf = _number(cells, "leerbedrijf", kind=NumberKind.LEERBEDRIJF, problems=problems)
    vestiging = _number(cells, "vestiging", kind=NumberKind.VESTIGING, problems=problems)
    crebo, werkproces = _work(cells, problems=problems)
    since, until = (_day(cells, name, problems=problems) for name in ("van", "tot"))
    if since and until and until < since:
        problems.append(
            FieldProblem(
                "tot", "dates-out-of-order", "De laatste dag is voor de eerste.", "It ends before it begins."
            )
        )
    if problems or leerbedrijf is None or since is None:
        raise FormError(problems)
    return NewErkenning(
        leerbedrijf=leerbedrijf,
        vestiging=vestiging,
        crebo=crebo,
        werkproces=werkproces,
        since=since,
        until=until,
    )


def read_source(typed: str, *, field: str) -> str:
    """Read where it stands that a leerbedrijf is recognised; whoever checks a badge may read this.

    Raises:
        FormError: nothing stands there, or something that may not.
    """
    text = " ".join(normalize(typed).split())
    problems = [
        FieldProblem.of(each, field=field) for each in text_problems(text, max_length=MOST_OF_A_SOURCE)
    ]
    if problems:
        raise FormError(problems)
    return text


def _places(header: Row) -> dict[str, int]:
    """Find which column is where.

    Raises:
        FormError: a column is missing, or is there twice.
    """
    titles = [" ".join(cell.text.lower().split()) for cell in header.cells]
    places: dict[str, int] = {}
    problems = []
    for name, called in COLUMNS.items():
        at = [place for place, title in enumerate(titles) if title in called]
        if len(at) == 1:
            places[name] = at[0]
        elif at:
            problems.append(_column_twice(called[0]))
        elif name in REQUIRED:
            problems.append(_column_missing(called[0]))
    if problems:
        raise FormError(problems)
    return places


def _column_twice(title: str) -> FieldProblem:
    return FieldProblem(
        FILE,
        "table-column",
        f"De kolom '{title}' staat er 2 keer.",
        f"The column '{title}' is there twice.",
    )


def _column_missing(title: str) -> FieldProblem:
    return FieldProblem(
        FILE,
        "table-column",
        f"De kolom '{title}' ontbreekt. In de eerste rij staan de namen van de kolommen.",
        f"The column '{title}' is missing. The first row holds the names of the columns.",
    )


def _number(
    cells: Mapping[str, Cell], name: str, *, kind: NumberKind, problems: list[FieldProblem]
) -> str | None:
    """Read a number; of a cell with a number in it, Excel took the zeros off the front."""
    cell = cells.get(name, Cell(""))
    if not cell.text and name not in REQUIRED:
        return None
    text = cell.text.zfill(_LENGTHS[name]) if cell.is_number else cell.text
    try:
        return read_number(text, kind=kind).value
    except NumberError as error:
        problems.append(FieldProblem.of(error, field=name))
        return None


def _work(cells: Mapping[str, Cell], *, problems: list[FieldProblem]) -> tuple[str, str | None]:
    """Read for which kwalificatie, and for which part of it."""
    crebo, code = cells.get("crebo", Cell("")).text, cells.get("werkproces", Cell("")).text.upper()
    if not _CREBO.fullmatch(crebo):
        problems.append(FieldProblem("crebo", "crebo", "Een crebo heeft 5 cijfers.", "A crebo has 5 digits."))
    if code and not _WERKPROCES.fullmatch(code):
        problems.append(
            FieldProblem(
                "werkproces",
                "werkproces",
                "Een werkproces schrijf je zo: B1-K1-W1.",
                "A werkproces is written like this: B1-K1-W1.",
            )
        )
    return crebo, code or None


def _day(cells: Mapping[str, Cell], name: str, *, problems: list[FieldProblem]) -> date | None:
    text = cells.get(name, Cell("")).text
    if not text and name not in REQUIRED:
        return None
    day = read_date(text)
    if day is None or not _EARLIEST <= day.year <= _LATEST:
        problems.append(
            FieldProblem(
                name,
                "date-unreadable",
                "Wij kunnen de datum niet lezen. Schrijf hem zo: 26-6-2026.",
                "We cannot read the date. Write it like this: 26-6-2026.",
            )
        )
        return None
    return day


def in_row(number: int | None, problem: FieldProblem) -> FieldProblem:
    """Say in which row and column of a table it is; what was typed in fields stands at its own field."""
    if number is None:
        return problem
    title = COLUMNS[problem.field][0]
    return FieldProblem(
        FILE,
        problem.code,
        f"Rij {number}, {title}: {problem.nl}",
        f"Row {number}, {title}: {problem.en}",
    )


def told(problems: Sequence[FieldProblem]) -> list[FieldProblem]:
    """Keep as many as one can read, and say how many more there are."""
    few, more = list(problems[:MOST_TOLD]), len(problems) - MOST_TOLD
    if more > 0:
        few.append(
            FieldProblem(
                FILE, "table-more", f"En nog {more} zulke fouten.", f"And {more} more of such mistakes."
            )
        )
    return few
