"""What pages and endpoints of this room ask for: the desk, who is signed in, and for whom he acts."""

from typing import Annotated, Final, cast

from fastapi import Depends
from starlette.requests import Request

from issuers.accounts.directory import Directory
from issuers.desk import IssuingDesk
from issuers.errors import NotSignedInError, NoWorkplaceError
from issuers.people.marks import check_sender, check_workplace
from issuers.people.permissions import Actor
from issuers.people.sessions import Visitor, find_visitor
from issuers.people.tables import Proof
from templates.marking import FIELD
from web.forms import is_form
from web.session import read_session

SAFE: Final = frozenset({"GET", "HEAD"})


def desk_of(request: Request) -> IssuingDesk:
    """Give the desk that `app` opened."""
    return cast("IssuingDesk", request.app.state.desk)


def accounts_of(request: Request) -> Directory:
    """Give what `app` knows of the providers of accounts elsewhere."""
    return cast("Directory", request.app.state.accounts)


def visitor_of(request: Request) -> Visitor | None:
    """Tell who is signed in; asked once a request. A sign-in of a demo counts only in a demo."""
    if not hasattr(request.state, "visitor"):
        found = find_visitor(desk_of(request), read_session(request))
        counts = found is not None and (found.proof is not Proof.DEMO or request.app.state.is_demo)
        request.state.visitor = found if counts else None
    return cast("Visitor | None", request.state.visitor)


def visitor_now(request: Request) -> Visitor | None:
    """Tell who is signed in at this moment: what he may do can have ended since his request came."""
    if hasattr(request.state, "visitor"):
        del request.state.visitor
    return visitor_of(request)


async def sent_mark(request: Request) -> str | None:
    """Give the mark of the form that was sent; of two the last: one that waited brings its own along."""
    if request.method in SAFE or not is_form(request):
        return None
    marks = (await request.form()).getlist(FIELD)
    return str(marks[-1]) if marks else None


SentMark = Annotated[str | None, Depends(sent_mark)]


def person_of(request: Request, form: SentMark) -> Visitor:
    """Tell who is signed in, for an organisation or not.

    Raises:
        NotSignedInError: nobody is.
        OtherSenderError: he sends a form that was shown to somebody else.
    """
    visitor = visitor_of(request)
    if visitor is None:
        raise NotSignedInError
    if form is not None:
        check_sender(desk_of(request), form, visitor=visitor)
    return visitor


def actor_of(request: Request, visitor: Annotated[Visitor, Depends(person_of)], form: SentMark) -> Actor:
    """Tell who is signed in and acts for an organisation.

    Raises:
        NotSignedInError: nobody is signed in.
        NoWorkplaceError: whoever is acts for no organisation.
        OtherSenderError: he sends a form that was shown to somebody else, or for another organisation.
    """
    if visitor.actor is None:
        raise NoWorkplaceError
    if form is not None:
        check_workplace(desk_of(request), form, visitor=visitor)
    return visitor.actor


async def _accounts(request: Request) -> Directory:
    """Give the providers without a hop to another thread, as `_desk` does."""
    return accounts_of(request)


async def _desk(request: Request) -> IssuingDesk:
    """Give the desk without a hop to another thread: there is nothing to wait for."""
    return desk_of(request)


Desk = Annotated[IssuingDesk, Depends(_desk)]
Accounts = Annotated[Directory, Depends(_accounts)]
MaybeVisitor = Annotated[Visitor | None, Depends(visitor_of)]
SignedInPerson = Annotated[Visitor, Depends(person_of)]
SignedInActor = Annotated[Actor, Depends(actor_of)]
