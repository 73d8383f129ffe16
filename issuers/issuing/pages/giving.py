"""Give a badge in three steps that work without JavaScript: choose, write, show and give.

What was typed travels along in the forms until the badge is given, so nothing of a person is kept
before the praktijkopleider decides, and nothing that was typed is lost.
"""

import secrets
from collections.abc import Sequence
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from badges.catalogue.fields import field_of
from badges.catalogue.model import Entry
from badges.catalogue.plain import plain_text
from badges.errors import LintError, LintProblem
from badges.judgement import Judgement, SkillReference
from issuers.dependencies import Desk, SignedInActor
from issuers.desk import IssuingDesk
from issuers.errors import (
    ClockBehindError,
    FieldProblem,
    IssuersError,
    IssuingInterruptedError,
    JudgementError,
    KeyStoreError,
    OrganisationStoppedError,
    ProfielError,
    RegisterError,
    SelfCheckError,
)
from issuers.issuing.achievements import werkproces_reference
from issuers.issuing.issuing import IssuedBadge, issue, issue_agreed
from issuers.issuing.judging import read_judgement
from issuers.issuing.overview import find_given, used_before
from issuers.issuing.pages.step import ChosenEntry, GivingForm, SentStep, Step, form_path
from issuers.issuing.pages.tiles import kwalificatie_tiles, search_outcome, skill_options, tile
from issuers.organisations.founding import crebos_of, find_organisation
from issuers.organisations.standing import stopped_because
from issuers.people.members import name_beheerders
from issuers.people.permissions import Action, Actor, may, require
from issuers.saying import hindered, shown
from issuers.werkplekprofiel.keeping import find_profiel
from templates import views
from templates.documents.badge import BadgePicture, badge_svg
from templates.documents.qr import qr_svg
from templates.showing import picture_of, shown_skill
from web.locale import Language, language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

SEEN = {
    "nl": "Laat het bewijs eerst zien. Zet daarna dit vinkje.",
    "en": "Show the badge first. Then tick this box.",
}


# What is not about the badge: it is shown again, with everything that was typed and the same key.
NOT_NOW = (
    RegisterError,
    IssuingInterruptedError,
    ClockBehindError,
    KeyStoreError,
    SelfCheckError,
    OrganisationStoppedError,
    ProfielError,
)


@router.get("/uitreiken")
def choose(request: Request, desk: Desk, actor: SignedInActor, zoek: str = "") -> Response:
    """Choose the werkproces: used before, this organisation's kwalificaties, or search."""
    require(actor, Action.ISSUE)
    language, query = language_of(request), zoek.strip()
    organisation = find_organisation(desk, actor.organisation_id)
    view = views.IssueStart(
        frame=frame_of(request),
        organisation=organisation.name,
        search_action="/uitreiken",
        used_before=_used_before(desk, actor, language=language),
        kwalificaties=_own_kwalificaties(desk, actor, language=language),
        search=search_outcome(desk.catalogue.search(query), query=query, href=form_path, language=language)
        if query
        else None,
        all_href="/werkprocessen",
        hindrance=_hindrance(request, desk, actor, stopped_because(organisation)),
    )
    return show(request, "uitreiken-kies", view)


@router.get("/uitreiken/{crebo}/{code}")
def write(
    request: Request, desk: Desk, actor: SignedInActor, entry: ChosenEntry, afspraak: UUID | None = None
) -> Response:
    """Write down what the person did; for an agreement, under the name that the person chose there."""
    require(actor, Action.ISSUE)
    filled = _agreed(desk, afspraak, actor=actor) if afspraak else GivingForm()
    return _form(Step(request=request, desk=desk, actor=actor, entry=entry, filled=filled))


@router.post("/uitreiken/{crebo}/{code}/bekijk")
def preview(step: SentStep) -> Response:
    """Show the badge before it is given, to look at together with the person."""
    try:
        return _preview(step, _read(step))
    except JudgementError as error:
        return _form(step, problems=error.problems)


