"""Choose the werkproces that somebody did: step 1 of giving a badge."""

from fastapi import APIRouter
from fastapi.responses import Response
from starlette.requests import Request

from issuers.dependencies import Desk, SignedInActor
from issuers.desk import IssuingDesk
from issuers.issuing.overview import used_before
from issuers.issuing.pages.step import form_path
from issuers.issuing.pages.tiles import kwalificatie_tiles, search_outcome, tile
from issuers.issuing.pages.writing import hindrance_of
from issuers.organisations.founding import find_organisation, offered_by
from issuers.organisations.standing import stopped_because
from issuers.people.permissions import Action, Actor, require
from templates import views
from web.locale import Language, language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)


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
        hindrance=hindrance_of(request, desk, actor, stopped_because(organisation)),
    )
    return show(request, "uitreiken-kies", view)


def _used_before(desk: IssuingDesk, actor: Actor, *, language: Language) -> tuple[views.Tile, ...]:
    entries = used_before(desk, organisation_id=actor.organisation_id)
    return tuple(
        tile(each.werkproces, href=form_path, below=each.kwalificatie.name, language=language)
        for each in entries
    )


def _own_kwalificaties(
    desk: IssuingDesk, actor: Actor, *, language: Language
) -> tuple[views.KwalificatieTiles, ...]:
    """Show those that the organisation works with."""
    return tuple(
        kwalificatie_tiles(each, href=form_path, language=language)
        for each in offered_by(desk, actor.organisation_id)
    )
