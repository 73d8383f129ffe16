"""Load the examenplan of a school, and keep each version: what was decided under one stays there."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.texts import normalize, text_problems
from issuers.audit.tables import AuditKind
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, NotFoundError
from issuers.identifiers import uuid7
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require
from issuers.people.recording import record
from schools.decisions.plan import Change, Onderdeel, Plan, changes, dump_parts, load_parts
from schools.decisions.reading import as_csv
from schools.decisions.register import count_plans, newest_plan, plan_of, plans_of, plans_with
from schools.decisions.tables import Examenplan

MOST_OF_A_NAME: Final = 60
MOST_PLANS: Final = 1_000
NO_NAME: Final = FieldProblem(
    "naam",
    "missing",
    "Geef het examenplan een naam, bijvoorbeeld: Kok 2026-2027.",
    "Give the examenplan a name, such as: Kok 2026-2027.",
)
TOO_MANY: Final = FieldProblem(
    "bestand",
    "too-many",
    f"Er staan al {MOST_PLANS} versies. Meer passen er niet. Vraag het beheer om hulp.",
    f"There are {MOST_PLANS} versions already. No more fit. Ask who runs the service for help.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPlan:
    """Show one version of an examenplan."""

    id: UUID
    crebo: str
    kwalificatie: str
    name: str
    version: int
    parts: tuple[Onderdeel, ...]
    source: str
    loaded: datetime
    by: str


def read_name(typed: str) -> str:
    """Read how a plan is called.

    Raises:
        FormError: there is nothing, or what may not stand there.
    """
    name = " ".join(normalize(typed).split())
    problems = [
        FieldProblem.of(each, field="naam") for each in text_problems(name, max_length=MOST_OF_A_NAME)
    ]
    if not name:
        raise FormError([NO_NAME])
    if problems:
        raise FormError(problems)
    return name


def load_plan(desk: IssuingDesk, plan: Plan, *, name: str, actor: Actor) -> KnownPlan:
    """Keep a plan as the next version of this name; one that says the same as the newest is the newest.

    Raises:
        PermissionDeniedError: the actor confirms nothing here, or not any more.
        FormError: there are too many already.
    """
    require(actor, Action.CONFIRM)

    def work(session: Session) -> KnownPlan:
        require_still(session, actor, Action.CONFIRM)
        last = newest_plan(session, crebo=plan.crebo, name=name, organisation_id=actor.organisation_id)
        if last and last.parts == dump_parts(plan.parts):
            return _known(last)
        if count_plans(session, organisation_id=actor.organisation_id) >= MOST_PLANS:
            raise FormError([TOO_MANY])
        row = _row(desk, plan, name=name, version=last.version + 1 if last else 1, actor=actor)
        session.add(row)
        session.flush()
        record(session, AuditKind.EXAMENPLAN_LOADED, content=row.parts.encode(), desk=desk, actor=actor)
        return _known(row)

    return desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def list_plans(desk: IssuingDesk, *, actor: Actor) -> tuple[KnownPlan, ...]:
    """List every version, of each plan the newest first.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
    """
    require(actor, Action.CONFIRM)
    asked = partial(plans_of, organisation_id=actor.organisation_id)
    return desk.register.read(
        lambda session: tuple(map(_known, asked(session))), within=OneOrganisation(actor.organisation_id)
    )


def find_plan(desk: IssuingDesk, plan_id: UUID, *, actor: Actor) -> KnownPlan:
    """Find one version.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
        NotFoundError: this school has none of the kind.
    """
    require(actor, Action.CONFIRM)
    asked = partial(require_plan, plan_id=plan_id, organisation_id=actor.organisation_id)
    return desk.register.read(asked, within=OneOrganisation(actor.organisation_id))


def compare(desk: IssuingDesk, plan: Plan, *, name: str, actor: Actor) -> tuple[int, tuple[Change, ...]]:
    """Give the newest version of this name (0: there is none), and what is different since.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
    """
    require(actor, Action.CONFIRM)
    asked = partial(newest_plan, crebo=plan.crebo, name=name, organisation_id=actor.organisation_id)

    def work(session: Session) -> tuple[int, tuple[Change, ...]]:
        last = asked(session)
        return (last.version, tuple(changes(load_parts(last.parts), plan.parts))) if last else (0, ())

    return desk.register.read(work, within=OneOrganisation(actor.organisation_id))


def require_plan(session: Session, plan_id: UUID, *, organisation_id: str) -> KnownPlan:
    """Read one version.

    Raises:
        NotFoundError: this school has none of the kind.
    """
    row = plan_of(session, plan_id, organisation_id=organisation_id)
    if row is None:
        raise NotFoundError
    return _known(row)


def require_plans(
    session: Session, plan_ids: Collection[UUID], *, organisation_id: str
) -> Mapping[UUID, KnownPlan]:
    """Read several versions at once."""
    return {row.id: _known(row) for row in plans_with(session, plan_ids, organisation_id=organisation_id)}


def _row(desk: IssuingDesk, plan: Plan, *, name: str, version: int, actor: Actor) -> Examenplan:
    now = desk.clock.now()
    return Examenplan(
        id=uuid7(now),
        organisation_id=actor.organisation_id,
        crebo=plan.crebo,
        kwalificatie=plan.kwalificatie,
        name=name,
        version=version,
        parts=dump_parts(plan.parts),
        source=as_csv(plan),
        loaded=now,
        loaded_by=actor.person_id,
        by_name=actor.name,
    )


def _known(row: Examenplan) -> KnownPlan:
    return KnownPlan(
        id=row.id,
        crebo=row.crebo,
        kwalificatie=row.kwalificatie,
        name=row.name,
        version=row.version,
        parts=load_parts(row.parts),
        source=row.source,
        loaded=row.loaded,
        by=row.by_name,
    )
