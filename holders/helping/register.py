"""Every question about who helps a holder that this room asks the database."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, delete, or_, select

from holders.helping.tables import Helper, HelperBadge, HelperLook
from issuers.issuing.tables import PUBLISHED, Badge


def helpers_of(session: Session, *, holder_id: UUID) -> Sequence[Helper]:
    """List who helps a holder, or did, the newest first."""
    return session.exec(
        select(Helper)
        .where(Helper.holder_id == holder_id)
        .order_by(col(Helper.made).desc(), col(Helper.id).desc())
    ).all()


def helper_of(session: Session, helper_id: UUID, *, holder_id: UUID) -> Helper | None:
    """Find one who helps a holder."""
    return session.exec(select(Helper).where(Helper.id == helper_id, Helper.holder_id == holder_id)).first()


def helper_invited(session: Session, invite_hash: str) -> Helper | None:
    """Find who was invited with a link."""
    return session.exec(select(Helper).where(Helper.invite_hash == invite_hash)).first()


def helps_on(session: Session, device_hash: str) -> Sequence[Helper]:
    """List what somebody who helps was asked on one device, the newest first."""
    return session.exec(
        select(Helper).where(Helper.device_hash == device_hash).order_by(col(Helper.made).desc())
    ).all()


def badges_ticked(session: Session, *, helper_id: UUID) -> Sequence[Badge]:
    """List the badges that a helper may see, the newest first."""
    return session.exec(
        select(Badge)
        .join(HelperBadge, col(HelperBadge.badge_id) == col(Badge.id))
        .where(HelperBadge.helper_id == helper_id, col(Badge.state).in_(PUBLISHED))
        .order_by(col(Badge.id).desc())
    ).all()


def looks_of(session: Session, *, helper_id: UUID) -> Sequence[HelperLook]:
    """List when a helper looked at what, the newest first."""
    return session.exec(
        select(HelperLook)
        .where(HelperLook.helper_id == helper_id)
        .order_by(col(HelperLook.day).desc(), col(HelperLook.id).desc())
    ).all()


def has_looked(session: Session, *, helper_id: UUID, badge_id: UUID | None, day: date) -> bool:
    """Tell whether it is written that a helper looked at a badge that day, or at the list."""
    asked = select(HelperLook.id).where(HelperLook.helper_id == helper_id, HelperLook.day == day)
    return (
        session.exec(asked.where(col(HelperLook.badge_id).is_not_distinct_from(badge_id))).first() is not None
    )


def forget_helpers(session: Session, *, before: datetime) -> int:
    """Forget who helped until then, with what he looked at; tell how many."""
    is_over = or_(col(Helper.until) <= before, col(Helper.ended) <= before)
    return session.exec(delete(Helper).where(is_over)).rowcount


def untick(session: Session, badge_ids: Collection[UUID], *, holder_id: UUID) -> None:
    """Let nobody who helps a holder see these badges any more."""
    his = select(Helper.id).where(Helper.holder_id == holder_id)
    for table in (HelperBadge, HelperLook):
        of_his = col(table.helper_id).in_(his), col(table.badge_id).in_(badge_ids)
        session.exec(delete(table).where(*of_his))
