"""Every question about what is shared that this room asks the database."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import or_
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, delete, select

from holders.keeping.register import newest_kept
from holders.keeping.tables import Holder, KeptBadge
from holders.sharing.tables import Share, SharedBadge, ShareViews
from issuers.issuing.tables import Badge
from web.clock import ONE_TAP


def share_by_token(session: Session, token: str) -> Share | None:
    """Find a link by the secret of its address."""
    return session.exec(select(Share).where(Share.token == token)).first()


def share_of(session: Session, share_id: UUID, *, holder_id: UUID) -> Share | None:
    """Find a link of a holder."""
    return session.exec(select(Share).where(Share.id == share_id, Share.holder_id == holder_id)).first()


def shares_of(session: Session, *, holder_id: UUID, limit: int) -> Sequence[Share]:
    """List the links of a holder, the newest first."""
    own = select(Share).where(Share.holder_id == holder_id)
    return session.exec(own.order_by(col(Share.made).desc(), col(Share.id).desc()).limit(limit)).all()


def lock_holder(session: Session, holder_id: UUID) -> None:
    """Let nobody else write of a holder until the transaction ends."""
    session.get(Holder, holder_id, with_for_update=True)


def tapped_before(session: Session, share: Share, *, shown: Sequence[tuple[UUID, UUID]]) -> UUID | None:
    """Find the link that the same tap made already; `shown` are its badges, each with its edition."""
    made = select(Share).where(Share.holder_id == share.holder_id, col(Share.made) > share.made - ONE_TAP)
    found = session.exec(made.order_by(col(Share.made), col(Share.id)))
    return next((each.id for each in found if _is_same(session, each, share, shown=shown)), None)


def _is_same(session: Session, one: Share, other: Share, *, shown: Sequence[tuple[UUID, UUID]]) -> bool:
    """Tell whether a link that is there is one that would be made."""
    same = ("label", "without", "stopped")
    is_alike = all(getattr(one, name) == getattr(other, name) for name in same)
    if not is_alike or one.until - one.made != other.until - other.made:
        return False
    return [*shown] == [(row.badge_id, row.edition_id) for row in badges_shared(session, one.id)]


def forget_shares(session: Session, *, over_since: datetime) -> int:
    """Forget the links that were over at this moment; tell how many."""
    is_over = or_(col(Share.until) <= over_since, col(Share.stopped) <= over_since)
    return session.exec(delete(Share).where(is_over)).rowcount


def badges_shared(session: Session, share_id: UUID) -> Sequence[SharedBadge]:
    """List what a link shows, in its order."""
    rows = select(SharedBadge).where(SharedBadge.share_id == share_id)
    return session.exec(rows.order_by(col(SharedBadge.place))).all()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallen:
    """Hold a badge that a link shows and that stands no more, and the newest of it that its keeper has."""

    share: Share
    badge: Badge
    edition_id: UUID
    newest: Badge


def fallen(session: Session, *, holder_id: UUID, now: datetime) -> Sequence[Fallen]:
    """List what the links of a holder that work show and that stands no more, the newest link first."""
    works = col(Share.stopped).is_(None), Share.until > now
    rows = session.exec(
        select(Share, SharedBadge.edition_id, Badge)
        .join(SharedBadge, col(SharedBadge.share_id) == col(Share.id))
        .join(Badge, col(Badge.id) == col(SharedBadge.badge_id))
        .join(KeptBadge, col(KeptBadge.badge_id) == col(Badge.id))
        .where(
            Share.holder_id == holder_id,
            KeptBadge.holder_id == holder_id,
            col(Badge.revoked_at).is_not(None),
            *works,
        )
        .order_by(col(Share.made).desc(), col(Share.id).desc(), col(SharedBadge.place))
    ).all()
    return [
        Fallen(
            share=share,
            badge=badge,
            edition_id=edition_id,
            newest=newest_kept(session, badge, holder_id=holder_id),
        )
        for share, edition_id, badge in rows
    ]


def links_to(session: Session, badge_id: UUID, *, holder_id: UUID, now: datetime) -> Sequence[Share]:
    """List the links of a holder that work and show a badge, the newest first."""
    shows = select(SharedBadge.share_id).where(SharedBadge.badge_id == badge_id)
    works = col(Share.stopped).is_(None), Share.until > now
    own = select(Share).where(Share.holder_id == holder_id, col(Share.id).in_(shows), *works)
    return session.exec(own.order_by(col(Share.made).desc(), col(Share.id).desc())).all()


def is_shown_whole(session: Session, badge_ids: Collection[UUID]) -> bool:
    """Tell whether a link shows, or showed, one of these badges with nothing left out."""
    rows = select(SharedBadge.share_id).where(col(SharedBadge.badge_id).in_(badge_ids))
    whole = rows.where(SharedBadge.edition_id == SharedBadge.badge_id)
    return session.exec(whole.limit(1)).first() is not None


def replace_shown(session: Session, share_id: UUID, *, old: UUID, better: UUID, edition_id: UUID) -> None:
    """Write that a link shows another badge in the place of one; where it does already, nothing changes."""
    rows = select(SharedBadge).where(SharedBadge.share_id == share_id, SharedBadge.badge_id == old)
    for row in session.exec(rows):
        row.badge_id, row.edition_id = better, edition_id


def views_of(session: Session, share_id: UUID, *, limit: int) -> Sequence[ShareViews]:
    """List how often a link was looked at, the last week first."""
    rows = select(ShareViews).where(ShareViews.share_id == share_id)
    return session.exec(rows.order_by(col(ShareViews.week).desc()).limit(limit)).all()


class FirstTwiceError(Exception):
    """Two were the first of a week at once."""


def count_one(session: Session, share_id: UUID, *, week: date) -> None:
    """Count that somebody looked.

    Raises:
        FirstTwiceError: another was the first of this week, just now.
    """
    row = session.get(ShareViews, (share_id, week), with_for_update=True)
    if row is not None:
        row.count += 1
        return
    session.add(ShareViews(share_id=share_id, week=week, count=1))
    try:
        session.flush()
    except IntegrityError as problem:
        raise FirstTwiceError from problem
