"""Sign the heads of all audit chains at one moment, so that cutting off an end shows.

A checkpoint that is kept elsewhere (another disk, a mailbox) shows it even when the database was
changed by someone who could also cut off checkpoints.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from badges import strictjson
from badges.errors import DocumentError
from badges.strictjson import Json, JsonObject
from issuers.audit import platform
from issuers.audit.tables import AuditCheckpoint, AuditRecord
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.keys.register import active_key
from issuers.keys.tables import KeyPurpose


@dataclass(frozen=True, slots=True)
class Head:
    """Hold how long the chain of an organisation, or of the platform, was, and the hash at its end."""

    organisation_id: str
    sequence: int
    hash: bytes


def make_checkpoint(desk: IssuingDesk) -> AuditCheckpoint | None:
    """Sign where all chains end now; None when nothing happened since the last time."""

    def work(session: Session) -> AuditCheckpoint | None:
        found = heads(session)
        last = last_checkpoint(session)
        if last and read_heads(last.body) == found:
            return None
        return _add(session, found, last=last, desk=desk)

    return desk.register.write(work, within=WHOLE_SERVICE)


def heads(session: Session) -> tuple[Head, ...]:
    """Read where each chain ends: that of the platform, and those of organisations in order."""
    ends = (
        select(AuditRecord.organisation_id, func.max(AuditRecord.sequence).label("sequence"))
        .group_by(col(AuditRecord.organisation_id))
        .subquery()
    )
    rows = session.exec(
        select(AuditRecord)
        .join(
            ends,
            (ends.c.organisation_id == col(AuditRecord.organisation_id))
            & (ends.c.sequence == col(AuditRecord.sequence)),
        )
        .order_by(col(AuditRecord.organisation_id))
    ).all()
    own = platform.head(session)
    first = [Head(platform.NAME, sequence=own.sequence, hash=own.hash)] if own else []
    return (*first, *(Head(row.organisation_id, sequence=row.sequence, hash=row.hash) for row in rows))


def last_checkpoint(session: Session) -> AuditCheckpoint | None:
    """Read the checkpoint that was made last."""
    newest = select(AuditCheckpoint).order_by(col(AuditCheckpoint.number).desc())
    return session.exec(newest.limit(1)).first()


def all_checkpoints(session: Session) -> Sequence[AuditCheckpoint]:
    """List the checkpoints, the oldest first."""
    return session.exec(select(AuditCheckpoint).order_by(col(AuditCheckpoint.number))).all()


def read_heads(body: bytes) -> tuple[Head, ...]:
    """Read the heads that a checkpoint tells.

    Raises:
        ValueError: these bytes are no checkpoint.
    """
    document = read_body(body)
    found = document.get("heads")
    if not isinstance(found, list):
        raise ValueError("a checkpoint has heads")  # noqa: TRY004 (what is wrong is the value of the bytes)
    return tuple(_head(each) for each in found)


def read_body(body: bytes) -> JsonObject:
    """Read a checkpoint.

    Raises:
        ValueError: these bytes are no checkpoint.
    """
    try:
        return strictjson.loads_object(body)
    except DocumentError as problem:
        raise ValueError("these bytes are no checkpoint") from problem


def digest(body: bytes) -> str:
    """Name a checkpoint by its bytes: the next one names it so."""
    return hashlib.sha256(body).hexdigest()


def _head(value: Json) -> Head:
    match value:
        case [str() as organisation_id, int() as sequence, str() as found]:
            return Head(organisation_id, sequence=sequence, hash=bytes.fromhex(found))
    raise ValueError("a head names an organisation, a number and a hash")


def _add(
    session: Session, found: Sequence[Head], *, last: AuditCheckpoint | None, desk: IssuingDesk
) -> AuditCheckpoint:
    key = active_key(session, organisation_id=None, purpose=KeyPurpose.CHECKPOINT)
    signer = desk.key_store.signer(key, did=desk.addresses.service_did)
    now = desk.clock.now()
    number = last.number + 1 if last else 1
    body = strictjson.dumps(
        {
            "number": number,
            "previous": digest(last.body) if last else None,
            "at": now.isoformat(),
            "heads": [[head.organisation_id, head.sequence, head.hash.hex()] for head in found],
        }
    )
    row = AuditCheckpoint(number=number, body=body, signature=signer.sign(body), key_id=key.id, at=now)
    session.add(row)
    session.flush()
    return row
