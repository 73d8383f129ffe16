"""Make a way to sign in: with a link that somebody was given, or beside the one that one has."""

from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Body, Form
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette.requests import Request

from issuers.accounts.linking import is_enough
from issuers.dependencies import Desk, SignedInPerson, accounts_of
from issuers.desk import IssuingDesk
from issuers.errors import AccountError
from issuers.people.codes import find_app
from issuers.people.devices import device_of
from issuers.people.enrolling import find_link, use_link
from issuers.people.own_passkeys import list_passkeys, remove_passkey, rename_passkey
from issuers.people.pages.entering import enter
from issuers.people.pages.resuming import begin_of, offers_codes, other_address
from issuers.people.pages.signing_in import COUNTED
from issuers.people.sessions import Proven, Visitor
from issuers.people.tables import Proof
from issuers.people.ways_in import require_enrolling
from issuers.saying import said_of
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

WAYS_IN: Final = "/mijn/inloggen"


@router.get("/instellen/{token}")
def show_link(request: Request, desk: Desk, token: str) -> Response:
    """Show what a link is for; that changes nothing: scanners of mail open every link."""
    view = views.signing_in.LinkPage(
        frame=frame_of(request), name=find_link(desk, token), action=request.url.path
    )
    return show(request, "instellen", view)


@router.post("/instellen/{token}", dependencies=COUNTED)
def follow_link(request: Request, desk: Desk, token: str) -> Response:
    """Use a link: whoever holds it may make a way to sign in, and nothing more."""
    entered = enter(request, Proven(person_id=use_link(desk, token), proof=Proof.LINK, link=token))
    return entered.give_to(RedirectResponse(WAYS_IN, status_code=303))


@router.get(WAYS_IN)
def ask_to_make(request: Request, desk: Desk, visitor: SignedInPerson) -> Response:
    """Show how to make a passkey."""
    require_enrolling(visitor, now=desk.clock.now())
    return ways_in_page(request, desk, visitor)


@router.post("/mijn/passkeys/vraag", dependencies=COUNTED)
def offer_passkey(desk: Desk, visitor: SignedInPerson) -> Response:
    """Give the browser what it needs to make a passkey."""
    from issuers.people.passkeys import enrolment_options  # noqa: PLC0415 - its library is large; a start can do without

    return Response(enrolment_options(desk, visitor=visitor), media_type="application/json")


@router.post("/mijn/passkeys", dependencies=COUNTED)
def keep_passkey(
    request: Request, desk: Desk, visitor: SignedInPerson, credential: Annotated[dict[str, Any], Body()]
) -> Response:
    """Keep the passkey that the device made; who had none yet is now signed in with it."""
    from issuers.people.passkeys import enrol  # noqa: PLC0415 - as above

    device = device_of(request.headers.get("user-agent", ""))
    made = enrol(desk, credential, visitor=visitor, device=device)
    if visitor.proof is not Proof.LINK:
        return JSONResponse({"naar": "/mijn?klaar=passkey"})
    proven = Proven(person_id=visitor.person_id, proof=Proof.PASSKEY, way_in=made)
    entered = enter(request, proven, organisation_id=visitor.organisation_id)
    return entered.give_to(JSONResponse({"naar": begin_of(entered.visitor)}))


@router.post("/mijn/passkeys/{passkey_id}/naam")
def rename(
    desk: Desk, visitor: SignedInPerson, passkey_id: UUID, naam: Annotated[str, Form()] = ""
) -> Response:
    """Call a passkey something else."""
    rename_passkey(desk, passkey_id, name=naam, visitor=visitor)
    return RedirectResponse("/mijn?klaar=naam", status_code=303)


@router.post("/mijn/passkeys/{passkey_id}/weg")
def remove(desk: Desk, visitor: SignedInPerson, passkey_id: UUID) -> Response:
    """Remove a passkey; say so where this very sign-in is by it, for that goes on."""
    remove_passkey(desk, passkey_id, visitor=visitor)
    here = "-hier" if visitor.way_in == passkey_id else ""
    return RedirectResponse(f"/mijn?klaar=weg{here}", status_code=303)


def ways_in_page(
    request: Request, desk: IssuingDesk, visitor: Visitor, *, problem: AccountError | None = None
) -> Response:
    """Show how to make a way to sign in, and what went wrong with one."""
    by_link = visitor.proof is Proof.LINK
    app = find_app(desk, visitor=visitor)
    view = views.signing_in.MakeWayIn(
        frame=frame_of(request),
        passkey=views.signing_in.PasskeyAsk(options_action="/mijn/passkeys/vraag", action="/mijn/passkeys"),
        replaces=by_link and bool(app or list_passkeys(desk, visitor=visitor)),
        app_action="/mijn/app/nieuw" if offers_codes(request, desk) and not app else None,
        code_href="/inloggen" if by_link and app else None,
        others=offered(request, desk) if by_link and is_enough(desk, visitor) else (),
        wrong_address=other_address(request, desk),
        back_href=None if by_link else "/mijn",
        problem=said_of(request, problem),
    )
    return show(request, "inloggen-instellen", view, because=problem)


def offered(request: Request, desk: IssuingDesk) -> tuple[views.signing_in.AccountAsk, ...]:
    """List at which providers one may have an account to link."""
    if other_address(request, desk):
        return ()
    return tuple(
        views.signing_in.AccountAsk(name=each.name, action=f"/mijn/accounts/{each.key}")
        for each in accounts_of(request).providers
    )
