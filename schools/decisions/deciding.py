"""Decide on a request: written down whole, and never changed.

A new decision may take the place of an older one: it names it and says why, and the older one can be read.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlmodel import Session

from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError
from issuers.identifiers import public_token, uuid7
from issuers.organisations.founding import find_organisation
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require
from issuers.people.recording import record
from schools.decisions.asking import ENDED, KnownRequest, find_request
from schools.decisions.besluit import Appeal, Besluit, dump, load
from schools.decisions.reaching import let_read, tell
from schools.decisions.register import decision_of, evidence_of, lock_decision, lock_request, waiting_revision
from schools.decisions.rules import NO_RULE, Rule, rule_in
from schools.decisions.tables import Decision
from schools.decisions.typed import GONE, Frame, ReadDecision, TypedDecision, read_decision
from schools.decisions.weighing import for_revision, to_weigh
from schools.decisions.words import Asks, DecisionState, Kind, RequestState
from schools.importing.register import candidate_of
from schools.importing.resting import Ground, later, rest_on
from schools.importing.written import identities_in

NOT_FINAL: Final = FieldProblem(
    "uitkomst",
    "not-final",
    "Dit is al vervangen, of wat ervoor in de plaats komt, wacht al op een tweede persoon.",
    "This was replaced already, or a new one is waiting for a second person.",
)

TOO_OLD: Final = FieldProblem(
    "datum",
    "too-old",
    "Zo oud dat het meteen weer weg zou zijn: de tijd die jullie het bewaren, is al om. "
    "Kijk of het jaar klopt, of laat een beheerder de bewaartermijn langer maken, bij Organisatie.",
    "So old that it would go at once: the time that you keep it, is over. "
    "See whether the year is right, or let a beheerder make the term longer, at Organisatie.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _About:
    """Hold of whose request a decision is, by which rule, and which one it takes the place of."""

    request_id: UUID
    candidate_id: UUID
    rule: Rule
    revises: UUID | None = None


def decide(
    desk: IssuingDesk, request_id: UUID, typed: TypedDecision, *, candidate_id: UUID, actor: Actor
) -> UUID:
    """Decide on a request.

    Raises:
        PermissionDeniedError: the actor decides nothing here, or not any more.
        NotFoundError: this school has no such request of this candidate.
        FormError: with every problem of every field; or it was decided on, or the school has no rule yet.
    """
    require(actor, Action.DECIDE)
    request = find_request(desk, request_id, candidate_id=candidate_id, actor=actor)
    found = to_weigh(desk, request.work, crebo=request.plan.crebo, candidate_id=candidate_id, actor=actor)
    frame = Frame(kind=request.kind, asked=request.asked, today=desk.clock.today(), to_weigh=found)
    read = read_decision(typed, frame=frame)
    school = find_organisation(desk, actor.organisation_id).name

    def work(session: Session) -> UUID:
        require_still(session, actor, Action.DECIDE)
        row = lock_request(session, request_id, organisation_id=actor.organisation_id)
        if row is None or row.state is not RequestState.OPEN:
            raise FormError([ENDED])
        rule = require_rule(session, actor)
        row.state = RequestState.DECIDED
        besluit = _besluit(request, read, school=school, rule=rule, actor=actor)
        about = _About(request_id=request_id, candidate_id=candidate_id, rule=rule)
        return _write(session, besluit, about, desk=desk, actor=actor)

    return desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def revise(desk: IssuingDesk, decision_id: UUID, typed: TypedDecision, *, actor: Actor) -> UUID:
    """Decide anew: the older decision stays, and says which one took its place.

    Raises:
        PermissionDeniedError: the actor decides nothing here, or not any more.
        NotFoundError: this school has no such decision.
        FormError: with every problem of every field; or it is not final, or a new one waits.
    """
    require(actor, Action.DECIDE)
    before, candidate_id = _before(desk, decision_id, actor=actor)
    found = for_revision(desk, before, candidate_id=candidate_id, actor=actor)
    frame = Frame(
        kind=before.kind,
        asked=max(before.asked, before.decided),
        today=desk.clock.today(),
        to_weigh=found,
        is_revision="ja",
    )
    read = read_decision(typed, frame=frame)

    def work(session: Session) -> UUID:
        require_still(session, actor, Action.DECIDE)
        row = lock_decision(session, decision_id, organisation_id=actor.organisation_id)
        waits = waiting_revision(session, decision_id, organisation_id=actor.organisation_id)
        if row.state is not DecisionState.FINAL or waits:
            raise FormError([NOT_FINAL])
        rule = require_rule(session, actor)
        besluit = _anew(before, read, rule=rule, old=row, actor=actor)
        about = _About(request_id=row.request_id, candidate_id=row.candidate_id, rule=rule, revises=row.id)
        return _write(session, besluit, about, desk=desk, actor=actor)

    return desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def _before(desk: IssuingDesk, decision_id: UUID, *, actor: Actor) -> tuple[Besluit, UUID]:
    """Read what was decided before, and about whom."""

    def work(session: Session) -> tuple[Besluit, UUID]:
        row = decision_of(session, decision_id, organisation_id=actor.organisation_id)
        return load(row.statement), row.candidate_id

    return desk.register.read(work, within=OneOrganisation(actor.organisation_id))


def require_rule(session: Session, actor: Actor) -> Rule:
    """Read how a school decides.

    Raises:
        FormError: nobody said so yet.
    """
    rule = rule_in(session, actor.organisation_id)
    if rule is None:
        raise FormError([NO_RULE])
    return rule


def _besluit(request: KnownRequest, read: ReadDecision, *, school: str, rule: Rule, actor: Actor) -> Besluit:
    plan, onderdeel = request.plan, request.onderdeel
    return Besluit(
        kind=request.kind,
        outcome=read.outcome,
        student=request.name,
        school=school,
        plan_id=plan.id,
        plan_name=plan.name,
        plan_version=plan.version,
        crebo=plan.crebo,
        kwalificatie=plan.kwalificatie,
        code=onderdeel.code,
        title=onderdeel.title,
        work=request.work,
        is_part=request.is_part,
        asked=request.asked,
        asked_by=request.asked_by,
        **_decided(request.kind, read, rule=rule),
        by=actor.name,
    )


def _anew(before: Besluit, read: ReadDecision, *, rule: Rule, old: Decision, actor: Actor) -> Besluit:
    """Say anew what is decided of the same request, under the same plan."""
    said = _decided(before.kind, read, rule=rule)
    return replace(before, outcome=read.outcome, **said, by=actor.name, revises=old.id, because=read.because)


def _decided(kind: Kind, read: ReadDecision, *, rule: Rule) -> dict[str, Any]:
    is_besluit = kind is Kind.BESLUIT
    return {
        "commission": rule.commission,
        "meeting": read.meeting,
        "mandate": read.mandate,
        "members": read.members,
        "motivation": read.motivation,
        "decided": read.decided,
        "weighed": read.weighed,
        "appeal": Appeal(text=rule.appeal, weeks=rule.appeal_weeks) if is_besluit else None,
    }


def _write(session: Session, besluit: Besluit, about: _About, *, desk: IssuingDesk, actor: Actor) -> UUID:
    """Write a decision down with what it rests on; where nobody is asked for, it is final at once."""
    now, statement = desk.clock.now(), dump(besluit)
    until = _until(besluit.decided, about.rule, today=desk.clock.today())
    record(session, AuditKind.DECISION_WRITTEN, content=statement.encode(), desk=desk, actor=actor)
    last = chain.head(session, organisation_id=actor.organisation_id)
    row = Decision(
        id=uuid7(now),
        organisation_id=actor.organisation_id,
        token=public_token(),
        request_id=about.request_id,
        candidate_id=about.candidate_id,
        kind=besluit.kind,
        outcome=besluit.outcome,
        state=DecisionState.WAITING,
        decided=besluit.decided,
        until=until,
        statement=statement,
        sequence=last.sequence if last else 0,
        written=now,
        written_by=actor.person_id,
        revises=about.revises,
    )
    session.add(row)
    session.flush()
    _rest(session, row, besluit, now=now)
    let_read(session, row, now=now)
    if about.rule.asks is Asks.NOBODY:
        make_final(session, row, desk=desk, actor=actor)
    return row.id


def make_final(session: Session, row: Decision, *, desk: IssuingDesk, actor: Actor) -> None:
    """Let a decision count, send its link, and lay aside the one whose place it takes."""
    row.state = DecisionState.FINAL
    record(session, AuditKind.DECISION_MADE, content=row.id.bytes, desk=desk, actor=actor)
    tell(session, row, load(row.statement), desk=desk)
    if row.revises is None:
        return
    old = lock_decision(session, row.revises, organisation_id=row.organisation_id)
    old.state, old.newer_token = DecisionState.REPLACED, row.token
    _keep_until(session, old, until=max(old.until, row.until))
    record(session, AuditKind.DECISION_REPLACED, content=old.id.bytes + row.id.bytes, desk=desk, actor=actor)


def _rest(session: Session, row: Decision, besluit: Besluit, *, now: datetime) -> None:
    """Keep what it rests on as it is now; of who is gone here, the older decision has it.

    Raises:
        FormError: a badge went while this was being written down, and no older decision has it.
    """
    candidate = candidate_of(session, row.candidate_id, organisation_id=row.organisation_id)
    if candidate is None:
        return
    identities = besluit.badges
    ground = Ground(decision_id=row.id, identities=identities, until=row.until)
    rest_on(session, ground, candidate=candidate, now=now)
    kept = evidence_of(session, row.id, organisation_id=row.organisation_id)
    there = {identity for each in kept for identity in identities_in(each.taken)}
    if row.revises:
        before = decision_of(session, row.revises, organisation_id=row.organisation_id)
        there |= load(before.statement).badges
    if identities - there:
        raise FormError([GONE])


def _keep_until(session: Session, row: Decision, *, until: date) -> None:
    """Keep a decision, what it rests on and all before it at least as long as the one that took its place."""
    row.until = max(row.until, until)
    for each in evidence_of(session, row.id, organisation_id=row.organisation_id):
        each.until = later(each.until, until)
    if row.revises:
        before = lock_decision(session, row.revises, organisation_id=row.organisation_id)
        _keep_until(session, before, until=until)


def _until(decided: date, rule: Rule, *, today: date) -> date:
    """Say until when it is kept.

    Raises:
        FormError: that day has been, so it would go at once.
    """
    until = years_after(decided, rule.keep_years)
    if until <= today:
        raise FormError([TOO_OLD])
    return until


def years_after(day: date, years: int) -> date:
    """Give the same day so many years later; of 29 February the day before."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return (day.replace(day=28) if is_leap_day else day).replace(year=day.year + years)
