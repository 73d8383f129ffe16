"""Write down what happened, in a chain that cannot be changed unseen: ids and commitments only.

Each record holds the hash of the one before it. It is written in the transaction of what it records,
so there is no change without its record. What a record commits to (the bytes of a badge) is salted:
without the salt, which can be deleted, it tells nothing about anyone.
"""

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlmodel import Session, col, select

from issuers.audit.tables import AuditKind, AuditRecord, AuditSalt
from issuers.errors import ClockBehindError

GENESIS: Final = bytes(32)
TOLERANCE: Final = timedelta(seconds=5)
_SALT: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Hold what happened: which kind of thing, when, who did it (by which API key), to what or whom."""

    organisation_id: str
    kind: AuditKind
    at: datetime
    content: bytes = b""
    actor_id: UUID | None = None
    badge_id: UUID | None = None
    key_id: UUID | None = None
    person_id: UUID | None = None
    by_key: UUID | None = None


def append(session: Session, event: Event) -> AuditRecord:
    """Add a record to the organisation's chain, in the transaction of what it records.

    Raises:
        ClockBehindError: the clock runs behind the last record; a badge would be dated back.
    """
    last = head(session, organisation_id=event.organisation_id)
    if last and event.at < last.at - TOLERANCE:
        raise ClockBehindError
    salt = secrets.token_bytes(_SALT)
    record = AuditRecord(
        organisation_id=event.organisation_id,
        sequence=last.sequence + 1 if last else 1,
        previous=last.hash if last else GENESIS,
        hash=b"",
        kind=event.kind,
        at=event.at,
        actor_id=event.actor_id,
        badge_id=event.badge_id,
        key_id=event.key_id,
        person_id=event.person_id,
        by_key=event.by_key,
        commitment=commit(event.content, salt=salt),
    )
    record.hash = link(record)
    session.add(record)
    session.add(AuditSalt(organisation_id=event.organisation_id, sequence=record.sequence, salt=salt))
    session.flush()
    return record


def remembers(session: Session, content: bytes, *, badge_id: UUID, kind: AuditKind) -> bool:
    """Tell whether the last record of this kind about a badge is of exactly these bytes."""
    about = select(AuditRecord).where(AuditRecord.badge_id == badge_id, AuditRecord.kind == kind)
    record = session.exec(about.order_by(col(AuditRecord.sequence).desc()).limit(1)).first()
    if record is None:
        return False
    salt = session.get(AuditSalt, (record.organisation_id, record.sequence))
    return salt is not None and hmac.compare_digest(commit(content, salt=salt.salt), record.commitment)


def head(session: Session, *, organisation_id: str) -> AuditRecord | None:
    """Give the last record of a chain."""
    return session.exec(
        select(AuditRecord)
        .where(AuditRecord.organisation_id == organisation_id)
        .order_by(col(AuditRecord.sequence).desc())
        .limit(1)
    ).first()


def link(record: AuditRecord) -> bytes:
    """Give the hash of a record: over the one before it and all that it says.

    Who it is about, and by which API key it was done, came later than the rest: a record that says nothing of
    that hashes as it always did.
    """
    parts = [
        "praktijkbewijs/audit/1",
        record.previous.hex(),
        record.organisation_id,
        record.sequence,
        record.kind.value,
        record.at.isoformat(),
        *(str(each) if each else None for each in (record.actor_id, record.badge_id, record.key_id)),
        record.commitment.hex(),
        *((str(record.person_id),) if record.person_id else ()),
        *((["by-key", str(record.by_key)],) if record.by_key else ()),
    ]
    return hashlib.sha256(json.dumps(parts, separators=(",", ":")).encode()).digest()


def commit(content: bytes, *, salt: bytes) -> bytes:
    """Bind a record to bytes without telling them (HMAC-SHA256)."""
    return hmac.digest(salt, content, hashlib.sha256)
