"""Erase a recipient who asks for that: say what goes, ask, and do it."""

from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response

from issuers.erasing.erasing import erase_recipient, what_goes
from issuers.errors import FieldProblem
from issuers.recipients.keeping import find_recipient
from issuers.saying import shown
from issuers.visiting import IssueVisit, Visit
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

OVERVIEW: Final = "/deelnemers"
HERE: Final = f"{OVERVIEW}/{{recipient_id}}/wissen"
YES: Final = "ja"
NOT_ASKED: Final = FieldProblem(
    "gevraagd",
    "missing",
    "Zet het vinkje als de deelnemer dit zelf vroeg.",
    "Tick the box if the participant asked for this.",
)


@router.get(HERE)
def ask(visit: IssueVisit, recipient_id: UUID) -> Response:
    """Say what goes and what stays."""
    return _page(visit, recipient_id)


@router.post(HERE)
def erase(
    visit: IssueVisit, recipient_id: UUID, gevraagd: Annotated[str, Form(max_length=10)] = ""
) -> Response:
    """Erase him, for who says that he asked for it."""
    if gevraagd != YES:
        return _page(visit, recipient_id, problems=[NOT_ASKED])
    erase_recipient(visit.desk, recipient_id, actor=visit.actor)
    return RedirectResponse(f"{OVERVIEW}?klaar=gewist", status_code=303)


def _page(visit: Visit, recipient_id: UUID, *, problems: list[FieldProblem] | None = None) -> Response:
    known = find_recipient(visit.desk, recipient_id, actor=visit.actor)
    view = views.recipients.RecipientErasing(
        frame=frame_of(visit.request),
        name=known.name,
        count=what_goes(visit.desk, recipient_id, actor=visit.actor).badges,
        action=f"{OVERVIEW}/{recipient_id}/wissen",
        back_href=f"{OVERVIEW}/{recipient_id}",
        problems=shown(visit.request, problems or []),
    )
    return show(visit.request, "deelnemer-wissen", view)
