"""Every question about holders that this room asks the database."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, delete, func, select

from holders.tables import Holder, HolderSession, KeptBadge
from issuers.issuing.tables import Badge, BadgeState

_PUBLISHED = (BadgeState.SIGNED, BadgeState.REVOKED)


def keeper_of(session: Session, badge_id: UUID) -> UUID | None:
    """Tell who keeps a badge."""
    row = session.get(KeptBadge, badge_id)
    return row.holder_id if row else None


def badges_kept(session: Session, *, holder_id: UUID, limit: int) -> Sequence[Badge]:
    """List what a holder keeps, the newest first."""
    return session.exec(
        select(Badge)
        .join(KeptBadge, col(KeptBadge.badge_id) == col(Badge.id))
        .where(KeptBadge.holder_id == holder_id, col(Badge.state).in_(_PUBLISHED))
        .order_by(col(KeptBadge.kept).desc(), col(Badge.id).desc())
        .limit(limit)
    ).all()


def count_kept(session: Session, *, holder_id: UUID) -> int:
    """Count what a holder keeps."""
    return session.exec(
        select(func.count()).select_from(KeptBadge).where(KeptBadge.holder_id == holder_id)
    ).one()


def sessions_of(session: Session, *, holder_id: UUID) -> Sequence[HolderSession]:
    """List on which telephones a holder sees what he keeps, last seen first."""
    return session.exec(
        select(HolderSession)
        .where(HolderSession.holder_id == holder_id)
        .order_by(col(HolderSession.seen).desc())
    ).all()


def forget_sessions_before(session: Session, *, moment: datetime) -> int:
    """Forget the telephones that were not used since; tell how many."""
    return session.exec(delete(HolderSession).where(col(HolderSession.seen) < moment)).rowcount


def holder_now(session: Session, holder_id: UUID) -> Holder | None:
    """Read a holder."""
    return session.get(Holder, holder_id)
