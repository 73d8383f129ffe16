"""What this organisation gave, and withdrawing one of them."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form, Query
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from issuers.dependencies import Desk, SignedInActor
from issuers.errors import FieldProblem
from issuers.issuing.overview import PAGE, Given, find_given, list_given
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import RevocationReason
from issuers.organisations.founding import find_organisation
from issuers.people.permissions import Action, Actor, may, require
from issuers.saying import Done, done_of, shown
from templates import views
from templates.showing import field_of_facts
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

DONE: Final[Done] = {
    "ingetrokken": {
        "nl": "Het bewijs is ingetrokken. Wie het controleert, ziet dat nu.",
        "en": "The badge is withdrawn. Whoever checks it sees that now.",
    },
}
NO_REASON: Final = FieldProblem(
    "reden", "missing", "Kies waarom je het intrekt.", "Choose why you withdraw it."
)
REASONS = (RevocationReason.VERGISSING, RevocationReason.OP_VERZOEK, RevocationReason.ANDERS)
MOST_PAGES = 100_000


@router.get("/gegeven")
def list_badges(
    request: Request,
    desk: Desk,
    actor: SignedInActor,
    pagina: Annotated[int, Query(ge=0, le=MOST_PAGES)] = 0,
    klaar: str = "",
) -> Response:
    """List what this organisation gave, newest first."""
    found = list_given(desk, actor=actor, page=pagina)
    view = views.IssuedList(
        frame=frame_of(request),
        organisation=find_organisation(desk, actor.organisation_id).name,
        rows=tuple(_row(each, actor=actor) for each in found[:PAGE]),
        issue_href="/uitreiken" if may(actor, Action.ISSUE) else None,
        next_href=f"/gegeven?pagina={pagina + 1}" if len(found) > PAGE else None,
        previous_href=f"/gegeven?pagina={pagina - 1}" if pagina else None,
        done=done_of(request, klaar, done=DONE),
    )
    return show(request, "gegeven", view)


@router.get("/gegeven/{badge_id}/intrekken")
def ask_to_withdraw(request: Request, desk: Desk, actor: SignedInActor, badge_id: UUID) -> Response:
    """Ask why, before anything happens."""
    require(actor, Action.REVOKE)
    return _confirm(request, find_given(desk, badge_id, actor=actor))


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
        return _confirm(request, find_given(desk, badge_id, actor=actor), problems=(NO_REASON,))
    revoke(desk, badge_id, actor=actor, reason=RevocationReason(reden))
    return RedirectResponse("/gegeven?klaar=ingetrokken", status_code=303)


def _confirm(request: Request, given: Given, *, problems: Sequence[FieldProblem] = ()) -> Response:
    view = views.WithdrawConfirm(
        frame=frame_of(request),
        title=given.facts.title or "",
        awarded=given.awarded.date(),
        action=f"/gegeven/{given.id}/intrekken",
        back_href="/gegeven",
        reasons=tuple(reason.value for reason in REASONS),
        name=given.facts.name,
        problems=shown(request, problems),
    )
    return show(request, "intrekken", view)


def _row(given: Given, *, actor: Actor) -> views.IssuedRow:
    may_withdraw = may(actor, Action.REVOKE)
    may_correct = may_withdraw and may(actor, Action.ISSUE) and given.facts.werkproces is not None
    return views.IssuedRow(
        title=given.facts.title or "",
        field=field_of_facts(given.facts),
        awarded=given.awarded.date(),
        href=f"/b/{given.token}",
        name=given.facts.name,
        state=_state(given),
        since=_day(given),
        withdraw_href=f"/gegeven/{given.id}/intrekken" if may_withdraw and not given.revoked_at else None,
        correct_href=f"/gegeven/{given.id}/verbeteren" if may_correct and not given.revoked_at else None,
    )


def _state(given: Given) -> views.State:
    if given.revoked_at is None:
        return views.State.VALID
    return views.State.REPLACED if given.replaced_by else views.State.REVOKED


def _day(given: Given) -> date | None:
    return given.revoked_at.date() if given.revoked_at else None
