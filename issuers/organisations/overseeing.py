"""What whoever runs the service does: look organisations up, and after a report take down what one shows."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session

from issuers.audit.platform import decide
from issuers.audit.tables import PlatformKind
from issuers.database.scopes import PUBLIC, WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.organisations.recording import record_change
from issuers.organisations.register import organisations_to_look_up, require_organisation
from issuers.organisations.tables import Organisation, OrganisationPicture


def to_look_up(desk: IssuingDesk) -> Sequence[Organisation]:
    """List which organisations say something of themselves that nobody looked up, the oldest first."""
    return desk.register.read(organisations_to_look_up, within=PUBLIC)


def take_down(desk: IssuingDesk, organisation_id: str, *, by: UUID) -> None:
    """Take the picture and the free texts off the page; the name stays, for badges hold it.

    Raises:
        NotFoundError: there is no such organisation.
    """

    def work(session: Session) -> None:
        organisation = require_organisation(session, organisation_id)
        organisation.website = organisation.contact = None
        organisation.gemeente = organisation.arbeidsmarktregio = None
        picture = session.get(OrganisationPicture, organisation_id)
        if picture is not None:
            session.delete(picture)
        record_change(session, organisation_id, content=b"taken down", desk=desk, actor_id=by)
        decide(session, PlatformKind.ORGANISATION_TAKEN_DOWN, about=organisation_id, desk=desk, by=by)

    desk.register.write(work, within=WHOLE_SERVICE)
