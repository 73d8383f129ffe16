"""Show requests and decisions in lists: of all, of one person, and of one request."""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from issuers.visiting import Visit
from schools.decisions.asking import KnownRequest, list_requests
from schools.decisions.finding import KnownDecision, list_decisions_on
from schools.decisions.since import gone_since
from schools.decisions.words import DecisionState, Kind, RequestState
from templates import views

BACK: Final = "/voorstellen"
DECISIONS: Final = f"{BACK}/besluiten"
STANDS: Final = frozenset({DecisionState.WAITING, DecisionState.FINAL})


def request_row(known: KnownRequest) -> views.decisions.RequestRow:
    """Show a request in a list."""
    return views.decisions.RequestRow(
        name=known.name,
        title=known.onderdeel.title,
        is_part=known.is_part,
        is_advice=known.kind is Kind.ADVIES,
        asked=known.asked,
        state=known.state.value,
        href=f"{BACK}/{known.candidate_id}/verzoek/{known.id}",
    )


def decision_rows(
    visit: Visit, decisions: Iterable[KnownDecision]
) -> tuple[views.decisions.DecisionRow, ...]:
    """Show decisions in a list, each with whether a badge that weighed was withdrawn since."""
    shown = [*decisions]
    gone = gone_since(visit.desk, (each.besluit for each in shown if each.state in STANDS))
    return tuple(
        views.decisions.DecisionRow(
            name=each.besluit.student,
            title=each.besluit.title,
            outcome=each.besluit.outcome.value,
            state=each.state.value,
            decided=each.besluit.decided,
            href=f"{DECISIONS}/{each.id}",
            is_shaken=each.state in STANDS and not each.besluit.badges.isdisjoint(gone),
        )
        for each in shown
    )


def waiting_requests(visit: Visit, candidate_id: UUID) -> tuple[views.decisions.RequestRow, ...]:
    """Show what somebody asked and nobody decided on yet."""
    found = list_requests(visit.desk, actor=visit.actor, candidate_id=candidate_id)
    return tuple(request_row(each) for each in found if each.state is RequestState.OPEN)


def decided_about(visit: Visit, candidate_id: UUID) -> tuple[views.decisions.DecisionRow, ...]:
    """Show what was decided about somebody, as far as it counts or waits for a second person."""
    found = list_decisions_on(visit.desk, candidate_id, actor=visit.actor)
    return decision_rows(visit, (each for each in found if each.state in STANDS))


def decided_on(visit: Visit, candidate_id: UUID, request_id: UUID) -> tuple[views.decisions.DecisionRow, ...]:
    """Show the same of one request."""
    found = list_decisions_on(visit.desk, candidate_id, actor=visit.actor)
    return decision_rows(
        visit, (each for each in found if each.state in STANDS and each.request_id == request_id)
    )
