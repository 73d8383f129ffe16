"""Give the badges of a roster, a chunk at a time; each line is one badge, however often it is asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, JudgementError
from issuers.groups.judging import judge, problems_of
from issuers.groups.reading import Line
from issuers.issuing.chunk_stages import Asked
from issuers.issuing.chunking import CHUNK, Given, Outcome, issue_chunk
from issuers.issuing.finishing import Watch
from issuers.people.permissions import Actor

_Item = TypeVar("_Item")


class LineState(StrEnum):
    """Say what came of a line, or that it waits."""

    OPEN = "open"
    SKIPPED = "overgeslagen"
    GIVEN = "gegeven"
    ALREADY = "al gegeven"
    REFUSED = "geweigerd"


@dataclass(frozen=True, slots=True)
class LineResult:
    """Hold what came of a line: the badge and the secret in its address, or why there is none."""

    number: int
    state: LineState
    badge_id: UUID | None = None
    token: str = ""
    problems: tuple[FieldProblem, ...] = ()


def give_chunk(
    desk: IssuingDesk, lines: Sequence[Line], *, actor: Actor, watch: Watch = lambda _stage: None
) -> list[LineResult]:
    """Give the badges of at most a hundred lines; give what came of each, in the same order.

    Raises:
        IssuersError: as `issue_chunk`: nothing more can be given now.
    """
    results: dict[int, LineResult] = {}
    asked: dict[int, Asked] = {}
    for place, line in enumerate(lines):
        try:
            asked[place] = Asked(judge(desk, line), line.key)
        except JudgementError as error:
            results[place] = LineResult(line.number, LineState.REFUSED, problems=error.problems)
    outcomes = issue_chunk(desk, list(asked.values()), actor=actor, watch=watch)
    for place, outcome in zip(asked, outcomes, strict=True):
        results[place] = _result(lines[place], outcome)
    return [results[place] for place in range(len(lines))]


def chunks(items: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    """Cut into chunks, in order."""
    return (items[start : start + CHUNK] for start in range(0, len(items), CHUNK))


def _result(line: Line, outcome: Outcome) -> LineResult:
    if isinstance(outcome, Given):
        state = LineState.GIVEN if outcome.is_new else LineState.ALREADY
        return LineResult(line.number, state, badge_id=outcome.badge.id, token=outcome.badge.token)
    return LineResult(line.number, LineState.REFUSED, problems=tuple(problems_of(outcome.problem)))
