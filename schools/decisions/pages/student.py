"""What the student reads: what was decided, why, and what he can do; for whoever has the address."""

from fastapi import APIRouter
from fastapi.responses import Response
from starlette.requests import Request

from issuers.dependencies import Desk
from schools.decisions.addresses import OWN
from schools.decisions.finding import open_own
from schools.decisions.pages.showing import facts_of
from templates import views
from web.locale import language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)


@router.get(f"{OWN}/{{token}}")
def read_own(request: Request, desk: Desk, token: str) -> Response:
    """Show it in plain words, to read and to print."""
    own = open_own(desk, token)
    view = views.decisions.OwnDecisionPage(
        frame=frame_of(request),
        facts=facts_of(own.besluit, final=own.final, today=desk.clock.today(), language=language_of(request)),
        newer_href=f"{OWN}/{own.newer_token}" if own.newer_token else None,
        newer_on=own.newer_on,
    )
    return show(request, "besluit-lezen", view)
