"""What this wing asks the database, in the transaction of who asks."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date
from functools import lru_cache
from uuid import UUID

from sqlalchemy.orm import aliased
from sqlmodel import Session, and_, col, or_, select
from sqlmodel.sql.expression import Select

from issuers.erkenning.known import KnownErkenning, Place
from issuers.erkenning.tables import BadgeErkenning, Erkenning
from issuers.organisations.numbers import NumberKind
from issuers.organisations.tables import FactStatus, OrganisationFact, OrganisationNumber


def current_erkenningen(session: Session, *, organisation_id: str) -> Sequence[Erkenning]:
    """List what was written down of an organisation and not taken back, whatever its numbers are now."""
    known = select(Erkenning).where(
        Erkenning.organisation_id == organisation_id, col(Erkenning.ended).is_(None)
    )
    return session.exec(
        known.order_by(col(Erkenning.crebo), col(Erkenning.werkproces), col(Erkenning.id))
    ).all()


def known_erkenningen(session: Session, *, organisation_id: str) -> tuple[KnownErkenning, ...]:
    """List the same, each with how far it is known today."""
    counting = {row.id: status for row, status in session.exec(_counting(organisation_id)).all()}
    rows = current_erkenningen(session, organisation_id=organisation_id)
    return tuple(KnownErkenning(row, of_number=counting.get(row.id, FactStatus.ONBEKEND)) for row in rows)


def covering(
    session: Session, *, organisation_id: str, crebos: Collection[str], day: date
) -> tuple[KnownErkenning, ...]:
    """List what counts for work of these kwalificaties, on this day: of the numbers it has now."""
    found = session.exec(_covering(organisation_id, frozenset(crebos), day)).all()
    return tuple(KnownErkenning(row, of_number) for row, of_number in found)


@lru_cache(maxsize=64)
def _covering(organisation_id: str, crebos: frozenset[str], day: date) -> Select[Erkenning, FactStatus]:
    """Write the question what counts for work on a day; a roster asks it for every chunk."""
    return _counting(organisation_id).where(
        col(Erkenning.crebo).in_(sorted(crebos)),
        Erkenning.since <= day,
        or_(col(Erkenning.until).is_(None), col(Erkenning.until) >= day),
    )


def _counting(organisation_id: str) -> Select[Erkenning, FactStatus]:
    """Select what is of a leerbedrijf-ID of the organisation, with how far that number is known.

    What names a place counts for that place only: SBB recognises a leerbedrijf per vestiging.
    """
    number, place = aliased(OrganisationNumber), aliased(OrganisationNumber)
    of_this_place = select(place.value).where(
        place.organisation_id == organisation_id,
        place.fact_id == number.fact_id,
        place.kind == NumberKind.VESTIGING,
        place.value == Erkenning.vestiging,
    )
    return (
        select(Erkenning, col(OrganisationFact.status))
        .join(number, col(number.value) == col(Erkenning.leerbedrijf))
        .join(OrganisationFact, col(OrganisationFact.id) == col(number.fact_id))
        .where(
            Erkenning.organisation_id == organisation_id,
            col(Erkenning.ended).is_(None),
            number.organisation_id == organisation_id,
            number.kind == NumberKind.LEERBEDRIJF,
            col(OrganisationFact.ended).is_(None),
            or_(col(Erkenning.vestiging).is_(None), of_this_place.exists()),
        )
    )


def leerbedrijven(session: Session) -> dict[str, Place]:
    """Tell of each leerbedrijf-ID which place it is confirmed of; one that two have is of neither."""
    number, place = aliased(OrganisationNumber), aliased(OrganisationNumber)
    same_place = and_(place.fact_id == number.fact_id, place.kind == NumberKind.VESTIGING)
    rows = session.exec(
        select(number.value, number.organisation_id, place.value)
        .join(OrganisationFact, col(OrganisationFact.id) == col(number.fact_id))
        .join(place, same_place, isouter=True)
        .where(number.kind == NumberKind.LEERBEDRIJF, col(OrganisationFact.ended).is_(None))
        .where(OrganisationFact.status == FactStatus.BEVESTIGD)
    ).all()
    claims = Counter(value for value, _, _ in rows)
    return {
        value: Place(organisation_id, vestiging)
        for value, organisation_id, vestiging in rows
        if claims[value] == 1
    }


def snapshots(session: Session, badges: Collection[UUID]) -> Sequence[BadgeErkenning]:
    """List what was written down when badges were given."""
    return session.exec(select(BadgeErkenning).where(col(BadgeErkenning.badge_id).in_(badges))).all()
