"""Confirm as a second person: with a proof of just now, or with a code read from the screen of the first.

Four eyes are two people, each at his own device and signed in as himself. The code stands in for the fresh
proof: who can read it stands beside the first, and he is signed in on the phone on which he types it.
"""

import hashlib
import secrets
from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlmodel import Session

from issuers.audit.tables import AuditKind
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import (
    HeldCodeError,
    HeldEndedError,
    NotFoundError,
    SamePersonError,
    TooManyHeldCodesError,
)
from issuers.holding.asking import record
from issuers.holding.register import held_with_code, lock_held, tries_of
from issuers.holding.tables import Asks, Held, HeldState
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require, require_fresh

LETTERS: Final = "ACDEFHJKMNPRTVWXY3479"
"""No two of these look alike, in print or by hand."""

LENGTH: Final = 6
GOOD_FOR: Final = timedelta(minutes=10)
MOST_WRONG: Final = 5
LOCKED: Final = timedelta(minutes=10)


def show_code(desk: IssuingDesk, held_id: UUID, *, actor: Actor) -> str:
    """Make a code for the screen of who gave it; the one before confirms nothing any more.

    Raises:
        PermissionDeniedError: the actor may not issue, or not any more.
        NotFoundError: the organisation has nothing of the kind, or somebody else gave it.
        HeldEndedError: it waits for nobody.
    """
    require(actor, Action.ISSUE)
    code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))

    def work(session: Session) -> None:
        row = open_for_second(session, held_id, actor=actor)
        if row.held_by != actor.person_id:
            raise NotFoundError
        row.code = _hash(code, organisation_id=row.organisation_id)
        row.code_until = desk.clock.now() + GOOD_FOR

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))
    return code


def confirm(desk: IssuingDesk, held_id: UUID, *, actor: Actor) -> None:
    """Confirm what somebody else gave.

    Raises:
        PermissionDeniedError: the actor may not issue, or not any more.
        FreshProofNeededError: it was too long ago that he proved who he is.
        NotFoundError: the organisation has nothing of the kind.
        SamePersonError: he gave it himself.
        HeldEndedError: it waits for nobody.
    """
    require(actor, Action.ISSUE)
    require_fresh(actor, now=desk.clock.now())

    def work(session: Session) -> None:
        _confirm(session, open_for_second(session, held_id, actor=actor), desk=desk, actor=actor)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def confirm_all(desk: IssuingDesk, held_ids: Iterable[UUID], *, actor: Actor) -> None:
    """Confirm several that others gave, such as the rows of a roster; what waits for nobody is passed over.

    Raises:
        PermissionDeniedError: the actor may not issue, or not any more.
        FreshProofNeededError: it was too long ago that he proved who he is.
        NotFoundError: the organisation has one of them not.
        SamePersonError: he gave one of them himself.
    """
    require(actor, Action.ISSUE)
    require_fresh(actor, now=desk.clock.now())

    def work(session: Session) -> None:
        for held_id in held_ids:
            with suppress(HeldEndedError):
                _confirm(session, open_for_second(session, held_id, actor=actor), desk=desk, actor=actor)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def confirm_by_code(desk: IssuingDesk, typed: str, *, actor: Actor) -> UUID:
    """Confirm what somebody else gave by the code on his screen; give what it was.

    Raises:
        PermissionDeniedError: the actor may not issue, or not any more.
        HeldCodeError: nothing waits for this code, or too many were wrong; its kind says which.
        SamePersonError: he gave it himself.
    """
    require(actor, Action.ISSUE)

    def work(session: Session) -> UUID | HeldCodeError:
        require_still(session, actor, Action.ISSUE)
        return _try(session, typed, desk=desk, actor=actor)

    found = desk.register.write(work, within=OneOrganisation(actor.organisation_id))
    if isinstance(found, HeldCodeError):
        raise found
    return found


def open_for_second(session: Session, held_id: UUID, *, actor: Actor) -> Held:
    """Read what waits for a second person, if the actor may issue at this moment.

    Raises:
        HeldEndedError: it waits for nobody.
    """
    require_still(session, actor, Action.ISSUE)
    row = lock_held(session, held_id, organisation_id=actor.organisation_id)
    if row.state is not HeldState.WAITING or row.asks is not Asks.SECOND or row.confirmed:
        raise HeldEndedError
    return row


def _try(session: Session, typed: str, *, desk: IssuingDesk, actor: Actor) -> UUID | HeldCodeError:
    """Try one code and count it when it is wrong; give what is wrong, so that the count is kept."""
    organisation_id, now = actor.organisation_id, desk.clock.now()
    tries = tries_of(session, actor.person_id, organisation_id=organisation_id)
    if tries.locked_until and tries.locked_until > now:
        return TooManyHeldCodesError()
    code = _hash(typed, organisation_id=organisation_id)
    row = held_with_code(session, code, organisation_id=organisation_id, now=now)
    if row is None:
        tries.failures += 1
        if tries.failures >= MOST_WRONG:
            tries.failures, tries.locked_until = 0, now + LOCKED
        return HeldCodeError()
    _confirm(session, row, desk=desk, actor=actor)
    tries.failures, tries.locked_until = 0, None
    return row.id


def _confirm(session: Session, row: Held, *, desk: IssuingDesk, actor: Actor) -> None:
    if row.held_by == actor.person_id:
        raise SamePersonError
    row.confirmed, row.confirmed_by = desk.clock.now(), actor.person_id
    row.code = row.code_until = None
    record(session, row, kind=AuditKind.HELD_CONFIRMED, desk=desk, actor_id=actor.person_id)


def _hash(code: str, *, organisation_id: str) -> str:
    """Give what is kept of a code, however it was typed; it is good for minutes, so a plain hash will do."""
    written = "".join(each for each in code.upper() if each.isalnum())
    return hashlib.sha256(f"{organisation_id} {written}".encode()).hexdigest()
