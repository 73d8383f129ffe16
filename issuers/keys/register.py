"""What this room asks the database about keys, in the transaction of who asks."""

from collections.abc import Collection, Sequence

from sqlmodel import Session, col, select

from issuers.errors import NoActiveKeyError
from issuers.keys.tables import Key, KeyPurpose


def active_key(session: Session, *, organisation_id: str | None, purpose: KeyPurpose) -> Key:
    """Find the key that signs for this purpose now.

    Raises:
        NoActiveKeyError: there is none.
    """
    key = find_active_key(session, organisation_id=organisation_id, purpose=purpose)
    if key is None:
        raise NoActiveKeyError
    return key


def find_active_key(session: Session, *, organisation_id: str | None, purpose: KeyPurpose) -> Key | None:
    """Find the newest key for this purpose that was not taken out of use; None where all were."""
    return session.exec(
        select(Key)
        .where(col(Key.organisation_id).is_not_distinct_from(organisation_id))
        .where(Key.purpose == purpose, col(Key.retired).is_(None), col(Key.withdrawn).is_(None))
        .order_by(col(Key.id).desc())
        .limit(1)
    ).first()


def last_key(session: Session, *, organisation_id: str, purpose: KeyPurpose) -> Key:
    """Find the key that was made last for this purpose, in use or not: of an organisation that stopped.

    Raises:
        NoActiveKeyError: all were withdrawn.
    """
    key = session.exec(
        select(Key)
        .where(Key.organisation_id == organisation_id, Key.purpose == purpose, col(Key.withdrawn).is_(None))
        .order_by(col(Key.id).desc())
        .limit(1)
    ).first()
    if key is None:
        raise NoActiveKeyError
    return key


def keys_of(session: Session, *, organisation_id: str | None) -> Sequence[Key]:
    """List all keys that an organisation (or the service itself) ever had, the oldest first."""
    owned = col(Key.organisation_id).is_not_distinct_from(organisation_id)
    return session.exec(select(Key).where(owned).order_by(col(Key.id))).all()


def newest_key(session: Session, *, purposes: Collection[KeyPurpose]) -> Key | None:
    """Find the key that was made last for one of these purposes, whosever it is; one that was not lost."""
    made = select(Key).where(col(Key.purpose).in_(purposes), Key.wrapped != b"").order_by(col(Key.id).desc())
    return session.exec(made.limit(1)).first()


def all_keys(session: Session) -> Sequence[Key]:
    """List every key, the oldest first."""
    return session.exec(select(Key).order_by(col(Key.id))).all()
