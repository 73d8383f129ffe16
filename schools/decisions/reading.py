"""Read an examenplan from a table that a school made: which examenonderdeel is about which work.

One row is one examenonderdeel with a kerntaak, or with werkprocessen; more rows of the same code add to it.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from badges.catalogue.catalogue import Catalogue
from badges.catalogue.model import Kwalificatie, Werkproces
from badges.errors import CatalogueError
from badges.texts import normalize, text_problems
from issuers.errors import FieldProblem, FormError, SpreadsheetError
from issuers.spreadsheets import MOST_COLUMNS, Limits, Row, read_table
from schools.decisions.plan import Onderdeel, Plan, Work

FILE: Final = "bestand"
COLUMNS: Final[tuple[str, ...]] = ("crebo", "examenonderdeel", "naam", "kerntaak", "werkproces")
LIMITS: Final = Limits(bytes=1_000_000, rows=500)
MOST_OF_A_CODE: Final = 30
MOST_OF_A_NAME: Final = 120
MOST_TOLD: Final = 30

_BETWEEN: Final = re.compile(r"[\s,;+&]+")


@dataclass(slots=True)
class _Building:
    """Hold an examenonderdeel while its rows are read."""

    code: str
    title: str
    work: dict[str, Work] = field(default_factory=dict)


def read_plan(raw: bytes, *, catalogue: Catalogue) -> Plan:
    """Read an examenplan.

    Raises:
        SpreadsheetError: it is no table that we read.
        FormError: it is too long for one plan, or with what is wrong in each row.
    """
    try:
        heading, *rows = read_table(raw, limits=LIMITS)
    except SpreadsheetError as error:
        if error.code != TOO_LONG.code:
            raise
        raise FormError([TOO_LONG]) from error
    places = _places(heading)
    told = [(row.number, _cells(row, places)) for row in rows]
    kwalificatie = _kwalificatie(told, catalogue=catalogue)
    reader = _Reader(kwalificatie)
    for number, cells in told:
        reader.read(number, cells)
    return reader.plan()


def as_csv(plan: Plan) -> str:
    """Write it as a table that can be loaded again."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(COLUMNS)
    for each in plan.parts:
        for work in each.work:
            writer.writerow((plan.crebo, each.code, each.title, work.code.rpartition("-")[0], work.code))
    return out.getvalue()


class _Reader:
    """Read row after row, and remember all that is wrong."""

    def __init__(self, kwalificatie: Kwalificatie) -> None:
        self._kwalificatie = kwalificatie
        self._parts: dict[str, _Building] = {}
        self._problems: list[FieldProblem] = []

    def read(self, number: int, cells: Mapping[str, str]) -> None:
        """Read one row."""
        found = [*self._problems_of(cells)]
        work = [*self._work(cells, found)]
        self._problems += [_in_row(number, each) for each in found]
        if found:
            return
        code = cells["examenonderdeel"]
        building = self._parts.setdefault(code, _Building(code, cells["naam"] or code))
        building.work |= {each.key: Work(each.crebo, each.code, each.title) for each in work}

    def plan(self) -> Plan:
        """Give what was read.

        Raises:
            FormError: some of it was wrong.
        """
        if self._problems:
            raise FormError(self._problems[:MOST_TOLD])
        parts = tuple(
            Onderdeel(each.code, each.title, tuple(each.work.values())) for each in self._parts.values()
        )
        named = {work.key for each in parts for work in each.work}
        left = (each for each in self._kwalificatie.werkprocessen if each.key not in named)
        return Plan(
            self._kwalificatie.crebo,
            self._kwalificatie.name,
            parts=parts,
            left=tuple(Work(each.crebo, each.code, each.title) for each in left),
        )

    def _problems_of(self, cells: Mapping[str, str]) -> Iterator[FieldProblem]:
        """Say what is wrong with the names in a row."""
        own, code, title = self._kwalificatie.crebo, cells["examenonderdeel"], cells["naam"]
        if cells["crebo"] not in ("", own):
            yield _said(
                "other-crebo",
                f"hier staat crebo {cells['crebo']!r}, hierboven {own}. Maak per kwalificatie een bestand.",
                f"this says crebo {cells['crebo']!r}, above it says {own}. Make a file per kwalificatie.",
            )
        if not code:
            yield _said(
                "no-code",
                "er staat geen examenonderdeel. Vul de code in die jullie gebruiken.",
                "there is no examenonderdeel. Fill in the code that you use.",
            )
        for text, most in ((code, MOST_OF_A_CODE), (title, MOST_OF_A_NAME)):
            yield from (
                _said(each.code, each.nl, each.en)
                for each in (text_problems(text, max_length=most) if text else ())
            )
        known = self._parts.get(code)
        if known and title and title != known.title:
            yield _said(
                "two-names",
                f"examenonderdeel {code} heet eerder {known.title!r}. Geef het overal dezelfde naam.",
                f"examenonderdeel {code} is called {known.title!r} above. Give it the same name everywhere.",
            )

    def _work(self, cells: Mapping[str, str], problems: list[FieldProblem]) -> Iterable[Werkproces]:
        """Give the work that a row names, or add to the problems what nobody knows."""
        named = [each.upper() for each in _BETWEEN.split(cells["werkproces"]) if each]
        kerntaak = cells["kerntaak"].upper()
        if not named and not kerntaak:
            problems.append(NOTHING_NAMED)
            return ()
        own = [each for each in self._kwalificatie.werkprocessen if each.kerntaak_code == kerntaak]
        if kerntaak and not own:
            problems.append(self._unknown("kerntaak", kerntaak))
            return ()
        if not named:
            return own
        within = own if kerntaak else self._kwalificatie.werkprocessen
        known = {each.code: each for each in within}
        problems += [
            self._unknown("werkproces", each, within=kerntaak) for each in named if each not in known
        ]
        return [known[each] for each in named if each in known]

    def _unknown(self, kind: str, code: str, *, within: str = "") -> FieldProblem:
        where = f"{self._kwalificatie.name} ({self._kwalificatie.crebo}{f', {within}' if within else ''})"
        return _said(
            f"{kind}-unknown",
            f"{kind} {code!r} staat niet bij {where}. Kijk of de code klopt.",
            f"{kind} {code!r} is not of {where}. See whether the code is right.",
        )


