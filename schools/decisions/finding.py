"""Find decisions: in the list of a school, one of them, what it rests on, and what a student opens."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.moments import dutch_day
from issuers.audit import chain
from issuers.database.scopes import OneHolder, OneOrganisation, Public
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.people.permissions import Action, Actor, require
from schools.decisions.besluit import Besluit, load
from schools.decisions.register import (
    decision_of,
    decision_with_token,
    decisions_for,
    decisions_of,
    decisions_on,
    evidence_of,
    is_read_by_holder,
    waiting_revision,
)
from schools.decisions.tables import Decision
from schools.decisions.words import DecisionState
from schools.importing.tables import RestedFile

MOST_LISTED: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDecision:
    """Show a decision; `is_bound` tells whether the history of the school binds exactly these words.

    `is_with_badges` tells that a holder reads it with what he keeps.
    """

    id: UUID
    request_id: UUID
    candidate_id: UUID
    besluit: Besluit
    state: DecisionState
    token: str
    sequence: int
    until: date
    written: datetime
    written_by: UUID
    confirmed: datetime | None
    confirmed_by: str | None
    given_back: str | None
    is_bound: bool = True
    newer: UUID | None = None
    newer_on: date | None = None
    waiting: UUID | None = None
    is_with_badges: bool = False

    @property
    def final(self) -> date:
        """Give the day from which it stands, if it does: the last of what makes it so."""
        return _final(self.besluit, self.written, self.confirmed)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """Show a file that a decision rests on."""

    id: UUID
    name: str
    digest: str
    raw: bytes | None
    report: str
    at: datetime


@dataclass(frozen=True, slots=True)
class OwnDecision:
    """Hold what a student reads, since when it stands, and what took its place: its token and its day."""

    besluit: Besluit
    final: date
    newer_token: str | None = None
    newer_on: date | None = None


@dataclass(frozen=True, slots=True)
class ListedDecision:
    """Show a decision in the list of a holder; `token` opens it."""

    besluit: Besluit
    token: str
    is_replaced: bool


def list_decisions(desk: IssuingDesk, *, actor: Actor) -> tuple[KnownDecision, ...]:
    """List what was decided: what waits first, then the newest first.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
    """
    require(actor, Action.CONFIRM)
    asked = partial(decisions_of, organisation_id=actor.organisation_id)
    return desk.register.read(
        lambda session: tuple(map(_known, asked(session))), within=OneOrganisation(actor.organisation_id)
    )


def list_decisions_on(desk: IssuingDesk, candidate_id: UUID, *, actor: Actor) -> tuple[KnownDecision, ...]:
    """List what was decided about one person, the newest first.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
    """
    require(actor, Action.CONFIRM)
    asked = partial(decisions_on, candidate_id=candidate_id, organisation_id=actor.organisation_id)
    return desk.register.read(
        lambda session: tuple(map(_known, asked(session))), within=OneOrganisation(actor.organisation_id)
    )


def find_decision(desk: IssuingDesk, decision_id: UUID, *, actor: Actor) -> KnownDecision:
    """Find one, held against the history.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
        NotFoundError: this school has no such decision.
    """
    require(actor, Action.CONFIRM)
    own = actor.organisation_id

    def work(session: Session) -> KnownDecision:
        row = decision_of(session, decision_id, organisation_id=own)
        bound = chain.binds(session, row.statement.encode(), organisation_id=own, sequence=row.sequence)
        newer = decision_with_token(session, row.newer_token) if row.newer_token else None
        waits = waiting_revision(session, row.id, organisation_id=own)
        return replace(
            _known(row),
            is_bound=bound,
            newer=newer.id if newer else None,
            newer_on=load(newer.statement).decided if newer else None,
            waiting=waits.id if waits else None,
            is_with_badges=is_read_by_holder(session, row.id),
        )

    return desk.register.read(work, within=OneOrganisation(own))


def list_evidence(desk: IssuingDesk, decision_id: UUID, *, actor: Actor) -> tuple[KeptFile, ...]:
    """List the files that a decision rests on.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
    """
    require(actor, Action.CONFIRM)
    asked = partial(evidence_of, decision_id=decision_id, organisation_id=actor.organisation_id)
    return desk.register.read(
        lambda session: tuple(map(_kept, asked(session))), within=OneOrganisation(actor.organisation_id)
    )


def find_evidence(desk: IssuingDesk, decision_id: UUID, file_id: UUID, *, actor: Actor) -> KeptFile:
    """Find one of them.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
        NotFoundError: this decision rests on no such file.
    """
    found = list_evidence(desk, decision_id, actor=actor)
    one = next((each for each in found if each.id == file_id), None)
    if one is None:
        raise NotFoundError
    return one


def open_own(desk: IssuingDesk, token: str) -> OwnDecision:
    """Open a decision as the student that it is about; one that waits is no decision yet.

    Raises:
        NotFoundError: the token opens nothing (any more).
    """
    row = _opened(desk, token)
    if row is None or row.state not in (DecisionState.FINAL, DecisionState.REPLACED):
        raise NotFoundError
    besluit = load(row.statement)
    own = OwnDecision(besluit, _final(besluit, row.written, row.confirmed))
    newer = _opened(desk, row.newer_token) if row.newer_token else None
    if newer is None:
        return own
    return replace(own, newer_token=newer.token, newer_on=load(newer.statement).decided)


def list_for_holder(desk: IssuingDesk, holder_id: UUID) -> tuple[ListedDecision, ...]:
    """List what schools decided on the badges that a holder shared with them, the newest first."""
    asked = partial(decisions_for, holder_id=holder_id, limit=MOST_LISTED)
    rows = desk.register.read(asked, within=OneHolder(holder_id))
    return tuple(
        ListedDecision(load(each.statement), each.token, each.state is DecisionState.REPLACED)
        for each in rows
    )


def _opened(desk: IssuingDesk, token: str) -> Decision | None:
    return desk.register.read(partial(decision_with_token, token=token), within=Public(holding=token))


def _final(besluit: Besluit, written: datetime, confirmed: datetime | None) -> date:
    return max(besluit.decided, dutch_day(confirmed or written))


def _known(row: Decision) -> KnownDecision:
    return KnownDecision(
        id=row.id,
        request_id=row.request_id,
        candidate_id=row.candidate_id,
        besluit=load(row.statement),
        state=row.state,
        token=row.token,
        sequence=row.sequence,
        until=row.until,
        written=row.written,
        written_by=row.written_by,
        confirmed=row.confirmed,
        confirmed_by=row.confirmed_name,
        given_back=row.given_back,
    )


def _kept(row: RestedFile) -> KeptFile:
    return KeptFile(id=row.id, name=row.name, digest=row.digest, raw=row.raw, report=row.report, at=row.at)
