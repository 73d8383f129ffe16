"""On which telephones somebody sees what he keeps: a secret there, its hash with us."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from holders.register import forget_sessions_before
from holders.tables import Holder, HolderSession
from issuers.database.scopes import WHOLE_SERVICE, OneHolder, Public
from issuers.desk import IssuingDesk
from issuers.identifiers import uuid7
from web.session import HOLDER_SECONDS, new_token, token_hash

UNUSED: Final = timedelta(seconds=HOLDER_SECONDS)
"""So long a telephone is known after it was last used."""

SEEN_EVERY: Final = timedelta(days=1)
MOST_OF_A_DEVICE: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownHolder:
    """Hold which holder looks, and on which telephone; `is_back` when he was away for a day."""

    holder_id: UUID
    session_id: UUID
    is_back: bool


def find_holder(desk: IssuingDesk, token: str | None) -> KnownHolder | None:
    """Tell who sees what he keeps with this secret; what he was away for is noted by the day."""
    row, now = _find(desk, token) if token else None, desk.clock.now()
    if row is None or row.seen + UNUSED <= now:
        return None
    is_back = now - row.seen >= SEEN_EVERY
    if is_back:
        desk.register.write(partial(_see, desk=desk, name=row.token_hash), within=OneHolder(row.holder_id))
    return KnownHolder(holder_id=row.holder_id, session_id=row.id, is_back=is_back)


def know_telephone(session: Session, desk: IssuingDesk, *, holder_id: UUID, device: str) -> str:
    """Let a telephone show what a holder keeps; give the secret for it."""
    token, now = new_token(), desk.clock.now()
    session.add(
        HolderSession(
            token_hash=token_hash(token),
            id=uuid7(now),
            holder_id=holder_id,
            device=device[:MOST_OF_A_DEVICE],
            made=now,
            seen=now,
        )
    )
    return token


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
    before = desk.clock.now() - UNUSED
    return desk.register.write(partial(forget_sessions_before, moment=before), within=WHOLE_SERVICE)


def _find(desk: IssuingDesk, token: str) -> HolderSession | None:
    name = token_hash(token)
    return desk.register.read(lambda session: session.get(HolderSession, name), within=Public(holding=name))


def _see(session: Session, *, desk: IssuingDesk, name: str) -> None:
    row, now = session.get(HolderSession, name), desk.clock.now()
    if row is not None:
        row.seen = now
        session.get_one(Holder, row.holder_id).seen = now.date()
