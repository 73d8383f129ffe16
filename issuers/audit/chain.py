"""Write down what happened, in a chain that cannot be changed unseen: ids and commitments only.

Each record holds the hash of the one before it. It is written in the transaction of what it records,
so there is no change without its record. What a record commits to (the bytes of a badge) is salted:
without the salt, which can be deleted, it tells nothing about anyone.
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlmodel import Session, col, select

from badges import strictjson
from badges.strictjson import Json
from issuers.audit.tables import AuditKind, AuditRecord, AuditSalt
from issuers.database.rows import Values, insert_all
from issuers.errors import ClockBehindError

GENESIS: Final = bytes(32)
TOLERANCE: Final = timedelta(seconds=5)
_SALT: Final = 32
_COMPACT: Final = json.JSONEncoder(separators=(",", ":"))


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


@dataclass(frozen=True, slots=True)
class Place:
    """Hold where a record stands in its chain, and what binds it to bytes."""

    sequence: int
    previous: bytes
    commitment: bytes


def append(session: Session, event: Event) -> None:
    """Add a record to the organisation's chain, in the transaction of what it records.

    Raises:
        ClockBehindError: the clock runs behind the last record; a badge would be dated back.
    """
    append_all(session, [event])


def append_all(session: Session, events: Sequence[Event]) -> None:
    """Add records to the chain of one organisation, in this order, in two statements however many they are.

    Raises:
        ClockBehindError: as `append`.
    """
    if not events:
        return
    last = head(session, organisation_id=events[0].organisation_id)
    sequence, previous = (last.sequence, last.hash) if last else (0, GENESIS)
    if last and events[0].at < last.at - TOLERANCE:
        raise ClockBehindError
    records, salts = [], []
    drawn = secrets.token_bytes(_SALT * len(events))
    for number, event in enumerate(events):
        salt = drawn[number * _SALT : (number + 1) * _SALT]
        place = Place(sequence + 1 + number, previous=previous, commitment=commit(event.content, salt=salt))
        previous = _hash(event, place=place)
        records.append(_values(event, place=place) | {"hash": previous})
        salts.append({"organisation_id": event.organisation_id, "sequence": place.sequence, "salt": salt})
    session.flush()
    insert_all(session, AuditRecord, records)
    insert_all(session, AuditSalt, salts)


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


def binds(session: Session, content: bytes, *, organisation_id: str, sequence: int) -> bool:
    """Tell whether the record at this place is of exactly these bytes; no, where its salt is gone."""
    record = session.get(AuditRecord, (organisation_id, sequence))
    salt = session.get(AuditSalt, (organisation_id, sequence))
    return bool(record and salt and record.commitment == commit(content, salt=salt.salt))


def link(record: AuditRecord) -> bytes:
    """Give the hash of a record: over the one before it and all that it says."""
    event = Event(
        organisation_id=record.organisation_id,
        kind=record.kind,
        at=record.at,
        actor_id=record.actor_id,
        badge_id=record.badge_id,
        key_id=record.key_id,
        person_id=record.person_id,
        by_key=record.by_key,
    )
    return _hash(event, place=Place(record.sequence, previous=record.previous, commitment=record.commitment))


def _hash(event: Event, *, place: Place) -> bytes:
    """Hash what happened at its place in the chain.

    Who it is about, and by which API key it was done, came later than the rest: a record that says nothing of
    that hashes as it always did.
    """
    parts: list[Json] = [
        "praktijkbewijs/audit/1",
        place.previous.hex(),
        event.organisation_id,
        place.sequence,
        event.kind.value,
        event.at.isoformat(),
        *(str(each) if each else None for each in (event.actor_id, event.badge_id, event.key_id)),
        place.commitment.hex(),
        *((str(event.person_id),) if event.person_id else ()),
        *((["by-key", str(event.by_key)],) if event.by_key else ()),
    ]
    return hashlib.sha256(_written(parts)).digest()


def _written(parts: list[Json]) -> bytes:
    """Write compact JSON in ASCII; of what is ASCII, the fast way writes the same."""
    raw = strictjson.dumps(parts)
    return raw if raw.isascii() else _COMPACT.encode(parts).encode()


def _values(event: Event, *, place: Place) -> Values:
    """Give the columns that an event fills at its place."""
    return {
        "organisation_id": event.organisation_id,
        "sequence": place.sequence,
        "previous": place.previous,
        "commitment": place.commitment,
        "kind": event.kind,
        "at": event.at,
        "actor_id": event.actor_id,
        "badge_id": event.badge_id,
        "key_id": event.key_id,
        "person_id": event.person_id,
        "by_key": event.by_key,
    }


def commit(content: bytes, *, salt: bytes) -> bytes:
    """Bind a record to bytes without telling them (HMAC-SHA256)."""
    return hmac.digest(salt, content, hashlib.sha256)
