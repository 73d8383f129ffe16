"""Find the group that a badge was given from, or the row that something waits for, to lead back to it."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.groups.register import group_with, row_awaiting
from issuers.holding.known import KnownHeld
from issuers.people.permissions import Action, Actor, may, require


@dataclass(frozen=True, slots=True)
class RowOfGroup:
    """Name the row of a roster that something was given for."""

    group_id: UUID
    place: int


def group_of_badge(desk: IssuingDesk, badge_id: UUID, *, actor: Actor) -> UUID | None:
    """Find it; None for another badge, for a group that is gone, and for who may not look at groups."""
    if not may(actor, Action.DRAFT):
        return None
    asked = partial(group_with, badge_id=badge_id, organisation_id=actor.organisation_id)
    return desk.register.read(asked, within=OneOrganisation(actor.organisation_id))


def find_row(desk: IssuingDesk, known: KnownHeld, *, actor: Actor) -> RowOfGroup | None:
    """Find the row of a roster that something was given for; none, once that row or its roster is gone.

    Raises:
        PermissionDeniedError: the actor may not issue.
    """
    require(actor, Action.ISSUE)
    asked = partial(row_awaiting, key=known.key, organisation_id=actor.organisation_id)
    row = desk.register.read(asked, within=OneOrganisation(actor.organisation_id))
    return RowOfGroup(row.group_id, row.place) if row else None
