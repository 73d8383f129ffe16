"""Toward what somebody's badges lead: asked of whoever knows the mapping, and off for who wants it off.

This room knows no school; `app` fills the port in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final, Protocol

from sqlmodel import Session

from holders.importing.importing import Foreign
from holders.keeping.tables import Holder
from holders.keeping.telephones import KnownHolder
from issuers.database.scopes import OneHolder
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.issuing.overview import Given

MOST: Final = 6
"""So many are shown: from there on nobody chooses any more."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Show a part of a route, and of how much of it there is a badge; `partly` is what counts for a part."""

    title: str
    have: int
    of: int
    partly: int = 0


@dataclass(frozen=True, slots=True)
class Route:
    """Show what badges lead toward: its kind, as the catalogue says, and the parts that have something."""

    code: str
    crebo: str | None
    title: str
    kind: str
    stretches: tuple[Stretch, ...]


class Routes(Protocol):
    """Say toward what badges lead, that of which most is there first."""

    def toward(self, badges: Sequence[bytes], *, elsewhere: Sequence[str], now: datetime) -> Sequence[Route]:
        """Give it for credentials as they were signed, and for what was read in those from elsewhere."""
        ...


def list_routes(
    desk: IssuingDesk,
    badges: Sequence[Given],
    *,
    elsewhere: Sequence[Foreign] = (),
    routes: Routes,
    holder: KnownHolder,
) -> Sequence[Route] | None:
    """List toward what somebody's badges lead that stand now; None where he does not want to see it."""
    if desk.register.read(partial(_is_hidden, holder=holder), within=OneHolder(holder.holder_id)):
        return None
    now = desk.clock.now()
    own = [each.raw for each in badges if _stands(each, now=now)]
    return routes.toward(own, elsewhere=[each.said for each in elsewhere if each.said], now=now)[:MOST]


def hide_routes(desk: IssuingDesk, *, holder: KnownHolder) -> None:
    """Show somebody no routes any more.

    Raises:
        NotFoundError: this telephone shows only what one organisation gave.
    """
    _set(desk, desk.clock.now(), holder=holder)


def show_routes(desk: IssuingDesk, *, holder: KnownHolder) -> None:
    """Show them again.

    Raises:
        NotFoundError: this telephone shows only what one organisation gave.
    """
    _set(desk, None, holder=holder)


def _set(desk: IssuingDesk, hidden: datetime | None, *, holder: KnownHolder) -> None:
    if holder.only_of is not None:
        raise NotFoundError

    def work(session: Session) -> None:
        session.get_one(Holder, holder.holder_id).routes_hidden = hidden

    desk.register.write(work, within=OneHolder(holder.holder_id))


def _is_hidden(session: Session, *, holder: KnownHolder) -> bool:
    return session.get_one(Holder, holder.holder_id).routes_hidden is not None


def _stands(badge: Given, *, now: datetime) -> bool:
    until = badge.facts.valid_until
    return badge.revoked_at is None and (until is None or until > now)
