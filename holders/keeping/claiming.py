"""Keep a badge that one was given: by its address to keep, once, without an account (ADR 23).

The page shows the badge first and changes nothing; only whoever presses the button keeps it.
"""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from badges.moments import dutch_day
from holders.errors import AlreadyKeptError
from holders.keeping.register import keeper_of
from holders.keeping.tables import Holder, KeptBadge
from holders.keeping.telephones import KnownHolder, Telephone, know_telephone
from issuers.database.scopes import OneHolder, Public
from issuers.desk import IssuingDesk
from issuers.identifiers import uuid7
from issuers.issuing.opened import note_opened
from issuers.issuing.overview import Given, find_by_token
from issuers.issuing.revoking import find_revocation
from issuers.publishing.keeping import check_keep


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """Hold a badge that can be kept, who keeps it, if anybody does, and the token of what took its place.

    `better` is None also where the better one is somebody else's.
    """

    given: Given
    kept_by: UUID | None
    better: str | None = None


def find_offered(desk: IssuingDesk, token: str, *, proof: str) -> Offered:
    """Find the badge behind an address to keep it.

    Raises:
        NotFoundError: we gave no such address.
    """
    check_keep(desk, token, proof=proof)
    given = find_by_token(desk, token)
    asked = partial(keeper_of, badge_id=given.id)
    kept_by = desk.register.read(asked, within=Public(holding=str(given.id)))
    return Offered(given=given, kept_by=kept_by, better=_better(desk, given))


def _better(desk: IssuingDesk, given: Given) -> str | None:
    """Give the token of what took the place of a badge, if that is for the same person."""
    if given.replaced_by is None:
        return None
    end = find_revocation(desk, given.id, organisation_id=given.organisation_id)
    return end.replaced_by if end else None


def keep(
    desk: IssuingDesk, token: str, *, proof: str, holder: KnownHolder | None, on: Telephone
) -> str | None:
    """Keep a badge; give a secret for the telephone of who keeps something for the first time.

    Who keeps it already may do so again: nothing changes.

    Raises:
        NotFoundError: we gave no such address.
        AlreadyKeptError: somebody else keeps it.
    """
    offered = find_offered(desk, token, proof=proof)
    if offered.kept_by is not None:
        if holder is not None and offered.kept_by == holder.holder_id:
            return None
        raise AlreadyKeptError
    note_opened(desk, token, works_at=None)
    if holder is not None:
        work = partial(add_badge, desk=desk, badge_id=offered.given.id, holder_id=holder.holder_id)
        desk.register.write(work, within=OneHolder(holder.holder_id))
        return None
    begin = partial(begin_keeping, desk=desk, badge_id=offered.given.id, on=on)
    holder_id = uuid7(desk.clock.now())
    return desk.register.write(partial(begin, holder_id=holder_id), within=OneHolder(holder_id))


def begin_keeping(
    session: Session, *, desk: IssuingDesk, badge_id: UUID, holder_id: UUID, on: Telephone
) -> str:
    """Make a holder of whoever keeps his first badge; give the secret for his telephone.

    Raises:
        AlreadyKeptError: somebody else keeps it.
    """
    now = desk.clock.now()
    session.add(Holder(id=holder_id, since=now, seen=dutch_day(now)))
    session.flush()
    add_badge(session, desk=desk, badge_id=badge_id, holder_id=holder_id)
    return know_telephone(session, desk, on, holder_id=holder_id)


def add_badge(session: Session, *, desk: IssuingDesk, badge_id: UUID, holder_id: UUID) -> None:
    """Write that it is kept; the database lets only one be first, and a wall hides who that is.

    Raises:
        AlreadyKeptError: somebody keeps it.
    """
    session.add(KeptBadge(badge_id=badge_id, holder_id=holder_id, kept=desk.clock.now()))
    try:
        session.flush()
    except IntegrityError as problem:
        raise AlreadyKeptError from problem
