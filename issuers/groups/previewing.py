"""Look a roster over before anything is given: what is wrong by row and column, and who is there twice."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, JudgementError
from issuers.groups.judging import judge
from issuers.groups.lines import KnownLine

KENMERK_TWICE: Final = FieldProblem(
    "kenmerk",
    "kenmerk-twice",
    "Dit kenmerk staat er vaker bij dit werkproces. Sla een van de rijen over, of verbeter het kenmerk.",
    "This reference is there more often with this werkproces. Skip one of the rows, or correct it.",
)
SAME_NAME: Final = FieldProblem(
    "ander",
    "name-twice",
    "Deze naam staat er vaker bij dit werkproces. Is het iemand anders? Zeg dat hier, of geef een kenmerk.",
    "This name is there more often with this werkproces. Is it somebody else? Say so, or give a reference.",
)


def look_over(desk: IssuingDesk, lines: Sequence[KnownLine]) -> list[tuple[FieldProblem, ...]]:
    """Give for each line what is wrong with it; nothing is given or promised."""
    kenmerken = Counter(_kenmerk(each) for each in lines)
    names = Counter(_name(each) for each in lines)
    return [(*_alone(desk, each), *_among(each, kenmerken=kenmerken, names=names)) for each in lines]


def _alone(desk: IssuingDesk, known: KnownLine) -> Sequence[FieldProblem]:
    try:
        judge(desk, known.line)
    except JudgementError as error:
        return error.problems
    return ()


def _among(
    known: KnownLine, *, kenmerken: Counter[tuple[str, ...]], names: Counter[tuple[str, ...]]
) -> Sequence[FieldProblem]:
    """Say what cannot be seen in one line: two people of one name are asked about, or told apart."""
    if known.line.kenmerk:
        return [KENMERK_TWICE] if kenmerken[_kenmerk(known)] > 1 else []
    is_twice = bool(known.line.name) and names[_name(known)] > 1
    return [SAME_NAME] if is_twice and not known.is_other else []


def _kenmerk(known: KnownLine) -> tuple[str, ...]:
    return known.line.kenmerk, known.line.crebo, known.line.code


def _name(known: KnownLine) -> tuple[str, ...]:
    return " ".join(known.line.name.casefold().split()), known.line.crebo, known.line.code
