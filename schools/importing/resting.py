"""What a decision rests on stays as it was then, read-only, for the school's own term.

It is a copy: what was taken in may be looked at anew, dropped, or go when the consent for it ends, and that
changes nothing of what somebody decided on. A decision says so here, in the transaction that makes it.
"""

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from uuid import UUID

from sqlmodel import Session

from badges.strictjson import JsonObject
from issuers.database.scopes import WHOLE_SERVICE, OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.identifiers import uuid7
from issuers.people.permissions import Action, Actor, require
from schools.evidence.evidence import Identity
from schools.importing.register import candidate_of, files_of, loose_of, over_of, rested_by_id, rested_of
from schools.importing.tables import Candidate, RestedFile, TakenFile
from schools.importing.written import identities_in, narrow_report, narrow_taken, read_written


@dataclass(frozen=True, slots=True, kw_only=True)
class Rested:
    """Show a file on which a decision rests, and until when it stays; None where no term is known."""

    id: UUID
    decision_id: UUID
    name: str
    digest: str
    at: datetime
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Say what a decision rests on, and until when that stays; None where no term is known yet."""

    decision_id: UUID
    identities: frozenset[Identity]
    until: date | None


def rest_on(session: Session, ground: Ground, *, candidate: Candidate, now: datetime) -> int:
    """Keep for a decision every file in which one of its badges is; tell how many.

    Of what came by a consent only the badges that weighed are kept: that is what the holder was told.
    Another time for the same decision adds what is not there yet, and makes no term shorter.
    """
    own = candidate.organisation_id
    rows = rested_of(session, candidate.id, organisation_id=own)
    kept = [each for each in rows if each.decision_id == ground.decision_id]
    there = {each.digest for each in kept}
    for each in kept:
        each.until = later(each.until, ground.until)
    found = [
        file
        for file in files_of(session, candidate.id, organisation_id=own, now=now)
        if file.digest not in there and identities_in(file.taken) & ground.identities
    ]
    session.add_all(_copy(file, ground=ground, now=now) for file in found)
    return len(found)


def later(one: date | None, other: date | None) -> date | None:
    """Give the later of two terms; one that is not known yet gives way."""
    known = [each for each in (one, other) if each]
    return max(known, default=None)


def list_rested(desk: IssuingDesk, candidate_id: UUID, *, actor: Actor) -> tuple[Rested, ...]:
    """List what decisions about somebody rest on.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
    """
    require(actor, Action.CONFIRM)
    asked = partial(rested_of, candidate_id=candidate_id, organisation_id=actor.organisation_id)
    rows = desk.register.read(asked, within=OneOrganisation(actor.organisation_id))
    return tuple(
        Rested(
            id=each.id,
            decision_id=each.decision_id,
            name=each.name,
            digest=each.digest,
            at=each.at,
            until=each.until,
        )
        for each in rows
    )


def find_rested_report(desk: IssuingDesk, candidate_id: UUID, rested_id: UUID, *, actor: Actor) -> JsonObject:
    """Give what the verifier said of it when the decision was made.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
        NotFoundError: this school keeps no such file of this candidate.
    """
    require(actor, Action.CONFIRM)
    asked = partial(
        rested_by_id, rested_id=rested_id, candidate_id=candidate_id, organisation_id=actor.organisation_id
    )
    row = desk.register.read(asked, within=OneOrganisation(actor.organisation_id))
    if row is None:
        raise NotFoundError
    return read_written(row.report)


def forget_rested(desk: IssuingDesk) -> int:
    """Forget what a decision rested on of which the term of the school is over; tell how many.

    Who was removed before, and stayed for that alone, goes with the last of it.
    """

    def work(session: Session) -> int:
        rows = over_of(session, today=desk.clock.today())
        for each in rows:
            session.delete(each)
        session.flush()
        for candidate_id, own in {(each.candidate_id, each.organisation_id) for each in rows}:
            _let_go(session, candidate_id, organisation_id=own)
        return len(rows)

    forgotten = desk.register.write(work, within=WHOLE_SERVICE)
    if forgotten:
        desk.register.leave_no_trace()
    return forgotten


def _let_go(session: Session, candidate_id: UUID, *, organisation_id: str) -> None:
    """Forget a candidate of whom nothing is left, not even the request: only removing takes that away."""
    left = (
        *rested_of(session, candidate_id, organisation_id=organisation_id),
        *loose_of(session, candidate_id, organisation_id=organisation_id),
    )
    row = candidate_of(session, candidate_id, organisation_id=organisation_id)
    if row is not None and not left:
        session.delete(row)


def _copy(file: TakenFile, *, ground: Ground, now: datetime) -> RestedFile:
    shared = file.consent_id is not None
    return RestedFile(
        id=uuid7(now),
        organisation_id=file.organisation_id,
        candidate_id=file.candidate_id,
        decision_id=ground.decision_id,
        name=file.name,
        digest=file.digest,
        raw=None if shared else file.raw,
        report=narrow_report(file.report, to=ground.identities) if shared else file.report,
        taken=narrow_taken(file.taken, to=ground.identities) if shared else file.taken,
        at=file.at,
        until=ground.until,
    )
