"""What this room asks the database about people and sign-ins, in the transaction of who asks."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, delete, select

from issuers.organisations.tables import Organisation
from issuers.people.tables import BrowserSession, Membership, Person, Role


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