@router.post("/uitreiken/{crebo}/{code}/aanpassen")
def change(step: SentStep) -> Response:
    """Go back to the form, with everything that was typed."""
    return _form(step)


@router.post("/uitreiken/{crebo}/{code}/geef")
def give(step: SentStep) -> Response:
    """Give the badge; the same form sent twice gives the same one badge."""
    try:
        judgement = _read(step)
    except JudgementError as error:
        return _form(step, problems=error.problems)
    if not step.filled.gelezen:
        return _preview(step, judgement, unseen=SEEN[step.language])
    key = step.filled.sleutel or secrets.token_urlsafe(16)
    try:
        issued = _issue(step, judgement, key=key)
    except LintError as error:
        return _form(step, problems=[_as_field_problem(each) for each in error.problems])
    except NOT_NOW as error:
        return _preview(step, judgement, because=error)
    return RedirectResponse(f"/gegeven/{issued.id}", status_code=303)


@router.get("/gegeven/{badge_id}")
def done(request: Request, desk: Desk, actor: SignedInActor, badge_id: UUID) -> Response:
    """Show the QR code, large, so that the person can take the badge along."""
    given = find_given(desk, badge_id, actor=actor)
    url = desk.addresses.badge(given.token)
    profiel_id = given.profiel_id if may(actor, Action.DRAFT) else None
    view = views.Issued(
        frame=frame_of(request),
        title=given.facts.title or "",
        url=url,
        qr=qr_svg(url, title="QR-code"),
        picture=badge_svg(picture_of(given.facts)),
        another_href=_origin(profiel_id),
        is_agreed=profiel_id is not None,
        name=given.facts.name,
    )
    return show(request, "uitreiken-klaar", view)


def _agreed(desk: IssuingDesk, profiel_id: UUID, *, actor: Actor) -> GivingForm:
    """Begin the form with what was agreed: the name that was chosen, and the first day if it has come."""
    agreed = find_profiel(desk, profiel_id, actor=actor)
    has_begun = agreed.start <= desk.clock.now().date()
    return GivingForm(
        afspraak=profiel_id,
        naam=agreed.chosen_name or "",
        van=agreed.start.isoformat() if has_begun else "",
    )


def _issue(step: Step, judgement: Judgement, *, key: str) -> IssuedBadge:
    """Issue it, for an agreement if the form is for one.

    Raises:
        IssuersError, LintError: as `issue` and `issue_agreed`.
    """
    desk, actor, profiel_id = step.desk, step.actor, step.filled.afspraak
    if profiel_id is None:
        return issue(desk, judgement, actor=actor, idempotency_key=key)
    return issue_agreed(desk, judgement, profiel_id=profiel_id, actor=actor, idempotency_key=key)


def _form(step: Step, *, problems: Sequence[FieldProblem] = ()) -> Response:
    stopped = stopped_because(find_organisation(step.desk, step.actor.organisation_id))
    view = views.IssueForm(
        frame=frame_of(step.request),
        chosen=_chosen(step.entry, language=step.language),
        action=f"{step.path}/bekijk",
        back_href=_origin(step.filled.afspraak),
        today=step.desk.clock.now().date(),
        typed=step.filled.typed,
        problems=shown(step.request, problems),
        skills=skill_options(step.entry.kwalificatie.suggested_skills, language=step.language),
        hindrance=_hindrance(step.request, step.desk, step.actor, stopped),
        hidden=step.filled.agreed,
    )
    return show(step.request, "uitreiken-schrijf", view)


def _origin(profiel_id: UUID | None) -> str:
    """Give the page from which a badge is given: that of an agreement, or the choice of all work."""
    return f"/afspraken/{profiel_id}" if profiel_id else "/uitreiken"


def _as_field_problem(problem: LintProblem) -> FieldProblem:
    """Tell beside the sentence why a badge may not be signed: it is the one text that can be put right."""
    return FieldProblem.of(problem, field="zin")


