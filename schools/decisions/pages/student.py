"""What the student reads: what was decided, why, and what he can do; for whoever has the address."""

from typing import Final

from fastapi import APIRouter
from fastapi.responses import Response
from starlette.requests import Request

from issuers.dependencies import Desk
from issuers.desk import IssuingDesk
from schools.decisions.finding import open_own
from schools.decisions.pages.showing import facts_of
from templates import views
from web.locale import language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = "/besluit"


@router.get(f"{HERE}/{{token}}")
def read_own(request: Request, desk: Desk, token: str) -> Response:
    """Show it in plain words, to read and to print."""
    own = open_own(desk, token)
    view = views.OwnDecisionPage(
        frame=frame_of(request),
        facts=facts_of(own.besluit, language=language_of(request)),
        newer_href=f"{HERE}/{own.newer_token}" if own.newer_token else None,
    )
    return show(request, "besluit-lezen", view)


def address_of(desk: IssuingDesk, token: str) -> str:
    """Give the address that a school gives to its student."""
    return f"{desk.base_url}{HERE}/{token}"
