"""Stop what waits: by who gave it, or by its recipient or a second person who reads that it is not right."""

from functools import partial
from uuid import UUID

from sqlmodel import Session

from issuers.audit.tables import AuditKind
from issuers.database.scopes import OneOrganisation, Public
from issuers.desk import IssuingDesk
from issuers.errors import HeldEndedError, NotFoundError, SamePersonError
from issuers.holding.asking import record
from issuers.holding.confirming import open_for_second
from issuers.holding.register import held_with_token, lock_held
from issuers.holding.tables import BY_SECOND, Held, HeldState
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require


def take_back(desk: IssuingDesk, held_id: UUID, *, actor: Actor) -> None:
    """Take back what one gave, or a colleague did, while it waits.

    Raises:
        PermissionDeniedError: the actor may not issue, or not any more.
        NotFoundError: the organisation has nothing of the kind.
        HeldEndedError: it does not wait any more.
    """
    require(actor, Action.ISSUE)

    def work(session: Session) -> None:
        require_still(session, actor, Action.ISSUE)
        row = lock_held(session, held_id, organisation_id=actor.organisation_id)
        take_back_within(session, row, desk=desk, actor=actor)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def take_back_within(session: Session, row: Held, *, desk: IssuingDesk, actor: Actor) -> None:
    """Take back what waits, in the transaction of who locked it.

    Raises:
        HeldEndedError: it does not wait any more.
    """
    _stop(row, HeldState.TAKEN_BACK, desk=desk)
    row.stopped_by = actor.person_id
    record(session, row, kind=AuditKind.HELD_TAKEN_BACK, desk=desk, actor_id=actor.person_id)


def object_to_held(desk: IssuingDesk, token: str, *, because: str) -> None:
    """Say as the recipient that it is not right; it is not signed, and who gave it reads why.

    Raises:
        NotFoundError: the token opens nothing (any more).
        HeldEndedError: it does not wait any more.
    """
    found = desk.register.read(partial(held_with_token, token=token), within=Public(holding=token))
    if found is None:
        raise NotFoundError

    def work(session: Session) -> None:
        row = lock_held(session, found.id, organisation_id=found.organisation_id)
        _stop(row, HeldState.OBJECTED, desk=desk)
        row.objection = because
        record(session, row, kind=AuditKind.HELD_OBJECTED, desk=desk, actor_id=None)

    desk.register.write(work, within=OneOrganisation(found.organisation_id))


def refuse(desk: IssuingDesk, held_id: UUID, *, actor: Actor, because: str) -> None:
    """Say as the second person that it is not right; it is not signed, and who gave it reads why.

    Raises:
        PermissionDeniedError: the actor may not issue, or not any more.
        NotFoundError: the organisation has nothing of the kind.
        SamePersonError: he gave it himself.
        HeldEndedError: it waits for nobody.
    """
    require(actor, Action.ISSUE)

    def work(session: Session) -> None:
        row = open_for_second(session, held_id, actor=actor)
        if row.held_by == actor.person_id:
            raise SamePersonError
        _stop(row, HeldState.OBJECTED, desk=desk)
        row.objection, row.because, row.stopped_by = because, BY_SECOND, actor.person_id
        record(session, row, kind=AuditKind.HELD_OBJECTED, desk=desk, actor_id=actor.person_id)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def _stop(row: Held, state: HeldState, *, desk: IssuingDesk) -> None:
    """Bring it to an end at which nothing is signed.

    Raises:
        HeldEndedError: it does not wait any more.
    """
    if row.state is not HeldState.WAITING:
        raise HeldEndedError
    row.state, row.ended, row.code, row.code_until = state, desk.clock.now(), None, None
