"""Sign what waits for nothing any more, with the key it was given with: a crash never makes two.

    claim (nobody stops it any more) -> the ordinary line of issuing -> say that it was given

Each stage commits before the next; what is left between two is found again, and comes to the same badge.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.errors import LintError
from issuers.audit.tables import AuditKind
from issuers.database.scopes import WHOLE_SERVICE, OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import (
    IdempotencyConflictError,
    IssuersError,
    KeyStoreError,
    NotFoundError,
    OrganisationEndedError,
    OrganisationStoppedError,
    PermissionDeniedError,
    ProfielError,
    RevocationError,
    SecondPersonError,
    UnknownBadgeklasseError,
    UnknownSkillError,
    UnknownWerkprocesError,
)
from issuers.evidence.choosing import without_stopped
from issuers.going import stopped_because
from issuers.holding.asking import JUDGEMENT, OCCASION, judgement_of, record
from issuers.holding.register import due_before, forget_stopped, lock_held
from issuers.holding.tables import Asks, Held, HeldState
from issuers.issuing.issuing import carry_out
from issuers.issuing.reserving import claim_for, reserve_claimed
from issuers.keys.managing import sealed_because
from issuers.organisations.tables import Organisation
from issuers.people.acting import current_actor
from issuers.people.permissions import Actor

KEPT: Final = timedelta(days=7)
"""So long who gave it can read what was stopped, and why."""

_NEVER: Final = (
    LintError,
    PermissionDeniedError,
    ProfielError,
    NotFoundError,
    OrganisationEndedError,
    RevocationError,
    IdempotencyConflictError,
    SecondPersonError,
    UnknownBadgeklasseError,
    UnknownWerkprocesError,
    UnknownSkillError,
)
"""What will not be otherwise tomorrow: it is said, and not tried again."""


def release_due(desk: IssuingDesk) -> None:
    """Sign everything that waits for nothing any more; what cannot be signed now comes again next time.

    What cannot be read (ValueError) is left, and holds up nothing that came after it.
    """
    now = desk.clock.now()
    ready = desk.register.read(partial(due_before, now=now), within=WHOLE_SERVICE)
    for held_id, organisation_id in ready:
        try:
            release(desk, held_id, organisation_id=organisation_id)
        except (IssuersError, ValueError):
            continue
    desk.register.write(partial(forget_stopped, before=now - KEPT), within=WHOLE_SERVICE)


def release(desk: IssuingDesk, held_id: UUID, *, organisation_id: str) -> None:
    """Sign it if it waits for nothing any more; else leave it as it is.

    Raises:
        NotFoundError: the organisation has nothing of the kind.
        IssuersError: it cannot be signed now.
    """
    within = OneOrganisation(organisation_id)
    claimed = desk.register.write(
        partial(
            _claim,
            held_id=held_id,
            organisation_id=organisation_id,
            desk=desk,
            sealed=sealed_because(desk),
        ),
        within=within,
    )
    if claimed is None:
        return
    row, actor = claimed
    try:
        badge_id = _issue(desk, row, actor=actor)
    except _NEVER as error:
        end: Callable[[Session], None] = partial(_fail, held_id=held_id, because=error.code, desk=desk)
    else:
        end = partial(_succeed, held_id=held_id, badge_id=badge_id, desk=desk)
    desk.register.write(end, within=within)


def _claim(
    session: Session, *, held_id: UUID, organisation_id: str, desk: IssuingDesk, sealed: KeyStoreError | None
) -> tuple[Held, Actor | None] | None:
    """Let nobody stop it any more, if it waits for nothing; read again what its giver may do now.

    Raises:
        OrganisationStoppedError, KeyStoreError: nothing can be signed for a while; until then it waits.
    """
    row = lock_held(session, held_id, organisation_id=organisation_id)
    is_ready = row.asks is Asks.NOBODY or row.confirmed is not None
    if row.state not in {HeldState.WAITING, HeldState.COMING} or not is_ready or row.due > desk.clock.now():
        return None
    if problem := _hindrance(session, organisation_id) or sealed:
        raise problem
    row.state = HeldState.COMING
    actor = current_actor(
        session,
        person_id=row.held_by,
        organisation_id=organisation_id,
        proof=row.proof,
        proved=row.proved,
    )
    return row, actor


def _hindrance(session: Session, organisation_id: str) -> OrganisationStoppedError | None:
    """Say why an organisation signs nothing for a while; one that ended never does."""
    stopped = stopped_because(session.get_one(Organisation, organisation_id))
    return None if isinstance(stopped, OrganisationEndedError) else stopped


def _issue(desk: IssuingDesk, row: Held, *, actor: Actor | None) -> UUID:
    """Issue it in the name of who gave it, by the ordinary line.

    Raises:
        PermissionDeniedError: he does not work here any more, or may not give badges.
        IssuersError, LintError: as `reserve` and `carry_out`.
    """
    if actor is None:
        raise PermissionDeniedError(action="issue")
    judgement, given = judgement_of(row), JUDGEMENT.validate_json(row.judgement)
    claim = claim_for(given, key=row.idempotency_key, occasion=OCCASION.validate_json(row.occasion))
    judgement = without_stopped(
        desk, judgement, profiel_id=row.profiel_id, organisation_id=row.organisation_id
    )
    reservation = reserve_claimed(desk, judgement, actor=actor, claim=claim)
    return carry_out(desk, judgement, reservation=reservation).id


def _succeed(session: Session, *, held_id: UUID, badge_id: UUID, desk: IssuingDesk) -> None:
    """Say that it was given; the badge says the rest."""
    row = session.get_one(Held, held_id, with_for_update=True)
    if row.state is not HeldState.COMING:
        return
    row.state, row.ended, row.badge_id = HeldState.GIVEN, desk.clock.now(), badge_id
    row.judgement = row.occasion = ""
    row.own_name = None
    record(session, row, kind=AuditKind.HELD_RELEASED, desk=desk, actor_id=row.held_by)


def _fail(session: Session, *, held_id: UUID, because: str, desk: IssuingDesk) -> None:
    """Say that it was not given, and why."""
    row = session.get_one(Held, held_id, with_for_update=True)
    if row.state is not HeldState.COMING:
        return
    row.state, row.ended, row.because = HeldState.NOT_GIVEN, desk.clock.now(), because
    record(session, row, kind=AuditKind.HELD_NOT_GIVEN, desk=desk, actor_id=None)
