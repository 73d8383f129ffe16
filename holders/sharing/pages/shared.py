"""What a link shows: one badge on its page, several together as a skillspaspoort; in every form the same."""

from contextlib import suppress
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Form, Path
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.requests import Request

from badges.moments import dutch_day
from holders.dependencies import MaybeHolder
from holders.errors import OtherCodeError
from holders.sharing.pages.passport import on_paper, passport_view
from holders.sharing.shared import Shown, check_share_code, count_view, open_share, presentation
from issuers.dependencies import Desk
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, NotFoundError
from issuers.publishing.showing import (
    HTML,
    JSON_KINDS,
    NOT_ACCEPTABLE,
    OFFERED,
    PDF,
    Place,
    as_file,
    as_kind,
    badge_view,
    page_for,
    state_of,
)
from issuers.saying import shown as shown_problems
from templates import views
from templates.documents.papers import PASSPORT
from web.errors import TooManyError
from web.limits import Meter, Purpose, meter_of
from web.negotiation import choose_media_type
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = "/d/{token}"
VP: Final = "application/vp"
"""A presentation (VCDM 2.0 6.2)."""

TOGETHER: Final = (HTML, VP, *JSON_KINDS, PDF)
_TOGETHER_AS: Final = {"json": VP, "pdf": PDF}
Token = Annotated[str, Path(max_length=64)]
Position = Annotated[int, Path(ge=1, le=999)]


@router.get(HERE)
def show_share(request: Request, desk: Desk, token: Token) -> Response:
    """Show what the link shows, in the form that the client asks for (RFC 9110 12)."""
    found = open_share(desk, token)
    if len(found.badges) == 1:
        return _badge(request, desk, found, number=1)
    kind = choose_media_type(request.headers.get("accept", ""), offered=TOGETHER)
    if kind is None:
        raise HTTPException(NOT_ACCEPTABLE)
    if kind == HTML:
        response: Response = show(request, "skillspaspoort", passport_view(request, desk, found))
    else:
        response = _together(request, desk, found, kind=kind)
    response.headers.add_vary_header("Accept")
    return response


@router.get(f"{HERE}/bewijs.{{ending}}")
def download(request: Request, desk: Desk, token: Token, ending: str) -> Response:
    """Give what the link shows as a file to keep."""
    found = open_share(desk, token)
    if len(found.badges) == 1:
        return as_file(request, desk, found.at(1), ending=ending, url=desk.addresses.share(token))
    if ending not in _TOGETHER_AS:
        raise NotFoundError
    response = _together(request, desk, found, kind=_TOGETHER_AS[ending])
    response.headers["Content-Disposition"] = f'attachment; filename="skillspaspoort.{ending}"'
    return response


def _together(request: Request, desk: IssuingDesk, found: Shown, *, kind: str) -> Response:
    """Give all of them in one file; on paper only those that stand.

    Raises:
        NotFoundError: there is none of which a sheet can be made.
    """
    if kind != PDF:
        return Response(presentation(found.badges), media_type=kind)
    return on_paper(request, desk, found, paper=PASSPORT)


@router.post(f"{HERE}/gezien")
def seen(
    desk: Desk, holder: MaybeHolder, token: Token, meter: Annotated[Meter, Depends(meter_of)]
) -> Response:
    """Count that somebody looks at it; the page sends this when somebody does something on it.

    A flood is not counted.
    """
    with suppress(TooManyError):
        meter.take(Purpose.VIEW)
        count_view(desk, token, holder=holder)
    return Response(status_code=204)


@router.get(f"{HERE}/van-wie")
def ask(request: Request, desk: Desk, token: Token) -> Response:
    """Ask for the code on the telephone of who shows it."""
    return _whose(request, desk, token)


@router.post(f"{HERE}/van-wie")
def check(
    request: Request,
    desk: Desk,
    token: Token,
    meter: Annotated[Meter, Depends(meter_of)],
    code: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """Say whether it is the code of this minute."""
    meter.take(Purpose.CARD)
    try:
        check_share_code(desk, token, typed=code)
    except OtherCodeError as error:
        return _whose(request, desk, token, problem=error)
    return _whose(request, desk, token, is_right=True)


@router.get(f"{HERE}/{{number}}")
def show_one(request: Request, desk: Desk, token: Token, number: Position) -> Response:
    """Show one of the badges that the link shows together."""
    return _badge(request, desk, open_share(desk, token), number=number)


@router.get(f"{HERE}/{{number}}/bewijs.{{ending}}")
def download_one(request: Request, desk: Desk, token: Token, number: Position, ending: str) -> Response:
    """Give one of them as a file to keep."""
    found = open_share(desk, token)
    url = _place(desk, found, number=number).url
    return as_file(request, desk, found.at(number), ending=ending, url=url)


def _badge(request: Request, desk: IssuingDesk, found: Shown, *, number: int) -> Response:
    given, place = found.at(number), _place(desk, found, number=number)
    kind = choose_media_type(request.headers.get("accept", ""), offered=OFFERED)
    if kind is None:
        raise HTTPException(NOT_ACCEPTABLE)
    if kind == HTML:
        view = badge_view(request, desk, given, place=place)
        response: Response = show(request, page_for(given.facts), view)
    else:
        response = as_kind(request, desk, given, kind=kind, url=place.url)
    response.headers.add_vary_header("Accept")
    return response


def _place(desk: IssuingDesk, found: Shown, *, number: int) -> Place:
    """Say where a badge is shown: at the link itself, or below it where it shows several."""
    is_alone = len(found.badges) == 1
    below = "" if is_alone else f"/{number}"
    achievement_id = found.at(number).achievement_id
    return Place(
        path=f"/d/{found.token}{below}",
        url=f"{desk.addresses.share(found.token)}{below}",
        opened_action=f"/d/{found.token}/gezien",
        leads_on=False,
        picture=desk.addresses.picture(achievement_id) if achievement_id else None,
        until=dutch_day(found.until),
        up_href=None if is_alone else f"/d/{found.token}",
        whose_href=f"/d/{found.token}/van-wie",
    )


def _whose(
    request: Request,
    desk: IssuingDesk,
    token: str,
    *,
    problem: OtherCodeError | None = None,
    is_right: bool = False,
) -> Response:
    found = open_share(desk, token)
    problems = [FieldProblem.of(problem, field="code")] if problem else []
    view = views.keeping.WhoseBadge(
        frame=frame_of(request),
        title=", ".join(each.facts.title or "" for each in found.badges),
        action=f"/d/{token}/van-wie",
        back_href=f"/d/{token}",
        gone=tuple(
            views.pieces.Gone(title=each.facts.title or "", state=state_of(each))
            for each in found.badges
            if each.revoked_at
        ),
        is_right=is_right,
        problems=shown_problems(request, problems),
    )
    return show(request, "van-wie", view)
