"""Issue a badge, one stage after the other; each is on the disk before the next begins.

    require -> reserve -> compose, lint -> intend, audit -> sign [key] -> check -> record, audit

A crash leaves a gap that `recovery` finishes byte-equal or marks: never a signature that nobody knows,
never two.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Protocol
from uuid import UUID

from badges.badgeklasse import AnyJudgement
from badges.errors import LintError
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.issuing.badgebook import Reservation
from issuers.issuing.drafting import draft
from issuers.issuing.finishing import Stage, Watch, finish, give_up, intend
from issuers.issuing.reserving import reserve
from issuers.issuing.tables import PUBLISHED, AnyBadge, Badge
from issuers.people.permissions import Actor
from issuers.preparing import Drafted, read_intent


class Drafting(Protocol):
    """Make of a reservation the exact bytes that are to be signed."""

    def __call__(self, *, reservation: Reservation) -> Drafted:
        """Compose and lint them.

        Raises:
            LintError: we refuse to sign this; it says why.
        """
        ...


@dataclass(frozen=True, slots=True)
class IssuedBadge:
    """Hold a badge that left the service: its address, its id, its exact bytes."""

    id: UUID
    organisation_id: str
    token: str
    credential_id: str
    raw: bytes
    issued_at: datetime


def issue(
    desk: IssuingDesk,
    judgement: AnyJudgement,
    *,
    actor: Actor,
    idempotency_key: str,
    watch: Watch = lambda _stage: None,
) -> IssuedBadge:
    """Issue the badge of one judgement; asked again with the same key, give the same badge.

    `watch` is told each stage that is done, for progress.

    Raises:
        PermissionDeniedError: the actor may not issue.
        UnknownWerkprocesError: the catalogue does not have the werkproces.
        UnknownSkillError: the catalogue does not have one of the skills.
        UnknownBadgeklasseError: the organisation did not publish the badgeklasse in these words.
        IdempotencyConflictError: the key was used before for something else.
        LintError: we refuse to sign this; nothing was signed, and the key may be used again.
        IssuersError: it could not be done now; nothing left, or the next attempt gives the badge.
    """
    reservation = reserve(desk, judgement, actor=actor, idempotency_key=idempotency_key)
    return carry_out(desk, judgement, reservation=reservation, watch=watch)


def carry_out(
    desk: IssuingDesk,
    judgement: AnyJudgement,
    *,
    reservation: Reservation,
    watch: Watch = lambda _stage: None,
) -> IssuedBadge:
    """Do all that comes after the reservation of the badge of a judgement.

    Raises:
        IssuersError, LintError: as `issue`.
    """
    return run_line(desk, partial(draft, desk, judgement), reservation=reservation, watch=watch)


def run_line(
    desk: IssuingDesk,
    drafting: Drafting,
    *,
    reservation: Reservation,
    watch: Watch = lambda _stage: None,
) -> IssuedBadge:
    """Do all that comes after the reservation, of whatever kind; `drafting` makes the bytes to be signed.

    Raises:
        LintError: we refuse to sign this; nothing was signed.
        IssuersError: it could not be done now; nothing left, or the next attempt gives it.
    """
    watch(Stage.RESERVED)
    if reservation.badge.raw is not None:
        return issued(reservation.badge)
    drafted = _draft(desk, drafting, reservation=reservation)
    watch(Stage.DRAFTED)
    badge = intend(desk, reservation, draft=drafted.draft)
    watch(Stage.INTENDED)
    if badge.raw is not None:
        return issued(badge)
    return issued(finish(desk, reservation, drafted=_intended(badge, drafted=drafted), watch=watch))


def issued(badge: AnyBadge) -> IssuedBadge:
    """Show a badge of the register as what left the service.

    Raises:
        NotFoundError: it never did.
    """
    if badge.raw is None or badge.state not in PUBLISHED:
        raise NotFoundError
    return signed_as(badge, badge.raw)


def signed_as(badge: AnyBadge, raw: bytes) -> IssuedBadge:
    """Show a badge with the bytes that were signed as it, whatever the row in hand says of them."""
    return IssuedBadge(
        id=badge.id,
        organisation_id=badge.organisation_id,
        token=badge.token,
        credential_id=badge.credential_id,
        raw=raw,
        issued_at=badge.reserved_at,
    )


def _draft(desk: IssuingDesk, drafting: Drafting, *, reservation: Reservation) -> Drafted:
    """Draft it; what may not be signed is marked so, and its place is never used again."""
    try:
        return drafting(reservation=reservation)
    except LintError:
        give_up(desk, reservation, because="lint")
        raise


def _intended(badge: Badge, *, drafted: Drafted) -> Drafted:
    """Give what is stored to be signed: ours, unless a double click (or an older draft) was first."""
    if badge.intent is None or badge.intent == drafted.draft.dumps():
        return drafted
    return read_intent(badge.intent)
