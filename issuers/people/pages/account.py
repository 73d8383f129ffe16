"""One's own page: for whom one works, how one signs in, and where one is signed in."""

from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Form
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from badges.moments import dutch_day
from issuers.accounts.directory import Directory
from issuers.accounts.linking import OwnAccount, list_accounts
from issuers.dependencies import Desk, SignedInPerson, accounts_of, person_of
from issuers.desk import IssuingDesk
from issuers.errors import AccountError
from issuers.people.codes import OwnApp, find_app
from issuers.people.own_passkeys import OwnPasskey, list_passkeys
from issuers.people.pages.resuming import CHOOSE, Interrupted, Kept, go_on, offers_codes
from issuers.people.pages.ways_in import WAYS_IN, offered
from issuers.people.sessions import (
    OpenSession,
    Visitor,
    Workplace,
    choose_organisation,
    end_all_sessions,
    end_session,
    find_visitor,
    list_sessions,
    workplaces,
)
from issuers.people.tables import Proof
from issuers.saying import Done, done_of, said_of
from templates import views
from web.pages import frame_of, show
from web.session import clear_session, read_session

router = APIRouter(include_in_schema=False)

DONE: Final[Done] = {
    "passkey": {"nl": "De passkey is gemaakt.", "en": "The passkey is made."},
    "naam": {"nl": "De naam is veranderd.", "en": "The name is changed."},
    "weg": {
        "nl": "De passkey is weg. Wie ermee was ingelogd, is nu uitgelogd.",
        "en": "The passkey is gone. Whoever was signed in with it is signed out now.",
    },
    "weg-hier": {
        "nl": "De passkey is weg. Wie ermee was ingelogd, is nu uitgelogd. Alleen hier ga je door.",
        "en": "The passkey is gone. Whoever was signed in with it is signed out now. Only here you go on.",
    },
    "app-weg": {
        "nl": "De app met codes is weg. Wie ermee was ingelogd, is nu uitgelogd.",
        "en": "The app with codes is gone. Whoever was signed in with it is signed out now.",
    },
    "app-weg-hier": {
        "nl": "De app met codes is weg. Wie ermee was ingelogd, is nu uitgelogd. Alleen hier ga je door.",
        "en": "The app with codes is gone. Whoever was signed in with it is signed out. Only here you go on.",
    },
    "account": {"nl": "Het account is gekoppeld. Je kunt ermee inloggen.", "en": "The account is linked."},
    "account-weg": {
        "nl": "Met dat account kun je hier niet meer inloggen. Wie ermee was ingelogd, is nu uitgelogd.",
        "en": "That account opens nothing here any more. Whoever was signed in with it is signed out now.",
    },
    "sessie": {"nl": "Daar is nu niemand meer ingelogd.", "en": "Nobody is signed in there any more."},
    "organisatie": {"nl": "Je werkt nu voor deze organisatie.", "en": "You now act for this organisation."},
}


@router.get("/mijn")
def show_account(request: Request, desk: Desk, visitor: SignedInPerson, klaar: str = "") -> Response:
    """Show what is one's own; who came by a link first makes a way to sign in."""
    if visitor.proof is Proof.LINK:
        return RedirectResponse(WAYS_IN, status_code=303)
    return account_page(request, desk, visitor, done=done_of(request, klaar, done=DONE))


@router.post(CHOOSE, dependencies=[Depends(person_of)])
def choose(request: Request, desk: Desk, kept: Kept, organisatie: Annotated[str, Form()] = "") -> Response:
    """Act for another organisation, and go on there with a form that is for it."""
    token, interrupted = read_session(request) or "", Interrupted.of(kept)
    choose_organisation(desk, token, organisation_id=organisatie)
    if not interrupted.is_sent:
        return RedirectResponse("/mijn?klaar=organisatie", status_code=303)
    request.state.visitor = find_visitor(desk, token)
    return go_on(request, interrupted, visitor=person_of(request, form=None))


