"""Every question about what came from elsewhere that this room asks the database."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, delete, select

from holders.importing.tables import ForeignBadge
from holders.keeping.tables import Holder


def foreign_of(session: Session, *, holder_id: UUID) -> Sequence[ForeignBadge]:
    """List what a holder got elsewhere, what came last first."""
    asked = select(ForeignBadge).where(ForeignBadge.holder_id == holder_id)
    return session.exec(asked.order_by(col(ForeignBadge.added).desc(), col(ForeignBadge.id).desc())).all()


def foreign_by_id(session: Session, foreign_id: UUID, *, holder_id: UUID) -> ForeignBadge | None:
    """Find one thing that a holder got elsewhere."""
    asked = select(ForeignBadge).where(ForeignBadge.id == foreign_id)
    return session.exec(asked.where(ForeignBadge.holder_id == holder_id)).first()


def forget_foreign(session: Session, *, unseen_since: date) -> int:
    """Forget what holders got elsewhere who looked before this day for the last time; tell how many."""
    away = select(Holder.id).where(Holder.seen < unseen_since)
    return session.exec(delete(ForeignBadge).where(col(ForeignBadge.holder_id).in_(away))).rowcount
