"""What a school sees of its pupils at a workplace: the list, one pupil, and confirming a badge."""

from typing import Final
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from issuers.errors import FieldProblem, OrganisationStoppedError, VerklaringError
from issuers.evidence.schooling import find_seen_photo
from issuers.organisations.founding import find_organisation
from issuers.praktijkverklaring.confirming import confirm
from issuers.praktijkverklaring.offering import waiting_for
from issuers.praktijkverklaring.pages.pupil import HERE, show_pupil
from issuers.saying import Done, done_of
from issuers.visiting import ConfirmVisit
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

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


@router.get(HERE)
def show_pupils(visit: ConfirmVisit) -> Response:
    """Show whose school this is, and how many badges wait."""
    view = views.school.SchoolList(
        frame=frame_of(visit.request),
        organisation=visit.organisation.name,
        rows=tuple(
            views.school.SchoolRow(
                name=each.profiel.name,
                leerbedrijf=find_organisation(visit.desk, each.profiel.leerbedrijf_id).name,
                badges=each.badges,
                waiting=each.waiting,
                answers=each.answers,
                rests=each.rests,
                href=f"{HERE}/{each.profiel.id}",
            )
            for each in waiting_for(visit.desk, actor=visit.actor)
        ),
    )
    return show(visit.request, "school", view)


@router.get(f"{HERE}/{{profiel_id}}")
def show_one(visit: ConfirmVisit, profiel_id: UUID, klaar: str = "") -> Response:
    """Show what a pupil was judged to do, and what can be given on it."""
    return show_pupil(visit, profiel_id, done=done_of(visit.request, klaar, done=DONE))


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
        return show_pupil(visit, profiel_id, problems=[FieldProblem.of(error, field="bewijs")])
    return RedirectResponse(f"{HERE}/{profiel_id}?klaar=bevestigd", status_code=303)
