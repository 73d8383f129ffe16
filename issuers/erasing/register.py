"""What this wing asks the database, in the transaction of who erases."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, or_, select

from issuers.erasing.tables import ErasedBadge
from issuers.issuing.tables import Badge, CorrectionKind, Edition
from issuers.recipients.tables import Recipient
from issuers.werkplekprofiel.tables import Werkplekprofiel


def badges_for(session: Session, recipients: Collection[UUID]) -> set[UUID]:
    """Name the badges that were given for the agreements of these recipients, also by a school."""
    theirs = select(Werkplekprofiel.id).where(col(Werkplekprofiel.recipient_id).in_(recipients))
    return set(session.exec(select(Badge.id).where(col(Badge.profiel_id).in_(theirs))))


def recipients_with(session: Session, badges: Collection[UUID]) -> set[UUID]:
    """Name the recipients for whose agreements these badges were given."""
    profielen = select(Badge.profiel_id).where(col(Badge.id).in_(badges), col(Badge.profiel_id).is_not(None))
    asked = select(Werkplekprofiel.recipient_id).where(col(Werkplekprofiel.id).in_(profielen))
    return set(session.exec(asked))


def with_their_own(session: Session, badges: Collection[UUID]) -> set[UUID]:
    """Name with these badges their editions, what took their place, and what was said of them.

    Where the place was taken for another person, it is his.
    """
    found, new = set(badges), set(badges)
    while new:
        better = col(Badge.replaces).in_(new) & _same_person()
        worse = select(Badge.replaces).where(col(Badge.id).in_(new), _same_person())
        asked = select(Badge.id).where(or_(better, col(Badge.about_id).in_(new), col(Badge.id).in_(worse)))
        fewer = select(Edition.badge_id).where(col(Edition.of_id).in_(new))
        new = {*session.exec(asked), *session.exec(fewer)} - found
        found |= new
    return found


def _same_person() -> ColumnElement[bool]:
    return or_(
        col(Badge.replaces_because).is_(None), col(Badge.replaces_because) != CorrectionKind.ANDERE_PERSOON
    )


def rows_of(session: Session, badges: Collection[UUID]) -> Sequence[Badge]:
    """Read badges, by organisation and in the order of their ids."""
    asked = select(Badge).where(col(Badge.id).in_(badges))
    return session.exec(asked.order_by(col(Badge.organisation_id), col(Badge.id))).all()


def recipients_of(session: Session, recipients: Collection[UUID]) -> Sequence[Recipient]:
    """Read recipients, in the order of their ids."""
    return session.exec(
        select(Recipient).where(col(Recipient.id).in_(recipients)).order_by(col(Recipient.id))
    ).all()


def is_erased(session: Session, token_hash: str) -> bool:
    """Tell whether there was a badge at this address, and it was erased."""
    asked = select(ErasedBadge.id).where(ErasedBadge.token_hash == token_hash)
    return session.exec(asked).first() is not None
