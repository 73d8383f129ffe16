"""Who did what in the name of the organisation, and when."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response
from starlette.requests import Request

from issuers.dependencies import Desk, SignedInActor
from issuers.organisations.founding import find_organisation
from issuers.organisations.trail import PAGE, Deed, read_trail
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)


@router.get("/wie-deed-wat")
def show_trail(
    request: Request, desk: Desk, actor: SignedInActor, pagina: Annotated[int, Query(ge=0, le=10_000)] = 0
) -> Response:
    """Show the history of the organisation, a page at a time."""
    deeds = read_trail(desk, actor=actor, page=pagina)
    view = views.keys.Trail(
        frame=frame_of(request),
        organisation=find_organisation(desk, actor.organisation_id).name,
        rows=tuple(_row(deed) for deed in deeds[:PAGE]),
        older_href=f"/wie-deed-wat?pagina={pagina + 1}" if len(deeds) > PAGE else None,
        newer_href=f"/wie-deed-wat?pagina={pagina - 1}" if pagina else None,
    )
    return show(request, "wie-deed-wat", view)


def _row(deed: Deed) -> views.keys.TrailRow:
    return views.keys.TrailRow(
        at=deed.at,
        kind=deed.kind.value,
        who=deed.who,
        whom=deed.whom,
        by_key=deed.by_key,
        purpose=deed.purpose.value if deed.purpose else None,
        was_lost=deed.was_lost,
    )
