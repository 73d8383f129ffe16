"""Who waits for what, on one page."""

from typing import Final

from fastapi import APIRouter
from fastapi.responses import Response

from issuers.holding.known import count_waiting, list_objected
from issuers.overview.waiting import list_waiting
from issuers.people.permissions import Action, may
from issuers.praktijkverklaring.asking import list_open_questions
from issuers.telling.choosing import list_undelivered
from issuers.visiting import DraftVisit, Visit
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = "/wacht"


@router.get(HERE)
def show_waiting(visit: DraftVisit) -> Response:
    """Show what waits for whom."""
    waiting = list_waiting(visit.desk, actor=visit.actor)
    objections, proposals = (
        tuple(
            views.WaitingRow(href=f"/afspraken/{each.profiel_id}", name=each.name, since=each.since.date())
            for each in waiting.agreements
            if each.is_objection == objects
        )
        for objects in (True, False)
    )
    view = views.Waiting(
        frame=frame_of(visit.request),
        held_objections=_held_objections(visit),
        held=count_waiting(visit.desk, actor=visit.actor) if may(visit.actor, Action.ISSUE) else 0,
        objections=objections,
        proposals=proposals,
        drafts=tuple(
            views.WaitingRow(
                href=f"/afspraken/{each.profiel_id}",
                name=each.name,
                since=each.since.date(),
                title=each.title,
                by=each.written_by,
            )
            for each in waiting.drafts
        ),
        questions=tuple(
            views.WaitingRow(
                href=f"/vragen/{each.id}", name=each.name, since=each.since.date(), school=each.school
            )
            for each in list_open_questions(visit.desk, actor=visit.actor)
        ),
        undelivered=tuple(
            views.WaitingRow(
                href=f"/deelnemers/{each.recipient_id}",
                name=each.name,
                since=each.at.date(),
                event=each.event.value,
            )
            for each in list_undelivered(visit.desk, actor=visit.actor)
        ),
    )
    return show(visit.request, "wacht", view)


def _held_objections(visit: Visit) -> tuple[views.WaitingRow, ...]:
    """Show what recipients say is not right, to who can give it again."""
    if not may(visit.actor, Action.ISSUE):
        return ()
    return tuple(
        views.WaitingRow(
            href=f"/onderweg/{each.id}",
            name=each.first_name or "",
            since=each.held.date(),
            title=each.judgement.title if each.judgement else None,
            giver=each.giver,
        )
        for each in list_objected(visit.desk, actor=visit.actor)
    )
