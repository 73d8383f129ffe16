"""Give again what waited and was stopped: from its own words, and under its key, so that it is given once."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from sqlmodel import Session, col, select

from badges.judgement import Judgement
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.groups.giving import WAITS, LineState
from issuers.groups.tables import GroupLine
from issuers.holding.known import KnownHeld, find_held
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


@dataclass(frozen=True, slots=True)
class RowOfGroup:
    """Name the row of a roster that something was given for."""

    group_id: UUID
    place: int


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


def find_row(desk: IssuingDesk, known: KnownHeld, *, actor: Actor) -> RowOfGroup | None:
    """Find the row of a roster that something was given for; none, once that row or its roster is gone.

    Raises:
        PermissionDeniedError: the actor may not issue.
    """
    require(actor, Action.ISSUE)
    asked = partial(_row_with, key=known.key, organisation_id=actor.organisation_id)
    return desk.register.read(asked, within=OneOrganisation(actor.organisation_id))


def _row_with(session: Session, key: str, *, organisation_id: str) -> RowOfGroup | None:
    """Find the row with this key: rather the one that it was given for than one that asked for it again."""
    rows = select(GroupLine).where(
        GroupLine.organisation_id == organisation_id,
        GroupLine.key == key,
        col(GroupLine.state).in_(WAITS),
    )
    row = session.exec(rows.order_by(col(GroupLine.state) == LineState.AWAITED)).first()
    return RowOfGroup(row.group_id, row.place) if row else None
