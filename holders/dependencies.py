"""What the pages of this room ask for: the desk, and whose telephone it is."""

from typing import Annotated, TypeAlias, cast

from fastapi import Depends
from starlette.requests import Request
from starlette.responses import Response

from holders.keeping.editions import Editions
from holders.keeping.telephones import KnownHolder, Telephone, find_holder
from holders.places import WALLET
from issuers.dependencies import Desk
from issuers.errors import NotFoundError
from issuers.people.devices import device_of
from issuers.recipients.tables import Channel
from web.session import clear_guest, read_guest, read_holder, set_guest, set_holder


def editions_of(request: Request) -> Editions:
    """Give what signs editions, which `app` filled in: this room has no keys."""
    return cast("Editions", request.app.state.editions)


def holder_of(request: Request, desk: Desk) -> KnownHolder | None:
    """Tell who sees what he keeps on this telephone; who borrows it comes before its owner."""
    return find_holder(desk, read_guest(request)) or find_holder(desk, read_holder(request))


def kept_here(holder: Annotated[KnownHolder | None, Depends(holder_of)]) -> KnownHolder:
    """Tell who keeps badges on this telephone.

    Raises:
        NotFoundError: nobody does.
    """
    if holder is None:
        raise NotFoundError
    return holder


def offered_by(request: Request) -> frozenset[Channel]:
    """Name the channels by which we send something, as `app` filled them in."""
    return frozenset(request.app.state.carriers)


def telephone_of(request: Request, *, is_own: bool = True) -> Telephone:
    """Say what is known of the telephone that asks: which browser on what."""
    return Telephone(device=device_of(request.headers.get("user-agent", "")), is_own=is_own)


def join_href(request: Request, desk: Desk) -> str | None:
    """Lead to where lists come together, if somebody keeps something here: opening another replaces it."""
    return f"{WALLET}/samen" if find_holder(desk, read_holder(request)) else None


def let_in(request: Request, response: Response, *, token: str, on: Telephone) -> None:
    """Give a telephone the secret with which it shows what somebody keeps, for as long as it may.

    On a borrowed one that of its owner stays: he finds his own again when the other is gone.
    """
    if not on.is_own:
        set_guest(request, response, token=token)
        return
    set_holder(request, response, token=token)
    if read_guest(request) is not None:
        clear_guest(request, response)


TheEditions: TypeAlias = Annotated[Editions, Depends(editions_of)]
Joins: TypeAlias = Annotated[str | None, Depends(join_href)]
Offered: TypeAlias = Annotated[frozenset[Channel], Depends(offered_by)]
AHolder: TypeAlias = Annotated[KnownHolder, Depends(kept_here)]
MaybeHolder: TypeAlias = Annotated[KnownHolder | None, Depends(holder_of)]
