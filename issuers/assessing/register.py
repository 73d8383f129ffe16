"""What this room asks the database about what was judged, in the transaction of who asks."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, func, select

from issuers.assessing.tables import Assessment
from issuers.evidence.tables import Evidence
from issuers.issuing.tables import Achievement, Badge, BadgeState
from issuers.people.tables import Person
from issuers.werkplekprofiel.tables import Werkplekprofiel, WerkprocesKey


def assessments_of(
    session: Session, profiel: Werkplekprofiel, work: WerkprocesKey
) -> Sequence[tuple[Assessment, Person]]:
    """List what was judged of a werkproces with who did, the newest first."""
    return session.exec(
        select(Assessment, Person)
        .join(Person, col(Person.id) == col(Assessment.assessed_by))
        .where(
            Assessment.organisation_id == profiel.organisation_id,
            Assessment.profiel_id == profiel.id,
            Assessment.crebo == work[0],
            Assessment.code == work[1],
        )
        .order_by(col(Assessment.assessed).desc(), col(Assessment.id).desc())
    ).all()


def one_assessment(session: Session, profiel: Werkplekprofiel, assessment_id: UUID) -> Assessment | None:
    """Find one assessment of a werkplekprofiel."""
    return session.exec(
        select(Assessment).where(
            Assessment.organisation_id == profiel.organisation_id,
            Assessment.profiel_id == profiel.id,
            Assessment.id == assessment_id,
        )
    ).first()


def count_unjudged(session: Session, *, organisation_id: str) -> Sequence[tuple[UUID, UUID, int]]:
    """Count what recipients told of work that was not judged since and has no badge.

    Give recipient, werkplekprofiel and how many, of each agreement that goes on and has any.
    """
    judged = select(Assessment.id).where(
        col(Assessment.profiel_id) == col(Evidence.profiel_id),
        col(Assessment.crebo) == col(Evidence.crebo),
        col(Assessment.code) == col(Evidence.code),
        col(Assessment.assessed) >= col(Evidence.collected),
    )
    given = (
        select(Badge.id)
        .join(Achievement, col(Achievement.id) == col(Badge.achievement_id))
        .where(
            Badge.organisation_id == organisation_id,
            col(Badge.profiel_id) == col(Evidence.profiel_id),
            Badge.state == BadgeState.SIGNED,
            col(Achievement.crebo) == col(Evidence.crebo),
            col(Achievement.code) == col(Evidence.code),
        )
    )
    return session.exec(
        select(Werkplekprofiel.recipient_id, Werkplekprofiel.id, func.count())
        .join(Evidence, col(Evidence.profiel_id) == col(Werkplekprofiel.id))
        .where(
            Werkplekprofiel.organisation_id == organisation_id,
            Evidence.organisation_id == organisation_id,
            col(Werkplekprofiel.ended).is_(None),
            col(Evidence.collected_by).is_(None),
            ~judged.exists(),
            ~given.exists(),
        )
        .group_by(col(Werkplekprofiel.recipient_id), col(Werkplekprofiel.id))
    ).all()