def _places(heading: Row) -> Mapping[str, int]:
    """Say in which column each thing stands.

    Raises:
        FormError: a column is missing.
    """
    named = [" ".join(normalize(cell.text).casefold().split()) for cell in heading.cells]
    places = {name: named.index(name) for name in COLUMNS if name in named}
    missing = [name for name in ("crebo", "examenonderdeel") if name not in places]
    if not {"kerntaak", "werkproces"} & places.keys():
        missing.append("werkproces")
    if missing:
        columns, all_of_them = ", ".join(missing), ", ".join(COLUMNS)
        raise FormError(
            [
                FieldProblem(
                    FILE,
                    "column-missing",
                    f"Deze kolom ontbreekt: {columns}. Zet boven de kolommen: {all_of_them}.",
                    f"This column is missing: {columns}. Put above the columns: {all_of_them}.",
                )
            ]
        )
    return places


def _cells(row: Row, places: Mapping[str, int]) -> Mapping[str, str]:
    texts = [" ".join(normalize(cell.text).split()) for cell in row.cells]
    return {
        name: texts[places[name]] if name in places and places[name] < len(texts) else "" for name in COLUMNS
    }


def _kwalificatie(told: Sequence[tuple[int, Mapping[str, str]]], *, catalogue: Catalogue) -> Kwalificatie:
    """Find the kwalificatie that the table is about: the first that it names.

    Raises:
        FormError: it names none, or one that nobody knows.
    """
    number, crebo = next(((number, cells["crebo"]) for number, cells in told if cells["crebo"]), (0, ""))
    if not crebo:
        raise FormError([NO_CREBO])
    try:
        return catalogue.kwalificatie(crebo)
    except CatalogueError as error:
        problem = _said(
            "crebo-unknown",
            f"crebo {crebo!r} kennen wij niet. Kijk bij Kwalificaties welk nummer het is.",
            f"we do not know crebo {crebo!r}. See at Kwalificaties which number it is.",
        )
        raise FormError([_in_row(number, problem)]) from error


def _said(code: str, nl: str, en: str) -> FieldProblem:
    return FieldProblem(FILE, code, nl, en)


def _in_row(number: int, problem: FieldProblem) -> FieldProblem:
    return FieldProblem(FILE, problem.code, f"Rij {number}: {problem.nl}", f"Row {number}: {problem.en}")


TOO_LONG: Final = _said(
    "table-too-large",
    f"Dit bestand is te groot: een examenplan heeft hooguit {LIMITS.rows} rijen en {MOST_COLUMNS} kolommen. "
    "Maak per kwalificatie een bestand, en geef een kerntaak een rij in plaats van elk werkproces. "
    "Knip een examenplan niet in tweeën: wat je het laatst laadt, komt in de plaats van wat er stond.",
    f"This file is too large: an examenplan has at most {LIMITS.rows} rows and {MOST_COLUMNS} columns. "
    "Make a file per kwalificatie, and give a kerntaak a row in place of each werkproces. "
    "Do not cut an examenplan in two: what you load last takes the place of what was there.",
)
NO_CREBO: Final = _said(
    "no-crebo",
    "Er staat nergens een crebo. Zet in de kolom crebo het nummer van de kwalificatie, bijvoorbeeld 25180.",
    "There is no crebo anywhere. Put the number of the kwalificatie in the column crebo, such as 25180.",
)
NOTHING_NAMED: Final = _said(
    "nothing-named",
    "er staat geen kerntaak en geen werkproces. Vul er een in, of laat de rij weg: "
    "over taal en rekenen zeggen deze bewijzen niets.",
    "there is no kerntaak and no werkproces. Fill one in, or leave the row out: "
    "these badges say nothing of language and sums.",
)
