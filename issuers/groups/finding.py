"""Find the group that a badge was given from, to lead back to it."""

from functools import partial
from uuid import UUID

from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.groups.register import group_with
from issuers.people.permissions import Action, Actor, may


def group_of_badge(desk: IssuingDesk, badge_id: UUID, *, actor: Actor) -> UUID | None:
    """Find it; None for another badge, for a group that is gone, and for who may not look at groups."""
    if not may(actor, Action.DRAFT):
        return None
    asked = partial(group_with, badge_id=badge_id, organisation_id=actor.organisation_id)
    return desk.register.read(asked, within=OneOrganisation(actor.organisation_id))
