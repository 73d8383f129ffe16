"""Give the badges of a roster, a chunk at a time; each line is one badge, however often it is asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar
from uuid import UUID

from badges.judgement import Judgement
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, JudgementError
from issuers.groups.judging import judge, problems_of
from issuers.groups.reading import Line
from issuers.groups.states import LineState
from issuers.holding.asking import Waiting
from issuers.holding.rosters import hold_all
from issuers.issuing.chunk_stages import Asked, Note
from issuers.issuing.chunking import CHUNK, Given, Outcome, Problem, Refused, issue_chunk
from issuers.issuing.finishing import Watch
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.reserving import Agreed
from issuers.issuing.rules import find_rule
from issuers.people.permissions import Actor

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class LineResult:
    """Hold what came of a line: the badge and the secret in its address, or why there is none."""

    number: int
    state: LineState
    badge_id: UUID | None = None
    token: str = ""
    problems: tuple[FieldProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class Notes:
    """Say what is kept of each line, by its key, in the transaction in which its badge is begun."""

    promised: Note = lambda _session, _badges: None
    held: Note = lambda _session, _held: None


NO_NOTES: Final = Notes()


def give_chunk(
    desk: IssuingDesk,
    lines: Sequence[Line],
    *,
    actor: Actor,
    watch: Watch = lambda _stage: None,
    notes: Notes = NO_NOTES,
) -> list[LineResult]:
    """Give the badges of a chunk of lines; give what came of each, in the same order.

    Where the organisation asks for a second person or for time, they wait.

    Raises:
        IssuersError: as `issue_chunk`: nothing more can be given now.
    """
    results: dict[int, LineResult] = {}
    asked: dict[int, Asked] = {}
    for place, line in enumerate(lines):
        try:
            asked[place] = ask_for(line, judge(desk, line))
        except JudgementError as error:
            results[place] = LineResult(line.number, LineState.REFUSED, problems=error.problems)
    outcomes = _give_or_hold(desk, list(asked.values()), actor=actor, watch=watch, notes=notes)
    for place, outcome in zip(asked, outcomes, strict=True):
        results[place] = _result(lines[place], outcome)
    return [results[place] for place in range(len(lines))]


def ask_for(line: Line, judgement: Judgement) -> Asked:
    """Ask for the badge of a line; for what was agreed, under the name that its learner chose."""
    if line.tie is None:
        return Asked(judgement, line.key)
    chosen = replace(judgement, name=line.tie.name or None)
    return Asked(chosen, line.key, agreed=Agreed(line.tie.profiel_id), said=judgement)


def chunks(items: Sequence[_Item], *, size: int = CHUNK) -> Iterator[Sequence[_Item]]:
    """Cut into chunks, in order."""
    return (items[start : start + size] for start in range(0, len(items), size))


def _give_or_hold(
    desk: IssuingDesk, asked: Sequence[Asked], *, actor: Actor, watch: Watch, notes: Notes
) -> Sequence[Outcome | IssuedBadge | Waiting | Problem]:
    """Issue them, or let them wait where the organisation asks for that."""
    if find_rule(desk, actor.organisation_id).lets_rosters_through:
        return issue_chunk(desk, asked, actor=actor, watch=watch, note=notes.promised)
    return hold_all(desk, asked, actor=actor, note=notes.held)


def _result(line: Line, outcome: Outcome | IssuedBadge | Waiting | Problem) -> LineResult:
    match outcome:
        case Given(badge=badge, is_new=is_new):
            state = LineState.GIVEN if is_new else LineState.ALREADY
            return LineResult(line.number, state, badge_id=badge.id, token=badge.token)
        case IssuedBadge():
            return LineResult(line.number, LineState.ALREADY, badge_id=outcome.id, token=outcome.token)
        case Waiting():
            return LineResult(line.number, LineState.HELD)
        case Refused(problem=problem):
            return LineResult(line.number, LineState.REFUSED, problems=tuple(problems_of(problem)))
        case _:
            return LineResult(line.number, LineState.REFUSED, problems=tuple(problems_of(outcome)))
