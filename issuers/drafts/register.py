"""What this room asks the database about drafts, in the transaction of who asks."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, and_, col, select

from issuers.drafts.tables import Draft
from issuers.people.tables import Person
from issuers.recipients.tables import Recipient
from issuers.werkplekprofiel.tables import AgreedWerkproces, Werkplekprofiel, WerkprocesKey


def draft_of(
    session: Session, profiel_id: UUID, work: WerkprocesKey, *, organisation_id: str
) -> tuple[Draft, Person] | None:
    """Find the draft about a werkproces with who wrote last."""
    return session.exec(
        select(Draft, Person)
        .join(Person, col(Person.id) == col(Draft.written_by))
        .where(
            Draft.organisation_id == organisation_id,
            Draft.profiel_id == profiel_id,
            Draft.crebo == work[0],
            Draft.code == work[1],
        )
    ).first()


def drafts_of(session: Session, profiel_id: UUID, *, organisation_id: str) -> Sequence[tuple[Draft, Person]]:
    """List the drafts of a werkplekprofiel with who wrote last."""
    return session.exec(
        select(Draft, Person)
        .join(Person, col(Person.id) == col(Draft.written_by))
        .where(Draft.organisation_id == organisation_id, Draft.profiel_id == profiel_id)
    ).all()


def drafts_by_others(
    session: Session, person_id: UUID, *, organisation_id: str
) -> Sequence[tuple[Draft, AgreedWerkproces, Person, Recipient]]:
    """List the drafts of agreed work that somebody else wrote last, and about whom; the oldest first."""
    return session.exec(
        select(Draft, AgreedWerkproces, Person, Recipient)
        .join(
            AgreedWerkproces,
            and_(
                col(AgreedWerkproces.profiel_id) == col(Draft.profiel_id),
                col(AgreedWerkproces.crebo) == col(Draft.crebo),
                col(AgreedWerkproces.code) == col(Draft.code),
            ),
        )
        .join(Person, col(Person.id) == col(Draft.written_by))
        .join(Werkplekprofiel, col(Werkplekprofiel.id) == col(Draft.profiel_id))
        .join(Recipient, col(Recipient.id) == col(Werkplekprofiel.recipient_id))
        .where(
            Draft.organisation_id == organisation_id,
            Draft.written_by != person_id,
            col(Werkplekprofiel.agreed).is_not(None),
            col(Werkplekprofiel.ended).is_(None),
        )
        .order_by(col(Draft.written), col(Draft.profiel_id))
    ).all()


def forget_draft(session: Session, profiel_id: UUID, work: WerkprocesKey, *, organisation_id: str) -> None:
    """Keep nothing of a draft any more: a badge says it now."""
    found = draft_of(session, profiel_id, work, organisation_id=organisation_id)
    if found:
        session.delete(found[0])