@router.post("/mijn/sessies/weg")
def end_all(request: Request, desk: Desk, visitor: SignedInPerson) -> Response:
    """Sign out everywhere, here too."""
    end_all_sessions(desk, visitor=visitor)
    response = RedirectResponse("/inloggen", status_code=303)
    clear_session(request, response)
    return response


@router.post("/mijn/sessies/{session_id}/weg")
def end(desk: Desk, visitor: SignedInPerson, session_id: UUID) -> Response:
    """Sign out in one place."""
    end_session(desk, session_id, visitor=visitor)
    return RedirectResponse("/mijn?klaar=sessie", status_code=303)


def account_page(
    request: Request,
    desk: IssuingDesk,
    visitor: Visitor,
    *,
    done: str | None = None,
    problem: AccountError | None = None,
) -> Response:
    """Show what is one's own, and what was just done or went wrong."""
    accounts = accounts_of(request)
    passkeys, app = list_passkeys(desk, visitor=visitor), find_app(desk, visitor=visitor)
    proofs = len(passkeys) + bool(app)
    view = views.signing_in.Account(
        frame=frame_of(request),
        name=visitor.name,
        mail=visitor.mail,
        runs_platform=visitor.runs_platform,
        workplaces=tuple(_workplace(each, visitor=visitor) for each in workplaces(desk, visitor)),
        choose_action=CHOOSE,
        passkeys=tuple(_passkey(each, is_only=proofs == 1) for each in passkeys),
        ways_in_href=WAYS_IN,
        app=_app(app, is_only=proofs == 1) if offers_codes(request, desk) else None,
        accounts=tuple(
            _account(each, accounts, is_only=not proofs) for each in list_accounts(desk, visitor=visitor)
        ),
        others=offered(request, desk),
        sessions=tuple(_session(each, visitor=visitor) for each in list_sessions(desk, visitor)),
        end_all_action="/mijn/sessies/weg",
        done=done,
        problem=said_of(request, problem),
    )
    return show(request, "mijn", view, because=problem)


def _workplace(workplace: Workplace, *, visitor: Visitor) -> views.signing_in.WorkplaceRow:
    return views.signing_in.WorkplaceRow(
        organisation_id=workplace.organisation_id,
        name=workplace.name,
        is_current=workplace.organisation_id == visitor.organisation_id,
    )


def _account(account: OwnAccount, accounts: Directory, *, is_only: bool) -> views.signing_in.AccountRow:
    provider = accounts.provider_of(account.issuer)
    return views.signing_in.AccountRow(
        name=provider.name if provider else account.issuer,
        created=dutch_day(account.created),
        used=account.used,
        remove_action=None if is_only else f"/mijn/accounts/{account.id}/weg",
    )


def _passkey(passkey: OwnPasskey, *, is_only: bool) -> views.signing_in.PasskeyRow:
    return views.signing_in.PasskeyRow(
        name=passkey.name,
        created=dutch_day(passkey.created),
        used=passkey.used,
        rename_action=f"/mijn/passkeys/{passkey.id}/naam",
        remove_action=None if is_only else f"/mijn/passkeys/{passkey.id}/weg",
    )


def _app(app: OwnApp | None, *, is_only: bool) -> views.signing_in.CodeAppRow:
    return views.signing_in.CodeAppRow(
        new_action="/mijn/app/nieuw",
        remove_action=None if is_only else "/mijn/app/weg",
        codes_action="/mijn/app/codes",
        since=dutch_day(app.since) if app else None,
        codes_left=app.codes_left if app else 0,
    )


def _session(row: OpenSession, *, visitor: Visitor) -> views.signing_in.SessionRow:
    return views.signing_in.SessionRow(
        device=row.device,
        proof=row.proof.value,
        seen=row.seen,
        end_action=f"/mijn/sessies/{row.id}/weg",
        is_current=row.id == visitor.session_id,
    )
