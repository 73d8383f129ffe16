"""Tell an organisation who did what in its name, and when; names come from beside the chain."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from uuid import UUID

from sqlmodel import Session, col, select

from issuers.apikeys.tables import ApiKey
from issuers.audit.tables import AuditKind, AuditRecord
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.keys.tables import Key, KeyPurpose
from issuers.people.permissions import OPERATOR, Action, Actor, require
from issuers.people.tables import Person

PAGE = 50

ABOUT_KEYS = frozenset({AuditKind.KEY_CREATED, AuditKind.KEY_RETIRED, AuditKind.KEY_WITHDRAWN})
"""What happened to a key; other records name the key that they were done with."""

LEFT_OUT = frozenset({AuditKind.BADGE_INTENDED})
"""A step on the way that no reader misses: the signature tells the same."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Hold one thing that happened.

    Attributes:
        who: Who did it; None where the service itself did.
        whom: To whom, if to somebody else.
        by_key: The name of the API key of the system that did it in the name of `who`, if one did.
        purpose: What the key is for, where it is about a key.
        was_lost: It was given up, for nothing opened it any more.
    """

    at: datetime
    kind: AuditKind
    who: str | None
    whom: str | None
    by_key: str | None
    purpose: KeyPurpose | None = None
    was_lost: bool = False


def read_trail(desk: IssuingDesk, *, actor: Actor, page: int) -> tuple[Deed, ...]:
    """List what happened, the newest first, one more than a page where there is more.

    Raises:
        PermissionDeniedError: the actor may not see it.
    """
    require(actor, Action.READ_TRAIL)
    asked = partial(_read, organisation_id=actor.organisation_id, offset=page * PAGE)
    return desk.register.read(asked, within=OneOrganisation(actor.organisation_id))


def _read(session: Session, *, organisation_id: str, offset: int) -> tuple[Deed, ...]:
    records = session.exec(
        select(AuditRecord)
        .where(AuditRecord.organisation_id == organisation_id, col(AuditRecord.kind).not_in(LEFT_OUT))
        .order_by(col(AuditRecord.sequence).desc())
        .offset(offset)
        .limit(PAGE + 1)
    ).all()
    names, api_keys, keys = _names(session, records), _key_names(session, records), _keys(session, records)
    return tuple(
        _about_key(
            Deed(
                at=record.at,
                kind=record.kind,
                who=names.get(record.actor_id) if record.actor_id else None,
                whom=names.get(record.person_id) if record.person_id not in (None, record.actor_id) else None,
                by_key=api_keys.get(record.by_key) if record.by_key else None,
            ),
            keys.get(record.key_id) if record.key_id else None,
        )
        for record in records
    )


def _about_key(deed: Deed, key: Key | None) -> Deed:
    """Say of what happened to a key which one it was, and whether it was lost; of what it signed, nothing."""
    if key is None or deed.kind not in ABOUT_KEYS:
        return deed
    was_lost = deed.kind is AuditKind.KEY_RETIRED and deed.who is None and key.is_lost
    return replace(deed, purpose=key.purpose, was_lost=was_lost)


def _keys(session: Session, records: Sequence[AuditRecord]) -> dict[UUID, Key]:
    """Find the keys to which something happened."""
    ids = {record.key_id for record in records if record.kind in ABOUT_KEYS and record.key_id}
    return {key.id: key for key in session.exec(select(Key).where(col(Key.id).in_(ids)))}


def _names(session: Session, records: Sequence[AuditRecord]) -> dict[UUID, str]:
    """Name the people of these records, as far as they are known here."""
    ids = {each for record in records for each in (record.actor_id, record.person_id) if each} - {OPERATOR}
    return {person.id: person.name for person in session.exec(select(Person).where(col(Person.id).in_(ids)))}


def _key_names(session: Session, records: Sequence[AuditRecord]) -> dict[UUID, str]:
    """Name the API keys by which these records came about."""
    ids = {record.by_key for record in records if record.by_key}
    return {key.id: key.name for key in session.exec(select(ApiKey).where(col(ApiKey.id).in_(ids)))}
