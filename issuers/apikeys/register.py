"""What this room asks the database about API keys, in the transaction of who asks."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from issuers.apikeys.tables import ApiKey
from issuers.people.tables import Person


def key_by_hash(session: Session, *, secret_hash: str) -> ApiKey | None:
    """Find a key by the hash of its secret."""
    return session.exec(select(ApiKey).where(ApiKey.secret_hash == secret_hash)).first()


def key_of(session: Session, key_id: UUID, *, organisation_id: str) -> ApiKey | None:
    """Find a key of an organisation."""
    own = select(ApiKey).where(ApiKey.id == key_id, ApiKey.organisation_id == organisation_id)
    return session.exec(own).first()


def working_keys_by(session: Session, person_id: UUID, *, organisation_id: str) -> Sequence[ApiKey]:
    """List the keys that somebody made for an organisation and that nobody withdrew."""
    return session.exec(
        select(ApiKey).where(
            ApiKey.organisation_id == organisation_id,
            ApiKey.made_by == person_id,
            col(ApiKey.withdrawn).is_(None),
        )
    ).all()


def keys_of(session: Session, *, organisation_id: str) -> Sequence[tuple[ApiKey, Person]]:
    """List the keys that an organisation ever had with who made them, the newest first."""
    return session.exec(
        select(ApiKey, Person)
        .join(Person, col(Person.id) == col(ApiKey.made_by))
        .where(ApiKey.organisation_id == organisation_id)
        .order_by(col(ApiKey.created).desc(), col(ApiKey.id).desc())
    ).all()
