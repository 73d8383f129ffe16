"""Which telephones show what somebody keeps; its owner takes one off."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from uuid import UUID

from sqlmodel import Session

from badges.moments import dutch_day
from holders.keeping.register import sessions_of
from holders.keeping.telephones import KnownHolder, require_all
from issuers.database.scopes import OneHolder
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """Show a telephone to whoever keeps something on it.

    Attributes:
        kind: Which browser on what; empty where it did not say.
        since: The day on which it was opened there first, and `seen` the last.
        until: When it shows nothing any more, if it is not his own.
        only_of: The one organisation whose badges it shows; None for all.
    """

    id: UUID
    kind: str
    since: date
    seen: date
    until: datetime | None
    only_of: str | None
    is_here: bool


def list_devices(desk: IssuingDesk, *, holder: KnownHolder) -> Sequence[Device]:
    """List the telephones of a holder, the one that was used last first.

    Raises:
        NotFoundError: this telephone is not his own, or shows only what one organisation gave.
    """
    require_all(holder)
    asked = partial(sessions_of, holder_id=holder.holder_id, now=desk.clock.now())
    rows = desk.register.read(asked, within=OneHolder(holder.holder_id))
    return [
        Device(
            id=each.id,
            kind=each.device,
            since=dutch_day(each.made),
            seen=dutch_day(each.seen),
            until=each.until,
            only_of=each.only_of,
            is_here=each.id == holder.session_id,
        )
        for each in rows
    ]


def take_off(desk: IssuingDesk, device_id: UUID, *, holder: KnownHolder) -> None:
    """Let a telephone show nothing any more.

    Raises:
        NotFoundError: this telephone is not his own, or the other is not his either.
    """
    require_all(holder)

    def work(session: Session) -> None:
        rows = sessions_of(session, holder_id=holder.holder_id, now=desk.clock.now())
        found = next((each for each in rows if each.id == device_id), None)
        if found is None:
            raise NotFoundError
        session.delete(found)

    desk.register.write(work, within=OneHolder(holder.holder_id))
