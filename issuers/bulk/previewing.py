"""Say beforehand what becomes of each of many badges."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from badges.errors import LintError
from issuers.bulk.changing import WHOLE, Better, Change, better_of
from issuers.bulk.choosing import Chosen, list_chosen
from issuers.desk import IssuingDesk
from issuers.errors import (
    FieldProblem,
    FormError,
    HeldAlreadyError,
    IdempotencyConflictError,
    IssuersError,
    NotFoundError,
    ProfielError,
    RevocationError,
    UnknownBadgeklasseError,
    UnknownSkillError,
    UnknownWerkprocesError,
)
from issuers.people.permissions import Actor

OF_THE_BADGE: Final = (
    FormError,
    LintError,
    HeldAlreadyError,
    IdempotencyConflictError,
    NotFoundError,
    ProfielError,
    RevocationError,
    UnknownBadgeklasseError,
    UnknownSkillError,
    UnknownWerkprocesError,
)
"""What is wrong with one badge, and no reason to leave the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Previewed:
    """Show what a badge would say, or why it stays as it is."""

    chosen: Chosen
    better: Better | None
    problems: tuple[FieldProblem, ...]


def look_over(desk: IssuingDesk, bulk_id: UUID, change: Change, *, actor: Actor) -> list[Previewed]:
    """Say of each badge what it would say after the change; nothing happens.

    Raises:
        PermissionDeniedError: the actor may not do this.
        NotFoundError: the organisation does nothing of the kind.
    """
    return [_previewed(desk, each, change, actor=actor) for each in list_chosen(desk, bulk_id, actor=actor)]


def problems_of(problem: IssuersError | LintError) -> tuple[FieldProblem, ...]:
    """Say what is wrong with one badge."""
    if isinstance(problem, FormError):
        return problem.problems
    if isinstance(problem, LintError):
        return tuple(FieldProblem.of(each, field=WHOLE) for each in problem.problems)
    return (FieldProblem.of(problem, field=WHOLE),)


def _previewed(desk: IssuingDesk, chosen: Chosen, change: Change, *, actor: Actor) -> Previewed:
    try:
        if chosen.given.revoked_at:
            raise RevocationError
        better = better_of(desk, chosen.given, change, actor=actor)
    except OF_THE_BADGE as error:
        return Previewed(chosen=chosen, better=None, problems=problems_of(error))
    return Previewed(chosen=chosen, better=better, problems=())
