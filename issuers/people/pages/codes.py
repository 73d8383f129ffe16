"""An app with codes: make one, sign in with a code, recovery codes. All of it works without JavaScript."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from issuers.dependencies import Desk, SignedInPerson
from issuers.errors import CodeError, FieldProblem
from issuers.people.codes import (
    NewApp,
    begin_app,
    confirm_app,
    new_recovery_codes,
    pending_app,
    prove_code,
    remove_app,
)
from issuers.people.pages.entering import enter
from issuers.people.pages.resuming import Asking, Interrupted, Kept, go_on, sign_in_page
from issuers.people.pages.signing_in import COUNTED
from issuers.people.sessions import Proven
from issuers.people.tables import Proof
from issuers.saying import shown
from templates import views
from templates.documents.qr import secret_qr_svg
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

CONFIRM = "/mijn/app"


@router.post("/mijn/app/nieuw")
def begin(request: Request, desk: Desk, visitor: SignedInPerson) -> Response:
    """Show what an app needs, to scan or to type."""
    return _new(request, begin_app(desk, visitor=visitor))


@router.post(CONFIRM, dependencies=COUNTED)
def confirm(
    request: Request, desk: Desk, visitor: SignedInPerson, code: Annotated[str, Form()] = ""
) -> Response:
    """Take the app into use once it gives a right code; show the recovery codes, once."""
    try:
        codes = confirm_app(desk, code, visitor=visitor)
    except CodeError as error:
        return _new(request, pending_app(desk, visitor=visitor), problem=error)
    if visitor.proof is not Proof.LINK:
        return _recovery(request, codes)
    proven = Proven(person_id=visitor.person_id, proof=Proof.TOTP)
    entered = enter(request, proven, organisation_id=visitor.organisation_id)
    return entered.give_to(_recovery(request, codes))


@router.post("/mijn/app/codes", dependencies=COUNTED)
def renew_codes(request: Request, desk: Desk, visitor: SignedInPerson) -> Response:
    """Make new recovery codes, and show them once."""
    return _recovery(request, new_recovery_codes(desk, visitor=visitor))


@router.post("/mijn/app/weg")
def remove(desk: Desk, visitor: SignedInPerson) -> Response:
    """Remove the app; say so where this very sign-in is by it, for that goes on."""
    remove_app(desk, visitor=visitor)
    here = "-hier" if visitor.proof is Proof.TOTP else ""
    return RedirectResponse(f"/mijn?klaar=app-weg{here}", status_code=303)


@router.post("/inloggen/code", dependencies=COUNTED)
def sign_in_with_code(
    request: Request, desk: Desk, visitor: SignedInPerson, kept: Kept, code: Annotated[str, Form()] = ""
) -> Response:
    """Let in who is signed in by a link or an account elsewhere, and has a right code besides."""
    interrupted = Interrupted.of(kept)
    try:
        prove_code(desk, code, visitor=visitor)
    except CodeError as error:
        return sign_in_page(request, Asking(interrupted, problems=_at_code(request, error)))
    proven = Proven(person_id=visitor.person_id, proof=Proof.TOTP)
    entered = enter(request, proven, organisation_id=visitor.organisation_id)
    return entered.give_to(go_on(request, interrupted, visitor=entered.visitor))


def _new(request: Request, app: NewApp, *, problem: CodeError | None = None) -> Response:
    view = views.signing_in.NewCodeApp(
        frame=frame_of(request),
        qr=secret_qr_svg(app.uri, title="QR-code"),
        secret=app.secret,
        uri=app.uri,
        action=CONFIRM,
        problems=_at_code(request, problem) if problem else (),
    )
    return show(request, "app-nieuw", view)


def _at_code(request: Request, error: CodeError) -> tuple[views.pieces.Problem, ...]:
    return shown(request, [FieldProblem.of(error, field="code")])


def _recovery(request: Request, codes: tuple[str, ...]) -> Response:
    return show(request, "reservecodes", views.signing_in.RecoveryCodes(frame=frame_of(request), codes=codes))
