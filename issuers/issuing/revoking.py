"""Withdraw a badge: its bit is set and its list published anew in the transaction that records it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from issuers.database.scopes import OneOrganisation, Public
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError, RevocationError
from issuers.issuing import badgebook
from issuers.issuing.tables import Badge, BadgeKind, BadgeState, RevocationReason
from issuers.issuing.withdrawing import Withdrawal, publish_lists_of, withdraw
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require

MOST_STEPS: Final = 50
"""So many corrections of corrections one link leads past; from there the next one leads on."""


@dataclass(frozen=True, slots=True)
class Revocation:
    """Hold when and why a badge was withdrawn, and the token of the badge that took its place.

    An edition leads nowhere, also where it `is_replaced`: the better badge may hold what was left out.
    """

    at: datetime
    reason: RevocationReason
    replaced_by: str | None
    is_replaced: bool = False

    @property
    def is_mistake(self) -> bool:
        """Tell whether it was withdrawn because it was given by mistake."""
        return self.reason is RevocationReason.VERGISSING


def revoke(
    desk: IssuingDesk,
    badge_id: UUID,
    *,
    actor: Actor,
    reason: RevocationReason,
    replaced_by: UUID | None = None,
) -> Revocation:
    """Withdraw a badge; when this returns, everybody who asks can see it.

    Raises:
        PermissionDeniedError: the actor may not revoke, or not any more.
        NotFoundError: the actor's organisation has no such badge, or no such badge to replace it by.
        RevocationError: it never left the service, or was withdrawn before.
        ClockBehindError: the clock runs behind what was recorded.
    """
    require(actor, Action.REVOKE)

    def work(session: Session) -> Revocation:
        require_still(session, actor, Action.REVOKE)
        badge = _of_actor(session, badge_id, actor=actor)
        better = None if replaced_by is None else _of_actor(session, replaced_by, actor=actor)
        if better is not None and (better.state != BadgeState.SIGNED or better.id == badge.id):
            raise NotFoundError
        withdrawal = _withdrawal(reason, actor=actor, at=desk.clock.now())
        withdraw(session, badge, replace(withdrawal, replaced_by=better.id if better else None))
        publish_lists_of(session, [badge], desk=desk)
        return _revocation(badge, replaced_by=better)

    return desk.register.write(work, within=OneOrganisation(actor.organisation_id))


@dataclass(frozen=True, slots=True)
class Outcome:
    """Say what became of one of several badges; None where it was withdrawn."""

    badge_id: UUID
    problem: NotFoundError | RevocationError | None


def withdraw_each(
    session: Session,
    *,
    badge_ids: Sequence[UUID],
    desk: IssuingDesk,
    actor: Actor,
    reason: RevocationReason,
) -> list[Outcome]:
    """Withdraw several in the transaction of who asks; what cannot be is no reason to leave the others.

    Raises:
        PermissionDeniedError: the actor may not revoke, or not any more.
        ClockBehindError: the clock runs behind what was recorded.
    """
    require_still(session, actor, Action.REVOKE)
    withdrawal = _withdrawal(reason, actor=actor, at=desk.clock.now())
    outcomes, withdrawn = [], []
    for badge_id in badge_ids:
        problem = None
        try:
            badge = _of_actor(session, badge_id, actor=actor)
            withdraw(session, badge, withdrawal)
            withdrawn.append(badge)
        except (NotFoundError, RevocationError) as error:
            problem = error
        outcomes.append(Outcome(badge_id, problem))
    publish_lists_of(session, withdrawn, desk=desk)
    return outcomes


def find_revocation(desk: IssuingDesk, badge_id: UUID, *, organisation_id: str) -> Revocation | None:
    """Tell when and why a badge was withdrawn, and which is the newest of that person; None if it was not."""
    asked = partial(badgebook.revoked, badge_id=badge_id, organisation_id=organisation_id)
    badge = desk.register.read(asked, within=Public(holding=str(badge_id)))
    if badge is None:
        return None
    leads_on = badge.kind is not BadgeKind.EDITIE
    return _revocation(badge, replaced_by=_newest(desk, badge.replaced_by) if leads_on else None)


def _newest(desk: IssuingDesk, badge_id: UUID | None) -> Badge | None:
    """Follow what took the place of what: never past what was somebody else's, for that leads nowhere."""
    newest = None
    for _ in range(MOST_STEPS):
        found = _held(desk, badge_id) if badge_id else None
        if found is None:
            break
        newest, badge_id = found, found.replaced_by
    return newest


def _held(desk: IssuingDesk, badge_id: UUID) -> Badge | None:
    """Read the badge of an id that somebody has, or that what he has names."""
    return desk.register.read(
        lambda session: session.get(Badge, badge_id), within=Public(holding=str(badge_id))
    )


def _of_actor(session: Session, badge_id: UUID, *, actor: Actor) -> Badge:
    """Read a badge of the actor's own organisation; those of others do not exist for him, nor do editions."""
    badge = badgebook.lock(session, badge_id)
    if badge.organisation_id != actor.organisation_id or badge.kind is BadgeKind.EDITIE:
        raise NotFoundError
    return badge


def _withdrawal(reason: RevocationReason, *, actor: Actor, at: datetime) -> Withdrawal:
    return Withdrawal(reason=reason, by=actor.person_id, by_key=actor.key_id, at=at)


def _revocation(badge: Badge, *, replaced_by: Badge | None) -> Revocation:
    if badge.revoked_at is None or badge.revoked_because is None:
        raise RevocationError
    return Revocation(
        at=badge.revoked_at,
        reason=badge.revoked_because,
        replaced_by=replaced_by.token if replaced_by else None,
        is_replaced=badge.replaced_by is not None,
    )
