"""Make a passkey for what one keeps, and open it with one; where that cannot work, say where it does."""

from ipaddress import ip_address
from typing import Annotated, Any, Final
from urllib.parse import urlsplit

from fastapi import APIRouter, Body
from fastapi.responses import JSONResponse, Response
from starlette.requests import Request

from holders.dependencies import AHolder, Joins, let_in, telephone_of
from holders.keeping.telephones import Telephone, require_all
from holders.places import WALLET
from issuers.dependencies import Desk
from issuers.desk import IssuingDesk
from issuers.people.devices import device_of, is_inside_app
from issuers.people.pages.resuming import other_address
from issuers.people.pages.signing_in import COUNTED
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

MAKE: Final = f"{WALLET}/passkey"
OPEN: Final = "/openen/passkey"


@router.get(MAKE)
def explain(request: Request, desk: Desk, holder: AHolder) -> Response:
    """Say what a passkey is, and make one."""
    require_all(holder)
    view = views.entering.KeepPasskey(
        frame=frame_of(request),
        passkey=views.signing_in.PasskeyAsk(options_action=f"{MAKE}/vraag", action=MAKE),
        way_out=way_out(request, desk),
        address=desk.base_url,
        add_device_href=f"{WALLET}/toestel-erbij",
        back_href=f"{WALLET}/toegang",
    )
    return show(request, "mijn-passkey", view)


@router.post(f"{MAKE}/vraag", dependencies=COUNTED)
def offer(desk: Desk, holder: AHolder) -> Response:
    """Give the browser what it needs to make a passkey."""
    from holders.entering.passkeys import offer_passkey  # noqa: PLC0415 - its library is large; a start can do without

    return Response(offer_passkey(desk, holder=holder), media_type="application/json")


@router.post(MAKE, dependencies=COUNTED)
def keep(
    request: Request, desk: Desk, holder: AHolder, credential: Annotated[dict[str, Any], Body()]
) -> Response:
    """Keep the passkey that the device made."""
    from holders.entering.passkeys import keep_passkey  # noqa: PLC0415 - as above

    device = device_of(request.headers.get("user-agent", ""))
    keep_passkey(desk, credential, holder=holder, device=device)
    return JSONResponse({"naar": f"{WALLET}/toegang?klaar=passkey"})


@router.get(OPEN)
def ask(request: Request, desk: Desk, join: Joins) -> Response:
    """Ask for a passkey, and whose telephone this is."""
    view = views.entering.OpenByPasskey(
        frame=frame_of(request),
        own=views.signing_in.PasskeyAsk(options_action=f"{OPEN}/vraag", action=OPEN),
        borrowed=views.signing_in.PasskeyAsk(options_action=f"{OPEN}/vraag", action=f"{OPEN}/even"),
        way_out=way_out(request, desk),
        address=desk.base_url,
        back_href=WALLET,
        join_href=join,
    )
    return show(request, "passkey-openen", view)


@router.post(f"{OPEN}/vraag", dependencies=COUNTED)
def give_question(desk: Desk) -> Response:
    """Give the browser what it needs to ask for a passkey."""
    from holders.entering.passkeys import ask_passkey  # noqa: PLC0415 - as above

    return Response(ask_passkey(desk), media_type="application/json")


@router.post(OPEN, dependencies=COUNTED)
def open_here(request: Request, desk: Desk, credential: Annotated[dict[str, Any], Body()]) -> Response:
    """Open what somebody keeps, on his own telephone."""
    return _opened(request, desk, credential, on=telephone_of(request))


@router.post(f"{OPEN}/even", dependencies=COUNTED)
def open_for_an_hour(request: Request, desk: Desk, credential: Annotated[dict[str, Any], Body()]) -> Response:
    """Open what somebody keeps, on the telephone of another."""
    return _opened(request, desk, credential, on=telephone_of(request, is_own=False))


def _opened(request: Request, desk: IssuingDesk, credential: dict[str, Any], *, on: Telephone) -> Response:
    from holders.entering.passkeys import open_by_passkey  # noqa: PLC0415 - as above

    secret = open_by_passkey(desk, credential, on=on)
    response = JSONResponse({"naar": f"{WALLET}?klaar=open"})
    let_in(request, response, token=secret, on=on)
    return response


def way_out(request: Request, desk: IssuingDesk) -> views.entering.WayOut | None:
    """Say why a passkey cannot work here; None where it can."""
    if is_inside_app(request.headers.get("user-agent", "")):
        return views.entering.WayOut.APP
    if other_address(request, desk) or _is_number(urlsplit(desk.base_url).hostname or ""):
        return views.entering.WayOut.ADDRESS
    return None


def _is_number(host: str) -> bool:
    """Tell whether a host is an IP address: no passkey is ever bound to one (WebAuthn 5.1.2)."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
