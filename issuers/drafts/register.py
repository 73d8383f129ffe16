"""What this room asks the database about drafts, in the transaction of who asks."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session, and_, col, select
from sqlmodel.sql.expression import Select

from issuers.drafts.tables import Draft
from issuers.people.tables import Person
from issuers.recipients.tables import Recipient
from issuers.werkplekprofiel.tables import AgreedWerkproces, Werkplekprofiel, WerkprocesKey


class WrittenDraft(NamedTuple):
    """Hold a draft with the words in which the work was agreed, who wrote last, and whom it is about."""

    draft: Draft
    work: AgreedWerkproces
    writer: Person
    recipient: Recipient


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


def drafts_by_others(session: Session, person_id: UUID, *, organisation_id: str) -> Sequence[WrittenDraft]:
    """List the drafts of agreed work that somebody else wrote last, the oldest first."""
    agreed = col(Werkplekprofiel.agreed).is_not(None)
    theirs = _open_drafts(organisation_id).where(Draft.written_by != person_id, agreed)
    return [WrittenDraft(*found) for found in session.exec(theirs).all()]


def unfinished_drafts(session: Session, *, organisation_id: str, most: int) -> Sequence[WrittenDraft]:
    """List what was written and not given, the oldest first."""
    found = session.exec(_open_drafts(organisation_id).limit(most)).all()
    return [WrittenDraft(*each) for each in found]


def _open_drafts(organisation_id: str) -> Select[Draft, AgreedWerkproces, Person, Recipient]:
    """Choose the drafts for agreements that go on, the oldest first."""
    return (
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
        .where(Draft.organisation_id == organisation_id, col(Werkplekprofiel.ended).is_(None))
        .order_by(col(Draft.written), col(Draft.profiel_id))
    )


def forget_draft(session: Session, profiel_id: UUID, work: WerkprocesKey, *, organisation_id: str) -> None:
    """Keep nothing of a draft any more: a badge says it now."""
    found = draft_of(session, profiel_id, work, organisation_id=organisation_id)
    if found:
        session.delete(found[0])
