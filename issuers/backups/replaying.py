"""Do again what the journal says was done since a backup: withdrawals, removals, erasures, further lists."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from badges import status
from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.database.journal import Entry
from issuers.database.lasting import ROW, do_again
from issuers.desk import IssuingDesk
from issuers.erasing.recipients import RECIPIENT_REMOVED, forget_recipient
from issuers.erasing.shredding import BADGE_ERASED, erase_badges
from issuers.issuing.editions import EDITION_PROMISED
from issuers.issuing.register import all_lists
from issuers.issuing.tables import PUBLISHED, Badge, BadgeState, RevocationReason, StatusList
from issuers.issuing.withdrawing import BADGE_WITHDRAWN, Withdrawal, withdraw
from issuers.organisations.tables import Organisation
from issuers.people.tables import Person
from issuers.recipients.tables import Recipient
from issuers.statuslists import HALF_FULL, LIST_OPENED


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """Count what was done again; `unseen` are withdrawals of what the backup does not know."""

    withdrawn: int
    unseen: int
    removed: int
    lists: int
    erased: int


def replay(session: Session, *, desk: IssuingDesk, journal: Sequence[Entry] | None) -> Replayed:
    """Do it again, each kind in the order of its entries.

    Without a journal nobody knows what was withdrawn. Then every place that the backup does not know reads as
    withdrawn: rather a good badge that has to be given again than a wrong one that reads as valid.
    """
    entries = journal or ()
    lists = sum(_keep_list(session, each) for each in _of(entries, LIST_OPENED))
    removed = sum(_remove(session, each) for each in _of(entries, RECIPIENT_REMOVED))
    withdrawn = 0
    unseen: dict[UUID, set[int]] = {}
    for each in _of(entries, BADGE_WITHDRAWN):
        badge = session.get(Badge, UUID(str(each["badge"])))
        if badge is None or badge.state not in PUBLISHED:
            unseen.setdefault(UUID(str(each["list"])), set()).add(int(str(each["index"])))
        elif badge.state is BadgeState.SIGNED:
            withdraw(session, badge, _withdrawal(session, each, badge=badge))
            withdrawn += 1
    for each in _of(entries, EDITION_PROMISED):
        if _is_lost_edition(session, each):
            unseen.setdefault(UUID(str(each["list"])), set()).add(int(str(each["index"])))
    session.flush()
    for each in _of(entries, ROW):
        do_again(session, each)
    session.expire_all()
    erased = sum(_erase(session, each) for each in _of(entries, BADGE_ERASED))
    for row in all_lists(session):
        indexes = unseen.get(row.id, set()) if journal is not None else _not_handed_out(session, row)
        _withdraw_unseen(session, row, indexes=indexes, desk=desk)
    return Replayed(
        withdrawn=withdrawn,
        unseen=sum(map(len, unseen.values())),
        removed=removed,
        lists=lists,
        erased=erased,
    )


def _of(entries: Iterable[Entry], kind: str) -> list[Entry]:
    return [each for each in entries if each.get("kind") == kind]


def _is_lost_edition(session: Session, entry: Entry) -> bool:
    """Tell whether an edition is not here of a badge that is: nothing would withdraw it with that badge.

    It reads as withdrawn from now on; whoever keeps the badge gets another when he wants it.
    """
    edition, fact = (session.get(Badge, UUID(str(entry[name]))) for name in ("badge", "of"))
    is_here = edition is not None and edition.state is not BadgeState.RESERVED
    return fact is not None and not is_here


def _keep_list(session: Session, entry: Entry) -> bool:
    """Keep a list that was opened since: badges name it. Nothing more is handed out of it."""
    list_id, organisation_id = UUID(str(entry["list"])), str(entry["organisation"])
    is_known = session.get(StatusList, list_id) is not None
    if is_known or session.get(Organisation, organisation_id) is None:
        return False
    at = _moment(entry)
    row = StatusList(
        id=list_id,
        organisation_id=organisation_id,
        number=int(str(entry["number"])),
        used=HALF_FULL,
        raw=b"",
        published_at=at,
        valid_until=at,
    )
    session.add(row)
    session.flush()
    return True


def _remove(session: Session, entry: Entry) -> bool:
    """Remove who was removed since."""
    row = session.get(Recipient, UUID(str(entry["recipient"])))
    if row is None or row.organisation_id != entry["organisation"]:
        return False
    at = _not_before_last(session, row.organisation_id, at=_moment(entry))
    forget_recipient(session, row, by=_who(entry), at=at)
    session.flush()
    return True


def _erase(session: Session, entry: Entry) -> bool:
    """Erase a badge that was erased since."""
    row = session.get(Badge, UUID(str(entry["badge"])))
    if row is None or row.organisation_id != entry["organisation"]:
        return False
    at = _not_before_last(session, row.organisation_id, at=_moment(entry))
    erase_badges(session, [row], by=_who(entry), at=at)
    return True


def _who(entry: Entry) -> UUID | None:
    return UUID(str(entry["by"])) if entry.get("by") else None


def _withdrawal(session: Session, entry: Entry, *, badge: Badge) -> Withdrawal:
    """Say of a withdrawal what the journal says; who did it may not be here yet."""
    by, by_key = entry.get("by"), entry.get("by_key")
    person = session.get(Person, UUID(str(by))) if by else None
    return Withdrawal(
        reason=RevocationReason(str(entry["reason"])),
        by=person.id if person else None,
        by_key=UUID(str(by_key)) if by_key else None,
        at=_not_before_last(session, badge.organisation_id, at=_moment(entry)),
    )


def _not_before_last(session: Session, organisation_id: str, *, at: datetime) -> datetime:
    """Date nothing before the last record of its chain: clocks of machines differ a little."""
    last = chain.head(session, organisation_id=organisation_id)
    return max(at, last.at) if last else at


def _not_handed_out(session: Session, row: StatusList) -> set[int]:
    """List the places that the backup does not know."""
    known = session.exec(select(Badge.status_index).where(col(Badge.status_list_id) == row.id)).all()
    return set(range(status.MINIMUM_ENTRIES)) - set(known)


def _withdraw_unseen(session: Session, row: StatusList, *, indexes: set[int], desk: IssuingDesk) -> None:
    """Let a list say withdrawn of badges that are not in the register, and record what it says."""
    if not indexes:
        return
    bits = status.set_bits(indexes)
    if row.unseen is not None:
        bits = (int.from_bytes(bits) | int.from_bytes(row.unseen)).to_bytes(len(bits))
    if bits == row.unseen:
        return
    row.unseen = bits
    event = chain.Event(
        organisation_id=row.organisation_id,
        kind=AuditKind.LIST_RESTORED,
        at=desk.clock.now(),
        content=row.id.bytes + bits,
    )
    chain.append(session, event)


def _moment(entry: Entry) -> datetime:
    return datetime.fromisoformat(str(entry["at"]))
