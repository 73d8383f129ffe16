"""Erase one badge, because who it is about asks for that: say what goes, ask, and do it."""

from collections.abc import Sequence
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response

from badges.moments import dutch_day
from issuers.erasing.erasing import erase_badge
from issuers.errors import FieldProblem
from issuers.issuing.overview import find_given
from issuers.saying import shown
from issuers.visiting import IssueVisit, Visit
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = "/gegeven/{badge_id}/wissen"
YES: Final = "ja"
NOT_ASKED: Final = FieldProblem(
    "gevraagd",
    "missing",
    "Zet het vinkje als de persoon zelf vroeg om dit te wissen.",
    "Tick the box if the person asked to erase this.",
)


@router.get(HERE)
def ask(visit: IssueVisit, badge_id: UUID) -> Response:
    """Say what goes and what stays."""
    return _page(visit, badge_id)


@router.post(HERE)
def erase(visit: IssueVisit, badge_id: UUID, gevraagd: Annotated[str, Form(max_length=10)] = "") -> Response:
    """Erase it, for who says that the person asked for it."""
    if gevraagd != YES:
        return _page(visit, badge_id, problems=[NOT_ASKED])
    erase_badge(visit.desk, badge_id, actor=visit.actor)
    return RedirectResponse("/gegeven?klaar=gewist", status_code=303)


def _page(visit: Visit, badge_id: UUID, *, problems: Sequence[FieldProblem] = ()) -> Response:
    given = find_given(visit.desk, badge_id, actor=visit.actor)
    view = views.issuing.BadgeErasing(
        frame=frame_of(visit.request),
        title=given.facts.title or "",
        name=given.facts.name,
        awarded=dutch_day(given.awarded),
        action=f"/gegeven/{badge_id}/wissen",
        back_href=f"/gegeven/{badge_id}",
        problems=shown(visit.request, problems),
    )
    return show(visit.request, "bewijs-wissen", view)
