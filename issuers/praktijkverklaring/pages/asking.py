"""Where a school asks about a badge, or writes down that it looked, and a leerbedrijf answers."""

from collections.abc import Sequence
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response

from badges.moments import dutch_day
from issuers.errors import FieldProblem, FormError, NotFoundError
from issuers.organisations.founding import find_organisation
from issuers.praktijkverklaring.asking import (
    Question,
    answer,
    ask,
    find_question,
    read_answer,
    read_question,
)
from issuers.praktijkverklaring.checking import read_check, write_check
from issuers.praktijkverklaring.pages.pupil import HERE
from issuers.saying import shown
from issuers.visiting import ConfirmVisit, DraftVisit, Visit
from issuers.werkplekprofiel.schooling import SeenBadge, SeenProfiel, find_seen
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

QUESTIONS: Final = "/vragen"


@router.get(f"{HERE}/{{profiel_id}}/vraag/{{badge_id}}")
def ask_what(visit: ConfirmVisit, profiel_id: UUID, badge_id: UUID) -> Response:
    """Ask what the school wants to know."""
    return _question_form(visit, *_seen(visit, profiel_id, badge_id))


@router.post(f"{HERE}/{{profiel_id}}/vraag/{{badge_id}}")
def send_question(
    visit: ConfirmVisit, profiel_id: UUID, badge_id: UUID, vraag: Annotated[str, Form()] = ""
) -> Response:
    """Put the question before the leerbedrijf."""
    try:
        ask(visit.desk, profiel_id, badge_id, question=read_question(vraag), actor=visit.actor)
    except FormError as error:
        seen = _seen(visit, profiel_id, badge_id)
        return _question_form(visit, *seen, vraag=vraag, problems=error.problems)
    return RedirectResponse(f"{HERE}/{profiel_id}?klaar=gevraagd", status_code=303)


@router.get(f"{HERE}/{{profiel_id}}/erkenning/{{badge_id}}")
def ask_where(visit: ConfirmVisit, profiel_id: UUID, badge_id: UUID) -> Response:
    """Ask where and when the school looked."""
    today = visit.desk.clock.today()
    return _check_form(
        visit, *_seen(visit, profiel_id, badge_id), typed={"dag": f"{today.day}-{today.month}-{today.year}"}
    )


@router.post(f"{HERE}/{{profiel_id}}/erkenning/{{badge_id}}")
def note_check(
    visit: ConfirmVisit,
    profiel_id: UUID,
    badge_id: UUID,
    bron: Annotated[str, Form()] = "",
    dag: Annotated[str, Form()] = "",
) -> Response:
    """Write down where and when the school looked."""
    profiel, badge = _seen(visit, profiel_id, badge_id)
    judged, today = dutch_day(badge.given), visit.desk.clock.today()
    try:
        found = read_check(source=bron, day=dag, judged=judged, today=today)
        write_check(visit.desk, profiel_id, badge_id, found, actor=visit.actor)
    except FormError as error:
        return _check_form(visit, profiel, badge, typed={"bron": bron, "dag": dag}, problems=error.problems)
    return RedirectResponse(f"{HERE}/{profiel_id}?klaar=nagekeken", status_code=303)


@router.get(f"{QUESTIONS}/{{question_id}}")
def read_what_was_asked(visit: DraftVisit, question_id: UUID) -> Response:
    """Show the leerbedrijf what a school asks."""
    found = find_question(visit.desk, question_id, actor=visit.actor)
    return _answer_form(visit, found, antwoord=found.answer or "")


@router.post(f"{QUESTIONS}/{{question_id}}")
def send_answer(visit: DraftVisit, question_id: UUID, antwoord: Annotated[str, Form()] = "") -> Response:
    """Answer it."""
    found = find_question(visit.desk, question_id, actor=visit.actor)
    try:
        answer(visit.desk, question_id, text=read_answer(antwoord), actor=visit.actor)
    except FormError as error:
        return _answer_form(visit, found, antwoord=antwoord, problems=error.problems)
    return RedirectResponse(f"/afspraken/{found.profiel_id}?klaar=beantwoord", status_code=303)


def _seen(visit: Visit, profiel_id: UUID, badge_id: UUID) -> tuple[SeenProfiel, SeenBadge]:
    profiel = find_seen(visit.desk, profiel_id, actor=visit.actor)
    badge = next((each for each in profiel.badges if each.id == badge_id), None)
    if badge is None or badge.facts.werkproces is None:
        raise NotFoundError
    return profiel, badge


def _question_form(
    visit: Visit,
    profiel: SeenProfiel,
    badge: SeenBadge,
    *,
    vraag: str = "",
    problems: Sequence[FieldProblem] = (),
) -> Response:
    view = views.school.SchoolAsk(
        frame=frame_of(visit.request),
        title=badge.facts.title or "",
        leerbedrijf=find_organisation(visit.desk, profiel.leerbedrijf_id).name,
        action=f"{HERE}/{profiel.id}/vraag/{badge.id}",
        back_href=f"{HERE}/{profiel.id}",
        typed={"vraag": vraag},
        problems=shown(visit.request, problems),
    )
    return show(visit.request, "school-vraag", view)


def _check_form(
    visit: Visit,
    profiel: SeenProfiel,
    badge: SeenBadge,
    *,
    typed: dict[str, str] | None = None,
    problems: Sequence[FieldProblem] = (),
) -> Response:
    view = views.school.SchoolCheck(
        frame=frame_of(visit.request),
        title=badge.facts.title or "",
        crebo=badge.facts.werkproces.crebo if badge.facts.werkproces else "",
        leerbedrijf=find_organisation(visit.desk, profiel.leerbedrijf_id).name,
        on=dutch_day(badge.given),
        action=f"{HERE}/{profiel.id}/erkenning/{badge.id}",
        back_href=f"{HERE}/{profiel.id}",
        typed=typed or {},
        problems=shown(visit.request, problems),
    )
    return show(visit.request, "school-erkenning", view)


def _answer_form(
    visit: Visit, found: Question, *, antwoord: str, problems: Sequence[FieldProblem] = ()
) -> Response:
    view = views.school.QuestionAnswer(
        frame=frame_of(visit.request),
        school=found.school,
        question=found.question,
        asked=found.asked,
        badge_href=f"/gegeven/{found.badge_id}",
        action=f"{QUESTIONS}/{found.id}",
        back_href=f"/afspraken/{found.profiel_id}",
        typed={"antwoord": antwoord},
        problems=shown(visit.request, problems),
    )
    return show(visit.request, "vraag-antwoord", view)
