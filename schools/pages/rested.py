"""The files on which decisions about one person rest: each once, with the decisions, as it was then."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from issuers.visiting import Visit
from schools.decisions.finding import KnownDecision, list_decisions_on
from schools.decisions.pages.decisions import HERE
from schools.importing.resting import Rested, later, list_rested
from templates import views


def rested_rows(visit: Visit, candidate_id: UUID, *, here: str) -> tuple[views.candidates.RestedRow, ...]:
    """Show them, the one that was looked at last first."""
    found = list_rested(visit.desk, candidate_id, actor=visit.actor)
    decisions = list_decisions_on(visit.desk, candidate_id, actor=visit.actor) if found else ()
    return each_file_once(found, decisions={each.id: each for each in decisions}, here=here)


def each_file_once(
    found: Iterable[Rested], *, decisions: Mapping[UUID, KnownDecision], here: str
) -> tuple[views.candidates.RestedRow, ...]:
    """Put the copies of one file together; it stays as long as the last decision on it."""
    copies: dict[str, list[Rested]] = {}
    for each in found:
        copies.setdefault(each.digest, []).append(each)
    return tuple(_row(some, decisions=decisions, here=here) for some in copies.values())


def _row(
    copies: list[Rested], *, decisions: Mapping[UUID, KnownDecision], here: str
) -> views.candidates.RestedRow:
    first, until = copies[0], None
    for each in copies:
        until = later(until, each.until)
    behind = [decisions[each.decision_id] for each in copies if each.decision_id in decisions]
    behind.sort(key=lambda known: (known.besluit.decided, known.written), reverse=True)
    return views.candidates.RestedRow(
        name=first.name,
        at=first.at,
        until=until,
        report_href=f"{here}/besluit/{first.id}",
        decisions=tuple(map(_decision, behind)),
    )


def _decision(known: KnownDecision) -> views.candidates.RestingDecision:
    return views.candidates.RestingDecision(
        title=known.besluit.title,
        decided=known.besluit.decided,
        state=known.state.value,
        href=f"{HERE}/{known.id}",
    )
