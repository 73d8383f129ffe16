"""What this room asks the database about what was collected, in the transaction of who asks."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from sqlmodel import Session, col, func, select
from sqlmodel.sql.expression import Select, SelectOfScalar

from issuers.evidence.tables import Evidence, EvidenceKind, EvidencePhoto
from issuers.issuing.tables import Badge, BadgePhoto, BadgeState
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


def chosen_photos() -> Select[Evidence, EvidencePhoto]:
    """Choose the photos that recipients want with a badge, the oldest first."""
    return (
        select(Evidence, EvidencePhoto)
        .join(EvidencePhoto, col(EvidencePhoto.evidence_id) == col(Evidence.id))
        .where(Evidence.kind == EvidenceKind.PHOTO, col(Evidence.token).is_not(None))
        .order_by(col(Evidence.collected), col(Evidence.id))
    )


def named_in(session: Session, token: str) -> Sequence[BadgePhoto]:
    """List in which badges the photo of an address is named."""
    return session.exec(select(BadgePhoto).where(BadgePhoto.token == token)).all()


def photos_in_badges(session: Session, profiel: Werkplekprofiel) -> Collection[UUID]:
    """Give what was collected of a werkplekprofiel that a badge names which stands."""
    theirs = _in_badges().where(
        Evidence.organisation_id == profiel.organisation_id, Evidence.profiel_id == profiel.id
    )
    return set(session.exec(theirs).all())


def is_in_badge(session: Session, evidence: Evidence) -> bool:
    """Tell whether a badge that stands names this photo."""
    return session.exec(_in_badges().where(Evidence.id == evidence.id)).first() is not None


def _in_badges() -> SelectOfScalar[UUID]:
    return (
        select(BadgePhoto.evidence_id)
        .join(Badge, col(Badge.id) == col(BadgePhoto.badge_id))
        .join(Evidence, col(Evidence.id) == col(BadgePhoto.evidence_id))
        .where(Badge.state == BadgeState.SIGNED)
    )
