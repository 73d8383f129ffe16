"""Keep of whom a school looks at badges: a name, and nothing more; and take it away again."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.texts import normalize
from issuers.audit.tables import AuditKind
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, NotFoundError
from issuers.identifiers import uuid7
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require
from issuers.people.recording import record
from issuers.recipients.reading import TypedRecipient, read_recipient
from schools.importing.intakebook import forget_whose
from schools.importing.register import candidate_of, candidates_of, is_decided, loose_of, rested_of
from schools.importing.tables import Candidate

NO_NAME: Final = FieldProblem(
    "naam",
    "missing",
    "Vul een naam in. Schrijf de naam zoals die op de bewijzen staat.",
    "Fill in a name. Write it as it stands on the badges.",
)


class Left(StrEnum):
    """Say what stays of somebody who was removed; with what a decision rests on, he stays in the list."""

    NOTHING = "weg"
    DECISION = "besluit"
    EVIDENCE = "los"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownCandidate:
    """Show a candidate to who looks at his badges."""

    id: UUID
    name: str
    added: datetime
    files: int = 0


def add_candidate(desk: IssuingDesk, typed_name: str, *, actor: Actor) -> UUID:
    """Begin to look at the badges of somebody.

    Raises:
        PermissionDeniedError: the actor confirms nothing here, or not any more.
        FormError: there is no name, or it holds what may not stand there.
    """
    require(actor, Action.CONFIRM)
    if not normalize(typed_name).strip():
        raise FormError([NO_NAME])
    new = read_recipient(TypedRecipient(naam=typed_name))
    now = desk.clock.now()
    candidate_id = uuid7(now)

    def work(session: Session) -> None:
        require_still(session, actor, Action.CONFIRM)
        session.add(
            Candidate(
                id=candidate_id,
                organisation_id=actor.organisation_id,
                name=new.name,
                folded_name=new.folded_name,
                added=now,
                added_by=actor.person_id,
            )
        )
        record(session, AuditKind.CANDIDATE_ADDED, content=candidate_id.bytes, desk=desk, actor=actor)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))
    return candidate_id


def list_candidates(desk: IssuingDesk, *, actor: Actor) -> tuple[KnownCandidate, ...]:
    """List of whom this school looks at badges.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
    """
    require(actor, Action.CONFIRM)
    asked = partial(candidates_of, organisation_id=actor.organisation_id, now=desk.clock.now())
    return desk.register.read(
        lambda session: tuple(_known(row, files=files) for row, files in asked(session)),
        within=OneOrganisation(actor.organisation_id),
    )


def find_candidate(desk: IssuingDesk, candidate_id: UUID, *, actor: Actor) -> KnownCandidate:
    """Find one of them.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
        NotFoundError: this school has no such candidate.
    """
    require(actor, Action.CONFIRM)
    return desk.register.read(
        lambda session: _known(require_candidate(session, candidate_id, actor=actor)),
        within=OneOrganisation(actor.organisation_id),
    )


def remove_candidate(desk: IssuingDesk, candidate_id: UUID, *, actor: Actor) -> Left:
    """Keep nothing of somebody any more: no name, no file, no report; tell what stays all the same.

    A decision stays for its term, with what it rests on, and with it the name.

    Raises:
        PermissionDeniedError: the actor confirms nothing here, or not any more.
        NotFoundError: this school has no such candidate.
    """
    require(actor, Action.CONFIRM)

    def work(session: Session) -> Left:
        require_still(session, actor, Action.CONFIRM)
        record(session, AuditKind.CANDIDATE_REMOVED, content=candidate_id.bytes, desk=desk, actor=actor)
        row, own = require_candidate(session, candidate_id, actor=actor), actor.organisation_id
        forget_whose(session, candidate_id, organisation_id=own)
        if not rested_of(session, candidate_id, organisation_id=own):
            session.delete(row)
            is_named = is_decided(session, candidate_id, organisation_id=own)
            return Left.DECISION if is_named else Left.NOTHING
        for each in loose_of(session, candidate_id, organisation_id=own):
            session.delete(each)
        return Left.EVIDENCE

    left = desk.register.write(work, within=OneOrganisation(actor.organisation_id))
    desk.register.leave_no_trace()
    return left


def require_candidate(session: Session, candidate_id: UUID, *, actor: Actor) -> Candidate:
    """Read a candidate of the school for which somebody acts.

    Raises:
        NotFoundError: this school has no such candidate.
    """
    row = candidate_of(session, candidate_id, organisation_id=actor.organisation_id)
    if row is None:
        raise NotFoundError
    return row


def _known(row: Candidate, *, files: int = 0) -> KnownCandidate:
    return KnownCandidate(id=row.id, name=row.name, added=row.added, files=files)
