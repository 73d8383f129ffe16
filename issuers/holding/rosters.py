"""Let the rows of a roster wait, a chunk at a time: the recipients are not there, and get time to read."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from sqlmodel import Session

from badges.errors import LintError
from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import (
    HeldAlreadyError,
    IdempotencyConflictError,
    IssuersError,
    IssuingInterruptedError,
    NotFoundError,
    ProfielError,
)
from issuers.going import require_going
from issuers.holding.asking import Problem, ToHold, Waiting, came_of, event_of, require_fit_to_sign
from issuers.holding.register import forget_keys, held_with_keys, waits_for
from issuers.holding.tables import Held
from issuers.issuing import badgebook
from issuers.issuing.chunk_stages import Asked, Note
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.reserving import require_fit
from issuers.issuing.rules import rule_in
from issuers.organisations.founding import find_organisation
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require

_OF_ONE_ROW: Final = (
    HeldAlreadyError,
    IdempotencyConflictError,
    IssuingInterruptedError,
    NotFoundError,
    ProfielError,
)
"""What is wrong with one row, and no reason to leave the others."""


def hold_all(
    desk: IssuingDesk,
    asked: Sequence[Asked],
    *,
    actor: Actor,
    note: Note = lambda _session, _held: None,
) -> Sequence[IssuedBadge | Waiting | Problem]:
    """Let rows of a roster wait, each with its key.

    Gives what came of each, in the same order: it waits, it was given before, or why neither. `note` is told
    what waits from now on, in that transaction.

    Raises:
        PermissionDeniedError: the actor may not issue, or not any more.
        OrganisationStoppedError: the organisation gives no badges now.
    """
    require(actor, Action.ISSUE)
    came = _refused(desk, asked, actor=actor)
    rows = {
        place: ToHold(
            judgement=each.judgement, actor=actor, key=each.key, occasion=each.agreed, row_of_roster=each
        )
        for place, each in enumerate(asked)
        if place not in came
    }
    work = partial(_hold_all, rows=rows, desk=desk, actor=actor, note=note)
    came |= desk.register.write(work, within=OneOrganisation(actor.organisation_id))
    return [came[place] for place in range(len(asked))]


def _refused(
    desk: IssuingDesk, asked: Sequence[Asked], *, actor: Actor
) -> dict[int, IssuedBadge | Waiting | Problem]:
    """Hear now, by its place, what would be refused after it waited."""
    organisation = find_organisation(desk, actor.organisation_id)
    refused: dict[int, IssuedBadge | Waiting | Problem] = {}
    for place, each in enumerate(asked):
        try:
            require_fit_to_sign(desk, each.judgement, organisation=organisation)
        except (IssuersError, LintError) as error:
            refused[place] = error
    return refused


def _hold_all(
    session: Session, *, rows: Mapping[int, ToHold], desk: IssuingDesk, actor: Actor, note: Note
) -> Mapping[int, IssuedBadge | Waiting | Problem]:
    """Find what came of these keys before, and let the others wait; so many statements as for one."""
    require_still(session, actor, Action.ISSUE)
    keys = {each.key for each in rows.values()}
    badges = badgebook.by_idempotency_keys(
        session, organisation_id=actor.organisation_id, idempotency_keys=keys
    )
    held = held_with_keys(session, keys, organisation_id=actor.organisation_id)
    rule, now = rule_in(session, actor.organisation_id), desk.clock.now()
    came: dict[int, IssuedBadge | Waiting | Problem] = {}
    new: list[Held] = []
    for place, asked in rows.items():
        try:
            found = came_of(asked, badge=badges.get(asked.key), row=held.get(asked.key))
            if found is None:
                _require_agreed(session, asked, new=new)
        except _OF_ONE_ROW as error:
            came[place] = error
            continue
        if found is None:
            new.append(asked.row(rule, now=now))
            held[asked.key] = new[-1]
        came[place] = found or Waiting(new[-1].id)
    _keep(session, new, desk=desk, actor=actor)
    note(session, {each.idempotency_key: each.id for each in new})
    return came


def _require_agreed(session: Session, asked: ToHold, *, new: Sequence[Held]) -> None:
    """Hold a row to what was agreed with the learner, if it is for that; `new` waits from now on.

    Raises:
        ProfielError, NotFoundError: as `require_fit`.
        HeldAlreadyError: something waits for this work already.
    """
    if asked.profiel_id is None or asked.work is None:
        return
    require_fit(session, asked.judgement, profiel_id=asked.profiel_id, actor=asked.actor, besides=[])
    waits = waits_for(session, asked.profiel_id, asked.work, organisation_id=asked.actor.organisation_id)
    if waits or (asked.profiel_id, asked.work) in {(each.profiel_id, each.work) for each in new}:
        raise HeldAlreadyError


def _keep(session: Session, new: Sequence[Held], *, desk: IssuingDesk, actor: Actor) -> None:
    """Write down what waits from now on, in the place of what was stopped.

    Raises:
        OrganisationStoppedError: the organisation gives no badges now.
    """
    if not new:
        return
    require_going(session, actor.organisation_id)
    forget_keys(session, {each.idempotency_key for each in new}, organisation_id=actor.organisation_id)
    session.add_all(new)
    session.flush()
    events = [event_of(each, kind=AuditKind.BADGE_HELD, desk=desk, actor_id=each.held_by) for each in new]
    chain.append_all(session, events)
