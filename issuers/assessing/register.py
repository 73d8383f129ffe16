"""What this room asks the database about what was judged, in the transaction of who asks."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from issuers.assessing.tables import Assessment
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
