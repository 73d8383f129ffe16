"""Every question about who keeps what, and on which telephones, that this room asks the database."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final, TypeVar
from uuid import UUID

from sqlalchemy import exists, or_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, delete, func, select
from sqlmodel.sql.expression import SelectOfScalar

from holders.keeping.tables import Holder, HolderSession, KeptBadge
from issuers.issuing.tables import PUBLISHED, Badge, BadgeKind, BadgeState, CorrectionKind, Edition
from issuers.organisations.tables import Organisation

_Row = TypeVar("_Row")
MOST_STEPS: Final = 50
"""So many corrections of corrections are followed."""


def keeper_of(session: Session, badge_id: UUID) -> UUID | None:
    """Tell who keeps a badge."""
    row = session.get(KeptBadge, badge_id)
    return row.holder_id if row else None


def badges_kept(session: Session, *, holder_id: UUID, only_of: str | None, limit: int) -> Sequence[Badge]:
    """List what a holder keeps, of one organisation or of all, the newest first."""
    newest_first = col(KeptBadge.kept).desc(), col(Badge.id).desc()
    asked = _kept(select(Badge), holder_id=holder_id, only_of=only_of)
    return session.exec(asked.order_by(*newest_first).limit(limit)).all()


def badge_kept(session: Session, badge_id: UUID, *, holder_id: UUID, only_of: str | None) -> Badge | None:
    """Find one thing that a holder keeps."""
    asked = _kept(select(Badge), holder_id=holder_id, only_of=only_of)
    return session.exec(asked.where(Badge.id == badge_id)).first()


def newest_kept(session: Session, badge: Badge, *, holder_id: UUID) -> Badge:
    """Follow what took the place of what, as far as a holder keeps it."""
    newest = badge
    for _ in range(MOST_STEPS):
        own = select(Badge).join(KeptBadge, col(KeptBadge.badge_id) == col(Badge.id))
        better = own.where(KeptBadge.holder_id == holder_id, Badge.id == newest.replaced_by)
        found = session.exec(better).first() if newest.replaced_by else None
        if found is None:
            break
        newest = found
    return newest


def ever_kept(session: Session, *, holder_id: UUID, limit: int) -> Sequence[Badge]:
    """List what a holder keeps, also what a better version took the place of, the newest first."""
    kept = select(Badge).join(KeptBadge, col(KeptBadge.badge_id) == col(Badge.id))
    own = kept.where(KeptBadge.holder_id == holder_id, col(Badge.state).in_(PUBLISHED))
    return session.exec(own.order_by(col(KeptBadge.kept).desc(), col(Badge.id).desc()).limit(limit)).all()


def count_kept(session: Session, *, holder_id: UUID, only_of: str | None) -> int:
    """Count what a holder keeps, of one organisation or of all."""
    return session.exec(
        _kept(select(func.count()).select_from(Badge), holder_id=holder_id, only_of=only_of)
    ).one()


def session_of(session: Session, session_id: UUID, *, holder_id: UUID) -> HolderSession | None:
    """Find one telephone of a holder."""
    asked = select(HolderSession).where(HolderSession.id == session_id)
    return session.exec(asked.where(HolderSession.holder_id == holder_id)).first()


def kept_of(session: Session, *, holder_id: UUID, organisation_id: str) -> Sequence[KeptBadge]:
    """List what a holder keeps of what one organisation gave."""
    return session.exec(
        select(KeptBadge)
        .join(Badge, col(Badge.id) == col(KeptBadge.badge_id))
        .where(KeptBadge.holder_id == holder_id, Badge.organisation_id == organisation_id)
    ).all()


def sessions_of(session: Session, *, holder_id: UUID, now: datetime) -> Sequence[HolderSession]:
    """List the telephones that show what a holder keeps, the one that was used last first."""
    is_on = or_(col(HolderSession.until).is_(None), col(HolderSession.until) > now)
    return session.exec(
        select(HolderSession)
        .where(HolderSession.holder_id == holder_id, is_on)
        .order_by(col(HolderSession.seen).desc(), col(HolderSession.id).desc())
    ).all()


def follow(session: Session, *, since: datetime, now: datetime, holder_id: UUID | None = None) -> int:
    """Write that what took the place of a badge is kept too: of one that this holder keeps, or anybody."""
    old, better = aliased(Badge), aliased(Badge)
    whose = () if holder_id is None else (KeptBadge.holder_id == holder_id,)
    found = session.exec(
        select(KeptBadge, better.id)
        .join(old, col(old.id) == col(KeptBadge.badge_id))
        .join(better, col(better.id) == col(old.replaced_by))
        .where(
            col(old.revoked_at) >= since,
            better.state == BadgeState.SIGNED,
            better.replaces_because != CorrectionKind.ANDERE_PERSOON,
            ~exists().where(col(KeptBadge.badge_id) == better.id).correlate(better),
            *whose,
        )
    ).all()
    session.add_all(KeptBadge(badge_id=each, holder_id=row.holder_id, kept=now) for row, each in found)
    return len(found)


def without_editions(session: Session, *, since: datetime, limit: int) -> Sequence[UUID]:
    """List the badges that somebody keeps, that have no editions, and of which some can be signed now."""
    kept = select(KeptBadge.badge_id).join(Badge, col(Badge.id) == col(KeptBadge.badge_id))
    going = kept.join(Organisation, col(Organisation.id) == col(Badge.organisation_id)).where(
        col(Organisation.suspended).is_(None),
        col(Organisation.closed).is_(None),
        col(Organisation.merged_into).is_(None),
    )
    missing = going.where(
        KeptBadge.kept >= since,
        Badge.state == BadgeState.SIGNED,
        Badge.kind == BadgeKind.BADGE,
        ~exists().where(col(Edition.of_id) == col(Badge.id)).correlate(Badge),
    )
    return session.exec(missing.order_by(col(KeptBadge.kept).desc()).limit(limit)).all()


def _kept(asked: SelectOfScalar[_Row], *, holder_id: UUID, only_of: str | None) -> SelectOfScalar[_Row]:
    """Ask about what a holder keeps, without what a better version that he keeps took the place of."""
    better = aliased(KeptBadge)
    has_better = exists().where(
        col(better.badge_id) == col(Badge.replaced_by), col(better.holder_id) == holder_id
    )
    kept = asked.join(KeptBadge, col(KeptBadge.badge_id) == col(Badge.id)).where(
        KeptBadge.holder_id == holder_id, col(Badge.state).in_(PUBLISHED), ~has_better
    )
    return kept if only_of is None else kept.where(Badge.organisation_id == only_of)


def forget_sessions(session: Session, *, unused_since: datetime, now: datetime) -> int:
    """Forget the telephones that were not used since, and those whose time is over; tell how many."""
    is_over = or_(col(HolderSession.seen) < unused_since, col(HolderSession.until) <= now)
    return session.exec(delete(HolderSession).where(is_over)).rowcount


def kept_by(session: Session, *, holder_id: UUID) -> set[UUID]:
    """Name all badges that a holder keeps, also those that a better one took the place of."""
    return set(session.exec(select(KeptBadge.badge_id).where(KeptBadge.holder_id == holder_id)))


def kept_by_others(session: Session, badges: Collection[UUID], *, holder_id: UUID) -> set[UUID]:
    """Name those of these badges that another holder keeps."""
    theirs = select(KeptBadge.badge_id).where(KeptBadge.holder_id != holder_id)
    return set(session.exec(theirs.where(col(KeptBadge.badge_id).in_(badges))))


def holder_by_id(session: Session, holder_id: UUID) -> Holder:
    """Read a holder."""
    return session.get_one(Holder, holder_id)
