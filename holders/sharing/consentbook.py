"""Every question about what schools may take in that this room asks the database."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, func, select

from holders.keeping.tables import KeptBadge
from holders.sharing.tables import SchoolConsent, SharedBadge
from issuers.issuing.tables import Badge
from issuers.recipients.register import young_unshown


def consent_here(
    session: Session, *, share_id: UUID, organisation_id: str, now: datetime
) -> SchoolConsent | None:
    """Find the consent that a school has now for a link."""
    return session.exec(
        select(SchoolConsent).where(
            SchoolConsent.share_id == share_id,
            SchoolConsent.organisation_id == organisation_id,
            col(SchoolConsent.ended).is_(None),
            SchoolConsent.until > now,
        )
    ).first()


def consent_of(session: Session, consent_id: UUID, *, holder_id: UUID) -> SchoolConsent | None:
    """Find a consent that a holder gave."""
    own = select(SchoolConsent).where(SchoolConsent.id == consent_id)
    return session.exec(own.where(SchoolConsent.holder_id == holder_id)).first()


def consents_of(
    session: Session, *, holder_id: UUID, share_id: UUID | None = None
) -> Sequence[SchoolConsent]:
    """List the consents that a holder gave, the newest first; all, or those for one link."""
    own = select(SchoolConsent).where(SchoolConsent.holder_id == holder_id)
    if share_id is not None:
        own = own.where(SchoolConsent.share_id == share_id)
    return session.exec(own.order_by(col(SchoolConsent.given).desc(), col(SchoolConsent.id).desc())).all()


def end_consents(session: Session, *, share_id: UUID, at: datetime) -> None:
    """End what schools may take in of a link."""
    for row in session.exec(select(SchoolConsent).where(SchoolConsent.share_id == share_id)):
        row.ended = row.ended or at


def end_consents_to(session: Session, badge_ids: Collection[UUID], *, holder_id: UUID, at: datetime) -> None:
    """End what schools may take in of the links of a holder that show one of these badges."""
    showing = select(SharedBadge.share_id).where(col(SharedBadge.badge_id).in_(badge_ids))
    own = select(SchoolConsent).where(SchoolConsent.holder_id == holder_id)
    for row in session.exec(own.where(col(SchoolConsent.share_id).in_(showing))):
        row.ended = row.ended or at


def end_consents_to_less(session: Session, *, now: datetime, limit: int) -> int:
    """End the consents whose link shows less than when they were given; tell how many."""
    shown = (
        select(func.count())
        .select_from(SharedBadge)
        .join(KeptBadge, col(KeptBadge.badge_id) == col(SharedBadge.badge_id))
        .join(Badge, col(Badge.id) == col(SharedBadge.badge_id))
        .where(
            SharedBadge.share_id == SchoolConsent.share_id,
            KeptBadge.holder_id == SchoolConsent.holder_id,
            ~young_unshown(col(Badge.profiel_id)),
        )
        .correlate(SchoolConsent)
        .scalar_subquery()
    )
    stands = col(SchoolConsent.ended).is_(None), SchoolConsent.until > now
    rows = session.exec(
        select(SchoolConsent).where(*stands, col(SchoolConsent.shows) > shown).limit(limit)
    ).all()
    for row in rows:
        row.ended = now
    return len(rows)
