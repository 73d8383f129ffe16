"""What an organisation designed, and a set to begin with."""

from typing import Final

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from issuers.badgeklassen.designing import begin
from issuers.badgeklassen.finding import list_designs
from issuers.badgeklassen.letting_in import list_unanswered
from issuers.badgeklassen.pages.designing import ALL, HERE
from issuers.badgeklassen.pages.showing import small, standing_of
from issuers.badgeklassen.starters import STARTERS
from issuers.errors import NotFoundError
from issuers.saying import Done, done_of
from issuers.visiting import DesignVisit
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

DONE: Final[Done] = {"weg": {"nl": "Het concept is weg.", "en": "The draft is gone."}}


@router.get(ALL)
def show_designs(visit: DesignVisit, klaar: str = "") -> Response:
    """Show what was designed here, and what can be copied to begin with."""
    view = views.badgeklassen.Designs(
        frame=frame_of(visit.request),
        organisation=visit.organisation.name,
        rows=tuple(
            views.badgeklassen.DesignRow(
                name=each.newest.typed.naam or "–",
                picture=small(each.newest.typed),
                standing=standing_of(each),
                href=f"{HERE}/{each.id}",
            )
            for each in list_designs(visit.desk, actor=visit.actor)
        ),
        starters=tuple(
            views.badgeklassen.Starter(
                name=typed.naam,
                description=typed.omschrijving,
                picture=small(typed),
                action=f"{ALL}/voorbeeld/{key}",
            )
            for key, typed in STARTERS.items()
        ),
        new_href=f"{HERE}/nieuw",
        endorsements_href="/bevestigingen",
        unanswered=len(list_unanswered(visit.desk, actor=visit.actor)),
        done=done_of(visit.request, klaar, done=DONE),
    )
    return show(visit.request, "badges-ontwerpen", view)


@router.post(f"{ALL}/voorbeeld/{{key}}")
def take_starter(visit: DesignVisit, key: str) -> Response:
    """Begin with a copy of one of the set."""
    typed = STARTERS.get(key)
    if typed is None:
        raise NotFoundError
    return RedirectResponse(f"{HERE}/{begin(visit.desk, typed, actor=visit.actor)}", status_code=303)
