"""Show a badge before it is given, and give it: step 3, after `choosing` and `writing`.

What was typed travels along in the forms until the badge is given: nothing of a person is kept before the
praktijkopleider decides, but a draft for work that was agreed, and nothing that was typed is lost.
"""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import Response
from starlette.requests import Request

from badges.catalogue.fields import field_of
from badges.errors import LintError, LintProblem
from badges.judgement import Judgement, SkillReference
from badges.moments import dutch_day
from badges.relatedresource import RelatedResource
from issuers.dependencies import Desk, SignedInActor
from issuers.desk import IssuingDesk
from issuers.erkenning.lapsing import find_lapsed
from issuers.errors import (
    ClockBehindError,
    FieldProblem,
    HoldingError,
    IssuersError,
    IssuingInterruptedError,
    JudgementError,
    KeyStoreError,
    OrganisationStoppedError,
    ProfielError,
    RegisterError,
    RevocationError,
    SelfCheckError,
)
from issuers.evidence.choosing import ChosenPhoto, list_chosen, with_chosen
from issuers.evidence.pages.showing import DONE
from issuers.holding.again import forget_given_again
from issuers.holding.holding import give as give_badge
from issuers.holding.known import list_waiting_for
from issuers.holding.pages.showing import after
from issuers.issuing.achievements import reference_to
from issuers.issuing.judging import read_judgement
from issuers.issuing.overview import find_given
from issuers.issuing.pages.beginning import begin_judged
from issuers.issuing.pages.step import NamedWork, SentStep, Step, entry_of
from issuers.issuing.pages.withdrawing import may_correct
from issuers.issuing.pages.writing import corrects, form, hindrance_of, origin
from issuers.issuing.reserving import Agreed, Occasion
from issuers.issuing.rules import find_rule
from issuers.organisations.founding import find_organisation
from issuers.people.permissions import Action, Actor, may, require
from issuers.posters.saying import find_saying, put_away
from issuers.publishing.keeping import keep_url
from issuers.publishing.showing import state_of
from issuers.saying import done_of
from issuers.werkplekprofiel.keeping import find_profiel
from issuers.werkplekprofiel.known import Standing
from templates import views
from templates.documents.badge import BadgePicture, badge_svg
from templates.documents.qr import qr_svg
from templates.showing import facts_of, picture_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

SEEN = {
    "nl": "Laat het bewijs eerst zien. Zet daarna dit vinkje.",
    "en": "Show the badge first. Then tick this box.",
}


OTHER_PHOTOS = {
    "nl": "De deelnemer koos intussen andere foto's. Kijk nog een keer samen wat erop komt.",
    "en": "The learner has chosen other photos meanwhile. Look together once more at what goes on it.",
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
    HoldingError,
    RevocationError,
)


@router.post("/uitreiken/{crebo}/{code}/bekijk")
def preview(step: SentStep) -> Response:
    """Show the badge before it is given, to look at together with the person."""
    try:
        return _preview(step, _read(step))
    except JudgementError as error:
        return form(step, problems=error.problems)


@router.get("/afspraken/{profiel_id}/bewijs/{crebo}/{code}")
def preview_judged(  # noqa: PLR0913, PLR0917 (each part of the address)
    request: Request, desk: Desk, actor: SignedInActor, work: NamedWork, profiel_id: UUID, klaar: str = ""
) -> Response:
    """Show at once the badge of what was just judged; where somebody wrote of it before, the form."""
    require(actor, Action.ISSUE)
    entry = entry_of(desk, work, of=profiel_id)
    filled = begin_judged(desk, profiel_id, entry=entry, actor=actor)
    step = Step(request=request, desk=desk, actor=actor, entry=entry, filled=filled)
    told = done_of(request, klaar, done=DONE)
    if filled.klad or not filled.zin:
        return form(step, done=told)
    try:
        return _preview(step, _read(step), done=told)
    except JudgementError as error:
        return form(step, problems=error.problems, done=told)


@router.post("/uitreiken/{crebo}/{code}/aanpassen")
def change(step: SentStep) -> Response:
    """Go back to the form, with everything that was typed."""
    return form(step)


@router.post("/uitreiken/{crebo}/{code}/geef")
def give(step: SentStep) -> Response:
    """Give the badge; the same form sent twice gives the same one badge."""
    try:
        judgement = _read(step)
    except JudgementError as error:
        return form(step, problems=error.problems)
    if set(step.filled.foto) != {token_of(each) for each in judgement.photos}:
        anew = replace(step, filled=step.filled.model_copy(update={"sleutel": ""}))
        return _preview(anew, judgement, unseen=OTHER_PHOTOS[step.language])
    if not step.filled.gelezen:
        return _preview(step, judgement, unseen=SEEN[step.language])
    key = _key(step)
    try:
        outcome = give_badge(
            step.desk, judgement, actor=step.actor, idempotency_key=key, occasion=_occasion(step)
        )
    except LintError as error:
        return form(step, problems=[_as_field_problem(each) for each in error.problems])
    except NOT_NOW as error:
        return _preview(step, judgement, because=error)
    if step.filled.melding and find_saying(step.desk, step.filled.melding, actor=step.actor):
        put_away(step.desk, step.filled.melding, actor=step.actor)
    if step.filled.eerder:
        forget_given_again(step.desk, key, actor=step.actor)
    return after(outcome)


