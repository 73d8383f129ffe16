"""What this room asks the database about recipients, in the transaction of who asks."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col, exists, or_, select

from issuers.recipients.tables import Recipient, YoungRecipient
from issuers.werkplekprofiel.tables import Werkplekprofiel


def recipient_of(session: Session, recipient_id: UUID, *, organisation_id: str) -> Recipient | None:
    """Find a recipient of an organisation."""
    own = select(Recipient).where(Recipient.id == recipient_id, Recipient.organisation_id == organisation_id)
    return session.exec(own).first()


def recipients_of(session: Session, *, organisation_id: str) -> Sequence[Recipient]:
    """List the recipients of an organisation by their name."""
    return session.exec(
        select(Recipient)
        .where(Recipient.organisation_id == organisation_id)
        .order_by(col(Recipient.folded_name), col(Recipient.id))
    ).all()


def recipients_named(session: Session, folded_name: str, *, organisation_id: str) -> Sequence[Recipient]:
    """List the recipients of an organisation that have this name, as it is compared."""
    return session.exec(
        select(Recipient).where(
            Recipient.organisation_id == organisation_id, Recipient.folded_name == folded_name
        )
    ).all()


def recipient_with(session: Session, reference: str, *, organisation_id: str) -> Recipient | None:
    """Find the recipient of an organisation that has this kenmerk."""
    return session.exec(
        select(Recipient).where(
            Recipient.organisation_id == organisation_id, Recipient.reference == reference
        )
    ).first()


def young_of(session: Session, recipient_id: UUID) -> YoungRecipient | None:
    """Find what is noted of a recipient who is younger than 16."""
    return session.get(YoungRecipient, recipient_id)


def young_with(session: Session, profiel_id: UUID) -> YoungRecipient | None:
    """Find what is noted of the recipient of an agreement, if he is younger than 16."""
    asked = select(YoungRecipient).join(
        Werkplekprofiel, col(Werkplekprofiel.recipient_id) == col(YoungRecipient.recipient_id)
    )
    return session.exec(asked.where(Werkplekprofiel.id == profiel_id)).first()


def young_unshown(profiel_id: Mapped[UUID | None]) -> ColumnElement[bool]:
    """Say that what was given for an agreement may be shown to nobody, as no parent agrees (`may_share`)."""
    return exists().where(
        col(Werkplekprofiel.id) == profiel_id,
        col(Werkplekprofiel.recipient_id) == col(YoungRecipient.recipient_id),
        or_(col(YoungRecipient.agreed).is_(None), col(YoungRecipient.withdrawn).is_not(None)),
    )
