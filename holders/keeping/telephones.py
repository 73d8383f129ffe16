"""On which telephones somebody sees what he keeps: a secret there, its hash with us."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.moments import dutch_day
from holders.keeping.register import forget_sessions
from holders.keeping.tables import Holder, HolderSession
from issuers.database.scopes import WHOLE_SERVICE, OneHolder, Public
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.identifiers import uuid7
from web.session import HOLDER_SECONDS, new_token, token_hash

UNUSED: Final = timedelta(seconds=HOLDER_SECONDS)
"""So long a telephone is known after it was last used."""

BORROWED: Final = timedelta(hours=1)
"""So long the telephone of another shows what somebody keeps."""

JOINING: Final = timedelta(minutes=10)
"""So long somebody has to bring together what he proved to be his."""

SEEN_EVERY: Final = timedelta(days=1)
MOST_OF_A_DEVICE: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownHolder:
    """Hold which holder looks, and on which telephone.

    Attributes:
        only_of: The one organisation whose badges this telephone shows; None for all.
        is_borrowed: Whether it shows them for an hour only.
        is_back: Whether he was away for a day, so that the browser may keep the secret anew.
    """

    holder_id: UUID
    session_id: UUID
    only_of: str | None = None
    is_borrowed: bool = False
    is_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Telephone:
    """Hold what is known of a telephone that is about to show what somebody keeps.

    `only_of` is the one organisation whose badges it may show; None for all. `joins` is the sign-in there for
    which he only proves that they are his.
    """

    device: str = ""
    is_own: bool = True
    only_of: str | None = None
    joins: UUID | None = None


def find_holder(desk: IssuingDesk, token: str | None) -> KnownHolder | None:
    """Tell who sees what he keeps with this secret; what he was away for is noted by the day."""
    row, now = _find(desk, token) if token else None, desk.clock.now()
    if (
        row is None
        or row.joins is not None
        or row.seen + UNUSED <= now
        or (row.until is not None and row.until <= now)
    ):
        return None
    is_back = row.until is None and now - row.seen >= SEEN_EVERY
    if is_back:
        desk.register.write(partial(_see, desk=desk, name=row.token_hash), within=OneHolder(row.holder_id))
    return KnownHolder(
        holder_id=row.holder_id,
        session_id=row.id,
        only_of=row.only_of,
        is_borrowed=row.until is not None,
        is_back=is_back,
    )


def find_proved(desk: IssuingDesk, token: str | None, *, by: KnownHolder) -> KnownHolder | None:
    """Tell whose badges somebody proved to be his too, on this telephone, a moment ago."""
    row = _find(desk, token) if token else None
    if row is None or row.joins != by.session_id or row.until is None or row.until <= desk.clock.now():
        return None
    return KnownHolder(holder_id=row.holder_id, session_id=row.id, only_of=row.only_of)


def require_all(holder: KnownHolder) -> None:
    """Let pass whose own telephone shows all that he keeps: at that of another somebody else comes next.

    Raises:
        NotFoundError: this telephone is not his own, or shows only what one organisation gave.
    """
    if holder.only_of is not None or holder.is_borrowed:
        raise NotFoundError


def know_telephone(session: Session, desk: IssuingDesk, telephone: Telephone, *, holder_id: UUID) -> str:
    """Let a telephone show what a holder keeps; give the secret for it."""
    token, now = new_token(), desk.clock.now()
    session.get_one(Holder, holder_id).seen = dutch_day(now)
    session.add(
        HolderSession(
            token_hash=token_hash(token),
            id=uuid7(now),
            holder_id=holder_id,
            device=telephone.device[:MOST_OF_A_DEVICE],
            made=now,
            seen=now,
            until=_until(telephone, now=now),
            only_of=telephone.only_of,
            joins=telephone.joins,
        )
    )
    return token


def _until(telephone: Telephone, *, now: datetime) -> datetime | None:
    """Say until when a telephone shows it; None where that is for good."""
    if telephone.joins is not None:
        return now + JOINING
    return None if telephone.is_own else now + BORROWED


def forget_telephone(desk: IssuingDesk, token: str) -> None:
    """Let a telephone show nothing any more; what is kept stays kept."""
    row = _find(desk, token)
    if row is None:
        return

    def work(session: Session) -> None:
        found = session.get(HolderSession, row.token_hash)
        if found is not None:
            session.delete(found)

    desk.register.write(work, within=OneHolder(row.holder_id))


def forget_unused_telephones(desk: IssuingDesk) -> int:
    """Forget the telephones that nobody uses any more; tell how many."""
    now = desk.clock.now()
    work = partial(forget_sessions, unused_since=now - UNUSED, now=now)
    return desk.register.write(work, within=WHOLE_SERVICE)


def _find(desk: IssuingDesk, token: str) -> HolderSession | None:
    name = token_hash(token)
    return desk.register.read(lambda session: session.get(HolderSession, name), within=Public(holding=name))


def _see(session: Session, *, desk: IssuingDesk, name: str) -> None:
    row, now = session.get(HolderSession, name), desk.clock.now()
    if row is not None:
        row.seen = now
        session.get_one(Holder, row.holder_id).seen = dutch_day(now)
