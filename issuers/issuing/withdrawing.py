"""Withdraw a badge in the transaction of what asks for it: its row, its record, and its place in the list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlmodel import Session

from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.database.journal import note
from issuers.desk import IssuingDesk
from issuers.errors import RevocationError
from issuers.issuing import badgebook
from issuers.issuing.tables import Badge, BadgeKind, BadgeState, RevocationReason, StatusList
from issuers.statuslists import publish_list

BADGE_WITHDRAWN: Final = "badge-withdrawn"
"""The kind of what the journal says of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """Say why a badge is withdrawn, by whom (by which key of a system), when, and what replaces it."""

    reason: RevocationReason
    by: UUID | None
    by_key: UUID | None
    at: datetime
    replaced_by: UUID | None = None


def withdraw(session: Session, badge: Badge, withdrawal: Withdrawal) -> None:
    """Withdraw a badge that stands, with its editions; their lists say so when they are published.

    Raises:
        RevocationError: it never left the service, or was withdrawn before.
    """
    if badge.state is not BadgeState.SIGNED:
        raise RevocationError
    badge.state, badge.revoked_at = BadgeState.REVOKED, withdrawal.at
    badge.revoked_because, badge.revoked_by = withdrawal.reason, withdrawal.by
    badge.replaced_by = withdrawal.replaced_by
    event = chain.Event(
        organisation_id=badge.organisation_id,
        kind=AuditKind.BADGE_REVOKED,
        at=withdrawal.at,
        content=withdrawal.reason.value.encode(),
        actor_id=withdrawal.by,
        badge_id=badge.id,
        by_key=withdrawal.by_key,
    )
    chain.append(session, event)
    note(
        session,
        {
            "kind": BADGE_WITHDRAWN,
            "organisation": badge.organisation_id,
            "badge": str(badge.id),
            "list": str(badge.status_list_id),
            "index": badge.status_index,
            "reason": withdrawal.reason.value,
            "by": str(withdrawal.by) if withdrawal.by else None,
            "by_key": str(withdrawal.by_key) if withdrawal.by_key else None,
            "at": withdrawal.at.isoformat(),
        },
    )
    if badge.kind is BadgeKind.BADGE:
        for each in badgebook.standing_editions(session, badge.id):
            withdraw(session, each, withdrawal)


def publish_lists_of(session: Session, badges: Iterable[Badge], *, desk: IssuingDesk) -> None:
    """Publish the lists of badges that were withdrawn, and of their editions, each once."""
    session.flush()
    withdrawn = tuple(badges)
    theirs = badgebook.lists_with_editions(session, [badge.id for badge in withdrawn])
    for list_id in sorted({badge.status_list_id for badge in withdrawn} | theirs):
        publish_list(session, session.get_one(StatusList, list_id), desk=desk)
