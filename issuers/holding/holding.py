"""Give a badge, or let it wait where the organisation asks for that: nothing of it leaves before."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeAlias
from uuid import UUID

from pydantic import TypeAdapter
from sqlmodel import Session

from badges.badgeklasse import AnyJudgement
from badges.errors import LintError
from badges.judgement import Judgement
from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import HeldAlreadyError, IdempotencyConflictError, IssuersError
from issuers.holding.register import held_with_key, waits_for
from issuers.holding.rules import Rule, rule_in
from issuers.holding.tables import Held, HeldState
from issuers.identifiers import public_token, uuid7
from issuers.issuing.achievements import require_known
from issuers.issuing.drafting import rehearse
from issuers.issuing.issuing import IssuedBadge, carry_out, issued
from issuers.issuing.reserving import Occasion, badge_to_replace, require_fit, reserve
from issuers.issuing.tables import Badge
from issuers.organisations.founding import find_organisation
from issuers.organisations.standing import require_going
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require

JUDGEMENT: TypeAdapter[AnyJudgement] = TypeAdapter(AnyJudgement)
OCCASION: TypeAdapter[Occasion] = TypeAdapter(Occasion)

Problem: TypeAlias = IssuersError | LintError
Due: TypeAlias = Callable[[Rule, datetime], datetime]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Name what waits."""

    id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """Hold what was asked, by whom, for what reason, and how long it waits by the rule."""

    judgement: AnyJudgement
    actor: Actor
    key: str
    occasion: Occasion
    due: Due

    @property
    def profiel_id(self) -> UUID | None:
        """Name the agreement that it is for, if it is for one."""
        return self.occasion.profiel_id if self.occasion else None

    @property
    def work(self) -> str | None:
        """Name the werkproces, where it is about one."""
        if not isinstance(self.judgement, Judgement):
            return None
        return f"{self.judgement.werkproces.crebo}/{self.judgement.werkproces.code}"


def give(
    desk: IssuingDesk,
    judgement: AnyJudgement,
    *,
    actor: Actor,
    idempotency_key: str,
    occasion: Occasion = None,
) -> IssuedBadge | Waiting:
    """Issue the badge of one judgement, or let it wait where the organisation asks for something first.

    Raises:
        HeldAlreadyError: something waits for this work already.
        IssuersError, LintError: as `reserve` and `carry_out`.
    """
    organisation_id = actor.organisation_id
    rule = desk.register.read(
        lambda session: rule_in(session, organisation_id), within=OneOrganisation(organisation_id)
    )
    if not rule.lets_through:
        require(actor, Action.ISSUE)
        _require_fit_to_sign(desk, judgement, actor=actor)
        asked = _Asked(judgement=judgement, actor=actor, key=idempotency_key, occasion=occasion, due=Rule.due)
        work = partial(_hold, asked=asked, desk=desk)
        return desk.register.write(work, within=OneOrganisation(organisation_id))
    reservation = reserve(desk, judgement, actor=actor, idempotency_key=idempotency_key, occasion=occasion)
    return carry_out(desk, judgement, reservation=reservation)


def hold_all(
    desk: IssuingDesk, asked: Sequence[tuple[AnyJudgement, str]], *, actor: Actor
) -> Sequence[IssuedBadge | Waiting | Problem]:
    """Let rows of a roster wait, each with its key: its recipient is not there, and gets time to read it.

    Gives what came of each, in the same order: it waits, it was given since, or why neither.

    Raises:
        PermissionDeniedError: the actor may not issue, or not any more.
        OrganisationStoppedError: the organisation gives no badges now.
    """
    require(actor, Action.ISSUE)
    refused: dict[int, Problem] = {}
    rows: dict[int, _Asked] = {}
    for place, (judgement, key) in enumerate(asked):
        try:
            _require_fit_to_sign(desk, judgement, actor=actor)
        except (IssuersError, LintError) as error:
            refused[place] = error
        else:
            rows[place] = _Asked(
                judgement=judgement, actor=actor, key=key, occasion=None, due=Rule.due_in_roster
            )

    def work(session: Session) -> Mapping[int, IssuedBadge | Waiting | Problem]:
        return {place: _hold_or_tell(session, asked=row, desk=desk) for place, row in rows.items()}

    held = desk.register.write(work, within=OneOrganisation(actor.organisation_id))
    return [refused[place] if place in refused else held[place] for place in range(len(asked))]


