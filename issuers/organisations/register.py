"""What this room asks the database about organisations, in the transaction of who asks."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from issuers.organisations.tables import Organisation, OrganisationKwalificatie


def all_organisations(session: Session) -> Sequence[Organisation]:
    """List all organisations, the oldest first."""
    return session.exec(select(Organisation).order_by(col(Organisation.created), col(Organisation.id))).all()


def crebos(session: Session, *, organisation_id: str) -> Sequence[str]:
    """List the kwalificaties that an organisation works with."""
    rows = select(OrganisationKwalificatie.crebo).where(
        OrganisationKwalificatie.organisation_id == organisation_id
    )
    return session.exec(rows).all()
