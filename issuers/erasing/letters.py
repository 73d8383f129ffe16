"""Wipe what still waits to be sent to somebody, or about something."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import Session, col, select

from issuers.mailing.outbox import wipe
from issuers.mailing.tables import OutgoingMail
from issuers.telling.tables import Told


def forget_told(session: Session, *, about: Collection[UUID]) -> None:
    """Forget that these were told of, and wipe the letters that tell it and did not go out."""
    letters = select(Told.letter_id).where(col(Told.about_id).in_(about), col(Told.letter_id).is_not(None))
    for row in session.exec(select(OutgoingMail).where(col(OutgoingMail.id).in_(letters))):
        wipe(row)
    session.flush()
    session.execute(delete(Told).where(col(Told.about_id).in_(about)))


def forget_letters_to(session: Session, address: str, *, organisation_id: str) -> None:
    """Wipe every letter of an organisation that waits for this address."""
    asked = select(OutgoingMail).where(
        OutgoingMail.organisation_id == organisation_id, OutgoingMail.recipient == address
    )
    for row in session.exec(asked):
        wipe(row)