def record(session: Session, row: Held, *, kind: AuditKind, desk: IssuingDesk, actor_id: UUID | None) -> None:
    """Write down what became of it; which one it was, only who has the salt can tell."""
    event = chain.Event(
        organisation_id=row.organisation_id,
        kind=kind,
        at=desk.clock.now(),
        content=row.id.bytes,
        actor_id=actor_id,
    )
    chain.append(session, event)


def _require_fit_to_sign(desk: IssuingDesk, judgement: AnyJudgement, *, actor: Actor) -> None:
    """Hear now what would be refused after it waited.

    Raises:
        UnknownWerkprocesError, UnknownSkillError, UnknownBadgeklasseError: as `reserve`.
        LintError: we will refuse to sign this; it says why.
    """
    require_known(desk, judgement)
    rehearse(desk, judgement, organisation=find_organisation(desk, actor.organisation_id))


def _hold_or_tell(
    session: Session, *, asked: _Asked, desk: IssuingDesk
) -> IssuedBadge | Waiting | IdempotencyConflictError:
    """Let one row wait; what is wrong with it is no reason to leave the others."""
    try:
        return _hold(session, asked=asked, desk=desk)
    except IdempotencyConflictError as error:
        return error


def _hold(session: Session, *, asked: _Asked, desk: IssuingDesk) -> IssuedBadge | Waiting:
    """Find what waits with this key, or let it wait; the actor's role is read again in this transaction.

    Raises:
        IdempotencyConflictError: something else waits with this key.
    """
    require_still(session, asked.actor, Action.ISSUE)
    organisation_id = asked.actor.organisation_id
    found = held_with_key(session, asked.key, organisation_id=organisation_id)
    if found:
        return _found(session, found, asked=asked)
    require_going(session, organisation_id)
    old = badge_to_replace(session, asked.occasion, actor=asked.actor, begun=None)
    if asked.profiel_id:
        require_fit(
            session,
            asked.judgement,
            profiel_id=asked.profiel_id,
            actor=asked.actor,
            besides=[old] if old else [],
        )
        if asked.work and waits_for(session, asked.profiel_id, asked.work, organisation_id=organisation_id):
            raise HeldAlreadyError
    row = _row(asked, rule=rule_in(session, organisation_id), now=desk.clock.now())
    session.add(row)
    session.flush()
    record(session, row, kind=AuditKind.BADGE_HELD, desk=desk, actor_id=row.held_by)
    return Waiting(row.id)


def _found(session: Session, row: Held, *, asked: _Asked) -> IssuedBadge | Waiting:
    """Give what came of it; once a badge says it, that badge.

    Raises:
        IdempotencyConflictError: it is something else that waits.
    """
    if row.badge_id:
        return issued(session.get_one(Badge, row.badge_id))
    if JUDGEMENT.validate_json(row.judgement) != asked.judgement:
        raise IdempotencyConflictError
    return Waiting(row.id)


def _row(asked: _Asked, *, rule: Rule, now: datetime) -> Held:
    return Held(
        id=uuid7(now),
        organisation_id=asked.actor.organisation_id,
        token=public_token(),
        idempotency_key=asked.key,
        profiel_id=asked.profiel_id,
        work=asked.work,
        judgement=JUDGEMENT.dump_json(asked.judgement).decode(),
        occasion=OCCASION.dump_json(asked.occasion).decode(),
        asks=rule.asks,
        held=now,
        held_by=asked.actor.person_id,
        proof=asked.actor.proof,
        proved=asked.actor.proved,
        due=asked.due(rule, now),
        state=HeldState.WAITING,
    )
