"""What a school sees of its pupils at a workplace: the list, one pupil, and confirming a badge."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response

from badges.errors import LintError
from issuers.errors import (
    FieldProblem,
    FormError,
    OrganisationStoppedError,
    VerklaringError,
)
from issuers.evidence.schooling import find_seen_photo
from issuers.identifiers import public_token
from issuers.organisations.founding import find_organisation
from issuers.praktijkverklaring.asking import Question, asked_by_us
from issuers.praktijkverklaring.confirming import confirm
from issuers.praktijkverklaring.giving import Choice, give, read_mbo_day
from issuers.praktijkverklaring.hindering import is_for_mbo
from issuers.praktijkverklaring.offering import Candidate, Offer, find_offer, waiting_for
from issuers.praktijkverklaring.pages.collected import Items, collected_for, without_badge
from issuers.saying import Done, done_of, shown
from issuers.visiting import ConfirmVisit, Visit
from templates import views
from templates.showing import field_of_facts, shown_facts
from web.locale import language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = "/school"
DONE: Final[Done] = {
    "bevestigd": {
        "nl": "Het is bevestigd. Wie het bewijs opent of controleert, ziet dat.",
        "en": "It is confirmed. Whoever opens or checks the badge sees that.",
    },
    "gevraagd": {"nl": "Je vraag staat bij het leerbedrijf.", "en": "The leerbedrijf has your question."},
    "nagekeken": {"nl": "Het staat opgeschreven.", "en": "It is written down."},
    "gegeven": {
        "nl": "Het is gegeven. Open de verklaring en laat de leerling de QR-code scannen.",
        "en": "It is given. Open it and let the learner scan the QR code.",
    },
}
NOTHING_CHOSEN: Final = FieldProblem(
    "bewijs", "missing", "Kies minstens 1 werkproces.", "Choose at least one werkproces."
)
_KNOWN: Final = {
    "bevestigd": views.Recognition.CONFIRMED,
    "zelf-verklaard": views.Recognition.DECLARED,
    "onbekend": views.Recognition.UNKNOWN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """Hold what was sent with the form: what was ticked, the day that was typed, and which form it was."""

    badges: frozenset[UUID]
    day: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Hold what stands beside the badges: what the school asked, and what the pupil lets it see."""

    asked: Sequence[Question]
    items: Items


@router.get(HERE)
def show_pupils(visit: ConfirmVisit) -> Response:
    """Show whose school this is, and how many badges wait."""
    view = views.SchoolList(
        frame=frame_of(visit.request),
        organisation=visit.organisation.name,
        rows=tuple(
            views.SchoolRow(
                name=each.profiel.name,
                leerbedrijf=find_organisation(visit.desk, each.profiel.leerbedrijf_id).name,
                badges=sum(not badge.is_revoked for badge in each.profiel.badges),
                waiting=each.waiting,
                href=f"{HERE}/{each.profiel.id}",
            )
            for each in waiting_for(visit.desk, actor=visit.actor)
        ),
    )
    return show(visit.request, "school", view)


@router.get(f"{HERE}/{{profiel_id}}")
def show_pupil(visit: ConfirmVisit, profiel_id: UUID, klaar: str = "") -> Response:
    """Show what a pupil was judged to do, and what can be given on it."""
    offer = find_offer(visit.desk, profiel_id, actor=visit.actor)
    return _page(visit, offer, done=done_of(visit.request, klaar, done=DONE))


@router.get(f"{HERE}/{{profiel_id}}/verzameld/{{evidence_id}}/foto")
def show_photo(visit: ConfirmVisit, profiel_id: UUID, evidence_id: UUID) -> Response:
    """Give the pixels that the recipient lets this school see; nobody on the way keeps them."""
    raw = find_seen_photo(visit.desk, profiel_id, evidence_id, actor=visit.actor)
    return Response(raw, media_type="image/jpeg", headers={"Cache-Control": "no-store"})


@router.post(f"{HERE}/{{profiel_id}}/bevestig/{{badge_id}}")
def confirm_badge(visit: ConfirmVisit, profiel_id: UUID, badge_id: UUID) -> Response:
    """Confirm a badge."""
    try:
        confirm(visit.desk, profiel_id, badge_id, actor=visit.actor)
    except (VerklaringError, OrganisationStoppedError) as error:
        offer = find_offer(visit.desk, profiel_id, actor=visit.actor)
        return _page(visit, offer, problems=[FieldProblem.of(error, field="bewijs")])
    return RedirectResponse(f"{HERE}/{profiel_id}?klaar=bevestigd", status_code=303)


