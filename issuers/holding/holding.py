"""Give a badge, or let it wait where the organisation asks for that: nothing of it leaves before."""

from functools import partial

from sqlmodel import Session

from badges.badgeklasse import AnyJudgement
from issuers.audit.tables import AuditKind
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import HeldAlreadyError
from issuers.going import require_going
from issuers.holding.asking import ToHold, Waiting, came_of, record, require_fit_to_sign
from issuers.holding.register import forget_keys, held_with_key, waits_for
from issuers.issuing import badgebook
from issuers.issuing.issuing import IssuedBadge, carry_out
from issuers.issuing.reserving import Occasion, badge_to_replace, require_fit, reserve
from issuers.issuing.rules import find_rule, rule_in
from issuers.organisations.founding import find_organisation
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require


def give(
    desk: IssuingDesk,
    judgement: AnyJudgement,
    *,
    actor: Actor,
    idempotency_key: str,
    occasion: Occasion = None,
) -> IssuedBadge | Waiting:
    """Issue the badge of one judgement, or let it wait where the organisation asks for something first.

    Raises:
        HeldAlreadyError: something waits for this work already.
        IssuersError, LintError: as `reserve` and `carry_out`.
    """
    if not find_rule(desk, actor.organisation_id).lets_through:
        require(actor, Action.ISSUE)
        organisation = find_organisation(desk, actor.organisation_id)
        require_fit_to_sign(desk, judgement, organisation=organisation)
        asked = ToHold(judgement=judgement, actor=actor, key=idempotency_key, occasion=occasion)
        work = partial(_hold, asked=asked, desk=desk)
        return desk.register.write(work, within=OneOrganisation(actor.organisation_id))
    reservation = reserve(desk, judgement, actor=actor, idempotency_key=idempotency_key, occasion=occasion)
    return carry_out(desk, judgement, reservation=reservation)


def _hold(session: Session, *, asked: ToHold, desk: IssuingDesk) -> IssuedBadge | Waiting:
    """Find what came of this key, or let it wait; the actor's role is read again in this transaction.

    Raises:
        HeldAlreadyError: something waits for this work already.
        IdempotencyConflictError, IssuingInterruptedError: as `came_of`.
    """
    require_still(session, asked.actor, Action.ISSUE)
    organisation_id = asked.actor.organisation_id
    badge = badgebook.by_idempotency_key(session, organisation_id=organisation_id, idempotency_key=asked.key)
    before = held_with_key(session, asked.key, organisation_id=organisation_id)
    if found := came_of(asked, badge=badge, row=before):
        return found
    require_going(session, organisation_id)
    _require_free(session, asked)
    forget_keys(session, [asked.key], organisation_id=organisation_id)
    row = asked.row(rule_in(session, organisation_id), now=desk.clock.now())
    session.add(row)
    session.flush()
    record(session, row, kind=AuditKind.BADGE_HELD, desk=desk, actor_id=row.held_by)
    return Waiting(row.id)


def _require_free(session: Session, asked: ToHold) -> None:
    """Let pass what may take the place of the badge it replaces, and the one thing that waits for its work.

    Raises:
        HeldAlreadyError: something waits for this work already.
        IssuersError: as `reserve`, of the agreement and of the badge that is put right.
    """
    old = badge_to_replace(session, asked.occasion, actor=asked.actor, begun=None)
    if asked.profiel_id is None:
        return
    besides = [old] if old else []
    require_fit(session, asked.judgement, profiel_id=asked.profiel_id, actor=asked.actor, besides=besides)
    if asked.work and waits_for(
        session, asked.profiel_id, asked.work, organisation_id=asked.actor.organisation_id
    ):
        raise HeldAlreadyError
