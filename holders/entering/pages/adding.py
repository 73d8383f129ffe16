"""Let another device in: the code on the one, the question on the other, and the answer."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Form
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from holders.dependencies import AHolder, let_in
from holders.entering.adding import (
    Adding,
    allow,
    ask_in,
    begin_adding,
    come_in,
    find_adding,
    is_let_in,
    refuse,
)
from holders.entering.allowing import Allowed
from holders.entering.pages.ways_in import DEVICES
from holders.errors import DeviceCodeError
from holders.places import WALLET
from issuers.dependencies import Desk
from issuers.errors import FieldProblem
from issuers.people.devices import device_of
from issuers.saying import shown
from templates import views
from templates.documents.qr import secret_qr_svg
from web.limits import Meter, Purpose, meter_of
from web.pages import frame_of, show
from web.session import clear_waiting, read_waiting, set_waiting

router = APIRouter(include_in_schema=False)

HERE: Final = f"{WALLET}/toestel-erbij"
OTHER: Final = "/toestel"
_HALF: Final = 4


@router.get(HERE)
def show_adding(request: Request, desk: Desk, holder: AHolder) -> Response:
    """Show the code, or the device that asks with it."""
    view = views.entering.AddDevice(
        frame=frame_of(request), begin_action=HERE, look_href=HERE, back_href=DEVICES
    )
    adding = find_adding(desk, holder=holder)
    if adding is not None and adding.allowed is None:
        view = _going_on(view, adding, base_url=desk.base_url)
    return show(request, "toestel-erbij", view)


@router.post(HERE)
def begin(desk: Desk, holder: AHolder) -> Response:
    """Make a code for another device."""
    begin_adding(desk, holder=holder)
    return RedirectResponse(HERE, status_code=303)


@router.post(f"{HERE}/{{ask_id}}/mag")
def say_yes(
    desk: Desk, holder: AHolder, ask_id: UUID, hoe: Annotated[Allowed, Form()] = Allowed.FOR_AN_HOUR
) -> Response:
    """Let the device in that asks."""
    allow(desk, ask_id, allowed=hoe, holder=holder)
    return RedirectResponse(f"{DEVICES}?klaar=mag", status_code=303)


@router.post(f"{HERE}/nee")
def say_no(desk: Desk, holder: AHolder) -> Response:
    """Let nobody in by this code."""
    refuse(desk, holder=holder)
    return RedirectResponse(DEVICES, status_code=303)


@router.get(OTHER)
def ask_code(request: Request, code: str = "") -> Response:
    """Ask for the code; it may stand in the address that was scanned. This changes nothing."""
    return _ask(request, typed={"code": code[:20]})


@router.post(OTHER)
def ask(
    request: Request,
    desk: Desk,
    meter: Annotated[Meter, Depends(meter_of)],
    code: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """Ask the other device to be let in."""
    meter.take(Purpose.CARD)
    try:
        secret = ask_in(desk, code, device=device_of(request.headers.get("user-agent", "")))
    except DeviceCodeError as error:
        return _ask(request, typed={"code": code[:20]}, problem=error)
    response = RedirectResponse(f"{OTHER}/wacht", status_code=303)
    set_waiting(request, response, token=secret)
    return response


@router.get(f"{OTHER}/wacht")
def wait(request: Request, desk: Desk) -> Response:
    """Tell whether the other device said yes; this changes nothing."""
    try:
        may = is_let_in(desk, read_waiting(request) or "")
    except DeviceCodeError as error:
        return _ask(request, typed={}, problem=error)
    view = views.entering.WaitForDevice(
        frame=frame_of(request), is_let_in=may, action=f"{OTHER}/wacht", look_href=f"{OTHER}/wacht"
    )
    return show(request, "toestel-wacht", view)


@router.post(f"{OTHER}/wacht")
def enter(request: Request, desk: Desk) -> Response:
    """Come in, once."""
    device = device_of(request.headers.get("user-agent", ""))
    try:
        token, here = come_in(desk, read_waiting(request) or "", device=device)
    except DeviceCodeError as error:
        return _ask(request, typed={}, problem=error)
    response = RedirectResponse(f"{WALLET}?klaar=open", status_code=303)
    clear_waiting(request, response)
    let_in(request, response, token=token, on=here)
    return response


def _going_on(view: views.entering.AddDevice, adding: Adding, *, base_url: str) -> views.entering.AddDevice:
    """Show how far it has come."""
    code = f"{adding.code[:_HALF]}-{adding.code[_HALF:]}"
    url = f"{base_url}{OTHER}?code={code}"
    return replace(
        view,
        code=None if adding.asks is not None else code,
        qr=secret_qr_svg(url, title="QR-code"),
        url=url,
        type_url=f"{base_url}{OTHER}",
        asks=adding.asks,
        allow_action=f"{HERE}/{adding.id}/mag",
        refuse_action=f"{HERE}/nee",
    )


def _ask(request: Request, *, typed: Mapping[str, str], problem: DeviceCodeError | None = None) -> Response:
    problems = [FieldProblem.of(problem, field="code")] if problem else []
    view = views.entering.JoinDevice(
        frame=frame_of(request), action=OTHER, typed=typed, problems=shown(request, problems)
    )
    return show(request, "toestel", view)
