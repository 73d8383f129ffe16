"""Write down that somebody asks for an exemption, and decide on it."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Form
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel
from starlette.requests import Request

from issuers.errors import FieldProblem, FormError
from issuers.people.permissions import Action, may
from issuers.saying import Done, done_of, shown
from issuers.visiting import ConfirmVisit, Visit
from schools.decisions.asking import (
    KnownRequest,
    TypedRequest,
    ask,
    find_request,
    list_requests,
    withdraw,
)
from schools.decisions.besluit import OUTCOMES
from schools.decisions.deciding import decide
from schools.decisions.doubling import list_same
from schools.decisions.loading import KnownPlan, find_plan, list_plans
from schools.decisions.pages.plans import HERE as PLANS
from schools.decisions.pages.plans import shown_part
from schools.decisions.pages.rows import BACK, DECISIONS, decided_on, request_row
from schools.decisions.pages.showing import work_to_weigh
from schools.decisions.rules import find_rule
from schools.decisions.typed import WHY, TypedDecision
from schools.decisions.weighing import to_weigh
from schools.decisions.words import Kind, RequestState
from schools.importing.candidates import find_candidate
from templates import views
from web.locale import language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = f"{BACK}/{{candidate_id}}/verzoek"
ONE: Final = f"{HERE}/{{request_id}}"
FIELDS: Final = ("uitkomst", "vergadering", "datum", "mandaat", "leden", "motivering", "reden")
DONE: Final[Done] = {
    "hoeft-niet": {
        "nl": "Het staat erbij: dit verzoek hoeft niet meer.",
        "en": "It is noted: this request is no longer needed.",
    },
}


class SentRequest(BaseModel):
    """Hold what was sent; `deel` names an examenonderdeel and a werkproces.

    `toch` is the examenonderdeel of which who sends it was told that it was asked already.
    """

    plan: UUID
    onderdeel: str = ""
    deel: list[str] = []
    ingeschreven: str = ""
    wie: str = ""
    datum: str = ""
    mail: str = ""
    toch: str = ""

    @property
    def typed(self) -> TypedRequest:
        """Give what was typed; a part of another examenonderdeel keeps its name: it is not of this."""
        own = f"{self.onderdeel} "
        keys = tuple(each.removeprefix(own) for each in self.deel)
        return TypedRequest(
            onderdeel=self.onderdeel,
            deel=keys,
            ingeschreven=self.ingeschreven,
            wie=self.wie,
            datum=self.datum,
            mail=self.mail,
        )


async def sent_decision(request: Request) -> TypedDecision:
    """Give what was filled in, of which some fields are named after the work."""
    form = await request.form()
    fields = {name: value for name, value in form.items() if isinstance(value, str)}
    return TypedDecision(
        **{name: fields.get(name, "") for name in FIELDS},
        weegt=frozenset(each for each in form.getlist("weegt") if isinstance(each, str)),
        waarom={name.removeprefix(WHY): value for name, value in fields.items() if name.startswith(WHY)},
    )


SentDecision = Annotated[TypedDecision, Depends(sent_decision)]


@router.get(HERE)
def ask_request(
    visit: ConfirmVisit, candidate_id: UUID, plan: UUID | None = None, klaar: str = ""
) -> Response:
    """Ask what the request is about: first under which plan."""
    return _form(visit, candidate_id, plan_id=plan, done=done_of(visit.request, klaar, done=DONE))


@router.post(HERE)
def take_request(visit: ConfirmVisit, candidate_id: UUID, sent: Annotated[SentRequest, Form()]) -> Response:
    """Write it down, and go to it; first tell what runs for the same, if anything does."""
    same = list_same(visit.desk, candidate_id, sent.plan, sent.typed, actor=visit.actor)
    if same and sent.toch != sent.onderdeel:
        return _form(visit, candidate_id, plan_id=sent.plan, sent=sent, same=same)
    try:
        request_id = ask(visit.desk, candidate_id, sent.plan, sent.typed, actor=visit.actor)
    except FormError as error:
        return _form(visit, candidate_id, plan_id=sent.plan, sent=sent, same=same, problems=error.problems)
    return RedirectResponse(f"{BACK}/{candidate_id}/verzoek/{request_id}", status_code=303)


@router.get(ONE)
def show_request(visit: ConfirmVisit, candidate_id: UUID, request_id: UUID) -> Response:
    """Show what there is to weigh; who decides finds the form, in which nothing is chosen."""
    rule = find_rule(visit.desk, visit.actor.organisation_id)
    typed = {"mandaat": rule.mandate if rule else "", "datum": visit.desk.clock.today().isoformat()}
    return _deciding(visit, candidate_id, request_id, typed=typed)


@router.post(ONE)
def take_decision(visit: ConfirmVisit, candidate_id: UUID, request_id: UUID, sent: SentDecision) -> Response:
    """Write down what was decided."""
    try:
        made = decide(visit.desk, request_id, sent, candidate_id=candidate_id, actor=visit.actor)
    except FormError as error:
        return _deciding(
            visit,
            candidate_id,
            request_id,
            typed=typed_of(sent),
            ticked=sent.weegt,
            problems=error.problems,
        )
    return RedirectResponse(f"{DECISIONS}/{made}?klaar=vast", status_code=303)


@router.post(f"{ONE}/hoeft-niet")
def drop_request(visit: ConfirmVisit, candidate_id: UUID, request_id: UUID) -> Response:
    """Write down that it is no longer needed."""
    here = f"{BACK}/{candidate_id}/verzoek"
    try:
        withdraw(visit.desk, request_id, candidate_id=candidate_id, actor=visit.actor)
    except FormError as error:
        return _deciding(visit, candidate_id, request_id, typed={}, problems=error.problems)
    return RedirectResponse(f"{here}?klaar=hoeft-niet", status_code=303)


def typed_of(sent: TypedDecision) -> Mapping[str, str]:
    """Give what was typed, by the names of the inputs."""
    whys = {f"{WHY}{key}": text for key, text in sent.waarom.items()}
    return {name: getattr(sent, name) for name in FIELDS} | whys


def _form(  # noqa: PLR0913 - a form comes back with all that was sent
    visit: Visit,
    candidate_id: UUID,
    *,
    plan_id: UUID | None,
    sent: SentRequest | None = None,
    same: Sequence[KnownRequest] = (),
    problems: Sequence[FieldProblem] = (),
    done: str | None = None,
) -> Response:
    candidate = find_candidate(visit.desk, candidate_id, actor=visit.actor)
    plan = find_plan(visit.desk, plan_id, actor=visit.actor) if plan_id else None
    today = visit.desk.clock.today()
    fresh = {"wie": candidate.name, "datum": today.isoformat()}
    here = f"{BACK}/{candidate_id}/verzoek"
    view = views.decisions.RequestForm(
        frame=frame_of(visit.request),
        name=candidate.name,
        plans=tuple(_newest(list_plans(visit.desk, actor=visit.actor))),
        plan=_option(plan) if plan else None,
        parts=tuple(map(shown_part, plan.parts)) if plan else (),
        requests=tuple(
            map(request_row, list_requests(visit.desk, actor=visit.actor, candidate_id=candidate_id))
        ),
        choose_action=here,
        action=here,
        plans_href=PLANS,
        back_href=f"{BACK}/{candidate_id}",
        today=today,
        asks_mail=visit.desk.sends_mail,
        typed=sent.model_dump(include={"onderdeel", "ingeschreven", "wie", "datum", "mail"})
        if sent
        else fresh,
        ticked=frozenset(sent.deel) if sent else frozenset(),
        same=tuple(map(request_row, same)),
        problems=shown(visit.request, problems),
        done=done,
    )
    return show(visit.request, "verzoek", view)


def _newest(plans: Sequence[KnownPlan]) -> list[views.plans.PlanOption]:
    """Offer of each plan the newest version; the list gives that first."""
    newest: dict[tuple[str, str], KnownPlan] = {}
    for each in plans:
        newest.setdefault((each.crebo, each.name), each)
    return [*map(_option, newest.values())]


def _option(plan: KnownPlan) -> views.plans.PlanOption:
    return views.plans.PlanOption(value=str(plan.id), title=f"{plan.name} ({plan.crebo}), v{plan.version}")


def _deciding(  # noqa: PLR0913 - a form comes back with all that was sent
    visit: Visit,
    candidate_id: UUID,
    request_id: UUID,
    *,
    typed: Mapping[str, str],
    ticked: frozenset[str] = frozenset(),
    problems: Sequence[FieldProblem] = (),
) -> Response:
    known = find_request(visit.desk, request_id, candidate_id=candidate_id, actor=visit.actor)
    found = to_weigh(
        visit.desk, known.work, crebo=known.plan.crebo, candidate_id=candidate_id, actor=visit.actor
    )
    here = f"{BACK}/{candidate_id}/verzoek"
    is_open, is_member = known.state is RequestState.OPEN, may(visit.actor, Action.DECIDE)
    view = views.decisions.DecisionForm(
        frame=frame_of(visit.request),
        name=known.name,
        title=known.onderdeel.title,
        code=known.onderdeel.code,
        plan=f"{known.plan.name}, v{known.plan.version}",
        asked=known.asked,
        asked_by=known.asked_by,
        is_advice=known.kind is Kind.ADVIES,
        is_part=known.is_part,
        is_revision=False,
        may_decide=is_open and is_member,
        is_member=is_member,
        state=known.state.value,
        decisions=() if is_open else decided_on(visit, candidate_id, request_id),
        work=tuple(work_to_weigh(each, language=language_of(visit.request)) for each in found),
        outcomes=tuple(each.value for each in OUTCOMES[known.kind]),
        action=f"{here}/{request_id}",
        withdraw_action=f"{here}/{request_id}/hoeft-niet" if is_open else None,
        back_href=here,
        today=visit.desk.clock.today(),
        mail=known.mail if visit.desk.sends_mail else None,
        typed=typed,
        ticked=ticked,
        problems=shown(visit.request, problems),
    )
    return show(visit.request, "verzoek-besluit", view)
