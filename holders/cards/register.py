"""Every question about cards to keep that this room asks the database."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from holders.cards.tables import KeepCard


def card_with(session: Session, code_hash: str) -> KeepCard | None:
    """Find a card by its code."""
    return session.exec(select(KeepCard).where(KeepCard.code_hash == code_hash)).first()


def lock_card(session: Session, card_id: UUID) -> KeepCard | None:
    """Read a card that is about to change; nobody else changes it until the transaction ends."""
    return session.get(KeepCard, card_id, with_for_update=True)


def cards_of(session: Session, *, holder_id: UUID) -> Sequence[KeepCard]:
    """List the cards of a holder that work, the newest first."""
    return session.exec(
        select(KeepCard)
        .where(KeepCard.holder_id == holder_id, col(KeepCard.ended).is_(None))
        .order_by(col(KeepCard.made).desc())
    ).all()


def cards_for(session: Session, badge_id: UUID, *, organisation_id: str) -> Sequence[KeepCard]:
    """List the cards that an organisation made for a badge, the newest first, also those that ended."""
    return session.exec(
        select(KeepCard)
        .where(KeepCard.badge_id == badge_id, KeepCard.organisation_id == organisation_id)
        .order_by(col(KeepCard.made).desc(), col(KeepCard.id).desc())
    ).all()
