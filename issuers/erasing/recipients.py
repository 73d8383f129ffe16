"""Keep nothing of who learnt here any more; what was given stays valid."""

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlmodel import Session

from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.database.journal import note
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.erasing.traces import forget_traces
from issuers.errors import NotFoundError
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require
from issuers.recipients.register import recipient_of
from issuers.recipients.tables import Recipient
from issuers.werkplekprofiel.register import untie_badges

RECIPIENT_REMOVED: Final = "recipient-removed"
"""The kind of what the journal says of it."""


def remove_recipient(desk: IssuingDesk, recipient_id: UUID, *, actor: Actor) -> None:
    """Keep nothing of a recipient any more; what was given stays valid.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here, or not any more.
        NotFoundError: the organisation has no such recipient.
    """
    require(actor, Action.DRAFT)

    def work(session: Session) -> None:
        require_still(session, actor, Action.DRAFT)
        row = recipient_of(session, recipient_id, organisation_id=actor.organisation_id)
        if row is None:
            raise NotFoundError
        forget_recipient(session, row, by=actor.person_id, at=desk.clock.now())

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))
    desk.register.leave_no_trace()


def forget_recipient(session: Session, row: Recipient, *, by: UUID | None, at: datetime) -> None:
    """Keep nothing of him, and write down where a backup does not reach that it is so: by his id alone.

    Raises:
        ClockBehindError: the clock runs behind what was recorded.
    """
    forget_traces(session, row)
    untie_badges(session, row.id, organisation_id=row.organisation_id)
    session.delete(row)
    event = chain.Event(
        organisation_id=row.organisation_id,
        kind=AuditKind.RECIPIENT_REMOVED,
        at=at,
        content=row.id.bytes,
        actor_id=by,
    )
    chain.append(session, event)
    note(
        session,
        {
            "kind": RECIPIENT_REMOVED,
            "organisation": row.organisation_id,
            "recipient": str(row.id),
            "by": str(by) if by else None,
            "at": at.isoformat(),
        },
    )
