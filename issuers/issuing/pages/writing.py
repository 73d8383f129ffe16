"""The form on which is written what somebody did: step 2 of giving a badge.

For work that was agreed, what is written can be kept as a draft, and somebody else can go on from it.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from badges.catalogue.fields import field_of
from badges.catalogue.model import Entry
from badges.catalogue.plain import plain_text
from badges.moments import dutch_day
from issuers.assessing.keeping import list_assessments
from issuers.dependencies import Desk, SignedInActor
from issuers.desk import IssuingDesk
from issuers.drafts.keeping import Writing, find_draft, keep_draft
from issuers.errors import (
    FieldProblem,
    IssuersError,
    JudgementError,
    NotFoundError,
    OrganisationStoppedError,
    OtherWorkError,
)
from issuers.evidence.collectors import Member
from issuers.evidence.pages.showing import DONE, Collecting, beside
from issuers.going import stopped_because
from issuers.issuing.correcting import list_under_other_name
from issuers.issuing.overview import Given, find_given
from issuers.issuing.pages.beginning import Start, begin
from issuers.issuing.pages.step import DraftStep, GivingForm, NamedWork, Step, entry_of
from issuers.issuing.pages.tiles import skill_options
from issuers.issuing.replacing import LEADS_ON, Correction
from issuers.issuing.tables import CorrectionKind
from issuers.organisations.founding import find_organisation
from issuers.people.members import name_beheerders
from issuers.people.permissions import Action, Actor, may, require
from issuers.saying import done_of, hindered, shown
from issuers.werkplekprofiel.keeping import find_profiel
from templates import views
from templates.documents.qr import qr_svg
from web.locale import Language
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)


@router.get("/uitreiken/{crebo}/{code}")
def write(
    request: Request, desk: Desk, actor: SignedInActor, work: NamedWork, start: Annotated[Start, Query()]
) -> Response:
    """Write down what the person did; for an agreement, under the name that the person chose there."""
    require(actor, Action.DRAFT if start.afspraak and not start.verbetert else Action.ISSUE)
    entry = entry_of(desk, work, of=start.afspraak or start.verbetert or start.opnieuw)
    filled = begin(desk, start, entry=entry, actor=actor)
    done = done_of(request, start.klaar, done=DONE)
    return form(Step(request=request, desk=desk, actor=actor, entry=entry, filled=filled), done=done)


@router.post("/uitreiken/{crebo}/{code}/bewaar")
def keep(step: DraftStep) -> Response:
    """Keep what was written so far, to go on later or by somebody else."""
    if step.filled.afspraak is None:
        raise NotFoundError
    writing = Writing(typed=step.filled.judgement, seen=step.filled.klad)
    try:
        keep_draft(step.desk, step.filled.afspraak, step.work, written=writing, actor=step.actor)
    except JudgementError as error:
        return form(_having_seen(step), problems=error.problems)
    return RedirectResponse(f"{origin(step.filled.afspraak)}?klaar=bewaard", status_code=303)


@router.post("/uitreiken/{crebo}/{code}/overnemen")
def take_over(step: DraftStep) -> Response:
    """Begin the sentence with what was judged last, before what was typed; it can be changed."""
    if step.filled.afspraak is None:
        raise NotFoundError
    by = Member(actor=step.actor, profiel_id=step.filled.afspraak)
    judged = list_assessments(step.desk, step.work, by=by)
    parts = (*(each.text for each in judged[:1]), step.filled.zin.strip())
    filled = step.filled.model_copy(update={"zin": "\n".join(filter(None, parts))})
    return form(replace(step, filled=filled))


def form(step: Step, *, problems: Sequence[FieldProblem] = (), done: str | None = None) -> Response:
    """Show the form with what was typed, and what is wrong with it."""
    step, agreed_name = _under_chosen_name(step)
    stopped = stopped_because(find_organisation(step.desk, step.actor.organisation_id)) or _unagreed(step)
    view = views.issuing.IssueForm(
        frame=frame_of(step.request),
        chosen=_chosen(step.entry, language=step.language),
        action=f"{step.path}/bekijk",
        back_href=back_from(step.filled),
        today=step.desk.clock.today(),
        typed=step.filled.typed,
        problems=shown(step.request, problems),
        skills=skill_options(step.entry.kwalificatie.suggested_skills, language=step.language),
        hindrance=hindrance_of(step.request, step.desk, step.actor, stopped),
        hidden=step.filled.occasion,
        agreed_name=agreed_name,
        keep_action=f"{step.path}/bewaar" if step.filled.afspraak and not step.filled.verbetert else None,
        corrects=corrects(step),
        gives=may(step.actor, Action.ISSUE),
        beside=_beside(step),
        done=done,
    )
    return show(step.request, "uitreiken-schrijf", view)


def _unagreed(step: Step) -> OtherWorkError | None:
    """Say at once that the work does not stand in the agreement; what is put right perhaps never did."""
    if step.filled.afspraak is None or step.filled.verbetert:
        return None
    known = find_profiel(step.desk, step.filled.afspraak, actor=step.actor)
    return None if step.work in {goal.key for goal in known.goals} else OtherWorkError()


def _under_chosen_name(step: Step) -> tuple[Step, views.issuing.AgreedName | None]:
    """Fill in the name as its recipient chose it by now, and show where he chooses it."""
    if step.filled.afspraak is None:
        return step, None
    known = find_profiel(step.desk, step.filled.afspraak, actor=step.actor)
    url = step.desk.addresses.werkplekprofiel(known.token)
    others = list_under_other_name(step.desk, known, actor=step.actor)
    filled = step.filled.model_copy(update={"naam": known.chosen_name or ""})
    shown_name = views.issuing.AgreedName(
        url=url,
        qr=qr_svg(url, title="QR-code"),
        again_action=f"{step.path}/aanpassen",
        others=tuple(_other_name(each) for each in others if each.id != filled.verbetert),
    )
    return replace(step, filled=filled), shown_name


def _other_name(given: Given) -> views.issuing.OtherName:
    form = f"/gegeven/{given.id}/verbeteren?fout={CorrectionKind.SCHRIJFFOUT.value}"
    return views.issuing.OtherName(title=given.facts.title or "", name=given.facts.name, href=form)


def _beside(step: Step) -> views.evidence.Beside | None:
    """Show what was judged and collected of work that was agreed, beside what is written of it."""
    if step.filled.afspraak is None:
        return None
    known = find_profiel(step.desk, step.filled.afspraak, actor=step.actor)
    at = Collecting.of_member(step.request, step.desk, known, actor=step.actor)
    if step.work not in {goal.key for goal in known.goals}:
        return None
    found = beside(at, step.work)
    judged = next(("\n".join(each.texts.values()) for each in found.assessments), "")
    is_new = judged not in step.filled.zin.replace("\r", "")
    return replace(found, take_over_action=f"{step.path}/overnemen") if is_new else found


def back_from(filled: GivingForm) -> str:
    """Give the page from which the form was opened."""
    return f"/gegeven/{filled.verbetert}/verbeteren" if filled.verbetert else origin(filled.afspraak)


def corrects(step: Step) -> views.pieces.Corrects | None:
    """Show which badge is put right, if one is.

    Raises:
        PermissionDeniedError: the actor may not put it right.
        NotFoundError: the organisation has no such badge.
    """
    correction = step.filled.correction
    return shown_correction(step.desk, correction, actor=step.actor) if correction else None


def shown_correction(desk: IssuingDesk, correction: Correction, *, actor: Actor) -> views.pieces.Corrects:
    """Show which badge is put right, and whether it leads on.

    Raises:
        PermissionDeniedError: the actor may not put it right.
        NotFoundError: the organisation has no such badge.
    """
    old = find_given(desk, correction.badge_id, actor=actor)
    leads_on = correction.kind in LEADS_ON
    return views.pieces.Corrects(
        title=old.facts.title or "", awarded=dutch_day(old.awarded), leads_on=leads_on
    )


def origin(profiel_id: UUID | None) -> str:
    """Give the page from which a badge is given: that of an agreement, or the choice of all work."""
    return f"/afspraken/{profiel_id}" if profiel_id else "/uitreiken"


def hindrance_of(
    request: Request, desk: IssuingDesk, actor: Actor, problem: IssuersError | None
) -> views.pieces.Hindrance | None:
    """Say why nothing can be given now; where the organisation was stopped, its beheerders know more."""
    is_stopped = isinstance(problem, OrganisationStoppedError)
    return hindered(request, problem, helpers=name_beheerders(desk, actor) if is_stopped else ())


def _having_seen(step: Step) -> Step:
    """Go on from what stands there now: whoever keeps it after this saw it."""
    profiel_id = step.filled.afspraak
    draft = find_draft(step.desk, profiel_id, step.work, actor=step.actor) if profiel_id else None
    return replace(step, filled=step.filled.model_copy(update={"klad": draft.version if draft else 0}))


def _chosen(entry: Entry, *, language: Language) -> views.issuing.ChosenWerkproces:
    werkproces, plain = entry.werkproces, plain_text(entry.werkproces, language=language)
    return views.issuing.ChosenWerkproces(
        crebo=werkproces.crebo,
        code=werkproces.code,
        title=werkproces.title,
        kwalificatie=entry.kwalificatie.name,
        field=field_of(werkproces.crebo),
        href=f"/werkprocessen/{werkproces.crebo}/{werkproces.code}/{entry.digest}",
        sentence=plain.sentence if plain else None,
        explanation=plain.explanation if plain else None,
    )
