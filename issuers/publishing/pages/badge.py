"""The page of a badge and its other forms, on the same address: for whoever was given its token.

Nothing of it may be kept by a cache or found by a search engine; the holder decides who sees it.
"""

from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.requests import Request

from issuers.dependencies import Desk, MaybeVisitor
from issuers.desk import IssuingDesk
from issuers.issuing.opened import note_opened
from issuers.issuing.overview import Given, find_by_token
from issuers.publishing.documents import require_shown
from issuers.publishing.showing import (
    HTML,
    NOT_ACCEPTABLE,
    OFFERED,
    Place,
    as_file,
    as_kind,
    badge_view,
    page_for,
)
from web.negotiation import choose_media_type
from web.pages import show

router = APIRouter(include_in_schema=False)

Token = Annotated[str, Path(max_length=64)]


@router.get("/b/{token}")
def show_badge(request: Request, desk: Desk, token: Token) -> Response:
    """Show the badge in the form that the client asks for (RFC 9110 12)."""
    kind = choose_media_type(request.headers.get("accept", ""), offered=OFFERED)
    if kind is None:
        raise HTTPException(NOT_ACCEPTABLE)
    require_shown(desk, token)
    given, url = find_by_token(desk, token), desk.addresses.badge(token)
    if kind == HTML:
        view = badge_view(request, desk, given, place=_place(desk, given, url=url))
        response: Response = show(request, page_for(given.facts), view)
    else:
        response = as_kind(request, desk, given, kind=kind, url=url)
    response.headers.add_vary_header("Accept")
    return response


@router.get("/b/{token}/bewijs.{ending}")
def download(request: Request, desk: Desk, token: Token, ending: str) -> Response:
    """Give the badge as a file to keep: JSON, a JWT, or a picture or a PDF with the badge in it."""
    require_shown(desk, token)
    given = find_by_token(desk, token)
    return as_file(request, desk, given, ending=ending, url=desk.addresses.badge(token))


@router.post("/b/{token}/geopend")
def opened(desk: Desk, visitor: MaybeVisitor, token: Token) -> Response:
    """Note that somebody looks at it; the page sends this when somebody does something on it."""
    actor = visitor.actor if visitor else None
    note_opened(desk, token, works_at=actor.organisation_id if actor else None)
    return Response(status_code=204)


def _place(desk: IssuingDesk, given: Given, *, url: str) -> Place:
    path, achievement_id = f"/b/{given.token}", given.achievement_id
    picture = desk.addresses.picture(achievement_id) if achievement_id else None
    return Place(path=path, url=url, opened_action=f"{path}/geopend", picture=picture)
