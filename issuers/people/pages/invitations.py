"""Open an invitation, and accept it. To open it changes nothing: scanners of mail open every link."""

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from badges.moments import dutch_day
from issuers.dependencies import Desk, MaybeVisitor
from issuers.errors import InvitationError, SignInFirstError
from issuers.people import accepting
from issuers.people.accepting import check_visitor, find_invitation
from issuers.people.inviting import Invited
from issuers.people.pages.entering import enter
from issuers.people.pages.resuming import home_of
from issuers.people.pages.ways_in import WAYS_IN
from issuers.people.sessions import Proven, choose_organisation, find_visitor
from issuers.people.tables import Proof, Role
from issuers.saying import said_of
from templates import views
from web.locale import language_of
from web.pages import frame_of, show
from web.session import read_session

router = APIRouter(include_in_schema=False)

TO_SIGN_IN = {"nl": "Log in", "en": "Sign in"}


@router.get("/uitnodiging/{token}")
def show_invitation(request: Request, desk: Desk, visitor: MaybeVisitor, token: str) -> Response:
    """Show what someone is invited to."""
    invited = find_invitation(desk, token)
    try:
        check_visitor(desk, invited, visitor=visitor)
    except InvitationError as error:
        return _page(request, invited, problem=error)
    return _page(request, invited)


@router.post("/uitnodiging/{token}")
def accept(request: Request, desk: Desk, visitor: MaybeVisitor, token: str) -> Response:
    """Accept: who is new here goes on to make a way to sign in."""
    invited = find_invitation(desk, token)
    try:
        accepted = accepting.accept(desk, token, visitor=visitor)
    except InvitationError as error:
        return _page(request, invited, problem=error)
    held = read_session(request)
    if visitor is not None and held:
        choose_organisation(desk, held, organisation_id=accepted.organisation_id)
        return RedirectResponse(home_of(find_visitor(desk, held) or visitor), status_code=303)
    proven = Proven(person_id=accepted.person_id, proof=Proof.LINK)
    entered = enter(request, proven, organisation_id=accepted.organisation_id)
    return entered.give_to(RedirectResponse(WAYS_IN, status_code=303))


def _page(request: Request, invited: Invited, *, problem: InvitationError | None = None) -> Response:
    language = language_of(request)
    sign_in_first = isinstance(problem, SignInFirstError)
    view = views.people.InvitationPage(
        frame=frame_of(request),
        name=invited.name,
        organisation=invited.organisation,
        roles=tuple(role.value for role in Role if role in invited.roles),
        until=dutch_day(invited.expires),
        action=request.url.path,
        problem=said_of(request, problem),
        next=views.pieces.Link(href=f"/inloggen?verder={request.url.path}", text=TO_SIGN_IN[language])
        if sign_in_first
        else None,
    )
    return show(request, "uitnodiging", view, because=problem)
