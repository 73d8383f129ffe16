"""Let a badge take the place of another: meant at its reservation, done in the transaction that records it.

So there is no moment at which both stand, and none at which neither does: until the better one is recorded,
the old one stands, and what a crash leaves in between, `recovery` brings to one of the two ends.
"""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlmodel import Session

from issuers.desk import IssuingDesk
from issuers.errors import BeingCorrectedError, NotFoundError, RevocationError
from issuers.issuing import badgebook
from issuers.issuing.tables import Badge, BadgeKind, BadgeState, CorrectionKind, RevocationReason
from issuers.issuing.withdrawing import Withdrawal, publish_lists_of, withdraw

LEADS_ON: Final = frozenset({CorrectionKind.SCHRIJFFOUT, CorrectionKind.ANDER_WERK})
"""Whoever has the old badge is led to the better one, unless that is somebody else's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """Name the badge that is put right, what was wrong, and what the better one was agreed in, if it was."""

    badge_id: UUID
    kind: CorrectionKind
    profiel_id: UUID | None = None


def require_replaceable(session: Session, badge_id: UUID, *, organisation_id: str) -> Badge:
    """Give a badge whose place may be taken; nobody else begins to until the transaction ends.

    Raises:
        NotFoundError: the organisation has no such badge, or it is what a school gave on one.
        RevocationError: it never left the service, or does not stand any more.
        BeingCorrectedError: another is about to take its place.
    """
    badge = badgebook.lock(session, badge_id)
    if badge.organisation_id != organisation_id or badge.kind is not BadgeKind.BADGE:
        raise NotFoundError
    if badge.state is not BadgeState.SIGNED:
        raise RevocationError
    if badgebook.replacing(session, badge_id):
        raise BeingCorrectedError
    return badge


def may_take_place(session: Session, better: Badge) -> bool:
    """Tell whether the badge whose place is taken still stands, where there is one."""
    return better.replaces is None or badgebook.lock(session, better.replaces).state is BadgeState.SIGNED


def take_place(session: Session, better: Badge, *, desk: IssuingDesk) -> None:
    """Withdraw the badge whose place is taken, where there is one, and say what is told of it."""
    if better.replaces is None:
        return
    old = badgebook.lock(session, better.replaces)
    leads_on = better.replaces_because in LEADS_ON
    withdrawal = Withdrawal(
        reason=RevocationReason.VERVANGEN if leads_on else RevocationReason.VERGISSING,
        by=better.issued_by,
        by_key=better.issued_by_key,
        at=desk.clock.now(),
        replaced_by=better.id if leads_on else None,
    )
    withdraw(session, old, withdrawal)
    publish_lists_of(session, [old], desk=desk)