@router.post(f"{HERE}/{{profiel_id}}/verklaring")
def give_verklaring(
    visit: ConfirmVisit,
    profiel_id: UUID,
    bewijs: Annotated[tuple[UUID, ...], Form()] = (),
    dag_mbo: Annotated[str, Form(alias="dag-mbo")] = "",
    sleutel: Annotated[str, Form()] = "",
) -> Response:
    """Give the praktijkverklaring on the badges that were ticked."""
    sent = Sent(badges=frozenset(bewijs), day=dag_mbo, key=sleutel or public_token())
    try:
        _give(visit, profiel_id, sent=sent)
    except FormError as error:
        offer = find_offer(visit.desk, profiel_id, actor=visit.actor)
        return _page(visit, offer, sent=sent, problems=error.problems)
    return RedirectResponse(f"{HERE}/{profiel_id}?klaar=gegeven", status_code=303)


def question_line(question: Question) -> views.QuestionLine:
    """Show a question and its answer."""
    return views.QuestionLine(
        question=question.question,
        asked=question.asked,
        answer=question.answer,
        answered=question.answered,
    )


def _give(visit: Visit, profiel_id: UUID, *, sent: Sent) -> None:
    """Give it, or say at the form why not.

    Raises:
        FormError: nothing was ticked, a date cannot be read, or something stands in the way.
    """
    if not sent.badges:
        raise FormError([NOTHING_CHOSEN])
    day = read_mbo_day(sent.day, today=visit.desk.clock.now().date())
    choice = Choice(badges=sent.badges, mbo_verklaring=day)
    try:
        give(visit.desk, profiel_id, choice, actor=visit.actor, idempotency_key=f"verklaring {sent.key}")
    except (VerklaringError, OrganisationStoppedError) as error:
        raise FormError([FieldProblem.of(error, field="bewijs")]) from error
    except LintError as error:
        problems = [FieldProblem("bewijs", each.code, each.nl, each.en) for each in error.problems]
        raise FormError(problems) from error


def _page(
    visit: Visit,
    offer: Offer,
    *,
    sent: Sent | None = None,
    problems: Sequence[FieldProblem] = (),
    done: str | None = None,
) -> Response:
    profiel, here = offer.profiel, f"{HERE}/{offer.profiel.id}"
    leerbedrijf = find_organisation(visit.desk, profiel.leerbedrijf_id).name
    items = collected_for(visit, profiel, leerbedrijf=leerbedrijf, here=here)
    asked = asked_by_us(visit.desk, [each.badge.id for each in offer.candidates], actor=visit.actor)
    beside = Beside(asked=asked, items=items)
    view = views.SchoolPage(
        frame=frame_of(visit.request),
        name=profiel.name,
        leerbedrijf=leerbedrijf,
        leerbedrijf_href=f"/organisaties/{profiel.leerbedrijf_id}",
        start=profiel.start,
        until=profiel.until,
        badges=tuple(
            _badge(visit, each, here=here, beside=beside, chosen=sent.badges if sent else None)
            for each in offer.candidates
        ),
        collected=without_badge(profiel, items),
        hindrances=tuple(each.value for each in offer.hindrances),
        is_mbo=is_for_mbo(offer.kinds),
        given=tuple(
            views.VerklaringRow(
                title=each.title,
                given=each.given,
                href=f"/b/{each.token}",
                is_revoked=each.is_revoked,
                rests=each.rests,
            )
            for each in offer.given
        ),
        give_action=f"{here}/verklaring",
        key=public_token(),
        back_href=HERE,
        trainer=profiel.trainer,
        trainer_function=profiel.trainer_function,
        typed={"dag-mbo": sent.day} if sent else {},
        problems=shown(visit.request, problems),
        done=done,
    )
    return show(visit.request, "school-leerling", view)


def _badge(
    visit: Visit,
    found: Candidate,
    *,
    here: str,
    beside: Beside,
    chosen: frozenset[UUID] | None,
) -> views.SchoolBadge:
    badge, known, check = found.badge, found.known, found.check
    facts = shown_facts(badge.facts, catalogue=visit.desk.catalogue, language=language_of(visit.request))
    return views.SchoolBadge(
        value=str(badge.id),
        facts=facts,
        field=field_of_facts(badge.facts),
        href=f"/b/{badge.token}",
        given=badge.given.date(),
        known=_KNOWN[known.status.value].value if known else views.Recognition.UNKNOWN.value,
        known_source=known.source if known else None,
        check_source=check.source if check else None,
        check_day=check.looked if check else None,
        confirmed=found.confirmed,
        confirmation_href=f"/b/{found.confirmation_token}" if found.confirmation_token else None,
        confirm_action=f"{here}/bevestig/{badge.id}",
        ask_href=f"{here}/vraag/{badge.id}",
        check_href=f"{here}/erkenning/{badge.id}",
        hindrances=tuple(each.value for each in found.hindrances),
        questions=tuple(question_line(each) for each in beside.asked if each.badge_id == badge.id),
        items=beside.items.get((work.crebo, work.code), ()) if (work := badge.facts.werkproces) else (),
        is_chosen=chosen is None or badge.id in chosen,
    )
