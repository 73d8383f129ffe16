"""What this wing asks the database."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from schools.decisions.tables import Decision
from schools.decisions.words import DecisionState


def standing_decisions(
    session: Session, candidate_id: UUID, *, organisation_id: str
) -> Sequence[tuple[UUID, str]]:
    """List the ids and the words of what was decided about somebody and stands, the oldest first."""
    own = select(Decision.id, Decision.statement).where(
        Decision.organisation_id == organisation_id, Decision.candidate_id == candidate_id
    )
    stands = own.where(Decision.state == DecisionState.FINAL)
    return session.exec(stands.order_by(col(Decision.decided), col(Decision.id))).all()
