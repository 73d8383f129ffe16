"""Choose what those who learn here are told."""

from typing import Annotated, Final

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response

from issuers.saying import Done, done_of
from issuers.telling.choosing import choose_untold, list_untold
from issuers.telling.tables import Event
from issuers.visiting import OrganisationVisit
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = "/organisatie/berichten"
DONE: Final[Done] = {"bewaard": {"nl": "Het is bewaard.", "en": "It is kept."}}


@router.get(HERE)
def show_choice(visit: OrganisationVisit, klaar: str = "") -> Response:
    """Show what is told now."""
    untold = list_untold(visit.desk, actor=visit.actor)
    view = views.recipients.Telling(
        frame=frame_of(visit.request),
        action=HERE,
        back_href="/organisatie",
        events=tuple(event.value for event in Event),
        told=tuple(event.value for event in Event if event not in untold),
        done=done_of(visit.request, klaar, done=DONE),
    )
    return show(visit.request, "berichten", view)


@router.post(HERE)
def choose(visit: OrganisationVisit, vertel: Annotated[list[Event] | None, Form()] = None) -> Response:
    """Tell what is ticked, and nothing else."""
    choose_untold(visit.desk, set(Event) - set(vertel or ()), actor=visit.actor)
    return RedirectResponse(f"{HERE}?klaar=bewaard", status_code=303)
