"""Read a line of a roster into a judgement, against the catalogue; say what is wrong by its columns."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from badges.errors import CatalogueError, LintError
from badges.judgement import Judgement, WerkprocesReference
from badges.texts import bsn_problems
from issuers.desk import IssuingDesk
from issuers.errors import (
    FieldProblem,
    IdempotencyConflictError,
    IssuersError,
    JudgementError,
    UnknownWerkprocesError,
)
from issuers.groups.reading import Line
from issuers.issuing.achievements import werkproces_reference
from issuers.issuing.chunking import Problem
from issuers.issuing.judging import read_judgement
from issuers.reading import read_mail
from issuers.recipients.reading import NO_MAIL, NO_PHONE, TWO_CHANNELS, read_phone

_COLUMNS: Final = {"zin": "toelichting"}
"""A form has other names for a few columns."""

MOST_OF_A_KENMERK: Final = 80
_SERIAL: Final = re.compile(r"[0-9]{5}")
"""Excel counts days from 1900, and shows that where a cell lost its form."""

WHOLE_ROW: Final = ""
"""The column of what is about the whole row."""

NOWHERE: Final = WerkprocesReference(crebo="", code="", title="", kwalificatie="", url="")
"""Stands in for work that the catalogue does not have, so that all else of the row is looked over too."""

NO_CREBO: Final = FieldProblem(
    "crebo",
    "crebo-unknown",
    "Dit crebo kennen wij niet. Zoek de kwalificatie op bij Werkprocessen.",
    "We do not know this crebo. Look the kwalificatie up at Werkprocessen.",
)
NO_WERKPROCES: Final = FieldProblem(
    "werkproces",
    "werkproces-unknown",
    "Dit werkproces hoort niet bij dit crebo. Zoek de code op bij Werkprocessen.",
    "This werkproces is not of this crebo. Look the code up at Werkprocessen.",
)
CHANGED: Final = FieldProblem(
    WHOLE_ROW,
    "row-changed",
    "Voor dit kenmerk en dit werkproces gaf je al een bewijs, met andere gegevens. Verbeter dat bewijs.",
    "For this reference and this werkproces a badge was given, with other data. Correct that badge.",
)


def judge(desk: IssuingDesk, line: Line) -> Judgement:
    """Read what a line says about somebody's work.

    Raises:
        JudgementError: with every problem of every column.
    """
    problems = list(_cell_problems(line))
    named = {each.field for each in problems}
    werkproces = _werkproces(desk, line, problems=problems)
    today = desk.clock.today()
    try:
        judgement = read_judgement(line.typed, werkproces=werkproces or NOWHERE, skills={}, today=today)
    except JudgementError as error:
        found = map(_by_column, error.problems)
        raise JudgementError([*problems, *(each for each in found if each.field not in named)]) from error
    if problems:
        raise JudgementError(problems)
    return judgement


def _cell_problems(line: Line) -> Iterator[FieldProblem]:
    """Give what is wrong before anything is read: a day as Excel counts them, a kenmerk that is a story."""
    for column, text in (("van", line.typed.van), ("tot", line.typed.tot)):
        if _SERIAL.fullmatch(text):
            yield FieldProblem(
                column,
                "date-number",
                "Hier staat een getal in plaats van een datum. Maak er een datum van, of typ 26-6-2026.",
                "Here stands a number instead of a date. Make a date of it, or type 26-6-2026.",
            )
    if len(line.kenmerk) > MOST_OF_A_KENMERK:
        yield FieldProblem(
            "kenmerk",
            "kenmerk-long",
            f"Dit kenmerk is langer dan {MOST_OF_A_KENMERK} tekens. Maak het korter.",
            f"This reference is longer than {MOST_OF_A_KENMERK} signs. Make it shorter.",
        )
    yield from (FieldProblem.of(each, field="kenmerk") for each in bsn_problems(line.kenmerk))
    if line.mail and line.phone:
        yield TWO_CHANNELS
    elif line.mail and read_mail(line.mail) is None:
        yield NO_MAIL
    elif line.phone and read_phone(line.phone) is None:
        yield NO_PHONE


def _werkproces(desk: IssuingDesk, line: Line, *, problems: list[FieldProblem]) -> WerkprocesReference | None:
    """Find the work in the catalogue, or say which of its two parts is not there."""
    try:
        return werkproces_reference(desk, line.crebo, code=line.code)
    except UnknownWerkprocesError:
        problems.append(NO_WERKPROCES if _is_known(desk, line.crebo) else NO_CREBO)
        return None


def problems_of(problem: Problem) -> Sequence[FieldProblem]:
    """Say by column why there is no badge of a line."""
    if isinstance(problem, JudgementError):
        return problem.problems
    if isinstance(problem, LintError):
        return [FieldProblem("toelichting", each.code, each.nl, each.en) for each in problem.problems]
    if isinstance(problem, IdempotencyConflictError):
        return [CHANGED]
    if isinstance(problem, IssuersError):
        return [FieldProblem.of(problem, field=WHOLE_ROW)]
    return [FieldProblem.of(IssuersError(), field=WHOLE_ROW)]


def _is_known(desk: IssuingDesk, crebo: str) -> bool:
    try:
        desk.catalogue.kwalificatie(crebo)
    except CatalogueError:
        return False
    return True


def _by_column(problem: FieldProblem) -> FieldProblem:
    column = _COLUMNS.get(problem.field, problem.field)
    return FieldProblem(column, problem.code, problem.nl, problem.en)
