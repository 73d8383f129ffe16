"""What this wing asks the database, in the transaction of who asks."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import Session, col, func, select

from holders.sharing.tables import SchoolConsent
from issuers.errors import NotFoundError
from schools.decisions.tables import Decision, DecisionReader, Examenplan, ExemptionRequest
from schools.decisions.words import DecisionState, RequestState
from schools.importing.tables import Candidate, RestedFile, TakenFile

MOST_LISTED: Final = 500
AT_ONCE: Final = 500


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


def plans_with(session: Session, plan_ids: Collection[UUID], *, organisation_id: str) -> Sequence[Examenplan]:
    """Find the versions with these ids."""
    own = select(Examenplan).where(Examenplan.organisation_id == organisation_id)
    return session.exec(own.where(col(Examenplan.id).in_(plan_ids))).all()


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


def requests_of(
    session: Session, *, organisation_id: str, candidate_id: UUID | None
) -> Sequence[tuple[ExemptionRequest, str]]:
    """List what was asked, with the name of who it is about, what is open first and the oldest first."""
    found = (
        select(ExemptionRequest, Candidate.name)
        .join(Candidate, col(Candidate.id) == col(ExemptionRequest.candidate_id))
        .where(ExemptionRequest.organisation_id == organisation_id)
    )
    if candidate_id:
        found = found.where(ExemptionRequest.candidate_id == candidate_id)
    else:
        found = found.where(ExemptionRequest.state == RequestState.OPEN)
    is_ended = col(ExemptionRequest.state) != RequestState.OPEN
    return session.exec(
        found.order_by(is_ended, col(ExemptionRequest.asked), col(ExemptionRequest.id)).limit(MOST_LISTED)
    ).all()


def request_of(
    session: Session, request_id: UUID, *, candidate_id: UUID, organisation_id: str
) -> ExemptionRequest | None:
    """Find one request of a candidate."""
    own = select(ExemptionRequest).where(
        ExemptionRequest.id == request_id, ExemptionRequest.candidate_id == candidate_id
    )
    return session.exec(own.where(ExemptionRequest.organisation_id == organisation_id)).first()


def lock_request(session: Session, request_id: UUID, *, organisation_id: str) -> ExemptionRequest | None:
    """Read a request that is about to change; None where it is not there any more."""
    row = session.get(ExemptionRequest, request_id, with_for_update=True)
    return row if row and row.organisation_id == organisation_id else None


def decisions_of(session: Session, *, organisation_id: str) -> Sequence[Decision]:
    """List what was decided: what waits for a second person first, then the newest first."""
    is_final = col(Decision.state) != DecisionState.WAITING
    return session.exec(
        select(Decision)
        .where(Decision.organisation_id == organisation_id, Decision.state != DecisionState.GIVEN_BACK)
        .order_by(is_final, col(Decision.decided).desc(), col(Decision.id).desc())
        .limit(MOST_LISTED)
    ).all()


def decisions_on(session: Session, candidate_id: UUID, *, organisation_id: str) -> Sequence[Decision]:
    """List what was decided about a candidate, also what waits and what was given back."""
    own = select(Decision).where(
        Decision.candidate_id == candidate_id, Decision.organisation_id == organisation_id
    )
    return session.exec(own.order_by(col(Decision.decided).desc(), col(Decision.id).desc())).all()


def lock_decision(session: Session, decision_id: UUID, *, organisation_id: str) -> Decision:
    """Read a decision that is about to change; nobody else changes it until the transaction ends.

    Raises:
        NotFoundError: the school has nothing of the kind.
    """
    row = session.get(Decision, decision_id, with_for_update=True)
    if row is None or row.organisation_id != organisation_id:
        raise NotFoundError
    return row


def decision_of(session: Session, decision_id: UUID, *, organisation_id: str) -> Decision:
    """Read a decision.

    Raises:
        NotFoundError: the school has nothing of the kind.
    """
    own = select(Decision).where(Decision.id == decision_id, Decision.organisation_id == organisation_id)
    row = session.exec(own).first()
    if row is None:
        raise NotFoundError
    return row


def decision_with_token(session: Session, token: str) -> Decision | None:
    """Find what a student opens with this token."""
    return session.exec(select(Decision).where(Decision.token == token)).first()


def waiting_revision(session: Session, decision_id: UUID, *, organisation_id: str) -> Decision | None:
    """Find what waits to take the place of a decision."""
    own = select(Decision).where(Decision.organisation_id == organisation_id, Decision.revises == decision_id)
    return session.exec(own.where(Decision.state == DecisionState.WAITING)).first()


def evidence_of(session: Session, decision_id: UUID, *, organisation_id: str) -> Sequence[RestedFile]:
    """List the files that a decision rests on."""
    own = select(RestedFile).where(
        RestedFile.decision_id == decision_id, RestedFile.organisation_id == organisation_id
    )
    return session.exec(own.order_by(col(RestedFile.name), col(RestedFile.id))).all()


def holders_behind(
    session: Session, candidate_id: UUID, *, organisation_id: str, now: datetime
) -> Sequence[UUID]:
    """Name whose links are with somebody, of consents that stand, as far as what they show counts for him."""
    counts = col(TakenFile.badges) > 0, or_(col(TakenFile.others) == 0, col(TakenFile.same_at).is_not(None))
    stands = col(SchoolConsent.ended).is_(None), col(SchoolConsent.until) > now
    return session.exec(
        select(SchoolConsent.holder_id)
        .join(TakenFile, col(TakenFile.consent_id) == col(SchoolConsent.id))
        .where(TakenFile.candidate_id == candidate_id, TakenFile.organisation_id == organisation_id)
        .where(*counts, *stands)
        .distinct()
    ).all()


def decisions_for(session: Session, *, holder_id: UUID, limit: int) -> Sequence[Decision]:
    """List what a holder reads of what was decided, the newest first."""
    is_replaced = col(Decision.state) == DecisionState.REPLACED
    return session.exec(
        select(Decision)
        .join(DecisionReader, col(DecisionReader.decision_id) == col(Decision.id))
        .where(DecisionReader.holder_id == holder_id)
        .where(col(Decision.state).in_([DecisionState.FINAL, DecisionState.REPLACED]))
        .order_by(col(Decision.decided).desc(), is_replaced, col(Decision.id).desc())
        .limit(limit)
    ).all()


def is_read_by_holder(session: Session, decision_id: UUID) -> bool:
    """Tell whether a holder reads a decision with what he keeps."""
    return session.get(DecisionReader, decision_id) is not None


def over_of(session: Session, *, today: date) -> Sequence[Decision]:
    """List the decisions of which the term is over, of every school."""
    return session.exec(select(Decision).where(Decision.until < today).limit(AT_ONCE)).all()
