"""Count what is over, and forget it: once a day, a thousand rows at a time."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from sqlmodel import Session

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.erasing.recipients import forget_recipient
from issuers.recipients.tables import Recipient
from issuers.retention.kinds import KINDS, Kind
from issuers.retention.register import count, some

AT_ONCE: Final = 1_000


def count_due(desk: IssuingDesk) -> Mapping[str, int]:
    """Count what is over now, by the name of its kind; what another job forgets is not counted."""
    now = desk.clock.now()

    def work(session: Session) -> dict[str, int]:
        asked = {kind.name: kind.over(now) for kind in KINDS}
        return {name: count(session, each) for name, each in asked.items() if each is not None}

    return desk.register.read(work, within=WHOLE_SERVICE)


def forget_due(desk: IssuingDesk) -> Mapping[str, int]:
    """Forget what is over now; tell how much that was, by the name of its kind."""
    forgotten = {kind.name: _forget_all(desk, kind) for kind in KINDS if kind.due}
    if any(forgotten.values()):
        desk.register.leave_no_trace()
    return forgotten


def _forget_all(desk: IssuingDesk, kind: Kind) -> int:
    total, done = 0, AT_ONCE
    while done == AT_ONCE:
        done = desk.register.write(partial(_forget_some, desk=desk, kind=kind), within=WHOLE_SERVICE)
        total += done
    return total


def _forget_some(session: Session, *, desk: IssuingDesk, kind: Kind) -> int:
    """Forget a thousand at most; a recipient as when his organisation takes him off its list."""
    now = desk.clock.now()
    asked = kind.over(now)
    rows = some(session, asked, limit=AT_ONCE) if asked is not None else []
    for row in rows:
        if isinstance(row, Recipient):
            forget_recipient(session, row, by=None, at=now)
        else:
            session.delete(row)
    return len(rows)
