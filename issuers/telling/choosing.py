"""Let an organisation switch off what it wants not told, and see what did not arrive."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from sqlmodel import Session

from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require
from issuers.telling.register import undelivered, untold_by
from issuers.telling.tables import Event, Untold


@dataclass(frozen=True, slots=True, kw_only=True)
class Undelivered:
    """Say to whom what did not arrive, and when that was tried first."""

    recipient_id: UUID
    name: str
    event: Event
    at: datetime


def list_untold(desk: IssuingDesk, *, actor: Actor) -> frozenset[Event]:
    """Name what the actor's organisation wants not told.

    Raises:
        PermissionDeniedError: the actor may not see it.
    """
    require(actor, Action.READ)
    asked = partial(untold_by, organisation_id=actor.organisation_id)
    return desk.register.read(asked, within=OneOrganisation(actor.organisation_id))


def choose_untold(desk: IssuingDesk, events: Collection[Event], *, actor: Actor) -> None:
    """Tell none of these any more; what is untold at this moment stays so.

    Raises:
        PermissionDeniedError: the actor may not decide it, or not any more.
    """
    require(actor, Action.MANAGE_ORGANISATION)

    def work(session: Session) -> None:
        require_still(session, actor, Action.MANAGE_ORGANISATION)
        session.merge(Untold(organisation_id=actor.organisation_id, events=frozenset(events)))

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def list_undelivered(desk: IssuingDesk, *, actor: Actor) -> Sequence[Undelivered]:
    """List what was given up: a wrong address, or nobody who takes it.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here.
    """
    require(actor, Action.DRAFT)
    asked = partial(undelivered, organisation_id=actor.organisation_id)
    rows = desk.register.read(asked, within=OneOrganisation(actor.organisation_id))
    return [
        Undelivered(recipient_id=recipient.id, name=recipient.name, event=told.event, at=told.at)
        for told, recipient in rows
    ]
