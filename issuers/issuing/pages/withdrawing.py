"""Withdraw a badge: first why, and then it is done."""

from collections.abc import Sequence
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from badges.moments import dutch_day
from issuers.dependencies import Desk, SignedInActor
from issuers.errors import FieldProblem
from issuers.groups.finding import group_of_badge
from issuers.issuing.overview import Given, find_given
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import RevocationReason
from issuers.people.permissions import Action, Actor, may, require
from issuers.praktijkverklaring.resting import Resting, resting_on
from issuers.saying import shown
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

NO_REASON: Final = FieldProblem(
    "reden", "missing", "Kies waarom je het intrekt.", "Choose why you withdraw it."
)
REASONS = (RevocationReason.VERGISSING, RevocationReason.OP_VERZOEK, RevocationReason.ANDERS)


@router.get("/gegeven/{badge_id}/intrekken")
def ask_to_withdraw(request: Request, desk: Desk, actor: SignedInActor, badge_id: UUID) -> Response:
    """Ask why, before anything happens."""
    require(actor, Action.REVOKE)
    return _confirm(request, desk, find_given(desk, badge_id, actor=actor), actor=actor)


@router.post("/gegeven/{badge_id}/intrekken")
def withdraw(
    request: Request,
    desk: Desk,
    actor: SignedInActor,
    badge_id: UUID,
    reden: Annotated[str, Form()] = "",
) -> Response:
    """Withdraw the badge; the status list says so at once."""
    require(actor, Action.REVOKE)
    if reden not in REASONS:
        given = find_given(desk, badge_id, actor=actor)
        return _confirm(request, desk, given, actor=actor, problems=(NO_REASON,))
    revoke(desk, badge_id, actor=actor, reason=RevocationReason(reden))
    group_id = group_of_badge(desk, badge_id, actor=actor)
    where = f"/groepen/{group_id}?klaar=een-ingetrokken" if group_id else "/gegeven?klaar=ingetrokken"
    return RedirectResponse(where, status_code=303)


def may_correct(given: Given, *, actor: Actor) -> bool:
    """Tell whether this actor may put a badge right: he may withdraw and give, and it stands."""
    may_both = may(actor, Action.REVOKE) and may(actor, Action.ISSUE)
    return may_both and given.revoked_at is None and given.achievement_id is not None


def shown_resting(found: Resting | None) -> views.issuing.Resting | None:
    """Show what a school said that rests on a badge."""
    return views.issuing.Resting(school=found.school, said=found.said.value) if found else None


def _confirm(
    request: Request, desk: Desk, given: Given, *, actor: Actor, problems: Sequence[FieldProblem] = ()
) -> Response:
    view = views.issuing.WithdrawConfirm(
        frame=frame_of(request),
        title=given.facts.title or "",
        awarded=dutch_day(given.awarded),
        action=f"/gegeven/{given.id}/intrekken",
        back_href=f"/gegeven/{given.id}",
        reasons=tuple(reason.value for reason in REASONS),
        name=given.facts.name,
        correct_href=f"/gegeven/{given.id}/verbeteren" if may_correct(given, actor=actor) else None,
        resting=shown_resting(resting_on(desk, given, actor=actor)),
        problems=shown(request, problems),
    )
    return show(request, "intrekken", view)
