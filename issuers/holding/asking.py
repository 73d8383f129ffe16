"""Something that is asked to wait: what it says, in whose name, and what came of it before."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias
from uuid import UUID

from pydantic import TypeAdapter
from sqlmodel import Session

from badges.badgeklasse import AnyJudgement
from badges.errors import LintError
from badges.judgement import Judgement
from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.desk import IssuingDesk
from issuers.errors import IdempotencyConflictError, IssuersError, IssuingInterruptedError
from issuers.holding.register import STOPPED
from issuers.holding.tables import Held, HeldState
from issuers.identifiers import public_token, uuid7
from issuers.issuing.achievements import require_known
from issuers.issuing.chunk_stages import Asked
from issuers.issuing.drafting import rehearse
from issuers.issuing.issuing import IssuedBadge, issued
from issuers.issuing.reserving import Occasion, request_hash
from issuers.issuing.rules import Rule
from issuers.issuing.tables import Badge
from issuers.organisations.tables import Organisation
from issuers.people.permissions import Actor

JUDGEMENT: TypeAdapter[AnyJudgement] = TypeAdapter(AnyJudgement)
OCCASION: TypeAdapter[Occasion] = TypeAdapter(Occasion)

Problem: TypeAlias = IssuersError | LintError


@dataclass(frozen=True, slots=True)
class Waiting:
    """Name what waits."""

    id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ToHold:
    """Hold what was asked, by whom and for what reason.

    `row_of_roster` is what it stands for, if it is a row of a roster: nobody is there to read it.
    """

    judgement: AnyJudgement
    actor: Actor
    key: str
    occasion: Occasion = None
    row_of_roster: Asked | None = None

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

    def is_of(self, badge: Badge) -> bool:
        """Tell whether a badge was asked for by this."""
        if self.row_of_roster:
            return self.row_of_roster.is_of(badge)
        asked = request_hash(self.judgement, idempotency_key=self.key, occasion=self.occasion)
        return badge.request_hash == asked

    def says(self, judgement: AnyJudgement) -> bool:
        """Tell whether this is what it says, under whichever name."""
        said = self.row_of_roster.said if self.row_of_roster else None
        return judgement in (self.judgement, said)

    def row(self, rule: Rule, *, now: datetime) -> Held:
        """Give the row of it, which waits by the rule."""
        due = rule.due_in_roster(now) if self.row_of_roster else rule.due(now)
        return Held(
            id=uuid7(now),
            organisation_id=self.actor.organisation_id,
            token=public_token(),
            idempotency_key=self.key,
            profiel_id=self.profiel_id,
            work=self.work,
            judgement=JUDGEMENT.dump_json(self.judgement).decode(),
            occasion=OCCASION.dump_json(self.occasion).decode(),
            asks=rule.asks,
            held=now,
            held_by=self.actor.person_id,
            proof=self.actor.proof,
            proved=self.actor.proved,
            due=due,
            reads_until=due if self.row_of_roster and rule.hold_hours else None,
            state=HeldState.WAITING,
        )


def require_fit_to_sign(desk: IssuingDesk, judgement: AnyJudgement, *, organisation: Organisation) -> None:
    """Hear now what would be refused after it waited.

    Raises:
        UnknownWerkprocesError, UnknownSkillError, UnknownBadgeklasseError: as `reserve`.
        LintError: we will refuse to sign this; it says why.
    """
    require_known(desk, judgement)
    rehearse(desk, judgement, organisation=organisation)


def judgement_of(row: Held) -> AnyJudgement:
    """Read what will be signed: what was given, under the name that its recipient chose since.

    Raises:
        ValueError: a later version cannot read it.
    """
    given = JUDGEMENT.validate_json(row.judgement)
    return replace(given, name=row.own_name) if row.named else given


def came_of(asked: ToHold, *, badge: Badge | None, row: Held | None) -> IssuedBadge | Waiting | None:
    """Give what came of this key before: a badge, whatever is asked first since, or that it waits.

    None where nothing did, or where it was stopped: then it may be given again, as it reads now.

    Raises:
        IdempotencyConflictError: it was something else.
        IssuingInterruptedError: a badge of it was begun, and is being finished or given up.
    """
    if badge:
        if not asked.is_of(badge):
            raise IdempotencyConflictError
        if badge.raw is None:
            raise IssuingInterruptedError
        return issued(badge)
    if row is None or row.state in STOPPED:
        return None
    if not asked.says(JUDGEMENT.validate_json(row.judgement)):
        raise IdempotencyConflictError
    return Waiting(row.id)


def event_of(row: Held, *, kind: AuditKind, desk: IssuingDesk, actor_id: UUID | None) -> chain.Event:
    """Say what became of it; which one it was, only who has the salt can tell."""
    return chain.Event(
        organisation_id=row.organisation_id,
        kind=kind,
        at=desk.clock.now(),
        content=row.id.bytes,
        actor_id=actor_id,
    )


def record(session: Session, row: Held, *, kind: AuditKind, desk: IssuingDesk, actor_id: UUID | None) -> None:
    """Write down what became of it."""
    chain.append(session, event_of(row, kind=kind, desk=desk, actor_id=actor_id))
