"""What pages and endpoints of this room ask for: the desk, who is signed in, and for whom he acts."""

from typing import Annotated, cast

from fastapi import Depends
from starlette.requests import Request

from issuers.accounts.directory import Directory
from issuers.desk import IssuingDesk
from issuers.errors import NotSignedInError, NoWorkplaceError
from issuers.people.permissions import Actor
from issuers.people.sessions import Visitor, find_visitor
from issuers.people.tables import Proof
from web.session import read_session


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


def person_of(request: Request) -> Visitor:
    """Tell who is signed in, for an organisation or not.

    Raises:
        NotSignedInError: nobody is.
    """
    visitor = visitor_of(request)
    if visitor is None:
        raise NotSignedInError
    return visitor


def actor_of(request: Request) -> Actor:
    """Tell who is signed in and acts for an organisation.

    Raises:
        NotSignedInError: nobody is signed in.
        NoWorkplaceError: whoever is acts for no organisation.
    """
    visitor = person_of(request)
    if visitor.actor is None:
        raise NoWorkplaceError
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
