"""Every question about holders that this room asks the database."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import exists, or_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, delete, func, select
from sqlmodel.sql.expression import SelectOfScalar

from holders.tables import (
    AddressCode,
    DeviceAsk,
    ForeignBadge,
    Holder,
    HolderAddress,
    HolderPasskey,
    HolderSession,
    KeepCard,
    KeptBadge,
)
from issuers.issuing.tables import Badge, BadgeKind, BadgeState, CorrectionKind, Edition
from issuers.organisations.tables import Organisation

_Row = TypeVar("_Row")
_PUBLISHED = (BadgeState.SIGNED, BadgeState.REVOKED)


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


def count_kept(session: Session, *, holder_id: UUID, only_of: str | None) -> int:
    """Count what a holder keeps, of one organisation or of all."""
    return session.exec(
        _kept(select(func.count()).select_from(Badge), holder_id=holder_id, only_of=only_of)
    ).one()


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


def passkeys_of(session: Session, *, holder_id: UUID) -> Sequence[HolderPasskey]:
    """List the passkeys of a holder, the oldest first."""
    return session.exec(
        select(HolderPasskey).where(HolderPasskey.holder_id == holder_id).order_by(col(HolderPasskey.id))
    ).all()


def passkey_of(session: Session, passkey_id: UUID, *, holder_id: UUID) -> HolderPasskey | None:
    """Find one passkey of a holder."""
    asked = select(HolderPasskey).where(HolderPasskey.id == passkey_id)
    return session.exec(asked.where(HolderPasskey.holder_id == holder_id)).first()


def sessions_of(session: Session, *, holder_id: UUID, now: datetime) -> Sequence[HolderSession]:
    """List the telephones that show what a holder keeps, the one that was used last first."""
    is_on = or_(col(HolderSession.until).is_(None), col(HolderSession.until) > now)
    return session.exec(
        select(HolderSession)
        .where(HolderSession.holder_id == holder_id, is_on)
        .order_by(col(HolderSession.seen).desc(), col(HolderSession.id).desc())
    ).all()


def asks_of(session: Session, *, holder_id: UUID) -> Sequence[DeviceAsk]:
    """List the codes that telephones of a holder show for another."""
    return session.exec(select(DeviceAsk).where(DeviceAsk.holder_id == holder_id)).all()


def ask_by_code(session: Session, code_hash: str) -> DeviceAsk | None:
    """Find what a telephone shows, by its code."""
    return session.exec(select(DeviceAsk).where(DeviceAsk.code_hash == code_hash)).first()


def ask_by_waiting(session: Session, waiting_hash: str) -> DeviceAsk | None:
    """Find what a telephone shows, by the secret of the one that asks."""
    return session.exec(select(DeviceAsk).where(DeviceAsk.waiting_hash == waiting_hash)).first()


def forget_asks(session: Session, *, now: datetime) -> int:
    """Forget the codes for another telephone that work no more; tell how many."""
    return session.exec(delete(DeviceAsk).where(col(DeviceAsk.until) <= now)).rowcount


def addresses_of(session: Session, *, holder_id: UUID) -> Sequence[HolderAddress]:
    """List the addresses that open what a holder keeps."""
    return session.exec(
        select(HolderAddress).where(HolderAddress.holder_id == holder_id).order_by(HolderAddress.channel)
    ).all()


def address_of(session: Session, address_id: UUID, *, holder_id: UUID) -> HolderAddress | None:
    """Find one address of a holder."""
    asked = select(HolderAddress).where(HolderAddress.id == address_id)
    return session.exec(asked.where(HolderAddress.holder_id == holder_id)).first()


def address_with(session: Session, lookup: str) -> HolderAddress | None:
    """Find an address by its mark, whosever it is."""
    return session.exec(select(HolderAddress).where(HolderAddress.lookup == lookup)).first()


def codes_since(session: Session, lookup: str, *, since: datetime) -> int:
    """Count the codes that were asked for an address since then."""
    counted = select(func.count()).select_from(AddressCode)
    return session.exec(counted.where(AddressCode.lookup == lookup, col(AddressCode.made) > since)).one()


def count_adding(session: Session, *, holder_id: UUID, since: datetime) -> int:
    """Count the codes that a holder asked for since then to add an address."""
    counted = select(func.count()).select_from(AddressCode)
    is_adding = col(AddressCode.hint).is_not(None)
    of_his = AddressCode.holder_id == holder_id, col(AddressCode.made) > since
    return session.exec(counted.where(*of_his, is_adding)).one()


def forget_codes(session: Session, *, before: datetime) -> int:
    """Forget the codes that were asked for before; tell how many."""
    return session.exec(delete(AddressCode).where(col(AddressCode.made) <= before)).rowcount


def follow(session: Session, *, since: datetime, now: datetime) -> int:
    """Write that what took the place of a kept badge is kept too."""
    old, better = aliased(Badge), aliased(Badge)
    found = session.exec(
        select(KeptBadge, better.id)
        .join(old, col(old.id) == col(KeptBadge.badge_id))
        .join(better, col(better.id) == col(old.replaced_by))
        .where(
            col(old.revoked_at) >= since,
            better.state == BadgeState.SIGNED,
            better.replaces_because != CorrectionKind.ANDERE_PERSOON,
            ~exists().where(col(KeptBadge.badge_id) == better.id).correlate(better),
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
        KeptBadge.holder_id == holder_id, col(Badge.state).in_(_PUBLISHED), ~has_better
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
