"""Sign in and out: with a passkey; the demo has its one button beside it.

An account elsewhere (OIDC) signs in through `enter` too, with its own proof: it opens what `ENOUGH` says.
"""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Body, Depends, Form
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette.requests import Request

from issuers.dependencies import Desk
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.organisations.demo import demo_beheerder, demo_people, demo_praktijkopleider
from issuers.people.pages.entering import enter
from issuers.people.pages.resuming import Asking, Interrupted, Kept, go_on, home_of, is_local, sign_in_page
from issuers.people.sessions import Proven, sign_out
from issuers.people.tables import Proof, Role
from web.limits import Meter, Purpose, meter_of
from web.session import clear_session, read_session

router = APIRouter(include_in_schema=False)


async def counted(meter: Annotated[Meter, Depends(meter_of)]) -> None:
    """Count that somebody tries to sign in."""
    meter.take(Purpose.SIGN_IN)


COUNTED = [Depends(counted)]


@router.get("/inloggen")
def show_sign_in(request: Request, verder: str = "") -> Response:
    """Show how to sign in."""
    return sign_in_page(request, Asking(Interrupted(verder if is_local(verder) else "")))


@router.post("/inloggen/passkey/vraag", dependencies=COUNTED)
def ask_for_passkey(desk: Desk) -> Response:
    """Give the browser what it needs to ask for a passkey."""
    from issuers.people.passkeys import sign_in_options  # noqa: PLC0415 - its library is large; a start can do without

    return Response(sign_in_options(desk), media_type="application/json")


@router.post("/inloggen/passkey", dependencies=COUNTED)
def sign_in_with_passkey(
    request: Request, desk: Desk, credential: Annotated[dict[str, Any], Body()]
) -> Response:
    """Sign in whoever proved with a passkey who he is."""
    from issuers.people.passkeys import prove  # noqa: PLC0415 - as above

    entered = enter(request, prove(desk, credential))
    return entered.give_to(JSONResponse({"naar": home_of(entered.visitor)}))


@router.post("/inloggen/demo")
def sign_in_demo(request: Request, desk: Desk, kept: Kept, als: Annotated[str, Form()] = "") -> Response:
    """Sign in as the praktijkopleider of the demo, as its beheerder, or as another of its people by their id.

    Raises:
        NotFoundError: this is no demo.
    """
    if not request.app.state.is_demo:
        raise NotFoundError
    person_id, organisation_id = _played(desk, als)
    entered = enter(request, Proven(person_id=person_id, proof=Proof.DEMO), organisation_id=organisation_id)
    return entered.give_to(go_on(request, Interrupted.of(kept), visitor=entered.visitor))


def _played(desk: IssuingDesk, als: str) -> tuple[UUID, str]:
    """Say who is played, and where; the praktijkopleider unless another of the demo is named."""
    for each in demo_people(desk):
        if str(each.id) == als:
            return each.id, each.organisation_id
    actor = demo_beheerder(desk) if als == Role.BEHEERDER.value else demo_praktijkopleider(desk)
    return actor.person_id, actor.organisation_id


@router.post("/uitloggen")
def sign_out_now(request: Request, desk: Desk) -> Response:
    """Forget this sign-in."""
    token = read_session(request)
    if token:
        sign_out(desk, token)
    response = RedirectResponse("/", status_code=303)
    clear_session(request, response)
    return response
