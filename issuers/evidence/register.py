"""What this room asks the database about what was collected, in the transaction of who asks."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlmodel import Session, col, func, select

from issuers.evidence.tables import Evidence, EvidencePhoto
from issuers.people.tables import Person
from issuers.werkplekprofiel.tables import Werkplekprofiel, WerkprocesKey

Size = tuple[int, int]


def evidence_of(
    session: Session, profiel: Werkplekprofiel, work: WerkprocesKey
) -> Sequence[tuple[Evidence, Person | None]]:
    """List what was collected for a werkproces with who did it (None for the recipient), the oldest first."""
    return session.exec(
        select(Evidence, Person)
        .outerjoin(Person, col(Person.id) == col(Evidence.collected_by))
        .where(
            Evidence.organisation_id == profiel.organisation_id,
            Evidence.profiel_id == profiel.id,
            Evidence.crebo == work[0],
            Evidence.code == work[1],
        )
        .order_by(col(Evidence.collected), col(Evidence.id))
    ).all()


def one_evidence(session: Session, profiel: Werkplekprofiel, evidence_id: UUID) -> Evidence | None:
    """Find one thing that was collected for a werkplekprofiel."""
    return session.exec(
        select(Evidence).where(
            Evidence.organisation_id == profiel.organisation_id,
            Evidence.profiel_id == profiel.id,
            Evidence.id == evidence_id,
        )
    ).first()


def evidence_for_school(session: Session, profiel: Werkplekprofiel, school_id: str) -> Sequence[Evidence]:
    """List what the recipient lets a school see of a werkplekprofiel, the oldest first."""
    return session.exec(
        select(Evidence)
        .where(Evidence.profiel_id == profiel.id, Evidence.shown_to == school_id)
        .order_by(col(Evidence.collected), col(Evidence.id))
    ).all()


def count_evidence(session: Session, profiel: Werkplekprofiel) -> Mapping[WerkprocesKey, int]:
    """Count what was collected for each werkproces of a werkplekprofiel that has any."""
    counted = session.exec(
        select(Evidence.crebo, Evidence.code, func.count())
        .where(Evidence.organisation_id == profiel.organisation_id, Evidence.profiel_id == profiel.id)
        .group_by(col(Evidence.crebo), col(Evidence.code))
    ).all()
    return {(crebo, code): count for crebo, code, count in counted}


def photo_of(session: Session, evidence: Evidence) -> EvidencePhoto | None:
    """Read a photo."""
    return session.exec(
        select(EvidencePhoto).where(
            EvidencePhoto.organisation_id == evidence.organisation_id,
            EvidencePhoto.evidence_id == evidence.id,
        )
    ).first()


def photo_sizes(session: Session, profiel: Werkplekprofiel) -> Mapping[UUID, Size]:
    """Give width and height of each photo of a werkplekprofiel, without its pixels."""
    sizes = session.exec(
        select(EvidencePhoto.evidence_id, EvidencePhoto.width, EvidencePhoto.height)
        .join(Evidence, col(Evidence.id) == col(EvidencePhoto.evidence_id))
        .where(Evidence.organisation_id == profiel.organisation_id, Evidence.profiel_id == profiel.id)
    ).all()
    return {evidence_id: (width, height) for evidence_id, width, height in sizes}
