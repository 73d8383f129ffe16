"""Who waits for what, on one page."""

from typing import Final

from fastapi import APIRouter
from fastapi.responses import Response

from badges.moments import dutch_day
from issuers.badgeklassen.letting_in import KnownEndorsement, list_unanswered
from issuers.holding.known import count_waiting, list_objected, list_open
from issuers.holding.pages.showing import held_rows
from issuers.overview.waiting import WaitingAgreement, WaitingDraft, list_waiting
from issuers.people.permissions import Action, may
from issuers.praktijkverklaring.asking import OpenQuestion, list_open_questions
from issuers.telling.choosing import Undelivered, list_undelivered
from issuers.visiting import DraftVisit, Visit
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = "/wacht"
MOST_HELD: Final = 20
"""So much that waits stands here; the rest is one press away."""


@router.get(HERE)
def show_waiting(visit: DraftVisit) -> Response:
    """Show what waits for whom."""
    waiting = list_waiting(visit.desk, actor=visit.actor)
    gives = may(visit.actor, Action.ISSUE)
    held = list_open(visit.desk, actor=visit.actor, limit=MOST_HELD) if gives else ()
    view = views.recipients.Waiting(
        frame=frame_of(visit.request),
        held_objections=_held_objections(visit),
        held=count_waiting(visit.desk, actor=visit.actor) if gives else 0,
        held_rows=held_rows(held, actor=visit.actor, now=visit.desk.clock.now()),
        objections=tuple(_agreement(each) for each in waiting.agreements if each.is_objection),
        proposals=tuple(_agreement(each) for each in waiting.agreements if not each.is_objection),
        drafts=tuple(_draft(each) for each in waiting.drafts),
        questions=tuple(_question(each) for each in list_open_questions(visit.desk, actor=visit.actor)),
        endorsements=tuple(_endorsement(each) for each in list_unanswered(visit.desk, actor=visit.actor)),
        undelivered=tuple(_letter(each) for each in list_undelivered(visit.desk, actor=visit.actor)),
    )
    return show(visit.request, "wacht", view)


def _held_objections(visit: Visit) -> tuple[views.recipients.WaitingRow, ...]:
    """Show what recipients say is not right, to who can give it again."""
    if not may(visit.actor, Action.ISSUE):
        return ()
    return tuple(
        views.recipients.WaitingRow(
            href=f"/onderweg/{each.id}",
            name=each.first_name or "",
            since=dutch_day(each.held),
            title=each.judgement.title if each.judgement else None,
            giver=each.giver,
        )
        for each in list_objected(visit.desk, actor=visit.actor)
    )


def _agreement(found: WaitingAgreement) -> views.recipients.WaitingRow:
    return views.recipients.WaitingRow(
        href=f"/afspraken/{found.profiel_id}", name=found.name, since=dutch_day(found.since)
    )


def _draft(found: WaitingDraft) -> views.recipients.WaitingRow:
    return views.recipients.WaitingRow(
        href=f"/afspraken/{found.profiel_id}",
        name=found.name,
        since=dutch_day(found.since),
        title=found.title,
        by=found.written_by,
    )


def _question(found: OpenQuestion) -> views.recipients.WaitingRow:
    return views.recipients.WaitingRow(
        href=f"/vragen/{found.id}", name=found.name, since=dutch_day(found.since), school=found.school
    )


def _endorsement(found: KnownEndorsement) -> views.recipients.WaitingRow:
    return views.recipients.WaitingRow(
        href="/bevestigingen", name=found.by, since=found.since, title=found.title
    )


def _letter(found: Undelivered) -> views.recipients.WaitingRow:
    return views.recipients.WaitingRow(
        href=f"/deelnemers/{found.recipient_id}",
        name=found.name,
        since=dutch_day(found.at),
        event=found.event.value,
    )
