"""What this wing asks the database, in the transaction of who asks."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, or_, select

from issuers.erkenning.tables import BadgeErkenning, Erkenning
from issuers.organisations.numbers import NumberKind
from issuers.organisations.tables import FactStatus, OrganisationFact, OrganisationNumber


def current_erkenningen(session: Session, *, organisation_id: str) -> Sequence[Erkenning]:
    """List what is known of an organisation now."""
    known = select(Erkenning).where(
        Erkenning.organisation_id == organisation_id, col(Erkenning.ended).is_(None)
    )
    return session.exec(
        known.order_by(col(Erkenning.crebo), col(Erkenning.werkproces), col(Erkenning.id))
    ).all()


def covering(
    session: Session, *, organisation_id: str, crebo: str, werkproces: str, day: date
) -> Sequence[Erkenning]:
    """List what is known that is about this work, on this day."""
    return session.exec(
        select(Erkenning).where(
            Erkenning.organisation_id == organisation_id,
            col(Erkenning.ended).is_(None),
            Erkenning.crebo == crebo,
            or_(col(Erkenning.werkproces).is_(None), Erkenning.werkproces == werkproces),
            Erkenning.since <= day,
            or_(col(Erkenning.until).is_(None), col(Erkenning.until) >= day),
        )
    ).all()


def leerbedrijven(session: Session) -> dict[str, str]:
    """Tell of each leerbedrijf-ID which organisation it is confirmed of; one that two have is of neither."""
    rows = session.exec(
        select(OrganisationNumber.value, OrganisationNumber.organisation_id)
        .join(OrganisationFact, col(OrganisationFact.id) == col(OrganisationNumber.fact_id))
        .where(OrganisationNumber.kind == NumberKind.LEERBEDRIJF, col(OrganisationFact.ended).is_(None))
        .where(OrganisationFact.status == FactStatus.BEVESTIGD)
    ).all()
    claims = Counter(value for value, _ in rows)
    return {value: organisation_id for value, organisation_id in rows if claims[value] == 1}


def snapshot(session: Session, badge_id: UUID) -> BadgeErkenning | None:
    """Find what was written down when a badge was given."""
    return session.get(BadgeErkenning, badge_id)
