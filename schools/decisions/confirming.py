"""Confirm a decision as a second person, or give it back: four eyes are two people, each himself."""

from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.texts import normalize, text_problems
from issuers.audit.tables import AuditKind
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require, require_fresh
from issuers.people.recording import record
from schools.decisions.deciding import make_final
from schools.decisions.register import evidence_of, lock_decision, lock_request
from schools.decisions.tables import Decision
from schools.decisions.words import DecisionState, RequestState

MOST_OF_A_REASON: Final = 500
SAME_PERSON: Final = FieldProblem(
    "tweede",
    "same-person",
    "Jij schreef dit besluit op. Een ander lid van de examencommissie bevestigt het.",
    "You wrote this decision down. Another member of the examencommissie confirms it.",
)
NOT_WAITING: Final = FieldProblem(
    "tweede",
    "not-waiting",
    "Dit wacht niet meer. Hieronder staat wat ermee is gebeurd.",
    "This does not wait any more. Below is what became of it.",
)
NO_REASON: Final = FieldProblem(
    "waarom", "missing", "Schrijf wat er anders moet.", "Write what has to be different."
)


def confirm(desk: IssuingDesk, decision_id: UUID, *, actor: Actor) -> None:
    """Confirm as a second person what somebody else wrote down.

    Raises:
        PermissionDeniedError: the actor decides nothing here, or not any more.
        FreshProofNeededError: it was too long ago that he proved who he is.
        NotFoundError: this school has no such decision.
        FormError: he wrote it himself, or it does not wait.
    """
    require(actor, Action.DECIDE)
    require_fresh(actor, now=desk.clock.now())

    def work(session: Session) -> None:
        require_still(session, actor, Action.DECIDE)
        row = _lock_waiting(session, decision_id, actor=actor)
        if row.written_by == actor.person_id:
            raise FormError([SAME_PERSON])
        row.confirmed, row.confirmed_by, row.confirmed_name = desk.clock.now(), actor.person_id, actor.name
        make_final(session, row, desk=desk, actor=actor)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def give_back(desk: IssuingDesk, decision_id: UUID, because: str, *, actor: Actor) -> None:
    """Say that a decision that waits is not right: it never counted, and its request is open again.

    Raises:
        PermissionDeniedError: the actor decides nothing here, or not any more.
        NotFoundError: this school has no such decision.
        FormError: it does not wait, or there is no reason.
    """
    require(actor, Action.DECIDE)
    reason = normalize(because).strip()
    problems = [
        FieldProblem.of(each, field="waarom") for each in text_problems(reason, max_length=MOST_OF_A_REASON)
    ]
    if not reason or problems:
        raise FormError(problems if reason else [NO_REASON])

    def work(session: Session) -> None:
        require_still(session, actor, Action.DECIDE)
        row = _lock_waiting(session, decision_id, actor=actor)
        row.state, row.given_back = DecisionState.GIVEN_BACK, reason
        for each in evidence_of(session, row.id, organisation_id=actor.organisation_id):
            session.delete(each)
        request = lock_request(session, row.request_id, organisation_id=actor.organisation_id)
        if request and row.revises is None:
            request.state = RequestState.OPEN
        record(session, AuditKind.DECISION_GIVEN_BACK, content=row.id.bytes, desk=desk, actor=actor)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def _lock_waiting(session: Session, decision_id: UUID, *, actor: Actor) -> Decision:
    """Read a decision that waits for a second person.

    Raises:
        NotFoundError: this school has no such decision.
        FormError: it does not wait.
    """
    row = lock_decision(session, decision_id, organisation_id=actor.organisation_id)
    if row.state is not DecisionState.WAITING:
        raise FormError([NOT_WAITING])
    return row
