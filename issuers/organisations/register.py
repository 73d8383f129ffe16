"""What this room asks the database about organisations, in the transaction of who asks."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from issuers.organisations.tables import (
    Application,
    ApplicationState,
    Organisation,
    OrganisationFact,
    OrganisationKwalificatie,
    OrganisationNumber,
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


def current_facts(session: Session, *, organisation_id: str) -> Sequence[OrganisationFact]:
    """List what an organisation is at this moment."""
    return session.exec(
        select(OrganisationFact).where(
            OrganisationFact.organisation_id == organisation_id, col(OrganisationFact.ended).is_(None)
        )
    ).all()


def find_fact(session: Session, fact_id: UUID, *, organisation_id: str) -> OrganisationFact | None:
    """Find a fact of an organisation that did not end."""
    facts = current_facts(session, organisation_id=organisation_id)
    return next((fact for fact in facts if fact.id == fact_id), None)


def numbers_of(session: Session, *, organisation_id: str) -> Sequence[OrganisationNumber]:
    """List the numbers of an organisation."""
    return session.exec(
        select(OrganisationNumber).where(OrganisationNumber.organisation_id == organisation_id)
    ).all()


def application_by_token(session: Session, *, token_hash: str) -> Application | None:
    """Find an application by the hash of its token."""
    return session.exec(select(Application).where(Application.token_hash == token_hash)).first()


def open_applications(session: Session) -> Sequence[Application]:
    """List the applications that nobody decided on, the oldest first."""
    waiting = select(Application).where(Application.state == ApplicationState.NIEUW)
    return session.exec(waiting.order_by(col(Application.created), col(Application.id))).all()
