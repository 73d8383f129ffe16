"""Write down that somebody asks for an exemption: who, when, for which examenonderdeel or part of it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
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
from issuers.reading import no_mail, read_mail
from schools.decisions.loading import KnownPlan, require_plan, require_plans
from schools.decisions.plan import Onderdeel, Work
from schools.decisions.register import lock_request, request_of, requests_of
from schools.decisions.tables import ExemptionRequest
from schools.decisions.tapping import tapped_before
from schools.decisions.words import Kind, RequestState
from schools.importing.candidates import require_candidate
from schools.importing.register import lock_candidate

MOST_OF_A_NAME: Final = 80
MOST_YEARS: Final = 10
"""A request of longer ago is a year that was mistyped."""
NO_PART: Final = FieldProblem(
    "onderdeel",
    "missing",
    "Kies het examenonderdeel waar het verzoek over gaat.",
    "Choose the examenonderdeel that the request is about.",
)
OTHER_PART: Final = FieldProblem(
    "onderdeel",
    "other-part",
    "Je vinkte een deel aan dat niet bij dit examenonderdeel hoort. "
    "Haal dat vinkje weg, of kies het examenonderdeel waar het bij staat.",
    "You marked a part that is not of this examenonderdeel. "
    "Take that mark away, or choose the examenonderdeel where it stands.",
)
NOT_SAID: Final = FieldProblem(
    "ingeschreven",
    "missing",
    "Kies of deze persoon bij jullie staat ingeschreven.",
    "Choose whether this person is enrolled with you.",
)
NOBODY: Final = FieldProblem("wie", "missing", "Vul in wie het vroeg.", "Fill in who asked.")
NO_DAY: Final = FieldProblem(
    "datum", "day", "Vul in op welke dag het gevraagd is.", "Fill in on which day it was asked."
)
FUTURE: Final = FieldProblem(
    "datum", "future", "Deze dag moet nog komen. Vul een dag in die is geweest.", "This day is still to come."
)
TOO_OLD: Final = FieldProblem(
    "datum",
    "too-old",
    f"Deze dag is meer dan {MOST_YEARS} jaar geleden. Kijk of het jaar klopt.",
    f"This day is more than {MOST_YEARS} years ago. See whether the year is right.",
)
ENDED: Final = FieldProblem(
    "uitkomst",
    "request-ended",
    "Over dit verzoek is al beslist, of het hoeft niet meer. Kijk bij Besluiten.",
    "This request was decided on already, or is no longer needed. See at Decisions.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedRequest:
    """Hold what was typed; `deel` are the keys of the work, where it is not about all of it."""

    onderdeel: str = ""
    deel: tuple[str, ...] = ()
    ingeschreven: str = ""
    wie: str = ""
    datum: str = ""
    mail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownRequest:
    """Show a request; `work` is what it is about."""

    id: UUID
    candidate_id: UUID
    name: str
    plan: KnownPlan
    onderdeel: Onderdeel
    work: tuple[Work, ...]
    kind: Kind
    asked: date
    asked_by: str
    mail: str | None
    recorded: datetime
    by: str
    state: RequestState

    @property
    def is_part(self) -> bool:
        """Tell whether it is about less than the whole examenonderdeel."""
        return len(self.work) < len(self.onderdeel.work)


def ask(desk: IssuingDesk, candidate_id: UUID, plan_id: UUID, typed: TypedRequest, *, actor: Actor) -> UUID:
    """Write a request down; the same by the same person within seconds is one tap, and one request.

    Raises:
        PermissionDeniedError: the actor confirms nothing here, or not any more.
        NotFoundError: this school has no such candidate, or no such plan.
        FormError: with every problem of every field.
    """
    require(actor, Action.CONFIRM)

    def work(session: Session) -> UUID:
        require_still(session, actor, Action.CONFIRM)
        lock_candidate(session, require_candidate(session, candidate_id, actor=actor))
        plan = require_plan(session, plan_id, organisation_id=actor.organisation_id)
        row = written(typed, candidate_id=candidate_id, plan=plan, desk=desk, actor=actor)
        if before := tapped_before(session, row):
            return before
        request_id = row.id
        session.add(row)
        record(session, AuditKind.REQUEST_RECORDED, content=request_id.bytes, desk=desk, actor=actor)
        return request_id

    return desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def written(
    typed: TypedRequest, *, candidate_id: UUID, plan: KnownPlan, desk: IssuingDesk, actor: Actor
) -> ExemptionRequest:
    """Give a request as it would be written down now.

    Raises:
        FormError: with every problem of every field.
    """
    now = desk.clock.now()
    onderdeel = next((each for each in plan.parts if each.code == typed.onderdeel), None)
    wie = " ".join(normalize(typed.wie).split())
    return ExemptionRequest(
        asked=_checked(typed, wie=wie, onderdeel=onderdeel, today=desk.clock.today()),
        id=uuid7(now),
        organisation_id=actor.organisation_id,
        candidate_id=candidate_id,
        plan_id=plan.id,
        part=typed.onderdeel,
        work=" ".join(_keys(onderdeel, typed.deel)),
        kind=Kind.BESLUIT if typed.ingeschreven == "ja" else Kind.ADVIES,
        asked_by=wie,
        mail=read_mail(typed.mail),
        recorded=now,
        recorded_by=actor.person_id,
        by_name=actor.name,
        state=RequestState.OPEN,
    )


def list_requests(
    desk: IssuingDesk, *, actor: Actor, candidate_id: UUID | None = None
) -> tuple[KnownRequest, ...]:
    """List what was asked, of one person or of all, what is open first and the oldest first.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
    """
    require(actor, Action.CONFIRM)
    asked = partial(requests_of, organisation_id=actor.organisation_id, candidate_id=candidate_id)

    def work(session: Session) -> tuple[KnownRequest, ...]:
        found = asked(session)
        plans = require_plans(
            session, {row.plan_id for row, _ in found}, organisation_id=actor.organisation_id
        )
        return tuple(known_request(row, name=name, plan=plans[row.plan_id]) for row, name in found)

    return desk.register.read(work, within=OneOrganisation(actor.organisation_id))


def find_request(desk: IssuingDesk, request_id: UUID, *, candidate_id: UUID, actor: Actor) -> KnownRequest:
    """Find one request of somebody.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
        NotFoundError: this school has no such request of this candidate.
    """
    require(actor, Action.CONFIRM)

    def work(session: Session) -> KnownRequest:
        name = require_candidate(session, candidate_id, actor=actor).name
        row = request_of(
            session, request_id, candidate_id=candidate_id, organisation_id=actor.organisation_id
        )
        if row is None:
            raise NotFoundError
        plan = require_plan(session, row.plan_id, organisation_id=actor.organisation_id)
        return known_request(row, name=name, plan=plan)

    return desk.register.read(work, within=OneOrganisation(actor.organisation_id))


def withdraw(desk: IssuingDesk, request_id: UUID, *, candidate_id: UUID, actor: Actor) -> None:
    """Write down that a request is no longer needed.

    Raises:
        PermissionDeniedError: the actor confirms nothing here, or not any more.
        NotFoundError: this school has no such request of this candidate.
        FormError: it was decided on, or withdrawn before.
    """
    require(actor, Action.CONFIRM)

    def work(session: Session) -> None:
        require_still(session, actor, Action.CONFIRM)
        row = lock_request(session, request_id, organisation_id=actor.organisation_id)
        if row is None or row.candidate_id != candidate_id:
            raise NotFoundError
        if row.state is not RequestState.OPEN:
            raise FormError([ENDED])
        row.state, row.mail = RequestState.WITHDRAWN, None
        record(session, AuditKind.REQUEST_WITHDRAWN, content=request_id.bytes, desk=desk, actor=actor)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def known_request(row: ExemptionRequest, *, name: str, plan: KnownPlan) -> KnownRequest:
    """Give a request with the examenonderdeel as its plan says it."""
    onderdeel = next(each for each in plan.parts if each.code == row.part)
    keys = frozenset(row.work.split())
    return KnownRequest(
        id=row.id,
        candidate_id=row.candidate_id,
        name=name,
        plan=plan,
        onderdeel=onderdeel,
        work=tuple(each for each in onderdeel.work if each.key in keys),
        kind=row.kind,
        asked=row.asked,
        asked_by=row.asked_by,
        mail=row.mail,
        recorded=row.recorded,
        by=row.by_name,
        state=row.state,
    )


def _keys(onderdeel: Onderdeel | None, chosen: Collection[str]) -> list[str]:
    """Give the work that was ticked; all of it, where nothing was."""
    own = [each.key for each in onderdeel.work] if onderdeel else []
    return [key for key in own if key in chosen] or own


def _checked(typed: TypedRequest, *, wie: str, onderdeel: Onderdeel | None, today: date) -> date:
    """Give the day of a request that is right.

    Raises:
        FormError: with everything that is wrong with it.
    """
    problems = [NO_PART] if onderdeel is None else _part_problems(onderdeel, typed.deel)
    if typed.ingeschreven not in ("ja", "nee"):
        problems.append(NOT_SAID)
    if not wie:
        problems.append(NOBODY)
    problems += [
        FieldProblem.of(each, field="wie") for each in text_problems(wie, max_length=MOST_OF_A_NAME) if wie
    ]
    day = read_day(typed.datum)
    problems += _day_problems(day, today=today)
    problems += [no_mail(typed.mail)] if typed.mail.strip() and read_mail(typed.mail) is None else []
    if problems or day is None:
        raise FormError(problems)
    return day


def _part_problems(onderdeel: Onderdeel, chosen: Collection[str]) -> list[FieldProblem]:
    """Say that something was ticked elsewhere: to leave it out would make the request about all of it."""
    return [OTHER_PART] if set(chosen) - {each.key for each in onderdeel.work} else []


def _day_problems(day: date | None, *, today: date) -> list[FieldProblem]:
    if day is None:
        return [NO_DAY]
    if day > today:
        return [FUTURE]
    return [TOO_OLD] if day.year < today.year - MOST_YEARS else []


def read_day(typed: str) -> date | None:
    """Read a day as a browser sends it; None where it is none."""
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        return None
