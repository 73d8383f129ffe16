"""Let a school ask the leerbedrijf about a badge before it confirms, and the leerbedrijf answer."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.moments import dutch_day
from badges.texts import normalize, text_problems
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, NotFoundError
from issuers.identifiers import uuid7
from issuers.organisations.founding import find_organisation
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require
from issuers.praktijkverklaring.register import (
    open_questions_to,
    question_to,
    questions_by,
    questions_to,
)
from issuers.praktijkverklaring.tables import SchoolQuestion
from issuers.werkplekprofiel.schooling import seen_profiel

MOST: Final = 500
NOTHING_ASKED: Final = FieldProblem(
    "vraag", "missing", "Schrijf wat je wilt weten.", "Write what you want to know."
)
NOTHING_ANSWERED: Final = FieldProblem("antwoord", "missing", "Schrijf je antwoord.", "Write your answer.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Show what a school asked about a badge, and what the leerbedrijf answered."""

    id: UUID
    profiel_id: UUID
    badge_id: UUID
    school: str
    question: str
    asked: date
    answer: str | None
    answered: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """Say that a school waits for an answer: which, since when, and about whom it asked."""

    id: UUID
    school: str
    recipient_id: UUID
    name: str
    since: datetime


def read_question(typed: str) -> str:
    """Read what a school wants to know.

    Raises:
        FormError: there is nothing, or it cannot stand there.
    """
    return _read(typed, field="vraag", nothing=NOTHING_ASKED)


def read_answer(typed: str) -> str:
    """Read what the leerbedrijf answers.

    Raises:
        FormError: there is nothing, or it cannot stand there.
    """
    return _read(typed, field="antwoord", nothing=NOTHING_ANSWERED)


def ask(desk: IssuingDesk, profiel_id: UUID, badge_id: UUID, *, question: str, actor: Actor) -> None:
    """Ask the leerbedrijf about a badge of a recipient whose school this is.

    Raises:
        PermissionDeniedError: the actor confirms nothing here, or not any more.
        NotFoundError: the school is no party of it, or there is no such badge for it.
    """
    require(actor, Action.CONFIRM)
    school_id, now = actor.organisation_id, desk.clock.now()

    def work(session: Session) -> None:
        require_still(session, actor, Action.CONFIRM)
        seen = seen_profiel(session, profiel_id=profiel_id, school_id=school_id, catalogue=desk.catalogue)
        if badge_id not in {each.id for each in seen.badges}:
            raise NotFoundError
        session.add(
            SchoolQuestion(
                id=uuid7(now),
                organisation_id=school_id,
                leerbedrijf_id=seen.leerbedrijf_id,
                profiel_id=profiel_id,
                badge_id=badge_id,
                question=question,
                asked=now,
                asked_by=actor.person_id,
            )
        )

    desk.register.write(work, within=OneOrganisation(school_id))


def answer(desk: IssuingDesk, question_id: UUID, *, text: str, actor: Actor) -> None:
    """Answer what a school asked the actor's organisation; a second answer takes the place of the first.

    Raises:
        PermissionDeniedError: the actor works with no recipients here, or not any more.
        NotFoundError: nobody asked that.
    """
    require(actor, Action.DRAFT)

    def work(session: Session) -> None:
        require_still(session, actor, Action.DRAFT)
        row = question_to(session, question_id, leerbedrijf_id=actor.organisation_id)
        if row is None:
            raise NotFoundError
        row.answer, row.answered = text, desk.clock.now()

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def find_question(desk: IssuingDesk, question_id: UUID, *, actor: Actor) -> Question:
    """Find what a school asked the actor's organisation.

    Raises:
        PermissionDeniedError: the actor works with no recipients here.
        NotFoundError: nobody asked that.
    """
    require(actor, Action.DRAFT)
    asked = partial(question_to, question_id=question_id, leerbedrijf_id=actor.organisation_id)
    row = desk.register.read(asked, within=OneOrganisation(actor.organisation_id))
    if row is None:
        raise NotFoundError
    return _shown(desk, [row])[0]


def asked_of_us(desk: IssuingDesk, profiel_id: UUID, *, actor: Actor) -> tuple[Question, ...]:
    """List what a school asked about a werkplekprofiel of the actor's organisation.

    Raises:
        PermissionDeniedError: the actor works with no recipients here.
    """
    require(actor, Action.DRAFT)
    found = partial(questions_to, leerbedrijf_id=actor.organisation_id, profiel_id=profiel_id)
    return _shown(desk, desk.register.read(found, within=OneOrganisation(actor.organisation_id)))


def list_open_questions(desk: IssuingDesk, *, actor: Actor) -> tuple[OpenQuestion, ...]:
    """List what schools asked the actor's organisation and nobody answered, the oldest first.

    Raises:
        PermissionDeniedError: the actor works with no recipients here.
    """
    require(actor, Action.DRAFT)
    asked = partial(open_questions_to, leerbedrijf_id=actor.organisation_id)
    return tuple(
        OpenQuestion(
            id=question.id,
            school=find_organisation(desk, question.organisation_id).name,
            recipient_id=recipient.id,
            name=recipient.name,
            since=question.asked,
        )
        for question, recipient in desk.register.read(asked, within=OneOrganisation(actor.organisation_id))
    )


def asked_by_us(desk: IssuingDesk, badges: Collection[UUID], *, actor: Actor) -> tuple[Question, ...]:
    """List what the actor's school asked about badges.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
    """
    require(actor, Action.CONFIRM)
    found = partial(questions_by, school_id=actor.organisation_id, badges=badges)
    return _shown(desk, desk.register.read(found, within=OneOrganisation(actor.organisation_id)))


def _shown(desk: IssuingDesk, rows: Sequence[SchoolQuestion]) -> tuple[Question, ...]:
    return tuple(
        Question(
            id=row.id,
            profiel_id=row.profiel_id,
            badge_id=row.badge_id,
            school=find_organisation(desk, row.organisation_id).name,
            question=row.question,
            asked=dutch_day(row.asked),
            answer=row.answer,
            answered=dutch_day(row.answered) if row.answered else None,
        )
        for row in rows
    )


def _read(typed: str, *, field: str, nothing: FieldProblem) -> str:
    text = normalize(typed).strip()
    if not text:
        raise FormError([nothing])
    problems = text_problems(text, max_length=MOST)
    if problems:
        raise FormError([FieldProblem.of(each, field=field) for each in problems])
    return text
