"""Whether an organisation may give badges now, invite people and make keys: or was stopped.

It may be suspended, closed, or gone up in another (`organisations.standing`).
"""

from sqlmodel import Session

from issuers.errors import (
    NotFoundError,
    OrganisationEndedError,
    OrganisationMergedError,
    OrganisationStoppedError,
)
from issuers.organisations.tables import Organisation


def require_going(session: Session, organisation_id: str) -> None:
    """Let pass an organisation that may give badges, and do what leads to them, at this very moment.

    Raises:
        OrganisationStoppedError: it is suspended, closed or merged; its kind says which.
    """
    if stopped := stopped_because(_find(session, organisation_id)):
        raise stopped


def stopped_because(organisation: Organisation) -> OrganisationStoppedError | None:
    """Say why an organisation can do nothing new now; None where it can."""
    if organisation.merged_into is not None:
        return OrganisationMergedError()
    if organisation.closed is not None:
        return OrganisationEndedError()
    return OrganisationStoppedError() if organisation.suspended is not None else None


def _find(session: Session, organisation_id: str) -> Organisation:
    organisation = session.get(Organisation, organisation_id)
    if organisation is None:
        raise NotFoundError
    return organisation
