"""Bring two lists together: let somebody prove the other, show what comes along, and do it."""

from dataclasses import dataclass
from typing import Annotated, Any, Final, TypeAlias

from fastapi import APIRouter, Body, Depends, Form
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette.background import BackgroundTask
from starlette.requests import Request

from holders.cards.cards import open_by_card
from holders.cards.codes import PICTURES, read_typed
from holders.cards.pages.cards import CardFields
from holders.dependencies import AHolder, offered_by, telephone_of
from holders.entering.addresses import ask_to_open, open_by_address, secret_to_wait
from holders.entering.pages.addresses import ASent, AskedAddress, code_letter
from holders.entering.pages.passkeys import way_out
from holders.errors import AddressCodeError, AlreadyKeptError, CardError, JoiningError
from holders.keeping.telephones import KnownHolder, Telephone, require_all
from holders.places import WALLET
from holders.rights.joining import Coming, find_other, join, show_coming
from issuers.dependencies import Desk
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError
from issuers.people.pages.signing_in import COUNTED
from issuers.saying import said, shown
from templates import views
from web.limits import Meter, Purpose, meter_of
from web.pages import frame_of, show
from web.session import (
    clear_joining,
    clear_waiting,
    read_joining,
    read_waiting,
    set_joining,
    set_waiting,
)

router = APIRouter(include_in_schema=False)

