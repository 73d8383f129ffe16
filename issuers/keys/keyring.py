"""Make keys and take them out of use, in the transaction of whoever asks, with a record of each."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import Session

from badges.ecdsa import EcdsaKey
from badges.ed25519 import PublicKey
from badges.multikey import read_multikey
from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.desk import IssuingDesk
from issuers.errors import NoActiveKeyError
from issuers.identifiers import uuid7
from issuers.keys.register import active_key, keys_of, newest_key
from issuers.keys.tables import SEALABLE, Key, KeyPurpose
from issuers.keystore.store import KeyLabel


def add_key(session: Session, *, desk: IssuingDesk, organisation_id: str | None, purpose: KeyPurpose) -> Key:
    """Make a key for one purpose; it signs from now on. Without an organisation it is the service's.

    Raises:
        KeyStoreError: there is nothing to wrap it with now, or only what does not open the keys of before.
    """
    _check_place(session, desk=desk, purpose=purpose)
    return make_key(session, desk=desk, organisation_id=organisation_id, purpose=purpose)


def make_key(session: Session, *, desk: IssuingDesk, organisation_id: str | None, purpose: KeyPurpose) -> Key:
    """Make a key, whatever wrapped the ones of before: for whoever knows that those are lost.

    Raises:
        KeyStoreError: there is nothing to wrap it with now.
    """
    now = desk.clock.now()
    label = KeyLabel(organisation_id=organisation_id, key_id=uuid7(now), purpose=purpose)
    made = desk.key_store.make(label)
    key = Key(
        id=label.key_id,
        organisation_id=organisation_id,
        purpose=purpose,
        multikey=made.public.multikey,
        wrapped=made.private.wrapped,
        wrapped_by=made.private.wrapped_by,
        created=now,
    )
    session.add(key)
    session.flush()
    record(session, key, kind=AuditKind.KEY_CREATED, desk=desk, actor_id=None)
    return key


def _check_place(session: Session, *, desk: IssuingDesk, purpose: KeyPurpose) -> None:
    """Check that what will wrap a key opens the newest one: a key-encryption key that does not is a mistake.

    Whoever finds the mistake throws that one away, and with it all that it wrapped in the meantime.
    """
    newest = newest_key(session, purposes=SEALABLE) if purpose in SEALABLE else None
    if newest is not None:
        desk.key_store.signer(newest, did="")


def ensure_key(session: Session, *, desk: IssuingDesk, organisation_id: str, purpose: KeyPurpose) -> Key:
    """Give the key that signs for this purpose now, and make it where there is none.

    That is so for an organisation from before there were such keys, and where the one in use was withdrawn
    while the service was sealed.
    """
    try:
        return active_key(session, organisation_id=organisation_id, purpose=purpose)
    except NoActiveKeyError:
        return add_key(session, desk=desk, organisation_id=organisation_id, purpose=purpose)


def retire_signing_keys(session: Session, *, desk: IssuingDesk, organisation_id: str, actor_id: UUID) -> None:
    """Retire every key that signs badges, for good; the key of the status lists goes on."""
    for key in keys_of(session, organisation_id=organisation_id):
        if key.purpose is not KeyPurpose.LIST and key.retired is None and key.withdrawn is None:
            key.retired = desk.clock.now()
            record(session, key, kind=AuditKind.KEY_RETIRED, desk=desk, actor_id=actor_id)


def public_keys(keys: Iterable[Key]) -> tuple[PublicKey | EcdsaKey, ...]:
    """Read the public halves."""
    return tuple(map(public_key, keys))


def public_key(key: Key) -> PublicKey | EcdsaKey:
    """Read the public half."""
    return read_multikey(key.multikey)


def record(session: Session, key: Key, *, kind: AuditKind, desk: IssuingDesk, actor_id: UUID | None) -> None:
    """Write down in the chain of its organisation what happened to a key."""
    if key.organisation_id is None:
        return  # the service's own key: its checkpoints are their own record
    event = chain.Event(
        organisation_id=key.organisation_id,
        kind=kind,
        at=desk.clock.now(),
        content=key.multikey.encode(),
        actor_id=actor_id,
        key_id=key.id,
    )
    chain.append(session, event)
