"""Every question that this room asks the database. Each takes a session: the transaction is the caller's.

The badges themselves are in `badgebook`, the audit chain in `audit`.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, delete, func, select

from issuers.errors import NoActiveKeyError
from issuers.tables import (
    Badge,
    BadgeState,
    BrowserSession,
    Key,
    KeyPurpose,
    Membership,
    Organisation,
    OrganisationKwalificatie,
    Person,
    Role,
    StatusList,
)


def all_organisations(session: Session) -> Sequence[Organisation]:
    """List all organisations, the oldest first."""
    return session.exec(select(Organisation).order_by(col(Organisation.created), col(Organisation.id))).all()


def crebos(session: Session, *, organisation_id: str) -> Sequence[str]:
    """List the kwalificaties that an organisation works with."""
    rows = select(OrganisationKwalificatie.crebo).where(
        OrganisationKwalificatie.organisation_id == organisation_id
    )
    return session.exec(rows).all()


def active_key(session: Session, *, organisation_id: str | None, purpose: KeyPurpose) -> Key:
    """Find the key that signs for this purpose now: the newest that was not taken out of use.

    Raises:
        NoActiveKeyError: there is none.
    """
    key = session.exec(
        select(Key)
        .where(col(Key.organisation_id).is_not_distinct_from(organisation_id))
        .where(Key.purpose == purpose, col(Key.retired).is_(None), col(Key.withdrawn).is_(None))
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


def count_keys(session: Session) -> int:
    """Count the wrapped keys."""
    return session.exec(select(func.count(col(Key.id)))).one()


def has_badges(session: Session) -> bool:
    """Tell whether a badge was ever begun."""
    return session.exec(select(Badge.id).limit(1)).first() is not None


def newest_list(session: Session, *, organisation_id: str) -> StatusList | None:
    """Find the list that hands out entries now."""
    lists = select(StatusList).where(StatusList.organisation_id == organisation_id)
    return session.exec(lists.order_by(col(StatusList.number).desc()).limit(1)).first()


def find_list(session: Session, *, organisation_id: str, number: int) -> StatusList | None:
    """Find a list by its public number."""
    return session.exec(
        select(StatusList).where(StatusList.organisation_id == organisation_id, StatusList.number == number)
    ).first()


def all_lists(session: Session) -> Sequence[StatusList]:
    """List the status lists of all organisations."""
    return session.exec(select(StatusList)).all()


def is_taken(session: Session, *, status_list_id: UUID, index: int) -> bool:
    """Tell whether a place in a list was ever handed out."""
    taken = select(Badge.id).where(Badge.status_list_id == status_list_id, Badge.status_index == index)
    return session.exec(taken).first() is not None


def revoked_indexes(session: Session, *, status_list_id: UUID) -> Sequence[int]:
    """List the places of withdrawn badges in a list."""
    revoked = select(Badge.status_index).where(
        Badge.status_list_id == status_list_id, Badge.state == BadgeState.REVOKED
    )
    return session.exec(revoked).all()


def lists_published_before(session: Session, moment: datetime) -> Sequence[UUID]:
    """List the status lists that were last signed at or before this moment."""
    return session.exec(select(StatusList.id).where(StatusList.published_at <= moment)).all()


def roles_of(session: Session, *, person_id: UUID, organisation_id: str) -> Sequence[Role]:
    """List what a person may do for an organisation at this moment."""
    memberships = session.exec(
        select(Membership).where(
            Membership.organisation_id == organisation_id,
            Membership.person_id == person_id,
            col(Membership.ended).is_(None),
        )
    ).all()
    return [each.role for each in memberships]


def find_member(session: Session, *, organisation_name: str, person_name: str) -> Membership | None:
    """Find the first membership by both names: for the demo, where we chose the names."""
    return session.exec(
        select(Membership)
        .join(Organisation, col(Organisation.id) == col(Membership.organisation_id))
        .join(Person, col(Person.id) == col(Membership.person_id))
        .where(Organisation.name == organisation_name, Person.name == person_name)
        .order_by(col(Organisation.created))
        .limit(1)
    ).first()


def forget_session(session: Session, *, token_hash: str) -> None:
    """Delete one sign-in."""
    session.exec(delete(BrowserSession).where(col(BrowserSession.token_hash) == token_hash))


def forget_expired_sessions(session: Session, *, now: datetime) -> None:
    """Delete the sign-ins that are over."""
    session.exec(delete(BrowserSession).where(col(BrowserSession.expires) <= now))
