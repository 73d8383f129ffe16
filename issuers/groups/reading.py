"""Read a roster: a table with a row for each person and werkproces, or for each person.

What is the same for all may be said once beside it; what a row says itself counts before that. A row without
a werkproces of its own stands for each that was chosen for all.
"""

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Final

from badges.texts import shows_nothing
from issuers.errors import FieldProblem, FormError
from issuers.groups.states import Tie
from issuers.issuing.judging import TypedJudgement
from issuers.issuing.reserving import OF_ROSTER
from issuers.reading import read_date
from issuers.spreadsheets import Cell, Row

FILE: Final = "bestand"

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "naam": (
        *("naam", "namen", "voornaam", "voornamen"),
        *("deelnemer", "deelnemers", "naam deelnemer", "leerling", "leerlingen", "naam leerling"),
        *("student", "studenten", "naam student"),
    ),
    "kenmerk": ("kenmerk", "deelnemernummer", "leerlingnummer", "studentnummer"),
    "crebo": ("crebo", "crebonummer", "crebocode"),
    "werkproces": ("werkproces", "werkprocescode"),
    "van": ("van", "startdatum", "begindatum", "eerste dag"),
    "tot": ("tot", "tot en met", "einddatum", "laatste dag"),
    "zelfstandigheid": ("zelfstandigheid", "hoe zelfstandig"),
    "toelichting": ("toelichting", "zin", "wat deed deze persoon"),
    "mail": ("mail", "e-mail", "e-mailadres", "mailadres"),
    "telefoon": ("telefoon", "telefoonnummer", "mobiel"),
}
"""What each column may be called, in small letters."""

_REQUIRED: Final = ("crebo", "werkproces", "van", "tot", "toelichting")
"""And a name, or a kenmerk where the organisation knows people by that only."""

MOST_ROWS_TOLD: Final = 20

_NAMES: Final = Row(0, (Cell("naam"),))
"""What stands above a list of names."""

_EMPTY: Final = dict.fromkeys(COLUMNS, "")
_WRITE: Final = json.JSONEncoder(ensure_ascii=False).encode

_BOTH: Final = re.compile(r"([0-9]{5})\s*[/ ]\s*(\S+)")


@dataclass(frozen=True, slots=True)
class Common:
    """Hold what was said once for all: the work, as (crebo, code), and what a row may leave out."""

    works: tuple[tuple[str, str], ...] = ()
    cells: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """Hold a badge that is asked for, as it stands in the roster.

    `key` is what makes it this one: its kenmerk and werkproces, or all that it says and how often that
    was said before. `mail` and `phone` are how to tell its learner something.
    """

    number: int
    name: str
    kenmerk: str
    crebo: str
    code: str
    typed: TypedJudgement
    key: str = ""
    mail: str = ""
    phone: str = ""
    tie: Tie | None = None


def read_roster(table: Sequence[Row], *, common: Common | None = None) -> tuple[Line, ...]:
    """Read every row of a roster; what a row says is not looked at yet.

    Raises:
        FormError: as `read_lines`.
    """
    return tuple(read_lines(table, common=common))


def read_lines(table: Sequence[Row], *, common: Common | None = None) -> Iterator[Line]:
    """Look the headings of a roster over, and give its lines as they are asked for.

    One column without a heading is a list of names.

    Raises:
        FormError: a column is missing or there twice, there are no rows, or nobody can see a name.
    """
    common = common or Common()
    header, rows = (_NAMES, table) if are_names(table) else (table[0], table[1:])
    _require_names(header, rows)
    places = _places(header, rows=rows, common=common)
    if not rows:
        raise FormError(
            [FieldProblem(FILE, "table-no-rows", "Er staan geen rijen in.", "There are no rows in it.")]
        )
    return with_keys(line for row in rows for line in _lines(row, places=places, common=common))


def _require_names(header: Row, rows: Sequence[Row]) -> None:
    """Require that every row of a list of names has one that can be seen.

    Raises:
        FormError: with every row that has none.
    """
    if not any(title_of(cell) in COLUMNS["naam"] for cell in header.cells[:1]) or any(
        cell.text for cell in header.cells[1:]
    ):
        return
    unseen = [row.number for row in rows if shows_nothing(row.cells[0].text)]
    if unseen:
        raise FormError([_unseen(number) for number in unseen[:MOST_ROWS_TOLD]])


def are_names(table: Sequence[Row]) -> bool:
    """Tell whether it is a list of one column, in which the first row says what the others say."""
    titles = {title for called in COLUMNS.values() for title in called}
    is_one_column = not any(cell.text for row in table for cell in row.cells[1:])
    return is_one_column and title_of(table[0].cells[0]) not in titles


