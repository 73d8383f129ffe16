"""Let a recipient who was not there when it was given say how his name reads, before it is signed."""

from functools import partial

from sqlmodel import Session

from issuers.audit.tables import AuditKind
from issuers.database.scopes import OneOrganisation, Public
from issuers.desk import IssuingDesk
from issuers.errors import HeldEndedError, NotFoundError
from issuers.holding.asking import judgement_of, record
from issuers.holding.register import held_with_token, lock_held
from issuers.holding.tables import Held, HeldState


def choose_name(desk: IssuingDesk, token: str, *, name: str) -> None:
    """Say as the recipient that it is right, under this name; empty is without a name.

    Who confirmed it as second person, confirmed the name that stood there: another is confirmed anew.

    Raises:
        NotFoundError: the token opens nothing (any more).
        HeldEndedError: it does not wait any more, or its name is chosen elsewhere.
    """
    found = desk.register.read(partial(held_with_token, token=token), within=Public(holding=token))
    if found is None:
        raise NotFoundError
    work = partial(_choose, found=found, name=name or None, desk=desk)
    desk.register.write(work, within=OneOrganisation(found.organisation_id))


def _choose(session: Session, *, found: Held, name: str | None, desk: IssuingDesk) -> None:
    row = lock_held(session, found.id, organisation_id=found.organisation_id)
    if row.state is not HeldState.WAITING or row.reads_until is None or row.profiel_id is not None:
        raise HeldEndedError
    was = judgement_of(row).name
    if row.named and was == name:
        return
    if was != name:
        row.confirmed = row.confirmed_by = None
    row.named, row.own_name = desk.clock.now(), name
    record(session, row, kind=AuditKind.HELD_NAMED, desk=desk, actor_id=None)
