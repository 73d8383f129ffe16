"""Write down what whoever runs the service decided, in a chain of its own beside those of organisations.

It is linked as those are, and its head stands in the same checkpoints. It holds ids only: names come from
beside it, and what somebody wrote (a reason, an answer) stays where it is needed.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session, col, select

from issuers.audit.chain import GENESIS, TOLERANCE
from issuers.audit.tables import PlatformKind, PlatformRecord
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import ClockBehindError
from issuers.organisations.tables import Organisation
from issuers.people.tables import Person

PAGE: Final = 50
NAME: Final = "/platform"
"""How a checkpoint names this chain; no organisation is called so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformDeed:
    """Hold one thing that was decided; `who` is None where it was done at the machine itself."""

    at: datetime
    kind: PlatformKind
    who: str | None
    whom: str | None
    about: Organisation | None


def decide(  # noqa: PLR0913 (what a record holds)
    session: Session,
    kind: PlatformKind,
    *,
    desk: IssuingDesk,
    by: UUID,
    about: str | None = None,
    person_id: UUID | None = None,
    subject_id: UUID | None = None,
) -> None:
    """Write a decision down in the transaction that carries it out; that is of the whole service.

    `about` is an organisation, `subject_id` an application or a report, which may be forgotten later.

    Raises:
        ClockBehindError: the clock runs behind the last record.
    """
    last, now = head(session), desk.clock.now()
    if last and now < last.at - TOLERANCE:
        raise ClockBehindError
    row = PlatformRecord(
        sequence=last.sequence + 1 if last else 1,
        previous=last.hash if last else GENESIS,
        hash=b"",
        kind=kind,
        at=now,
        actor_id=by,
        about=about,
        person_id=person_id,
        subject_id=subject_id,
    )
    row.hash = link(row)
    session.add(row)
    session.flush()


def head(session: Session) -> PlatformRecord | None:
    """Give the last record."""
    return session.exec(select(PlatformRecord).order_by(col(PlatformRecord.sequence).desc()).limit(1)).first()


def all_records(session: Session) -> Sequence[PlatformRecord]:
    """List the chain, the oldest first."""
    return session.exec(select(PlatformRecord).order_by(col(PlatformRecord.sequence))).all()


def link(row: PlatformRecord) -> bytes:
    """Give the hash of a record: over the one before it and all that it says."""
    parts = [
        "praktijkbewijs/platform/1",
        row.previous.hex(),
        row.sequence,
        row.kind.value,
        row.at.isoformat(),
        str(row.actor_id),
        row.about,
        *(str(each) if each else None for each in (row.person_id, row.subject_id)),
    ]
    return hashlib.sha256(json.dumps(parts, separators=(",", ":")).encode()).digest()


def read_platform_trail(desk: IssuingDesk, *, page: int) -> tuple[PlatformDeed, ...]:
    """List what was decided, the newest first, one more than a page where there is more."""
    return desk.register.read(partial(_read, offset=page * PAGE), within=WHOLE_SERVICE)


def _read(session: Session, *, offset: int) -> tuple[PlatformDeed, ...]:
    newest = select(PlatformRecord).order_by(col(PlatformRecord.sequence).desc())
    rows = session.exec(newest.offset(offset).limit(PAGE + 1)).all()
    return tuple(
        PlatformDeed(
            at=row.at,
            kind=row.kind,
            who=_name(session, row.actor_id),
            whom=_name(session, row.person_id),
            about=session.get(Organisation, row.about) if row.about else None,
        )
        for row in rows
    )


def _name(session: Session, person_id: UUID | None) -> str | None:
    person = session.get(Person, person_id) if person_id else None
    return person.name if person else None