def title_of(cell: Cell) -> str:
    """Give a heading as it is compared."""
    return " ".join(cell.text.lower().split())


def _places(header: Row, *, rows: Sequence[Row], common: Common) -> dict[str, int]:
    """Find which column is where; one that was said for all, or in another, may be missing.

    Raises:
        FormError: a column is missing, or is there twice.
    """
    titles = [title_of(cell) for cell in header.cells]
    found = {name: [at for at, title in enumerate(titles) if title in COLUMNS[name]] for name in COLUMNS}
    said = {name for name, text in common.cells.items() if text}
    said |= {"crebo", "werkproces"} if common.works else set()
    said |= {"crebo"} if _say_both(rows, at=found["werkproces"]) else set()
    required = _REQUIRED if found["kenmerk"] else ("naam", *_REQUIRED)
    missing = [name for name in required if not found[name] and name not in said]
    twice = [name for name, at in found.items() if len(at) > 1]
    if missing or twice:
        raise FormError([*map(_missing, missing), *map(_twice, twice)])
    return {name: at[0] for name, at in found.items() if at}


def _say_both(rows: Sequence[Row], *, at: Sequence[int]) -> bool:
    """Tell whether the column of the werkproces names its crebo too."""
    return any(_BOTH.fullmatch(row.cells[each].text) for row in rows for each in at if each < len(row.cells))


def _lines(row: Row, *, places: Mapping[str, int], common: Common) -> Iterator[Line]:
    """Give a line for each werkproces that a row stands for."""
    cells, texts = row.cells, {**_EMPTY, **common.cells}
    for name, at in places.items():
        if at < len(cells) and (own := cells[at].text):
            texts[name] = own
    works = [read_work(texts)] if texts["werkproces"] or not common.works else common.works
    for crebo, code in works:
        yield Line(
            number=row.number,
            name=texts["naam"],
            kenmerk=texts["kenmerk"],
            crebo=crebo,
            code=code,
            typed=typed_in(texts),
            mail=texts["mail"],
            phone=texts["telefoon"],
        )


def read_work(texts: Mapping[str, str]) -> tuple[str, str]:
    """Read a werkproces in a column of its own, or with its crebo in one cell: 25774/B1-K2-W1."""
    both = _BOTH.fullmatch(texts["werkproces"] or texts["crebo"])
    crebo, code = both.groups() if both else (texts["crebo"], texts["werkproces"])
    return crebo.strip(), code.strip().upper()


def typed_in(texts: Mapping[str, str]) -> TypedJudgement:
    """Give what stands in the columns as a form would have it."""
    return TypedJudgement(
        naam=texts["naam"],
        zin=texts["toelichting"],
        van=texts["van"],
        tot=texts["tot"],
        zelfstandigheid=" ".join(texts["zelfstandigheid"].lower().split()),
    )


def with_keys(lines: Iterable[Line], *, taken: Collection[str] = ()) -> Iterator[Line]:
    """Give each line its key; without a kenmerk, the same said again is another one.

    `taken` are the keys of lines that have theirs already.
    """
    used = set(taken)
    for line in lines:
        if line.kenmerk:
            yield replace(line, key=_key("kenmerk", line.kenmerk, line.crebo, line.code))
            continue
        said = _key("inhoud", *_content(line))
        key = next(key for times in count() if (key := f"{said}-{times}") not in used)
        used.add(key)
        yield replace(line, key=key)


def _content(line: Line) -> tuple[str, ...]:
    """Give all that a line says; a day is the same however it is written."""
    typed = line.typed
    days = [str(read_date(text) or text) for text in (typed.van, typed.tot)]
    return (line.name, line.crebo, line.code, *days, typed.zelfstandigheid, " ".join(typed.zin.split()))


def _key(*parts: str) -> str:
    text = _WRITE(parts)
    return f"{OF_ROSTER}{hashlib.sha256(text.encode(errors='surrogatepass')).hexdigest()[:40]}"


def _missing(name: str) -> FieldProblem:
    return FieldProblem(
        FILE,
        "column-missing",
        f"De kolom {name} ontbreekt. Zet op de eerste rij hoe elke kolom heet.",
        f"The column {name} is missing. Put on the first row what each column is called.",
    )


def _unseen(number: int) -> FieldProblem:
    return FieldProblem(
        FILE,
        "name-unseen",
        f"Rij {number}: hier staat geen naam die iemand kan zien. Schrijf de naam, of haal de rij weg.",
        f"Row {number}: here is no name that anybody can see. Write the name, or take the row away.",
    )


def _twice(name: str) -> FieldProblem:
    return FieldProblem(
        FILE,
        "column-twice",
        f"De kolom {name} staat er twee keer. Haal er een weg.",
        f"The column {name} is there twice. Take one away.",
    )
