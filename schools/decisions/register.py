"""What this wing asks the database, in the transaction of who asks."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, func, select

from schools.decisions.tables import Examenplan


def plans_of(session: Session, *, organisation_id: str) -> Sequence[Examenplan]:
    """List every version of the examenplannen of a school, by kwalificatie and name, the newest first."""
    return session.exec(
        select(Examenplan)
        .where(Examenplan.organisation_id == organisation_id)
        .order_by(
            col(Examenplan.kwalificatie),
            col(Examenplan.crebo),
            col(Examenplan.name),
            col(Examenplan.version).desc(),
        )
    ).all()


def plan_of(session: Session, plan_id: UUID, *, organisation_id: str) -> Examenplan | None:
    """Find one version of an examenplan of a school."""
    own = select(Examenplan).where(Examenplan.id == plan_id, Examenplan.organisation_id == organisation_id)
    return session.exec(own).first()


def newest_plan(session: Session, *, crebo: str, name: str, organisation_id: str) -> Examenplan | None:
    """Find the newest version of the examenplan of this name."""
    own = select(Examenplan).where(
        Examenplan.organisation_id == organisation_id, Examenplan.crebo == crebo, Examenplan.name == name
    )
    return session.exec(own.order_by(col(Examenplan.version).desc()).limit(1)).first()


def count_plans(session: Session, *, organisation_id: str) -> int:
    """Count the versions that a school has."""
    own = select(func.count()).select_from(Examenplan).where(Examenplan.organisation_id == organisation_id)
    return session.exec(own).one()
