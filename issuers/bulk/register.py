"""What this wing asks the database, in the transaction of who asks."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, func, select

from issuers.bulk.tables import Bulk, BulkLine, BulkState, LineState
from issuers.errors import NotFoundError
from issuers.issuing.tables import Badge, BadgeKind


def bulk_of(session: Session, bulk_id: UUID, *, organisation_id: str) -> Bulk:
    """Find what an organisation does to many badges.

    Raises:
        NotFoundError: it does nothing of the kind.
    """
    own = select(Bulk).where(Bulk.id == bulk_id, Bulk.organisation_id == organisation_id)
    found = session.exec(own).first()
    if found is None:
        raise NotFoundError
    return found


def lock_bulk(session: Session, bulk_id: UUID, *, organisation_id: str) -> Bulk:
    """Read what is about to change; nobody else changes it until the transaction ends.

    Raises:
        NotFoundError: the organisation does nothing of the kind.
    """
    found = session.get(Bulk, bulk_id, with_for_update=True)
    if found is None or found.organisation_id != organisation_id:
        raise NotFoundError
    return found


def counts_of(session: Session, bulk_id: UUID) -> Mapping[LineState, int]:
    """Count the badges by what came of them."""
    rows = session.exec(
        select(BulkLine.state, func.count()).where(BulkLine.bulk_id == bulk_id).group_by(col(BulkLine.state))
    )
    return {LineState(state): count for state, count in rows}


def lines_of(
    session: Session,
    bulk_id: UUID,
    *,
    states: Collection[LineState] = tuple(LineState),
    limit: int | None = None,
    offset: int = 0,
) -> Sequence[BulkLine]:
    """List the lines in the order in which they were chosen: all, or those of which this came."""
    lines = select(BulkLine).where(BulkLine.bulk_id == bulk_id, col(BulkLine.state).in_(states))
    return session.exec(lines.order_by(col(BulkLine.place)).limit(limit).offset(offset)).all()


def badges_among(session: Session, badge_ids: Collection[UUID]) -> Mapping[UUID, Badge]:
    """Read badges by their ids."""
    rows = session.exec(select(Badge).where(col(Badge.id).in_(badge_ids)))
    return {each.id: each for each in rows}


def own_among(session: Session, badge_ids: Collection[UUID], *, organisation_id: str) -> set[UUID]:
    """Tell which of these are badges that an organisation gave."""
    own = select(Badge.id).where(col(Badge.id).in_(badge_ids), Badge.organisation_id == organisation_id)
    given = own.where(col(Badge.raw).is_not(None), Badge.kind != BadgeKind.EDITIE)
    return set(session.exec(given))


def stalled(session: Session, before: datetime) -> Sequence[Bulk]:
    """List what is being done, and of which nothing was heard since."""
    running = select(Bulk).where(Bulk.state == BulkState.RUNNING, Bulk.touched < before)
    return session.exec(running.order_by(col(Bulk.touched))).all()


def touched_before(session: Session, moment: datetime, *, states: Collection[BulkState]) -> Sequence[Bulk]:
    """List what is in one of these states, and of which nothing was heard since."""
    old = select(Bulk).where(Bulk.touched < moment, col(Bulk.state).in_(states))
    return session.exec(old).all()
