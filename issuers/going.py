"""Whether an organisation may give badges now, invite people and make keys: or was stopped.

It may be suspended, closed, or gone up in another (`organisations.standing`).
"""

from sqlmodel import Session

from issuers.errors import (
    OrganisationEndedError,
    OrganisationMergedError,
    OrganisationStoppedError,
)
from issuers.organisations.register import require_organisation
from issuers.organisations.tables import Organisation


def require_going(session: Session, organisation_id: str) -> None:
    """Let pass an organisation that may give badges, and do what leads to them, at this very moment.

    Raises:
        OrganisationStoppedError: it is suspended, closed or merged; its kind says which.
    """
    if stopped := stopped_because(require_organisation(session, organisation_id)):
        raise stopped


def stopped_because(organisation: Organisation) -> OrganisationStoppedError | None:
    """Say why an organisation can do nothing new now; None where it can."""
    if organisation.merged_into is not None:
        return OrganisationMergedError()
    if organisation.closed is not None:
        return OrganisationEndedError()
    return OrganisationStoppedError() if organisation.suspended is not None else None