HERE: Final = f"{WALLET}/samen"
CARD: Final = f"{HERE}/kaart"
PASSKEY: Final = f"{HERE}/passkey"
ADDRESS: Final = f"{HERE}/adres"
AMeter: TypeAlias = Annotated[Meter, Depends(meter_of)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """Hold who brings lists together, on which telephone."""

    request: Request
    desk: IssuingDesk
    holder: KnownHolder

    @property
    def on(self) -> Telephone:
        """Say for which sign-in the other list is proved: it opens nothing itself."""
        return Telephone(device=telephone_of(self.request).device, is_own=False, joins=self.holder.session_id)


def joining(request: Request, desk: Desk, holder: AHolder) -> Joining:
    """Let in who does so on his own telephone.

    Raises:
        NotFoundError: it is not his own, or shows only what one organisation gave.
    """
    require_all(holder)
    return Joining(request=request, desk=desk, holder=holder)


AJoining: TypeAlias = Annotated[Joining, Depends(joining)]


@router.get(HERE)
def ask(here: AJoining) -> Response:
    """Say what it is, or what comes along once the other list was proved; this changes nothing."""
    return _page(here)


@router.post(HERE)
def bring_together(here: AJoining) -> Response:
    """Bring them together."""
    try:
        join(here.desk, read_joining(here.request), holder=here.holder)
    except JoiningError as error:
        return _page(here, problem=error)
    response = RedirectResponse(f"{WALLET}?klaar=samen", status_code=303)
    clear_joining(here.request, response)
    return response


@router.get(CARD)
def ask_card(here: AJoining) -> Response:
    """Ask for the card of the other list."""
    return _card(here, filled=None)


@router.post(CARD)
def prove_by_card(here: AJoining, filled: Annotated[CardFields, Form()], meter: AMeter) -> Response:
    """Prove it by the card and its pictures."""
    try:
        card = read_typed(filled.code, chosen=filled.chosen)
        meter.take(Purpose.CARD)
        secret = open_by_card(here.desk, card, on=here.on)
    except FormError as error:
        return _card(here, filled=filled, problems=error.problems)
    except (CardError, AlreadyKeptError) as error:
        return _card(here, filled=filled, problems=(FieldProblem.of(error, field="code"),))
    return _proved(here, secret)


@router.get(PASSKEY)
def ask_passkey(here: AJoining) -> Response:
    """Ask for the passkey of the other list."""
    view = views.entering.OpenByPasskey(
        frame=frame_of(here.request),
        own=views.signing_in.PasskeyAsk(options_action="/openen/passkey/vraag", action=PASSKEY),
        borrowed=None,
        way_out=way_out(here.request, here.desk),
        address=here.desk.base_url,
        back_href=HERE,
    )
    return show(here.request, "passkey-openen", view)


@router.post(PASSKEY, dependencies=COUNTED)
def prove_by_passkey(here: AJoining, credential: Annotated[dict[str, Any], Body()]) -> Response:
    """Prove it by the passkey."""
    from holders.entering.passkeys import open_by_passkey  # noqa: PLC0415 - its library is large; a start can do without

    response = JSONResponse({"naar": HERE})
    set_joining(here.request, response, token=open_by_passkey(here.desk, credential, on=here.on))
    return response


@router.get(ADDRESS)
def ask_address(here: AJoining) -> Response:
    """Ask for the address of the other list."""
    return AskedAddress(request=here.request, action=ADDRESS, back_href=HERE, joins=True).page()


@router.post(ADDRESS, dependencies=COUNTED)
def send_code(here: AJoining, sent: ASent) -> Response:
    """Send a code to it, if it opens anything; nobody is told whether it does."""
    try:
        address = sent.read()
    except FormError as error:
        asked = AskedAddress(request=here.request, action=ADDRESS, back_href=HERE, joins=True)
        return asked.page(typed=sent.typed, problems=error.problems)
    by, write = sent.asker(here.desk, address), code_letter(here.request, here.desk)
    secret = secret_to_wait(here.desk, address, by=by, waits=read_waiting(here.request))
    later = BackgroundTask(ask_to_open, here.desk, address, secret=secret, by=by, write=write)
    response = RedirectResponse(f"{ADDRESS}/code", status_code=303, background=later)
    response.headers["Connection"] = "close"  # a letter takes longer than none: the answer goes first
    set_waiting(here.request, response, token=secret)
    return response


@router.get(f"{ADDRESS}/code")
def ask_code(here: AJoining) -> Response:
    """Ask for the code."""
    return _code(here)


@router.post(f"{ADDRESS}/code")
def prove_by_code(here: AJoining, meter: AMeter, code: Annotated[str, Form(max_length=300)] = "") -> Response:
    """Prove it by the code."""
    meter.take(Purpose.CARD)
    try:
        secret = open_by_address(here.desk, read_waiting(here.request) or "", typed=code, on=here.on)
    except AddressCodeError as error:
        return _code(here, typed=code[:20], problems=(FieldProblem.of(error, field="code"),))
    response = _proved(here, secret)
    clear_waiting(here.request, response)
    return response


def _proved(here: Joining, secret: str) -> Response:
    response = RedirectResponse(HERE, status_code=303)
    set_joining(here.request, response, token=secret)
    return response


def _page(here: Joining, *, problem: JoiningError | None = None) -> Response:
    coming: Coming | None = None
    try:
        other = find_other(here.desk, read_joining(here.request), holder=here.holder)
        coming = show_coming(here.desk, other) if other else None
    except JoiningError as error:
        problem = error
    offered = offered_by(here.request)
    view = views.entering.JoinLists(
        frame=frame_of(here.request),
        action=HERE,
        card_href=CARD,
        passkey_href=PASSKEY,
        address_href=ADDRESS if offered else None,
        back_href=f"{WALLET}/toegang",
        coming=_shown(coming) if coming else None,
        problem=said(here.request, problem) if problem else None,
    )
    return show(here.request, "mijn-samen", view)


def _shown(coming: Coming) -> views.entering.ComingAlong:
    return views.entering.ComingAlong(
        titles=coming.titles,
        more=coming.count - len(coming.titles),
        foreign=coming.foreign,
        shares=coming.shares,
        schools=tuple(coming.schools),
        helpers=tuple(coming.helpers),
    )


def _card(
    here: Joining, *, filled: CardFields | None, problems: tuple[FieldProblem, ...] | list[FieldProblem] = ()
) -> Response:
    view = views.cards.CardTyped(
        frame=frame_of(here.request),
        by_field=PICTURES,
        action=CARD,
        joins=True,
        typed={**filled.typed, "code": filled.code} if filled else {},
        problems=shown(here.request, problems),
    )
    return show(here.request, "kaart-openen", view)


def _code(here: Joining, *, typed: str = "", problems: tuple[FieldProblem, ...] = ()) -> Response:
    view = views.entering.TypeCode(
        frame=frame_of(here.request),
        action=f"{ADDRESS}/code",
        is_opening=True,
        joins=True,
        again_href=ADDRESS,
        card_href=CARD,
        passkey_href=PASSKEY,
        typed={"code": typed},
        problems=shown(here.request, problems),
    )
    return show(here.request, "adres-code", view)
