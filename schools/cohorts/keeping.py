"""Make a group of people with a target, change it, put people into it, and take it away again."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.texts import normalize, text_problems
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, NotFoundError
from issuers.identifiers import uuid7
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require
from schools.cohorts import register
from schools.cohorts.tables import Cohort, CohortMember
from schools.errors import TargetUnknownError
from schools.importing.candidates import require_candidate
from schools.mapping import find_target

MOST_OF_A_NAME: Final = 60
NO_NAME: Final = FieldProblem(
    "naam", "missing", "Geef de groep een naam, zoals: Kok 2026.", "Give the group a name, such as: Kok 2026."
)
NAME_TAKEN: Final = FieldProblem(
    "naam",
    "taken",
    "Er is al een groep met deze naam. Kies een andere naam.",
    "There is a group of this name already. Choose another name.",
)
NO_TARGET: Final = FieldProblem(
    "doel", "missing", "Kies waar je bij deze groep naar kijkt.", "Choose what you look at for this group."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedCohort:
    """Hold a group as it was typed."""

    naam: str = ""
    doel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownCohort:
    """Show a group, and how many people are in it."""

    id: UUID
    name: str
    target: str
    members: int = 0


def make_cohort(desk: IssuingDesk, typed: TypedCohort, *, actor: Actor) -> UUID:
    """Make a group.

    Raises:
        PermissionDeniedError: the actor confirms nothing here, or not any more.
        FormError: there is no name or no target, the name is taken, or it holds what may not stand there.
    """
    require(actor, Action.CONFIRM)
    name, target = _read(desk, typed)
    now = desk.clock.now()
    cohort_id = uuid7(now)

    def work(session: Session) -> None:
        require_still(session, actor, Action.CONFIRM)
        _require_free(session, name, beside=None, actor=actor)
        session.add(
            Cohort(
                id=cohort_id,
                organisation_id=actor.organisation_id,
                name=name,
                folded_name=name.casefold(),
                target=target,
                made=now,
                made_by=actor.person_id,
            )
        )

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))
    return cohort_id


def change_cohort(desk: IssuingDesk, cohort_id: UUID, typed: TypedCohort, *, actor: Actor) -> None:
    """Give a group another name, or another target.

    Raises:
        PermissionDeniedError: the actor confirms nothing here, or not any more.
        NotFoundError: this school has no such group.
        FormError: as where it is made.
    """
    require(actor, Action.CONFIRM)
    name, target = _read(desk, typed)

    def work(session: Session) -> None:
        require_still(session, actor, Action.CONFIRM)
        row = require_cohort(session, cohort_id, actor=actor)
        _require_free(session, name, beside=cohort_id, actor=actor)
        row.name, row.folded_name, row.target = name, name.casefold(), target

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def remove_cohort(desk: IssuingDesk, cohort_id: UUID, *, actor: Actor) -> None:
    """Take a group away; who was in it stays.

    Raises:
        PermissionDeniedError: the actor confirms nothing here, or not any more.
        NotFoundError: this school has no such group.
    """
    require(actor, Action.CONFIRM)

    def work(session: Session) -> None:
        require_still(session, actor, Action.CONFIRM)
        session.delete(require_cohort(session, cohort_id, actor=actor))

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def list_cohorts(desk: IssuingDesk, *, actor: Actor) -> tuple[KnownCohort, ...]:
    """List the groups of a school by their name.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
    """
    require(actor, Action.CONFIRM)
    asked = partial(register.cohorts_of, organisation_id=actor.organisation_id)
    return desk.register.read(
        lambda session: tuple(known(row, members=members) for row, members in asked(session)),
        within=OneOrganisation(actor.organisation_id),
    )


def find_cohort(desk: IssuingDesk, cohort_id: UUID, *, actor: Actor) -> KnownCohort:
    """Find one of them.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
        NotFoundError: this school has no such group.
    """
    found = next((each for each in list_cohorts(desk, actor=actor) if each.id == cohort_id), None)
    if found is None:
        raise NotFoundError
    return found


def cohorts_of(desk: IssuingDesk, candidate_id: UUID, *, actor: Actor) -> frozenset[UUID]:
    """Name the groups that somebody is in.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
    """
    require(actor, Action.CONFIRM)
    asked = partial(register.memberships, candidates=[candidate_id], organisation_id=actor.organisation_id)
    return desk.register.read(
        lambda session: frozenset(cohort_id for _, cohort_id in asked(session)),
        within=OneOrganisation(actor.organisation_id),
    )


def choose_cohorts(desk: IssuingDesk, candidate_id: UUID, chosen: AbstractSet[UUID], *, actor: Actor) -> None:
    """Put somebody into these groups, and into no other.

    Raises:
        PermissionDeniedError: the actor confirms nothing here, or not any more.
        NotFoundError: this school has no such candidate, or no such group.
    """
    require(actor, Action.CONFIRM)

    def work(session: Session) -> None:
        require_still(session, actor, Action.CONFIRM)
        require_candidate(session, candidate_id, actor=actor)
        for cohort_id in chosen:
            require_cohort(session, cohort_id, actor=actor)
        organisation_id = actor.organisation_id
        rows = register.memberships(session, candidates=[candidate_id], organisation_id=organisation_id)
        there = {cohort_id for _, cohort_id in rows}
        register.leave(session, candidate_id, cohorts=there - chosen, organisation_id=organisation_id)
        join(session, [candidate_id], cohorts=chosen - there, actor=actor)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def join(session: Session, candidates: Sequence[UUID], *, cohorts: AbstractSet[UUID], actor: Actor) -> None:
    """Put people into groups of which they are not in any yet."""
    organisation_id = actor.organisation_id
    session.add_all(
        CohortMember(cohort_id=cohort_id, candidate_id=candidate_id, organisation_id=organisation_id)
        for cohort_id in cohorts
        for candidate_id in candidates
    )


def require_cohort(session: Session, cohort_id: UUID, *, actor: Actor) -> Cohort:
    """Read a group of the school for which somebody acts.

    Raises:
        NotFoundError: this school has no such group.
    """
    row = register.cohort_of(session, cohort_id, organisation_id=actor.organisation_id)
    if row is None:
        raise NotFoundError
    return row


def known(row: Cohort, *, members: int = 0) -> KnownCohort:
    """Show a row."""
    return KnownCohort(id=row.id, name=row.name, target=row.target, members=members)


def _read(desk: IssuingDesk, typed: TypedCohort) -> tuple[str, str]:
    """Read a name and a target.

    Raises:
        FormError: with everything that is wrong.
    """
    name = " ".join(normalize(typed.naam).split())
    found = text_problems(name, max_length=MOST_OF_A_NAME)
    problems = [FieldProblem.of(each, field="naam") for each in found] if name else [NO_NAME]
    target = ""
    try:
        target = find_target(typed.doel, catalogue=desk.catalogue).code
    except TargetUnknownError:
        problems.append(NO_TARGET)
    if problems:
        raise FormError(problems)
    return name, target


def _require_free(session: Session, name: str, *, beside: UUID | None, actor: Actor) -> None:
    there = register.cohort_called(session, name.casefold(), organisation_id=actor.organisation_id)
    if there is not None and there.id != beside:
        raise FormError([NAME_TAKEN])
