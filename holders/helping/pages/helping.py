"""What somebody who helps a holder sees: whether he wants to, and the badges; nothing to share."""

from typing import Final
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from badges.moments import dutch_day
from holders.helping.helping import accept, find_invitation, list_helped, look, look_at
from holders.keeping.pages.pictures import picture_href
from issuers.dependencies import Desk
from issuers.publishing.showing import state_of
from templates import views
from templates.documents.badge import badge_svg
from templates.showing import picture_of, shown_facts
from web.locale import language_of
from web.pages import frame_of, show
from web.session import read_helper, set_helper

router = APIRouter(include_in_schema=False)

HERE: Final = "/helpen"
OF_ONE: Final = f"{HERE}/bij/{{helper_id}}"


@router.get(HERE)
def show_helped(request: Request, desk: Desk) -> Response:
    """Show whom somebody helps in this browser."""
    view = views.helping.Helped(
        frame=frame_of(request),
        helped=tuple(
            views.helping.HelpedRow(href=f"{HERE}/bij/{each.id}", until=each.until)
            for each in list_helped(desk, read_helper(request))
        ),
    )
    return show(request, "helpen", view)


@router.get(OF_ONE)
def show_shelf(request: Request, desk: Desk, helper_id: UUID) -> Response:
    """Show the badges that he may see."""
    helping = look(desk, helper_id, secret=read_helper(request))
    view = views.helping.HelpShelf(
        frame=frame_of(request),
        badges=tuple(
            views.wallet.Shelf(
                href=f"{HERE}/bij/{helper_id}/{each.id}",
                title=each.facts.title or "",
                issuer=each.facts.issuer.name,
                picture_href=picture_href(each),
                state=state_of(each),
            )
            for each in helping.badges
        ),
        until=helping.until,
        back_href=HERE,
    )
    return show(request, "helpen-bij", view)


@router.get(f"{OF_ONE}/{{badge_id}}")
def show_badge(request: Request, desk: Desk, helper_id: UUID, badge_id: UUID) -> Response:
    """Show one of them."""
    given = look_at(desk, helper_id, badge_id, secret=read_helper(request))
    view = views.helping.HelpBadge(
        frame=frame_of(request),
        facts=shown_facts(given.facts, catalogue=desk.catalogue, language=language_of(request)),
        picture=badge_svg(picture_of(given.facts)),
        state=state_of(given),
        since=dutch_day(given.revoked_at) if given.revoked_at else None,
        back_href=f"{HERE}/bij/{helper_id}",
    )
    return show(request, "helpen-bewijs", view)


@router.get(f"{HERE}/{{token}}")
def ask(request: Request, desk: Desk, token: str) -> Response:
    """Say what is asked of whoever was invited; this changes nothing."""
    asked = find_invitation(desk, token)
    view = views.helping.HelpAsked(
        frame=frame_of(request), count=asked.count, until=asked.until, action=f"{HERE}/{token}"
    )
    return show(request, "helpen-vraag", view)


@router.post(f"{HERE}/{{token}}")
def say_yes(request: Request, desk: Desk, token: str) -> Response:
    """Help, in this browser."""
    secret = accept(desk, token, secret=read_helper(request))
    response = RedirectResponse(HERE, status_code=303)
    set_helper(request, response, token=secret)
    return response