@router.get("/gegeven/{badge_id}")
def done(request: Request, desk: Desk, actor: SignedInActor, badge_id: UUID) -> Response:
    """Show the QR code, large, so that the person can take the badge along."""
    given = find_given(desk, badge_id, actor=actor)
    to_keep = keep_url(desk, given.token)
    profiel_id = given.profiel_id if may(actor, Action.DRAFT) else None
    may_withdraw, may_issue = may(actor, Action.REVOKE) and given.revoked_at is None, may(actor, Action.ISSUE)
    view = views.issuing.Issued(
        frame=frame_of(request),
        title=given.facts.title or "",
        url=desk.addresses.badge(given.token),
        keep_url=to_keep,
        qr=qr_svg(to_keep, title="QR-code"),
        picture=badge_svg(picture_of(given.facts)),
        another_href=origin(profiel_id),
        is_agreed=profiel_id is not None,
        next=_next(desk, profiel_id, actor=actor) if profiel_id else None,
        name=given.facts.name,
        is_better=given.replaces is not None,
        state=state_of(given),
        since=dutch_day(given.revoked_at) if given.revoked_at else None,
        replaced_by_href=f"/gegeven/{given.replaced_by}" if given.replaced_by else None,
        card_href=f"/gegeven/{given.id}/kaart" if may_issue and given.revoked_at is None else None,
        correct_href=f"/gegeven/{given.id}/verbeteren" if may_correct(given, actor=actor) else None,
        withdraw_href=f"/gegeven/{given.id}/intrekken" if may_withdraw else None,
        erase_href=f"/gegeven/{given.id}/wissen" if may_issue else None,
    )
    return show(request, "uitreiken-klaar", view)


def _next(desk: IssuingDesk, profiel_id: UUID, *, actor: Actor) -> views.pieces.Link | None:
    """Lead on to the work of the agreement for which nothing was given yet."""
    known = find_profiel(desk, profiel_id, actor=actor)
    if known.standing is not Standing.AGREED:
        return None
    held = list_waiting_for(desk, profiel_id, actor=actor)
    todo = (goal.entry.werkproces for goal in known.goals if not goal.is_reached)
    found = next((each for each in todo if each.key not in held), None)
    if found is None:
        return None
    return views.pieces.Link(href=f"/afspraken/{profiel_id}/beoordeel/{found.key}", text=found.title)


def _key(step: Step) -> str:
    """Give the key that the form was shown with; else that of what it repeats, or a new one."""
    return step.filled.sleutel or step.filled.eerder or secrets.token_urlsafe(16)


def _occasion(step: Step) -> Occasion:
    """Say why the badge is given: in the place of another, for an agreement, or freely."""
    profiel_id = step.filled.afspraak
    return step.filled.correction or (Agreed(profiel_id) if profiel_id else None)


def _as_field_problem(problem: LintProblem) -> FieldProblem:
    """Tell beside the sentence why a badge may not be signed: it is the one text that can be put right."""
    return FieldProblem.of(problem, field="zin")


def _preview(
    step: Step,
    judgement: Judgement,
    *,
    unseen: str | None = None,
    because: IssuersError | None = None,
    done: str | None = None,
) -> Response:
    issuer = find_organisation(step.desk, step.actor.organisation_id).name
    named = [token_of(each) for each in judgement.photos]
    step = replace(step, filled=step.filled.model_copy(update={"foto": named}))
    werkproces = step.entry.werkproces
    picture = BadgePicture(title=werkproces.title, issuer=issuer, field=field_of(werkproces.crebo))
    rule = find_rule(step.desk, step.actor.organisation_id)
    view = views.issuing.IssuePreview(
        frame=frame_of(step.request),
        facts=facts_of(
            judgement,
            issuer=issuer,
            awarded=step.desk.clock.now(),
            catalogue=step.desk.catalogue,
            language=step.language,
        ),
        picture=badge_svg(picture),
        action=f"{step.path}/geef",
        edit_action=f"{step.path}/aanpassen",
        hidden=step.filled.hidden(key=_key(step)),
        problems=(views.pieces.Problem(field="gelezen", message=unseen),) if unseen else (),
        hindrance=hindrance_of(step.request, step.desk, step.actor, because),
        corrects=corrects(step),
        photos=tuple(_photo(step, each) for each in _chosen(step)),
        asks=rule.asks.value,
        undo_minutes=rule.undo_minutes,
        lapsed=find_lapsed(step.desk, step.work, actor=step.actor),
        done=done,
    )
    return show(step.request, "uitreiken-bekijk", view, because=because)


def _read(step: Step) -> Judgement:
    """Read the form against the werkproces that was chosen, with the photos that the recipient chose.

    Raises:
        JudgementError: with every problem of every field.
    """
    judgement = read_judgement(
        step.filled.judgement,
        werkproces=reference_to(step.entry, addresses=step.desk.addresses),
        skills={
            skill.uri: SkillReference(uri=skill.uri, label=skill.label)
            for skill in step.entry.kwalificatie.suggested_skills
        },
        today=step.desk.clock.today(),
    )
    return with_chosen(
        step.desk, judgement, profiel_id=step.filled.afspraak, organisation_id=step.actor.organisation_id
    )


def token_of(cited: RelatedResource) -> str:
    """Give the end of the address of a photo, by which the form names it."""
    return cited.id.rpartition("/")[2]


def _chosen(step: Step) -> Sequence[ChosenPhoto]:
    """Give the photos that the recipient wants with it: who signs adds none."""
    if step.filled.afspraak is None:
        return ()
    return list_chosen(step.desk, step.filled.afspraak, step.work, actor=step.actor)


def _photo(step: Step, chosen: ChosenPhoto) -> views.evidence.Photo:
    width, height = chosen.size
    href = f"/afspraken/{step.filled.afspraak}/verzameld/{chosen.evidence_id}/foto"
    return views.evidence.Photo(href=href, width=width, height=height)
