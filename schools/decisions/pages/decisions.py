"""The decisions of a school: the list, each with what it rests on, a second person, and deciding anew."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response

from issuers.errors import FieldProblem, FormError
from issuers.people.permissions import Action, may
from issuers.saying import Done, done_of, shown
from issuers.visiting import ConfirmVisit, Visit
from schools.decisions.addresses import address_of
from schools.decisions.asking import list_requests
from schools.decisions.besluit import OUTCOMES
from schools.decisions.confirming import confirm, give_back
from schools.decisions.deciding import revise
from schools.decisions.finding import (
    KeptFile,
    find_decision,
    find_evidence,
    list_decisions,
    list_evidence,
)
from schools.decisions.pages.plans import HERE as PLANS
from schools.decisions.pages.requests import SentDecision, typed_of
from schools.decisions.pages.rows import BACK, DECISIONS, STANDS, decision_rows, request_row
from schools.decisions.pages.showing import facts_of, work_to_weigh
from schools.decisions.rules import find_rule
from schools.decisions.since import gone_of
from schools.decisions.weighing import for_revision
from schools.decisions.words import DecisionState, Kind
from templates import views
from web.locale import language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = DECISIONS
ONE: Final = f"{HERE}/{{decision_id}}"
A_FILE: Final = f"{ONE}/bewijs/{{file_id}}"
DONE: Final[Done] = {
    "vast": {"nl": "Het is opgeschreven.", "en": "It is written down."},
    "bevestigd": {"nl": "Het is bevestigd en staat vast.", "en": "It is confirmed, and final."},
    "terug": {
        "nl": "Het is teruggegeven. Het heeft nooit gegolden.",
        "en": "It is given back. It never counted.",
    },
}
NOTHING: Final[Mapping[str, str]] = {}


@router.get(HERE)
def show_decisions(visit: ConfirmVisit) -> Response:
    """Show what was asked and waits, and what was decided."""
    view = views.decisions.DecisionList(
        frame=frame_of(visit.request),
        requests=tuple(map(request_row, list_requests(visit.desk, actor=visit.actor))),
        rows=decision_rows(visit, list_decisions(visit.desk, actor=visit.actor)),
        plans_href=PLANS,
        back_href=BACK,
    )
    return show(visit.request, "besluiten", view)


@router.get(ONE)
def show_decision(visit: ConfirmVisit, decision_id: UUID, klaar: str = "") -> Response:
    """Show one decision."""
    return _page(visit, decision_id, done=done_of(visit.request, klaar, done=DONE))


@router.post(f"{ONE}/bevestig")
def confirm_one(visit: ConfirmVisit, decision_id: UUID) -> Response:
    """Confirm it as a second person."""
    try:
        confirm(visit.desk, decision_id, actor=visit.actor)
    except FormError as error:
        return _page(visit, decision_id, problems=error.problems)
    return RedirectResponse(f"{HERE}/{decision_id}?klaar=bevestigd", status_code=303)


@router.post(f"{ONE}/terug")
def give_one_back(visit: ConfirmVisit, decision_id: UUID, waarom: Annotated[str, Form()] = "") -> Response:
    """Say that it is not right."""
    try:
        give_back(visit.desk, decision_id, waarom, actor=visit.actor)
    except FormError as error:
        return _page(visit, decision_id, typed={"waarom": waarom}, problems=error.problems)
    return RedirectResponse(f"{HERE}/{decision_id}?klaar=terug", status_code=303)


@router.get(f"{ONE}/herzien")
def ask_revision(visit: ConfirmVisit, decision_id: UUID) -> Response:
    """Ask for a new decision, in which nothing is chosen either."""
    rule = find_rule(visit.desk, visit.actor.organisation_id)
    typed = {"mandaat": rule.mandate if rule else "", "datum": visit.desk.clock.today().isoformat()}
    return _revising(visit, decision_id, typed=typed)


@router.post(f"{ONE}/herzien")
def take_revision(visit: ConfirmVisit, decision_id: UUID, sent: SentDecision) -> Response:
    """Write down the new decision."""
    try:
        made = revise(visit.desk, decision_id, sent, actor=visit.actor)
    except FormError as error:
        return _revising(visit, decision_id, typed=typed_of(sent), ticked=sent.weegt, problems=error.problems)
    return RedirectResponse(f"{HERE}/{made}?klaar=vast", status_code=303)


@router.get(A_FILE)
def give_file(visit: ConfirmVisit, decision_id: UUID, file_id: UUID) -> Response:
    """Give a file that it rests on, as it was taken in; its report, where the bytes were not kept."""
    kept = find_evidence(visit.desk, decision_id, file_id, actor=visit.actor)
    return _download(kept.raw, "bewijs.bin") if kept.raw is not None else _report(kept)


@router.get(f"{A_FILE}/verslag")
def give_report(visit: ConfirmVisit, decision_id: UUID, file_id: UUID) -> Response:
    """Give what the verifier said of it then."""
    return _report(find_evidence(visit.desk, decision_id, file_id, actor=visit.actor))


def _report(kept: KeptFile) -> Response:
    return _download(kept.report.encode(), "verslag.json", kind="application/json")


def _download(raw: bytes, name: str, *, kind: str = "application/octet-stream") -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(raw, media_type=kind, headers=headers)


def _page(
    visit: Visit,
    decision_id: UUID,
    *,
    typed: Mapping[str, str] = NOTHING,
    problems: Sequence[FieldProblem] = (),
    done: str | None = None,
) -> Response:
    known = find_decision(visit.desk, decision_id, actor=visit.actor)
    here, decides = f"{HERE}/{decision_id}", may(visit.actor, Action.DECIDE)
    waits, counts = known.state is DecisionState.WAITING, known.state is DecisionState.FINAL
    is_own = known.written_by == visit.actor.person_id
    files = list_evidence(visit.desk, decision_id, actor=visit.actor)
    gone = gone_of(visit.desk, known.besluit, candidate_id=known.candidate_id, actor=visit.actor)
    view = views.decisions.DecisionPage(
        frame=frame_of(visit.request),
        facts=facts_of(
            known.besluit,
            final=known.final,
            today=visit.desk.clock.today(),
            language=language_of(visit.request),
            gone=gone,
        ),
        state=known.state.value,
        is_shaken=bool(gone) and known.state in STANDS,
        by=known.besluit.by,
        written=known.written,
        confirmed_by=known.confirmed_by,
        confirmed=known.confirmed,
        given_back=known.given_back,
        sequence=known.sequence,
        is_bound=known.is_bound,
        files=tuple(_file(each, here=here) for each in files),
        is_with_badges=known.is_with_badges,
        link=address_of(visit.desk, known.token) if counts else None,
        revises_href=_href(known.besluit.revises),
        newer_href=_href(known.newer),
        newer_on=known.newer_on,
        waiting_href=_href(known.waiting),
        confirm_action=f"{here}/bevestig" if waits and decides and not is_own else None,
        give_back_action=f"{here}/terug" if waits and decides else None,
        revise_href=f"{here}/herzien" if counts and decides and not known.waiting else None,
        back_href=HERE,
        typed=typed,
        problems=shown(visit.request, problems),
        done=done,
    )
    return show(visit.request, "besluit", view)


def _href(decision_id: UUID | None) -> str | None:
    return f"{HERE}/{decision_id}" if decision_id else None


def _file(kept: KeptFile, *, here: str) -> views.decisions.KeptFileRow:
    own = f"{here}/bewijs/{kept.id}"
    return views.decisions.KeptFileRow(
        name=kept.name, report_href=f"{own}/verslag", href=own if kept.raw is not None else None
    )


def _revising(
    visit: Visit,
    decision_id: UUID,
    *,
    typed: Mapping[str, str],
    ticked: frozenset[str] = frozenset(),
    problems: Sequence[FieldProblem] = (),
) -> Response:
    known = find_decision(visit.desk, decision_id, actor=visit.actor)
    before, here = known.besluit, f"{HERE}/{decision_id}"
    is_member = may(visit.actor, Action.DECIDE)
    found = for_revision(visit.desk, before, candidate_id=known.candidate_id, actor=visit.actor)
    gone = gone_of(visit.desk, before, candidate_id=known.candidate_id, actor=visit.actor)
    view = views.decisions.DecisionForm(
        frame=frame_of(visit.request),
        name=before.student,
        title=before.title,
        code=before.code,
        plan=f"{before.plan_name}, v{before.plan_version}",
        asked=before.asked,
        asked_by=before.asked_by,
        is_advice=before.kind is Kind.ADVIES,
        is_part=before.is_part,
        is_revision=True,
        may_decide=known.state is DecisionState.FINAL and is_member,
        is_member=is_member,
        work=tuple(work_to_weigh(each, language=language_of(visit.request), gone=gone) for each in found),
        outcomes=tuple(each.value for each in OUTCOMES[before.kind]),
        action=f"{here}/herzien",
        withdraw_action=None,
        back_href=here,
        today=visit.desk.clock.today(),
        typed=typed,
        ticked=ticked,
        problems=shown(visit.request, problems),
    )
    return show(visit.request, "verzoek-besluit", view)
