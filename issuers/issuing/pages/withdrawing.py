"""Withdraw a badge, or several at once: why, and then what became of each."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, Field
from starlette.requests import Request

from issuers.dependencies import Desk, SignedInActor
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, NotFoundError
from issuers.issuing.overview import Given, find_given
from issuers.issuing.revoking import Outcome, revoke, revoke_all
from issuers.issuing.tables import RevocationReason
from issuers.people.permissions import Action, Actor, require
from issuers.saying import said_of, shown
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

MOST_AT_ONCE: Final = 200

NO_REASON: Final = FieldProblem(
    "reden", "missing", "Kies waarom je het intrekt.", "Choose why you withdraw it."
)
REASONS = (RevocationReason.VERGISSING, RevocationReason.OP_VERZOEK, RevocationReason.ANDERS)


class Choice(BaseModel):
    """Hold which badges were chosen, and why they are withdrawn."""

    bewijs: Annotated[list[UUID], Field(max_length=MOST_AT_ONCE)] = []
    reden: str = ""


SentChoice = Annotated[Choice, Form()]


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


@router.post("/gegeven/kies")
def choose(request: Request, desk: Desk, actor: SignedInActor, chosen: SentChoice) -> Response:
    """Ask why, before anything happens to what was chosen."""
    require(actor, Action.REVOKE)
    if not chosen.bewijs:
        return RedirectResponse("/gegeven?klaar=niets", status_code=303)
    return _confirm_all(request, desk, actor, chosen)


@router.post("/gegeven/intrekken")
def withdraw_all(request: Request, desk: Desk, actor: SignedInActor, chosen: SentChoice) -> Response:
    """Withdraw all that was chosen, and tell what became of each."""
    require(actor, Action.REVOKE)
    if chosen.reden not in REASONS:
        return _confirm_all(request, desk, actor, chosen, problems=(NO_REASON,))
    reason = RevocationReason(chosen.reden)
    outcomes = revoke_all(desk, chosen.bewijs, actor=actor, reason=reason)
    view = views.SeveralDone(
        frame=frame_of(request),
        rows=tuple(_outcome(request, desk, actor, each) for each in outcomes),
        back_href="/gegeven",
    )
    return show(request, "intrekken-uitkomst", view)


def _confirm_all(
    request: Request,
    desk: IssuingDesk,
    actor: Actor,
    chosen: Choice,
    problems: Sequence[FieldProblem] = (),
) -> Response:
    view = views.WithdrawSeveral(
        frame=frame_of(request),
        rows=tuple(_chosen(find_given(desk, each, actor=actor)) for each in chosen.bewijs),
        action="/gegeven/intrekken",
        back_href="/gegeven",
        reasons=tuple(reason.value for reason in REASONS),
        hidden=tuple(("bewijs", str(each)) for each in chosen.bewijs),
        problems=shown(request, problems),
    )
    return show(request, "intrekken-meer", view)


def _chosen(given: Given) -> views.ChosenRow:
    return views.ChosenRow(title=given.facts.title or "", awarded=given.awarded.date(), name=given.facts.name)


def _outcome(request: Request, desk: IssuingDesk, actor: Actor, outcome: Outcome) -> views.ChosenRow:
    """Show what became of one; what is of another organisation has no name here."""
    problem = said_of(request, outcome.problem)
    if isinstance(outcome.problem, NotFoundError):
        return views.ChosenRow(title="", problem=problem)
    return replace(_chosen(find_given(desk, outcome.badge_id, actor=actor)), problem=problem)


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
