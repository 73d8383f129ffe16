"""List what an organisation gave, a page at a time: what is looked for, the newest first.

A page begins beside a badge, not after so many: the hundred-thousandth is found as fast as the first.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlmodel import Session

from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.issuing.overview import Given, as_given
from issuers.overview.looking import Wanted
from issuers.overview.register import Found, Looking, found, newer_than, older_than
from issuers.people.permissions import Action, Actor, may, require

PAGE: Final = 50
AT_ONCE: Final = 500
"""So many are read in one transaction where all of them are wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedBadge:
    """Show a badge with what only its organisation knows: who gave it, and to whom."""

    given: Given
    given_by: str
    recipient: str | None
    reference: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Say where a page begins: at the newest, or at what is older or newer than a badge."""

    older_than: UUID | None = None
    newer_than: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """Hold a page, and beside which badges the next ones begin, where there are any."""

    badges: tuple[ListedBadge, ...]
    older: UUID | None
    newer: UUID | None


def list_badges(desk: IssuingDesk, wanted: Wanted, *, beside: Beside, actor: Actor) -> Leaf:
    """List a page of what is looked for.

    Raises:
        PermissionDeniedError: the actor may not see it.
    """
    looking = looking_for(desk, actor)

    def work(session: Session) -> Leaf:
        if beside.newer_than:
            return _newer(session, wanted, looking=looking, badge_id=beside.newer_than)
        return _older(session, wanted, looking=looking, badge_id=beside.older_than)

    return desk.register.read(work, within=OneOrganisation(actor.organisation_id))


def all_badges(desk: IssuingDesk, wanted: Wanted, *, actor: Actor) -> Iterator[ListedBadge]:
    """Give everything that is looked for, read in pieces: a list of any length takes the same memory.

    Raises:
        PermissionDeniedError: the actor may not see it.
    """
    require(actor, Action.READ)
    return _all(desk, wanted, actor=actor)


def looking_for(desk: IssuingDesk, actor: Actor) -> Looking:
    """Look for an actor; who learns here is for who works with them.

    Raises:
        PermissionDeniedError: the actor may not see it.
    """
    require(actor, Action.READ)
    return Looking(
        organisation_id=actor.organisation_id,
        now=desk.clock.now(),
        sees_recipients=may(actor, Action.DRAFT),
    )


def _all(desk: IssuingDesk, wanted: Wanted, *, actor: Actor) -> Iterator[ListedBadge]:
    looking, last = looking_for(desk, actor), None

    while True:

        def work(session: Session, last: UUID | None = last) -> tuple[ListedBadge, ...]:
            ids = older_than(session, wanted, looking=looking, badge_id=last, limit=AT_ONCE)
            return tuple(_listed(each, looking=looking) for each in found(session, ids))

        badges = desk.register.read(work, within=OneOrganisation(actor.organisation_id))
        yield from badges
        if len(badges) < AT_ONCE:
            return
        last = badges[-1].given.id


def _older(session: Session, wanted: Wanted, *, looking: Looking, badge_id: UUID | None) -> Leaf:
    ids = older_than(session, wanted, looking=looking, badge_id=badge_id, limit=PAGE + 1)
    badges = tuple(_listed(each, looking=looking) for each in found(session, ids[:PAGE]))
    return Leaf(
        badges=badges,
        older=badges[-1].given.id if len(ids) > PAGE else None,
        newer=badges[0].given.id if badge_id and badges else None,
    )


def _newer(session: Session, wanted: Wanted, *, looking: Looking, badge_id: UUID) -> Leaf:
    ids = newer_than(session, wanted, looking=looking, badge_id=badge_id, limit=PAGE + 1)
    badges = tuple(_listed(each, looking=looking) for each in found(session, ids[:PAGE]))
    return Leaf(
        badges=badges,
        older=badges[-1].given.id if badges else None,
        newer=badges[0].given.id if len(ids) > PAGE else None,
    )


def _listed(found: Found, *, looking: Looking) -> ListedBadge:
    recipient = found.recipient if looking.sees_recipients else None
    return ListedBadge(
        given=as_given(found.badge),
        given_by=found.giver.name,
        recipient=recipient.name if recipient else None,
        reference=recipient.reference if recipient else None,
    )
