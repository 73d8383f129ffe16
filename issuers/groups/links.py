"""The link of each line of a group, for its recipient: of his badge, or of what waits until it is one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.groups.register import badges_of, group_of, held_of, lines_of
from issuers.groups.states import WAITS
from issuers.groups.tables import GroupLine
from issuers.holding.register import OPEN
from issuers.issuing.tables import BadgeState
from issuers.people.permissions import Action, Actor, require
from issuers.publishing.keeping import keep_urls


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Hold a link, and how what it leads to stands.

    Attributes:
        url: Where the badge is kept; of what waits, the page that leads on to the badge once it is there.
        due: When what waits is signed at the earliest; None for a badge.
        is_withdrawn: Whether the badge does not count any more.
    """

    url: str
    due: datetime | None = None
    is_withdrawn: bool = False


def list_links(desk: IssuingDesk, group_id: UUID, *, actor: Actor) -> Mapping[int, Link]:
    """Give the link of each line of a group that has one, by its place.

    Raises:
        PermissionDeniedError: the actor may not write here.
        NotFoundError: there is no such group.
    """
    require(actor, Action.DRAFT)
    to_keep = keep_urls(desk)

    def work(session: Session) -> Mapping[int, Link]:
        group_of(session, group_id, organisation_id=actor.organisation_id)
        links = _links(session, group_id, to_wait=desk.addresses.held, to_keep=to_keep)
        lines = lines_of(session, group_id)
        return {row.place: links[row.key] for row in lines if row.key in links and _came_of(row)}

    return desk.register.read(work, within=OneOrganisation(actor.organisation_id))


def _came_of(row: GroupLine) -> bool:
    """Tell whether what has the key of a line is of that line; else it was refused for that."""
    return row.badge_id is not None or row.state in WAITS


def _links(
    session: Session, group_id: UUID, *, to_wait: Callable[[str], str], to_keep: Callable[[str], str]
) -> Mapping[str, Link]:
    """Give the links by the keys of the lines."""
    waiting = {
        key: Link(url=to_wait(held.token), due=held.due)
        for key, held in held_of(session, group_id).items()
        if held.state in OPEN
    }
    given = {
        key: Link(url=to_keep(token), is_withdrawn=state is not BadgeState.SIGNED)
        for key, (_, token, state) in badges_of(session, group_id).items()
    }
    return waiting | given
