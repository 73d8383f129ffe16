"""Erase all that is known of a holder, because he wants that: what he keeps, and who gave it forgets him too.

What stays is a place in a status list without a name (`issuers.erasing`): a copy that somebody has is checked
as before.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from sqlmodel import Session

from holders.keeping.register import holder_by_id, kept_by, kept_by_others
from holders.keeping.telephones import KnownHolder, require_all
from issuers.database.scopes import WHOLE_SERVICE, OneHolder
from issuers.database.transactions import go_on_within
from issuers.desk import IssuingDesk
from issuers.erasing.recipients import forget_recipient
from issuers.erasing.register import badges_for, recipients_of, recipients_with, rows_of, with_their_own
from issuers.erasing.shredding import erase_badges


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """Name all that goes: badges, also those that nobody keeps yet, and who knows him by a name."""

    badges: AbstractSet[UUID]
    recipients: AbstractSet[UUID]


def erase_all(desk: IssuingDesk, *, holder: KnownHolder) -> int:
    """Keep nothing of a holder, and of what he was given; tell how many badges that were.

    What somebody else keeps is not his, and neither is a recipient of whom somebody else keeps a badge.

    Raises:
        NotFoundError: it is somebody else's telephone, or shows only what one organisation gave.
    """
    require_all(holder)
    now = desk.clock.now()

    def work(session: Session) -> int:
        kept = kept_by(session, holder_id=holder.holder_id)
        go_on_within(session, WHOLE_SERVICE)
        going = _going(session, kept, holder_id=holder.holder_id)
        erase_badges(session, rows_of(session, going.badges), by=None, at=now)
        for row in recipients_of(session, going.recipients):
            forget_recipient(session, row, by=None, at=now)
        session.delete(holder_by_id(session, holder.holder_id))
        return len(going.badges)

    count = desk.register.write(work, within=OneHolder(holder.holder_id))
    desk.register.leave_no_trace()
    return count


def count_going(desk: IssuingDesk, *, holder: KnownHolder) -> int:
    """Count the badges that a holder keeps, and so would go.

    Raises:
        NotFoundError: it is somebody else's telephone, or shows only what one organisation gave.
    """
    require_all(holder)
    asked = partial(kept_by, holder_id=holder.holder_id)
    return len(desk.register.read(asked, within=OneHolder(holder.holder_id)))


def _going(session: Session, kept: AbstractSet[UUID], *, holder_id: UUID) -> Going:
    """Find what goes with what he keeps."""
    theirs = with_their_own(session, kept)
    recipients = recipients_with(session, theirs)
    theirs = with_their_own(session, theirs | badges_for(session, recipients))
    others = kept_by_others(session, theirs, holder_id=holder_id)
    return Going(badges=theirs - others, recipients=recipients - recipients_with(session, others))
