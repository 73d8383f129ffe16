"""How somebody comes to what he keeps: which ways he has, on which telephones, and taking one away."""

from typing import Final
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from holders.cards.cards import GivenCard, given_cards
from holders.dependencies import AHolder, Offered
from holders.entering.devices import Device, list_devices, take_off
from holders.entering.ways_in import OwnAddress, OwnPasskey, find_ways_in, remove_passkey
from holders.keeping.pages.offline import kept_frame
from holders.places import WALLET
from issuers.dependencies import Desk
from issuers.desk import IssuingDesk
from issuers.organisations.founding import find_organisation
from issuers.recipients.tables import Channel
from issuers.saying import Done, done_of
from templates import views
from web.pages import frame_of, show
from web.session import clear_holder

router = APIRouter(include_in_schema=False)

HERE: Final = f"{WALLET}/toegang"
DEVICES: Final = f"{WALLET}/toestellen"
ADD: Final = f"{WALLET}/toestel-erbij"
PASSKEYS: Final = f"{WALLET}/passkey"
ADDRESS: Final = f"{WALLET}/adres"
CARD: Final = f"{WALLET}/kaart"
DONE: Final[Done] = {
    "passkey": {
        "nl": "Je passkey is klaar. Hiermee open je je bewijzen.",
        "en": "Your passkey is ready. With it you open your badges.",
    },
    "passkey-weg": {
        "nl": "Deze passkey opent niets meer.",
        "en": "This passkey does not open anything any more.",
    },
    "adres": {
        "nl": "Met dit adres kun je nu een code vragen.",
        "en": "With this address you can ask for a code now.",
    },
    "adres-weg": {
        "nl": "Dit adres opent niets meer.",
        "en": "This address does not open anything any more.",
    },
}
DONE_HERE: Final[Done] = {
    "weg": {
        "nl": "Op dat toestel staat niets meer.",
        "en": "There is nothing on that device any more.",
    },
    "mag": {
        "nl": "Het mag. Ga verder op je andere toestel.",
        "en": "It may. Go on with your other device.",
    },
}


@router.get(HERE)
def show_ways(request: Request, desk: Desk, holder: AHolder, offered: Offered, klaar: str = "") -> Response:
    """Show how he comes here, and what he can add."""
    ways = find_ways_in(desk, holder=holder)
    view = views.entering.WaysIn(
        frame=frame_of(request),
        is_only_this=ways.is_only_this,
        devices=ways.devices,
        devices_href=DEVICES,
        add_device_href=ADD,
        passkeys=tuple(map(_passkey, ways.passkeys)),
        make_passkey_href=PASSKEYS,
        addresses=tuple(map(_address, ways.addresses)),
        given_cards=tuple(_given_card(desk, each) for each in given_cards(desk, holder=holder)),
        add_address_href=ADDRESS if offered else None,
        by_phone=Channel.PHONE in offered,
        card_since=ways.card_since,
        make_card_href=CARD,
        end_card_action=f"{CARD}/stop",
        join_href=f"{WALLET}/samen",
        back_href=WALLET,
        done=done_of(request, klaar, done=DONE),
    )
    return show(request, "mijn-toegang", view)


def _passkey(own: OwnPasskey) -> views.entering.KeptPasskey:
    return views.entering.KeptPasskey(
        device=own.device, made=own.made, used=own.used, remove_action=f"{PASSKEYS}/{own.id}/weg"
    )


def _address(own: OwnAddress) -> views.entering.KeptAddress:
    return views.entering.KeptAddress(
        is_phone=own.channel is Channel.PHONE,
        hint=own.hint,
        made=own.made,
        remove_action=f"{ADDRESS}/{own.id}/weg",
    )


def _given_card(desk: IssuingDesk, given: GivenCard) -> views.entering.GivenCard:
    return views.entering.GivenCard(
        organisation=find_organisation(desk, given.organisation_id).name,
        made=given.made,
        stop_action=f"{CARD}/{given.id}/stop",
    )


@router.post(f"{PASSKEYS}/{{passkey_id}}/weg")
def drop_passkey(desk: Desk, holder: AHolder, passkey_id: UUID) -> Response:
    """Let a passkey open nothing any more."""
    remove_passkey(desk, passkey_id, holder=holder)
    return RedirectResponse(f"{HERE}?klaar=passkey-weg", status_code=303)


@router.get(DEVICES)
def show_devices(request: Request, desk: Desk, holder: AHolder, klaar: str = "") -> Response:
    """Show the telephones on which somebody sees what he keeps."""
    view = views.entering.Devices(
        frame=kept_frame(request, desk, holder),
        devices=tuple(_row(desk, each) for each in list_devices(desk, holder=holder)),
        add_href=ADD,
        back_href=HERE,
        done=done_of(request, klaar, done=DONE_HERE),
    )
    return show(request, "mijn-toestellen", view)


@router.post(f"{DEVICES}/{{device_id}}/weg")
def drop_device(request: Request, desk: Desk, holder: AHolder, device_id: UUID) -> Response:
    """Let a telephone show nothing any more; this one too."""
    take_off(desk, device_id, holder=holder)
    if device_id != holder.session_id:
        return RedirectResponse(f"{DEVICES}?klaar=weg", status_code=303)
    response = RedirectResponse(f"{WALLET}?klaar=weg", status_code=303)
    clear_holder(request, response)
    return response


def _row(desk: IssuingDesk, device: Device) -> views.entering.KeptDevice:
    return views.entering.KeptDevice(
        kind=device.kind,
        since=device.since,
        seen=device.seen,
        until=device.until,
        is_here=device.is_here,
        only_of=find_organisation(desk, device.only_of).name if device.only_of else None,
        remove_action=f"{DEVICES}/{device.id}/weg",
    )
