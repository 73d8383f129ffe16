"""What the pages of this room ask for: the desk, and whose telephone it is."""

from typing import Annotated, TypeAlias, cast

from fastapi import Depends
from starlette.requests import Request

from holders.editions import Editions
from holders.telephones import KnownHolder, find_holder
from issuers.dependencies import Desk
from issuers.errors import NotFoundError
from web.session import read_holder


def editions_of(request: Request) -> Editions:
    """Give what signs editions, which `app` filled in: this room has no keys."""
    return cast("Editions", request.app.state.editions)


def holder_of(request: Request, desk: Desk) -> KnownHolder | None:
    """Tell who keeps badges on this telephone, if anybody does."""
    return find_holder(desk, read_holder(request))


def kept_here(holder: Annotated[KnownHolder | None, Depends(holder_of)]) -> KnownHolder:
    """Tell who keeps badges on this telephone.

    Raises:
        NotFoundError: nobody does.
    """
    if holder is None:
        raise NotFoundError
    return holder


TheEditions: TypeAlias = Annotated[Editions, Depends(editions_of)]
AHolder: TypeAlias = Annotated[KnownHolder, Depends(kept_here)]
MaybeHolder: TypeAlias = Annotated[KnownHolder | None, Depends(holder_of)]
