"""For who cannot sign in: ask for a letter with a link. The answer is the same for every mail address."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Form
from fastapi.responses import Response
from starlette.background import BackgroundTask
from starlette.requests import Request

from issuers.dependencies import Desk
from issuers.desk import IssuingDesk
from issuers.people.enrolling import ask_link
from issuers.people.pages.letters import link_letter
from issuers.people.pages.signing_in import COUNTED
from issuers.reading import no_mail, read_mail
from issuers.saying import shown
from templates import views
from web.limits import Meter, Purpose, meter_of
from web.pages import contact_of, frame_of, show

router = APIRouter(include_in_schema=False)

ACTION = "/inloggen/hulp"


@router.get(ACTION)
def show_help(request: Request, desk: Desk) -> Response:
    """Say what to do when signing in does not work."""
    return show(request, "inloggen-hulp", _page(request, desk))


@router.post(ACTION, dependencies=COUNTED)
def ask(
    request: Request,
    desk: Desk,
    meter: Annotated[Meter, Depends(meter_of)],
    mail: Annotated[str, Form()] = "",
) -> Response:
    """Send a letter to whoever has this mail address; the page does not tell whether somebody has."""
    found = read_mail(mail)
    if found is None:
        wrong = replace(_page(request, desk), typed=mail, problems=shown(request, [no_mail(mail)]))
        return show(request, "inloggen-hulp", wrong)
    meter.limiter.take(Purpose.LETTER, f"mail {found}")
    response = show(request, "inloggen-hulp", replace(_page(request, desk), is_asked=desk.sends_mail))
    if desk.sends_mail:
        # Whether somebody is found takes longer than not: so the answer goes first, and the line is closed.
        response.background = BackgroundTask(ask_link, desk, found, write=link_letter(request, desk))
        response.headers["Connection"] = "close"
    return response


def _page(request: Request, desk: IssuingDesk) -> views.signing_in.Lost:
    return views.signing_in.Lost(
        frame=frame_of(request),
        sends_mail=desk.sends_mail,
        contact=contact_of(request),
        action=ACTION,
    )
