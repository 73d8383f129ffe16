"""What pages and endpoints of this room ask for: the desk, and who is signed in."""

from typing import Annotated, cast

from fastapi import Depends
from starlette.requests import Request

from issuers.desk import IssuingDesk
from issuers.errors import NotSignedInError
from issuers.people.permissions import Actor
from issuers.people.sessions import find_actor
from web.session import read_session


def desk_of(request: Request) -> IssuingDesk:
    """Give the desk that `app` opened."""
    return cast("IssuingDesk", request.app.state.desk)


def visitor_of(request: Request) -> Actor | None:
    """Tell who is signed in; asked once a request."""
    if not hasattr(request.state, "visitor"):
        request.state.visitor = find_actor(desk_of(request), read_session(request))
    return cast("Actor | None", request.state.visitor)


def actor_of(request: Request) -> Actor:
    """Tell who is signed in.

    Raises:
        NotSignedInError: nobody is.
    """
    visitor = visitor_of(request)
    if visitor is None:
        raise NotSignedInError
    return visitor


async def _desk(request: Request) -> IssuingDesk:
    """Give the desk without a hop to another thread: there is nothing to wait for."""
    return desk_of(request)


Desk = Annotated[IssuingDesk, Depends(_desk)]
SignedInActor = Annotated[Actor, Depends(actor_of)]