def _preview(
    step: Step, judgement: Judgement, *, unseen: str | None = None, because: IssuersError | None = None
) -> Response:
    issuer = find_organisation(step.desk, step.actor.organisation_id).name
    werkproces = step.entry.werkproces
    picture = BadgePicture(title=werkproces.title, issuer=issuer, field=field_of(werkproces.crebo))
    view = views.IssuePreview(
        frame=frame_of(step.request),
        facts=_facts(judgement, entry=step.entry, issuer=issuer, language=step.language),
        picture=badge_svg(picture),
        action=f"{step.path}/geef",
        edit_action=f"{step.path}/aanpassen",
        hidden=step.filled.hidden(key=step.filled.sleutel or secrets.token_urlsafe(16)),
        problems=(views.Problem(field="gelezen", message=unseen),) if unseen else (),
        hindrance=_hindrance(step.request, step.desk, step.actor, because),
    )
    return show(step.request, "uitreiken-bekijk", view, because=because)


def _hindrance(
    request: Request, desk: IssuingDesk, actor: Actor, problem: IssuersError | None
) -> views.Hindrance | None:
    """Say why nothing can be given now; where the organisation was stopped, its beheerders know more."""
    is_stopped = isinstance(problem, OrganisationStoppedError)
    return hindered(request, problem, helpers=name_beheerders(desk, actor) if is_stopped else ())


def _read(step: Step) -> Judgement:
    """Read the form against the werkproces that was chosen.

    Raises:
        JudgementError: with every problem of every field.
    """
    werkproces = step.entry.werkproces
    return read_judgement(
        step.filled.judgement,
        werkproces=werkproces_reference(step.desk, werkproces.crebo, code=werkproces.code),
        skills={
            skill.uri: SkillReference(uri=skill.uri, label=skill.label)
            for skill in step.entry.kwalificatie.suggested_skills
        },
        today=step.desk.clock.now().date(),
    )


def _facts(judgement: Judgement, *, entry: Entry, issuer: str, language: Language) -> views.Facts:
    plain = plain_text(entry.werkproces, language=language)
    return views.Facts(
        title=judgement.werkproces.title,
        issuer=issuer,
        sentence=plain.sentence if plain else None,
        name=judgement.name,
        narrative=judgement.narrative,
        start=judgement.start,
        end=judgement.end,
        independence=judgement.independence,
        role=judgement.role,
        leervorm=judgement.leervorm,
        skills=tuple(
            shown_skill(skill.uri, label=skill.label, language=language) for skill in judgement.skills
        ),
        werkproces_code=judgement.werkproces.code,
        kwalificatie=judgement.werkproces.kwalificatie,
    )


def _chosen(entry: Entry, *, language: Language) -> views.ChosenWerkproces:
    werkproces, plain = entry.werkproces, plain_text(entry.werkproces, language=language)
    return views.ChosenWerkproces(
        crebo=werkproces.crebo,
        code=werkproces.code,
        title=werkproces.title,
        kwalificatie=entry.kwalificatie.name,
        field=field_of(werkproces.crebo),
        href=f"/werkprocessen/{werkproces.crebo}/{werkproces.code}/{entry.digest}",
        sentence=plain.sentence if plain else None,
        explanation=plain.explanation if plain else None,
    )


def _used_before(desk: IssuingDesk, actor: Actor, *, language: Language) -> tuple[views.Tile, ...]:
    entries = used_before(desk, organisation_id=actor.organisation_id)
    return tuple(
        tile(each.werkproces, href=form_path, below=each.kwalificatie.name, language=language)
        for each in entries
    )


def _own_kwalificaties(
    desk: IssuingDesk, actor: Actor, *, language: Language
) -> tuple[views.KwalificatieTiles, ...]:
    """Show those that the organisation chose; a newer catalogue may not have one of them any more."""
    chosen = crebos_of(desk, actor.organisation_id)
    return tuple(
        kwalificatie_tiles(each, href=form_path, language=language)
        for each in desk.catalogue.kwalificaties
        if each.crebo in chosen
    )
