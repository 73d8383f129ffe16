"""Open what one keeps with a code that is sent to a mail address or a phone number, and let one do so.

A link in a letter would be opened by scanners of mail; a code is typed. What is said is the same for an
address that we know and for one that we do not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Final, TypeAlias
from uuid import UUID

from fastapi import APIRouter, Depends, Form
from fastapi.responses import RedirectResponse, Response
from starlette.background import BackgroundTask
from starlette.requests import Request

from holders.dependencies import AHolder, Joins, Offered, let_in, offered_by, telephone_of
from holders.entering.addresses import (
    Address,
    Write,
    ask_to_add,
    ask_to_open,
    confirm,
    lookup_of,
    open_by_address,
    remove_address,
    secret_to_wait,
    shown_after,
)
from holders.entering.asking import Asker, asks_by_browser
from holders.entering.reading import read_address
from holders.errors import AddressCodeError, AddressTakenError
from holders.keeping.telephones import require_all
from holders.places import WALLET
from issuers.dependencies import Desk
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, NotFoundError
from issuers.identifiers import uuid7
from issuers.mailing.outbox import Letter
from issuers.people.pages.signing_in import COUNTED
from issuers.recipients.tables import Channel
from issuers.saying import shown
from templates import views
from templates.rendering import render_mail
from web.limits import Meter, Purpose, meter_of, network_of
from web.locale import language_of
from web.pages import frame_of, show
from web.session import clear_waiting, read_known, read_waiting, set_known, set_waiting

router = APIRouter(include_in_schema=False)

WAYS: Final = f"{WALLET}/toegang"
ADD: Final = f"{WALLET}/adres"
OPEN: Final = "/openen/adres"
AMeter: TypeAlias = Annotated[Meter, Depends(meter_of)]
Typed: TypeAlias = Annotated[str, Form(max_length=300)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """Hold an address that somebody sent, and by which channels we send something back."""

    request: Request
    offered: frozenset[Channel]
    meter: Meter
    typed: str

    def read(self) -> Address:
        """Read the address, and count that a code is asked for it.

        Raises:
            FormError: it is none.
            TooManyError: one was asked for it a moment ago, or too many in all, from this network address.
        """
        address = read_address(self.typed, offered=self.offered)
        self.meter.take(Purpose.CARD)
        asked = f"{address.channel} {address.address} {network_of(self.meter.client)}"
        self.meter.limiter.take(Purpose.LETTER, asked)
        return address

    def asker(self, desk: IssuingDesk, address: Address) -> Asker:
        """Say which browser asks for a code to it."""
        lookup, shows = lookup_of(desk, address), read_known(self.request)
        return asks_by_browser(desk, lookup, shows=shows, network=network_of(self.meter.client))

    def refused(self, error: FormError, *, action: str) -> Response:
        """Say what is wrong with it."""
        return _ask(self.request, action=action).page(typed=self.typed, problems=error.problems)


def sent(request: Request, offered: Offered, meter: AMeter, adres: Typed = "") -> Sent:
    """Take down what somebody sent."""
    return Sent(request=request, offered=offered, meter=meter, typed=adres)


ASent: TypeAlias = Annotated[Sent, Depends(sent)]


@router.get(ADD)
def ask_own(request: Request, holder: AHolder) -> Response:
    """Ask for an address that is to open what he keeps."""
    require_all(holder)
    return _ask(request, action=ADD).page()


@router.post(ADD, dependencies=COUNTED)
def send_own(desk: Desk, holder: AHolder, here: ASent) -> Response:
    """Send a code to it."""
    require_all(holder)
    try:
        address = here.read()
    except FormError as error:
        return here.refused(error, action=ADD)
    waits, write = read_waiting(here.request), code_letter(here.request, desk)
    secret = ask_to_add(desk, address, holder=holder, write=write, waits=waits)
    response = RedirectResponse(f"{ADD}/code", status_code=303)
    set_waiting(here.request, response, token=secret)
    return response


@router.get(f"{ADD}/code")
def ask_own_code(request: Request, holder: AHolder) -> Response:
    """Ask for the code that was sent."""
    require_all(holder)
    return _type(request, action=f"{ADD}/code")


@router.post(f"{ADD}/code")
def keep_own(request: Request, desk: Desk, holder: AHolder, meter: AMeter, code: Typed = "") -> Response:
    """Let the address open what he keeps."""
    meter.take(Purpose.CARD)
    secret = read_waiting(request) or ""
    try:
        confirm(desk, secret, typed=code, holder=holder)
    except (AddressCodeError, AddressTakenError) as error:
        return _type(request, action=f"{ADD}/code", typed={"code": code[:20]}, problem=error)
    response = RedirectResponse(f"{WAYS}?klaar=adres", status_code=303)
    clear_waiting(request, response)
    _know(request, response, shows=shown_after(desk, secret))
    return response


@router.post(f"{ADD}/{{address_id}}/weg")
def drop(desk: Desk, holder: AHolder, address_id: UUID) -> Response:
    """Let an address open nothing any more."""
    remove_address(desk, address_id, holder=holder)
    return RedirectResponse(f"{WAYS}?klaar=adres-weg", status_code=303)


@router.get(OPEN)
def ask(request: Request) -> Response:
    """Ask for the address."""
    return _ask(request, action=OPEN).page()


@router.post(OPEN, dependencies=COUNTED)
def send(desk: Desk, here: ASent) -> Response:
    """Send a code to it, if it opens anything; nobody is told whether it does."""
    try:
        address = here.read()
    except FormError as error:
        return here.refused(error, action=OPEN)
    by, write = here.asker(desk, address), code_letter(here.request, desk)
    secret = secret_to_wait(desk, address, by=by, waits=read_waiting(here.request))
    # A letter takes longer than none: so the answer goes first, and the line is closed.
    later = BackgroundTask(ask_to_open, desk, address, secret=secret, by=by, write=write)
    response = RedirectResponse(f"{OPEN}/code", status_code=303, background=later)
    response.headers["Connection"] = "close"
    set_waiting(here.request, response, token=secret)
    return response


@router.get(f"{OPEN}/code")
def ask_code(request: Request, join: Joins) -> Response:
    """Ask for the code, and whose telephone this is."""
    return _type(request, action=f"{OPEN}/code", join=join)


@router.post(f"{OPEN}/code")
def open_it(
    request: Request, desk: Desk, meter: AMeter, code: Typed = "", eigen: Annotated[str, Form()] = "nee"
) -> Response:
    """Open what he keeps."""
    meter.take(Purpose.CARD)
    on, secret = telephone_of(request, is_own=eigen == "ja"), read_waiting(request) or ""
    try:
        token = open_by_address(desk, secret, typed=code, on=on)
    except AddressCodeError as error:
        return _type(request, action=f"{OPEN}/code", typed={"code": code[:20], "eigen": eigen}, problem=error)
    response = RedirectResponse(f"{WALLET}?klaar=open", status_code=303)
    clear_waiting(request, response)
    let_in(request, response, token=token, on=on)
    _know(request, response, shows=shown_after(desk, secret) if on.is_own else None)
    return response


def _know(request: Request, response: Response, *, shows: str | None) -> None:
    """Let his own browser be known for the address: what strangers ask does not count there."""
    if shows is not None:
        set_known(request, response, token=shows)


def code_letter(request: Request, desk: IssuingDesk) -> Write:
    """Give what writes the letter with a code: no name in it, and no code in what a locked screen shows."""
    language = language_of(request)

    def write(address: Address, code: str) -> Letter:
        mail = render_mail(
            "code", views.people.CodeMail(base_url=desk.base_url, code=code), language=language
        )
        text = mail.text if address.channel is Channel.MAIL else f"{mail.subject}: {code}"
        return Letter(
            id=uuid7(desk.clock.now()),
            recipient=address.address,
            subject=mail.subject,
            text=text,
            channel=address.channel,
        )

    return write


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedAddress:
    """Ask for an address: to add, to open by, or to prove another list by (`joins`)."""

    request: Request
    action: str
    back_href: str
    joins: bool = False

    def page(self, *, typed: str | None = None, problems: Sequence[FieldProblem] = ()) -> Response:
        """Show the form.

        Raises:
            NotFoundError: nothing is sent here.
        """
        offered = offered_by(self.request)
        if not offered:
            raise NotFoundError
        view = views.entering.AskAddress(
            frame=frame_of(self.request),
            action=self.action,
            is_opening=self.action != ADD,
            joins=self.joins,
            by_mail=Channel.MAIL in offered,
            by_phone=Channel.PHONE in offered,
            back_href=self.back_href,
            typed={} if typed is None else {"adres": typed},
            problems=shown(self.request, problems),
        )
        return show(self.request, "adres", view)


def _ask(request: Request, *, action: str) -> AskedAddress:
    return AskedAddress(request=request, action=action, back_href=WALLET if action == OPEN else WAYS)


def _type(
    request: Request,
    *,
    action: str,
    join: str | None = None,
    typed: Mapping[str, str] | None = None,
    problem: AddressCodeError | AddressTakenError | None = None,
) -> Response:
    again = action.removesuffix("/code")
    view = views.entering.TypeCode(
        frame=frame_of(request),
        action=action,
        is_opening=again == OPEN,
        again_href=again,
        card_href="/kaart" if again == OPEN else None,
        passkey_href="/openen/passkey" if again == OPEN else None,
        join_href=join,
        typed=typed or {},
        problems=shown(request, [FieldProblem.of(problem, field="code")] if problem else []),
    )
    return show(request, "adres-code", view)
