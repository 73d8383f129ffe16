"""Do the same to the next of many badges: a chunk, which may be done twice and comes to the same.

What was done stands with the lines. A better badge has a key of its own, made of what is done and the badge
whose place it takes, so that a chunk that was begun before is found again, and no badge is replaced twice.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from issuers.bulk.changing import WHOLE, Change, better_of
from issuers.bulk.previewing import OF_THE_BADGE, problems_of
from issuers.bulk.register import bulk_of, lines_of, lock_bulk
from issuers.bulk.tables import Bulk, BulkLine, BulkState, Deed, LineState
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, IssuersError, PermissionDeniedError, RegisterBusyError
from issuers.groups.lines import written_problems
from issuers.holding.holding import give
from issuers.issuing import badgebook
from issuers.issuing.correcting import find_correctable
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.revoking import withdraw_each
from issuers.issuing.tables import RevocationReason
from issuers.people.acting import current_actor
from issuers.people.permissions import Actor

AT_ONCE: Final[Mapping[Deed, int]] = {Deed.WITHDRAW: 100, Deed.CORRECT: 20}
"""So many are done in one chunk: withdrawing is one transaction, a better badge takes some of its own."""


def do_some(desk: IssuingDesk, bulk_id: UUID, *, organisation_id: str) -> bool:
    """Do the next chunk; tell whether there is more to do.

    What stops the whole (a role that ended, an organisation that stopped) is written down.

    Raises:
        NotFoundError: there is nothing of the kind (any more).
        RegisterBusyError: others wrote for too long; nothing was done.
    """
    within = OneOrganisation(organisation_id)
    read = partial(_next, bulk_id=bulk_id, organisation_id=organisation_id)
    bulk, lines, actor = desk.register.read(read, within=within)
    if bulk.state is not BulkState.RUNNING:
        return False
    try:
        if actor is None:
            raise PermissionDeniedError(action="revoke")
        if bulk.deed is Deed.WITHDRAW:
            return _withdraw(desk, bulk, actor=actor)
        return _correct(desk, bulk, lines, actor=actor)
    except RegisterBusyError:
        raise
    except IssuersError as problem:
        stop = partial(_stop, bulk_id=bulk_id, organisation_id=organisation_id, problem=problem, desk=desk)
        desk.register.write(stop, within=within)
        return False


def _next(
    session: Session, *, bulk_id: UUID, organisation_id: str
) -> tuple[Bulk, Sequence[BulkLine], Actor | None]:
    """Read what is to be done now, and in whose name, as he may now."""
    bulk = bulk_of(session, bulk_id, organisation_id=organisation_id)
    lines = lines_of(session, bulk_id, states=[LineState.OPEN], limit=AT_ONCE[bulk.deed])
    actor = current_actor(
        session,
        person_id=bulk.made_by,
        organisation_id=organisation_id,
        proof=bulk.proof,
        proved=bulk.proved,
    )
    return bulk, lines, actor


def key_of(bulk_id: UUID, badge_id: UUID) -> str:
    """Give the key of the better badge: the same each time."""
    return f"samen {bulk_id} {badge_id}"


def _withdraw(desk: IssuingDesk, bulk: Bulk, *, actor: Actor) -> bool:
    """Withdraw them, and write that down, in one transaction."""
    reason = RevocationReason(json.loads(bulk.because)["reason"])

    def work(session: Session) -> bool:
        lock_bulk(session, bulk.id, organisation_id=bulk.organisation_id)
        open_still = lines_of(session, bulk.id, states=[LineState.OPEN], limit=AT_ONCE[Deed.WITHDRAW])
        ids = [each.badge_id for each in open_still]
        outcomes = withdraw_each(session, badge_ids=ids, desk=desk, actor=actor, reason=reason)
        results = {
            each.badge_id: _Result(LineState.REFUSED, problems=problems_of(each.problem))
            if each.problem
            else _Result(LineState.DONE)
            for each in outcomes
        }
        return _write_down(session, bulk.id, results, organisation_id=bulk.organisation_id, desk=desk)

    return desk.register.write(work, within=OneOrganisation(bulk.organisation_id))


def _correct(desk: IssuingDesk, bulk: Bulk, lines: Sequence[BulkLine], *, actor: Actor) -> bool:
    """Put them right, one after the other, and write down what came of each."""
    change = Change.read_back(json.loads(bulk.because))
    results = {
        each.badge_id: _put_right(desk, each.badge_id, change, bulk_id=bulk.id, actor=actor) for each in lines
    }
    work = partial(
        _write_down, bulk_id=bulk.id, results=results, organisation_id=bulk.organisation_id, desk=desk
    )
    return desk.register.write(work, within=OneOrganisation(bulk.organisation_id))


@dataclass(frozen=True, slots=True)
class _Result:
    """Hold what came of a badge."""

    state: LineState
    better_id: UUID | None = None
    problems: tuple[FieldProblem, ...] = ()


def _put_right(desk: IssuingDesk, badge_id: UUID, change: Change, *, bulk_id: UUID, actor: Actor) -> _Result:
    """Let a better badge take the place of one, or find the one that did so when this was begun before."""
    key = key_of(bulk_id, badge_id)
    before = desk.register.read(
        partial(badgebook.by_idempotency_key, organisation_id=actor.organisation_id, idempotency_key=key),
        within=OneOrganisation(actor.organisation_id),
    )
    if before is not None and before.raw is not None:
        return _Result(LineState.DONE, better_id=before.id)
    try:
        given = find_correctable(desk, badge_id, actor=actor)
        better = better_of(desk, given, change, actor=actor)
        outcome = give(desk, better.judgement, actor=actor, idempotency_key=key, occasion=better.correction)
    except OF_THE_BADGE as error:
        return _Result(LineState.REFUSED, problems=problems_of(error))
    if isinstance(outcome, IssuedBadge):
        return _Result(LineState.DONE, better_id=outcome.id)
    return _Result(LineState.HELD)


def _write_down(
    session: Session,
    bulk_id: UUID,
    results: Mapping[UUID, _Result],
    *,
    organisation_id: str,
    desk: IssuingDesk,
) -> bool:
    """Keep what came of each badge; tell whether any is open still, else it is done."""
    bulk = lock_bulk(session, bulk_id, organisation_id=organisation_id)
    bulk.touched = desk.clock.now()
    for row in lines_of(session, bulk_id, states=[LineState.OPEN]):
        if row.badge_id in results:
            result = results[row.badge_id]
            row.state, row.better_id = result.state, result.better_id
            row.problems = written_problems(result.problems)
    session.flush()
    is_more = bool(lines_of(session, bulk_id, states=[LineState.OPEN], limit=1))
    if bulk.state is BulkState.RUNNING and not is_more:
        bulk.state = BulkState.DONE
    return is_more


def _stop(
    session: Session, *, bulk_id: UUID, organisation_id: str, problem: IssuersError, desk: IssuingDesk
) -> None:
    """Write down why no more can be done; what was done stays done."""
    bulk = lock_bulk(session, bulk_id, organisation_id=organisation_id)
    if bulk.state is BulkState.RUNNING:
        bulk.state, bulk.touched = BulkState.STOPPED, desk.clock.now()
        bulk.stopped = written_problems([FieldProblem.of(problem, field=WHOLE)])
