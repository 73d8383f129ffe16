"""Give again what waited and was stopped: from its own words, and under its key, so that it is given once."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from badges.judgement import Judgement
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.holding.known import find_held
from issuers.holding.register import forget_stopped_with
from issuers.issuing.judging import TypedJudgement, typed_as
from issuers.issuing.replacing import Correction
from issuers.people.permissions import Action, Actor, require


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """Hold what the form begins with."""

    typed: TypedJudgement
    key: str
    profiel_id: UUID | None
    corrects: Correction | None


def begin_again(desk: IssuingDesk, held_id: UUID, *, work: tuple[str, str], actor: Actor) -> Begun:
    """Begin with what was given for this work, waited and was stopped.

    Raises:
        PermissionDeniedError: the actor may not issue.
        NotFoundError: nothing of the kind was stopped, or it is a row of a roster: that is put right there.
    """
    known = find_held(desk, held_id, actor=actor)
    if not isinstance(known.judgement, Judgement) or not known.can_come_again or known.is_of_roster:
        raise NotFoundError
    if work != (known.judgement.werkproces.crebo, known.judgement.werkproces.code):
        raise NotFoundError
    return Begun(
        typed=typed_as(known.judgement),
        key=known.key,
        profiel_id=known.profiel_id,
        corrects=known.corrects,
    )


def forget_given_again(desk: IssuingDesk, key: str, *, actor: Actor) -> None:
    """Keep nothing any more of what was stopped, once a badge was given under its key without waiting.

    Raises:
        PermissionDeniedError: the actor may not issue.
    """
    require(actor, Action.ISSUE)
    work = partial(forget_stopped_with, key=key, organisation_id=actor.organisation_id)
    desk.register.write(work, within=OneOrganisation(actor.organisation_id))
