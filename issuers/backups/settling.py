"""Make what was put back fit for today: what happened since the backup is unknown, and must not be undone.

Everything is done in one transaction. What may have been used since (a link, a place in a status list, a
letter) is used up; what was under way waits for a person; and what the journal knows is done again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from issuers.audit.platform import decide
from issuers.audit.tables import AuditKind, PlatformKind
from issuers.backups.replaying import Replayed, replay
from issuers.bulk.tables import Bulk, BulkState
from issuers.database.journal import Entry
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem
from issuers.groups.lines import written_problems
from issuers.groups.tables import Group, GroupState
from issuers.holding.asking import record
from issuers.holding.tables import Held, HeldState
from issuers.issuing.register import all_lists
from issuers.keys.keyring import ensure_key
from issuers.keys.tables import Key, KeyPurpose
from issuers.mailing.outbox import wipe
from issuers.mailing.tables import OutgoingMail
from issuers.organisations.tables import Instance
from issuers.people.permissions import OPERATOR
from issuers.people.tables import BrowserSession, EnrolmentLink, Invitation
from issuers.statuslists import open_list, publish_list

BEGINNING: Final = datetime(2020, 1, 1, tzinfo=UTC)
"""Lists of after a restore are numbered by the seconds since: no list and no version had so high a number."""

RESTORED: Final = FieldProblem(
    "",
    "backup-restored",
    "Er is een back-up teruggezet. Kijk wat er al gedaan is, en ga dan verder.",
    "A backup was put back. Look at what was done already, and then go on.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Count what was done again, what ended, and what waits for a person."""

    replayed: Replayed
    letters: int
    waiting: int


def settle(session: Session, *, desk: IssuingDesk, journal: Sequence[Entry] | None) -> Settled:
    """Do it, in a transaction of the whole service; without a journal, all that is unknown is withdrawn.

    Raises:
        ClockBehindError: the clock runs behind what was recorded.
    """
    now = desk.clock.now()
    since_beginning = int((now - BEGINNING).total_seconds())
    instance = session.get_one(Instance, 1)
    instance.mail_waits = instance.mail_waits or now
    instance.lists_from = max(instance.lists_from + 1, since_beginning)
    _end_ways_in(session, now=now)
    settled = Settled(
        letters=_give_up_letters(session),
        waiting=_stop_what_runs(session, now=now) + _stop_what_waits(session, desk=desk),
        replayed=replay(session, desk=desk, journal=journal),
    )
    _let_keys_go_on(session, desk=desk)
    _publish_anew(session, desk=desk, version=since_beginning)
    decide(session, PlatformKind.BACKUP_RESTORED, desk=desk, by=OPERATOR)
    return settled


def _let_keys_go_on(session: Session, *, desk: IssuingDesk) -> None:
    """Let no key sign of which only the public half came back; each organisation has one for its lists.

    Of a key that was made since, the journal holds what the world needs to check what it signed.
    """
    halves = select(Key).where(Key.wrapped == b"", col(Key.retired).is_(None), col(Key.withdrawn).is_(None))
    for key in session.exec(halves):
        key.retired = desk.clock.now()
    session.flush()
    for organisation_id in sorted({row.organisation_id for row in all_lists(session)}):
        ensure_key(session, desk=desk, organisation_id=organisation_id, purpose=KeyPurpose.LIST)


def _publish_anew(session: Session, *, desk: IssuingDesk, version: int) -> None:
    """Publish each list with a version that it never had, and let each organisation go on in a further one.

    Of its lists of before, nobody knows any more which places were handed out.
    """
    lists = all_lists(session)
    for row in lists:
        row.version = max(row.version, version)
        publish_list(session, row, desk=desk)
    for organisation_id in sorted({row.organisation_id for row in lists}):
        open_list(session, desk=desk, organisation_id=organisation_id)


def _end_ways_in(session: Session, *, now: datetime) -> None:
    """End who is signed in, and links that nobody had used: somebody may have since."""
    session.execute(delete(BrowserSession))
    session.execute(
        update(EnrolmentLink)
        .where(col(EnrolmentLink.used).is_(None), col(EnrolmentLink.ended).is_(None))
        .values(ended=now)
    )
    session.execute(
        update(Invitation)
        .where(col(Invitation.accepted).is_(None), col(Invitation.expires) > now)
        .values(expires=now)
    )


def _give_up_letters(session: Session) -> int:
    """Keep nothing of letters that waited: they went out since, or hold a link that has ended."""
    rows = session.exec(select(OutgoingMail).where(col(OutgoingMail.due).is_not(None))).all()
    for row in rows:
        wipe(row)
    return len(rows)


def _stop_what_runs(session: Session, *, now: datetime) -> int:
    """Let what is given or done to many wait until somebody has looked."""
    groups = session.exec(select(Group).where(Group.state == GroupState.RUNNING)).all()
    bulks = session.exec(select(Bulk).where(Bulk.state == BulkState.RUNNING)).all()
    for group in groups:
        group.state = GroupState.STOPPED
        group.touched, group.stopped = now, written_problems([RESTORED])
    for bulk in bulks:
        bulk.state = BulkState.STOPPED
        bulk.touched, bulk.stopped = now, written_problems([RESTORED])
    return len(groups) + len(bulks)


def _stop_what_waits(session: Session, *, desk: IssuingDesk) -> int:
    """Let nothing be signed of which the time came since: it was, and would be twice."""
    waits = select(Held).where(col(Held.state).in_([HeldState.WAITING, HeldState.COMING]))
    rows = session.exec(waits.order_by(col(Held.id))).all()
    for row in rows:
        row.state, row.ended, row.because = HeldState.NOT_GIVEN, desk.clock.now(), RESTORED.code
        record(session, row, kind=AuditKind.HELD_NOT_GIVEN, desk=desk, actor_id=None)
    return len(rows)
