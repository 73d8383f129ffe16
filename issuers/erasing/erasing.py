"""Erase a recipient, or one badge, because whom it is about asked for that: all rows, and the badges."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from sqlmodel import Session

from issuers.database.scopes import WHOLE_SERVICE, OneOrganisation
from issuers.database.transactions import go_on_within
from issuers.desk import IssuingDesk
from issuers.erasing.recipients import forget_recipient
from issuers.erasing.register import badges_for, rows_of, with_their_own
from issuers.erasing.shredding import erase_badges
from issuers.errors import NotFoundError
from issuers.issuing.overview import find_given
from issuers.issuing.tables import Badge
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require
from issuers.recipients.register import recipient_of


@dataclass(frozen=True, slots=True)
class Going:
    """Count what would go with a recipient."""

    badges: int


def what_goes(desk: IssuingDesk, recipient_id: UUID, *, actor: Actor) -> Going:
    """Count it, before somebody decides.

    Raises:
        PermissionDeniedError: the actor may give no badges.
        NotFoundError: the organisation has no such recipient.
    """
    require(actor, Action.ISSUE)
    asked = partial(_own_badges, recipient_id=recipient_id, organisation_id=actor.organisation_id)
    return Going(badges=len(desk.register.read(asked, within=OneOrganisation(actor.organisation_id))))


def erase_recipient(desk: IssuingDesk, recipient_id: UUID, *, actor: Actor) -> None:
    """Keep nothing of him, nor of what the organisation gave him; what another gave him is not ours to erase.

    Raises:
        PermissionDeniedError: the actor may give no badges, or not any more.
        NotFoundError: the organisation has no such recipient.
    """
    require(actor, Action.ISSUE)
    now = desk.clock.now()

    def work(session: Session) -> None:
        require_still(session, actor, Action.ISSUE)
        badges = _own_badges(session, recipient_id=recipient_id, organisation_id=actor.organisation_id)
        go_on_within(session, WHOLE_SERVICE)
        erase_badges(session, badges, by=actor.person_id, at=now)
        row = recipient_of(session, recipient_id, organisation_id=actor.organisation_id)
        if row is None:
            raise NotFoundError
        forget_recipient(session, row, by=actor.person_id, at=now)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))
    desk.register.leave_no_trace()


def erase_badge(desk: IssuingDesk, badge_id: UUID, *, actor: Actor) -> None:
    """Keep nothing of a badge that the organisation gave, nor of what it gave in its place.

    So also what was given freely, which is tied to no recipient, is erased when somebody asks.

    Raises:
        PermissionDeniedError: the actor may give no badges, or not any more.
        NotFoundError: the organisation gave no such badge.
    """
    require(actor, Action.ISSUE)
    find_given(desk, badge_id, actor=actor)
    now = desk.clock.now()

    def work(session: Session) -> None:
        require_still(session, actor, Action.ISSUE)
        badges = _of(session, {badge_id}, organisation_id=actor.organisation_id)
        if not badges:
            raise NotFoundError
        go_on_within(session, WHOLE_SERVICE)
        erase_badges(session, badges, by=actor.person_id, at=now)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))
    desk.register.leave_no_trace()


def _own_badges(session: Session, *, recipient_id: UUID, organisation_id: str) -> list[Badge]:
    """Read what the organisation gave to one of its recipients.

    Raises:
        NotFoundError: it has no such recipient.
    """
    if recipient_of(session, recipient_id, organisation_id=organisation_id) is None:
        raise NotFoundError
    return _of(session, badges_for(session, [recipient_id]), organisation_id=organisation_id)


def _of(session: Session, badges: Collection[UUID], *, organisation_id: str) -> list[Badge]:
    """Read these badges and all that is theirs, as far as the organisation gave it."""
    found = with_their_own(session, badges)
    return [each for each in rows_of(session, found) if each.organisation_id == organisation_id]
