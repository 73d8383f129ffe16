"""Go to a provider, and come back: to sign in, or to say that an account there is one's own."""

from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Depends
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from issuers.accounts.attempts import Attempt, begin, finish, new_attempt
from issuers.accounts.exchange import authorization_url, read_answer
from issuers.accounts.linking import find_person, link, require_linking, unlink
from issuers.accounts.metadata import Metadata
from issuers.accounts.tokens import Account
from issuers.dependencies import Accounts, Desk, SignedInPerson, visitor_of
from issuers.desk import IssuingDesk
from issuers.errors import AccountError, AttemptError
from issuers.people.pages.account import account_page
from issuers.people.pages.entering import enter
from issuers.people.pages.resuming import ELSEWHERE, OWN, Interrupted, Kept, KeptForm, go_on, home_of
from issuers.people.pages.signing_in import COUNTED
from issuers.people.pages.ways_in import ways_in_page
from issuers.people.sessions import Visitor
from issuers.people.tables import Proof
from templates import views
from web.pages import frame_of, show
from web.session import new_token, read_errand, set_errand

router = APIRouter(include_in_schema=False)

LINK: Final = "/mijn/accounts"


async def told_of(accounts: Accounts, key: str) -> Metadata | AccountError:
    """Ask a provider where it signs people in; give what went wrong as a value, for the page to tell."""
    provider = accounts.find(key)
    try:
        return await accounts.metadata_of(provider)
    except AccountError as error:
        return error


def attempt_of(request: Request, desk: Desk, accounts: Accounts, key: str) -> Attempt:
    """Find for what somebody went who comes back, and what he was doing before."""
    provider = accounts.find(key)
    state = read_answer(request.query_params.multi_items()).state
    attempt = finish(desk, state, browser=read_errand(request), provider=provider.key)
    request.state.interrupted = _interrupted(attempt)
    return attempt


Told = Annotated[Metadata | AccountError, Depends(told_of)]
Begun = Annotated[Attempt, Depends(attempt_of)]


async def found_of(
    request: Request, desk: Desk, accounts: Accounts, key: str, attempt: Begun
) -> Account | AccountError:
    """Ask the provider whose account it is; give what went wrong as a value, for the page to tell."""
    answer = read_answer(request.query_params.multi_items())
    provider = accounts.find(key)
    try:
        return await accounts.identify(
            provider, attempt, answer=answer, redirect_url=_redirect_url(desk, provider.key)
        )
    except AccountError as error:
        return error


@router.post(f"{ELSEWHERE}/{{key}}", dependencies=COUNTED)
def go_to_sign_in(  # noqa: PLR0913, PLR0917 (what FastAPI gives)
    request: Request, desk: Desk, accounts: Accounts, key: str, told: Told, kept: Kept
) -> Response:
    """Go to a provider to sign in there; what somebody was doing waits, sealed."""
    interrupted = request.state.interrupted = Interrupted.of(kept)
    if isinstance(told, AccountError):
        raise told
    kept_form = kept.bewaard if interrupted.is_sent else ""
    attempt = new_attempt(key, path=interrupted.path, kept=kept_form)
    return _go(request, desk, attempt, told=told, accounts=accounts)


@router.post(f"{LINK}/{{key}}", dependencies=COUNTED)
def go_to_link(  # noqa: PLR0913, PLR0917 (as above)
    request: Request, desk: Desk, accounts: Accounts, key: str, told: Told, visitor: SignedInPerson
) -> Response:
    """Go to a provider to say that an account there is one's own."""
    require_linking(desk, visitor)
    if isinstance(told, AccountError):
        return _own_page(request, desk, visitor, problem=told)
    attempt = new_attempt(key, session_id=visitor.session_id, path=OWN)
    return _go(request, desk, attempt, told=told, accounts=accounts)


@router.get(f"{ELSEWHERE}/{{key}}/terug", dependencies=COUNTED)
def come_back(
    request: Request,
    desk: Desk,
    attempt: Begun,
    found: Annotated[Account | AccountError, Depends(found_of)],
) -> Response:
    """Come back from a provider: signed in, or with an account that is one's own from now on."""
    if attempt.session_id is not None:
        return _link(request, desk, attempt, found=found)
    if isinstance(found, AccountError):
        raise found
    entered = enter(request, find_person(desk, found))
    return entered.give_to(go_on(request, _interrupted(attempt), visitor=entered.visitor))


@router.post(f"{LINK}/{{account_id}}/weg")
def forget(desk: Desk, visitor: SignedInPerson, account_id: UUID) -> Response:
    """Say that an account elsewhere opens nothing here any more."""
    unlink(desk, account_id, visitor=visitor)
    return RedirectResponse(f"{OWN}?klaar=account-weg", status_code=303)


def _go(
    request: Request, desk: IssuingDesk, attempt: Attempt, *, told: Metadata, accounts: Accounts
) -> Response:
    """Send a browser to a provider; by a page, for a form may lead to our own address only (CSP)."""
    provider = accounts.find(attempt.provider)
    browser = read_errand(request) or new_token()
    state = begin(desk, attempt, browser=browser)
    redirect_url = _redirect_url(desk, provider.key)
    href = authorization_url(told, attempt, provider=provider, state=state, redirect_url=redirect_url)
    view = views.signing_in.GoElsewhere(frame=frame_of(request), name=provider.name, href=href)
    response = show(request, "inloggen-elders", view)
    set_errand(request, response, token=browser)
    return response


def _link(
    request: Request, desk: IssuingDesk, attempt: Attempt, *, found: Account | AccountError
) -> Response:
    """Remember an account for the very sign-in that asked for it."""
    visitor = visitor_of(request)
    if visitor is None or visitor.session_id != attempt.session_id:
        raise AttemptError
    try:
        if isinstance(found, AccountError):
            raise found
        link(desk, found, visitor=visitor)
    except AccountError as error:
        return _own_page(request, desk, visitor, problem=error)
    if visitor.proof is not Proof.LINK:
        return RedirectResponse(f"{OWN}?klaar=account", status_code=303)
    entered = enter(request, find_person(desk, found), organisation_id=visitor.organisation_id)
    return entered.give_to(RedirectResponse(home_of(entered.visitor), status_code=303))


def _own_page(request: Request, desk: IssuingDesk, visitor: Visitor, *, problem: AccountError) -> Response:
    """Show where somebody was, with what went wrong."""
    page = ways_in_page if visitor.proof is Proof.LINK else account_page
    return page(request, desk, visitor, problem=problem)


def _interrupted(attempt: Attempt) -> Interrupted:
    return Interrupted.of(KeptForm(naar=attempt.path, bewaard=attempt.kept))


def _redirect_url(desk: IssuingDesk, key: str) -> str:
    """Give where a provider sends people back to: each another place, so that none is taken for another."""
    return f"{desk.base_url}{ELSEWHERE}/{key}/terug"
