"""Sign in and out. The demo has one button; real sign-in says what is missing until it is there."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from issuers.dependencies import Desk
from issuers.errors import NotFoundError
from issuers.organisations.founding import find_organisation
from issuers.people.devices import device_of
from issuers.people.members import demo_beheerder, demo_praktijkopleider
from issuers.people.sessions import NewSession, sign_in, sign_out
from issuers.people.tables import Proof, Role
from templates.views import SignIn
from web.locale import language_of
from web.pages import frame_of, show
from web.session import clear_session, read_session, set_session

router = APIRouter(include_in_schema=False)

_MISSING = {
    "nl": (
        "Inloggen met een passkey is er nog niet. Daarom kan nog niemand op deze dienst een bewijs geven.",
        "Bewijzen bekijken en controleren kan wel.",
    ),
    "en": (
        "Signing in with a passkey is not there yet. So nobody can give a badge on this service yet.",
        "Looking at badges and checking them does work.",
    ),
}


@router.get("/inloggen")
def show_sign_in(request: Request, desk: Desk) -> Response:
    """Show how to sign in, or what is missing."""
    if not request.app.state.is_demo:
        missing = _MISSING[language_of(request)]
        return show(request, "inloggen", SignIn(frame=frame_of(request), missing=missing))
    actor, beheerder = demo_praktijkopleider(desk), demo_beheerder(desk)
    view = SignIn(
        frame=frame_of(request),
        demo_action="/inloggen/demo",
        person=actor.name,
        organisation=find_organisation(desk, actor.organisation_id).name,
        beheerder=beheerder.name,
    )
    return show(request, "inloggen", view)


@router.post("/inloggen/demo")
def sign_in_demo(request: Request, desk: Desk, als: Annotated[str, Form()] = "") -> Response:
    """Sign in as the praktijkopleider of the demo, or as its beheerder.

    Raises:
        NotFoundError: this is no demo.
    """
    if not request.app.state.is_demo:
        raise NotFoundError
    is_beheerder = als == Role.BEHEERDER.value
    actor = demo_beheerder(desk) if is_beheerder else demo_praktijkopleider(desk)
    response = RedirectResponse("/mensen" if is_beheerder else "/uitreiken", status_code=303)
    who = NewSession(
        person_id=actor.person_id,
        proof=Proof.DEMO,
        organisation_id=actor.organisation_id,
        device=device_of(request.headers.get("user-agent", "")),
    )
    set_session(request, response, token=sign_in(desk, who))
    return response


@router.post("/uitloggen")
def sign_out_now(request: Request, desk: Desk) -> Response:
    """Forget this sign-in."""
    token = read_session(request)
    if token:
        sign_out(desk, token)
    response = RedirectResponse("/", status_code=303)
    clear_session(request, response)
    return response
