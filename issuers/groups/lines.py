"""Write a line of a roster down, and read it back: as it was typed, with what came of it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final
from uuid import UUID

from issuers.errors import FieldProblem
from issuers.groups.reading import COLUMNS, Line, read_work, typed_in
from issuers.groups.states import LineState, Tie
from issuers.groups.tables import GroupLine

OTHER: Final = "ander"
"""The cell that says that this is another person than the one of the same name."""

NO_TIES: Final[Mapping[UUID, Tie]] = MappingProxyType({})

MOST_OF_A_CELL: Final = 2_000
"""So many characters of a cell are kept; what is longer is refused all the same, and told."""


WITHDRAWN: Final = "ingetrokken"
"""How a line stands whose badge was withdrawn."""


@dataclass(frozen=True, slots=True)
class KnownLine:
    """Show a line with its place in the group, what came of it, and why if nothing did."""

    place: int
    line: Line
    state: LineState
    is_other: bool = False
    badge_id: UUID | None = None
    held_id: UUID | None = None
    is_withdrawn: bool = False
    problems: tuple[FieldProblem, ...] = ()


def standing_of(known: KnownLine) -> str:
    """Name how a line stands, for a page or a file: what was withdrawn does not read as given."""
    return WITHDRAWN if known.badge_id and known.is_withdrawn else known.state.value


def cells_of(line: Line) -> dict[str, str]:
    """Give what a line says, by its columns."""
    typed = line.typed
    return {
        "naam": line.name,
        "kenmerk": line.kenmerk,
        "crebo": line.crebo,
        "werkproces": line.code,
        "van": typed.van,
        "tot": typed.tot,
        "zelfstandigheid": typed.zelfstandigheid,
        "toelichting": typed.zin,
        "mail": line.mail,
        "telefoon": line.phone,
    }


def line_of(number: int, cells: Mapping[str, str]) -> Line:
    """Read what stands in the columns."""
    texts = {name: cells.get(name, "").strip()[:MOST_OF_A_CELL] for name in COLUMNS}
    crebo, code = read_work(texts)
    return Line(
        number=number,
        name=texts["naam"],
        kenmerk=texts["kenmerk"],
        crebo=crebo,
        code=code,
        typed=typed_in(texts),
        mail=texts["mail"],
        phone=texts["telefoon"],
    )


def written(line: Line, *, is_other: bool) -> str:
    """Write down what a line says."""
    cells = {name: text[:MOST_OF_A_CELL] for name, text in cells_of(line).items() if text}
    other = {OTHER: "ja"} if is_other else {}
    return json.dumps({"rij": str(line.number), **cells, **other}, ensure_ascii=False)


def read_back(row: GroupLine, *, ties: Mapping[UUID, Tie] = NO_TIES) -> KnownLine:
    """Read what was written down; `ties` are the agreements that lines are for."""
    said = json.loads(row.said)
    return KnownLine(
        place=row.place,
        line=replace(
            line_of(int(said["rij"]), said),
            key=row.key,
            tie=ties.get(row.profiel_id) if row.profiel_id else None,
        ),
        state=row.state,
        is_other=OTHER in said,
        badge_id=row.badge_id,
        problems=read_problems(row.problems),
    )


def written_problems(problems: Sequence[FieldProblem]) -> str:
    """Write down what is wrong."""
    return json.dumps([[each.field, each.code, each.nl, each.en] for each in problems], ensure_ascii=False)


def read_problems(text: str) -> tuple[FieldProblem, ...]:
    """Read back what is wrong."""
    return tuple(FieldProblem(*each) for each in json.loads(text))
