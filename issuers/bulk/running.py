"""Begin to do the same to many badges, and go on in the background, whoever does it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from issuers import background
from issuers.background import Runner
from issuers.bulk.changing import Change
from issuers.bulk.choosing import find_bulk, require_still_all
from issuers.bulk.doing import do_some
from issuers.bulk.register import lock_bulk, stalled
from issuers.bulk.tables import BulkState, Deed
from issuers.database.scopes import WHOLE_SERVICE, OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.issuing.tables import RevocationReason
from issuers.people.permissions import Actor


def start_withdrawing(
    desk: IssuingDesk, bulk_id: UUID, reason: RevocationReason, *, actor: Actor, runner: Runner
) -> None:
    """Withdraw what was chosen; the first chunk at once, the rest in the background.

    Raises:
        PermissionDeniedError: the actor may not do this, or not any more.
        NotFoundError: the organisation chose nothing of the kind.
    """
    meant = _Meant(deed=Deed.WITHDRAW, because={"reason": reason.value})
    _start(desk, bulk_id, meant, actor=actor, runner=runner)


def start_correcting(
    desk: IssuingDesk, bulk_id: UUID, change: Change, *, actor: Actor, runner: Runner
) -> None:
    """Change the same in each badge that was chosen; the first chunk at once, the rest in the background.

    Raises:
        PermissionDeniedError: the actor may not do this, or not any more.
        NotFoundError: the organisation chose nothing of the kind.
    """
    meant = _Meant(deed=Deed.CORRECT, because=change.written())
    _start(desk, bulk_id, meant, actor=actor, runner=runner)


def go_on(desk: IssuingDesk, bulk_id: UUID, *, actor: Actor, runner: Runner) -> None:
    """Go on with what stopped, in the name of the actor.

    Raises:
        PermissionDeniedError: the actor may not do this, or not any more.
        NotFoundError: the organisation does nothing of the kind.
    """
    known = find_bulk(desk, bulk_id, actor=actor)
    if known.state is BulkState.STOPPED:
        _start(desk, bulk_id, _Meant(deed=known.deed, because=known.because), actor=actor, runner=runner)


def take_up(desk: IssuingDesk, *, runner: Runner) -> int:
    """Begin again with what nothing was heard of; tell how many."""
    return background.take_up(desk, runner=runner, silent=stalled)


def is_any_doing(desk: IssuingDesk) -> bool:
    """Tell whether anything of the kind is under way, by whomever."""
    now = desk.clock.now()
    return desk.register.read(lambda session: bool(stalled(session, now)), within=WHOLE_SERVICE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meant:
    """Hold what is meant to be done, and why."""

    deed: Deed
    because: Mapping[str, str]


def _start(desk: IssuingDesk, bulk_id: UUID, meant: _Meant, *, actor: Actor, runner: Runner) -> None:
    """Begin, in the name of the actor; what began before goes on where it was."""

    def work(session: Session) -> int | None:
        require_still_all(session, actor, deed=meant.deed)
        row = lock_bulk(session, bulk_id, organisation_id=actor.organisation_id)
        if row.deed is not meant.deed:
            raise NotFoundError
        if row.state not in {BulkState.CHOSEN, BulkState.STOPPED}:
            return None
        if row.state is BulkState.CHOSEN:
            row.because = json.dumps(meant.because)
        row.state, row.stopped = BulkState.RUNNING, None
        row.attempt, row.touched = row.attempt + 1, desk.clock.now()
        row.made_by, row.proof, row.proved = actor.person_id, actor.proof, actor.proved
        return row.attempt

    attempt = desk.register.write(work, within=OneOrganisation(actor.organisation_id))
    if attempt and do_some(desk, bulk_id, organisation_id=actor.organisation_id):
        runner.start(bulk_id, organisation_id=actor.organisation_id, attempt=attempt)
