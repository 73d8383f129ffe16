"""Let go of whom a school looked at badges and nobody decided on: a year after the last thing that happened.

What a decision rests on, and the name with it, stays for the term of that decision.
"""

from datetime import datetime, timedelta
from functools import partial
from typing import Final

from sqlmodel import Session

from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from schools.importing.intakebook import forget_whose
from schools.importing.register import count_undecided_since, undecided_since
from schools.importing.tables import Candidate

KEPT: Final = timedelta(days=365)
"""So long a school keeps who it did not decide on, where the service says nothing else."""

AT_ONCE: Final = 200


def forget_undecided(desk: IssuingDesk, *, kept: timedelta = KEPT) -> int:
    """Keep nothing of people of whom nothing happened for so long, and nobody decided; tell how many."""
    work = partial(_forget, before=desk.clock.now() - kept, desk=desk)
    total = 0
    while done := desk.register.write(work, within=WHOLE_SERVICE):
        total += done
    if total:
        desk.register.leave_no_trace()
    return total


def count_undecided(desk: IssuingDesk, *, kept: timedelta = KEPT) -> int:
    """Count whom `forget_undecided` would let go of now."""
    asked = partial(count_undecided_since, before=desk.clock.now() - kept)
    return desk.register.read(asked, within=WHOLE_SERVICE)


def _forget(session: Session, *, before: datetime, desk: IssuingDesk) -> int:
    """Forget some, as when the school removes them; that it went by itself stands in the history."""
    rows = undecided_since(session, before, limit=AT_ONCE)
    for row in rows:
        forget_whose(session, row.id, organisation_id=row.organisation_id)
        chain.append(session, _event(row, at=desk.clock.now()))
        session.delete(row)
    return len(rows)


def _event(row: Candidate, *, at: datetime) -> chain.Event:
    return chain.Event(
        organisation_id=row.organisation_id, kind=AuditKind.CANDIDATE_REMOVED, at=at, content=row.id.bytes
    )
