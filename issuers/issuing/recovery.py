"""Finish what a crash left half done: byte-equal where the bytes to sign were stored, else marked."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Final
from uuid import UUID

from badges.errors import JsonLdError, ProofMalformedError
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import (
    IssuersError,
    IssuingInterruptedError,
    NoActiveKeyError,
    RevocationError,
    SelfCheckError,
)
from issuers.issuing import badgebook
from issuers.issuing.finishing import finish, give_up
from issuers.preparing import read_intent

PATIENCE: Final = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Recovered:
    """Count what recovery did; what is stuck, for want of a key or a clock, is tried again next time."""

    finished: int
    given_up: int
    stuck: int = 0


def recover(desk: IssuingDesk, *, patience: timedelta = PATIENCE) -> Recovered:
    """Finish or mark every badge that was begun longer ago than our patience; safe beside running work."""
    before = desk.clock.now() - patience
    left = desk.register.read(partial(badgebook.unfinished_before, moment=before), within=WHOLE_SERVICE)
    outcomes = [_recover_one(desk, badge_id) for badge_id in left]
    return Recovered(
        finished=outcomes.count("finished"),
        given_up=outcomes.count("given-up"),
        stuck=outcomes.count("stuck"),
    )


def _recover_one(desk: IssuingDesk, badge_id: UUID) -> str:
    """Bring one badge to an end; what is wrong with it is no reason to leave the others."""
    try:
        return _end(desk, badge_id)
    except (SelfCheckError, NoActiveKeyError, RevocationError):
        return "given-up"
    except IssuingInterruptedError:
        return "ended"
    except IssuersError:
        return "stuck"


def _end(desk: IssuingDesk, badge_id: UUID) -> str:
    asked = partial(badgebook.unfinished, badge_id=badge_id)
    reservation = desk.register.read(asked, within=WHOLE_SERVICE)
    if reservation is None:
        return "ended"
    if reservation.key.is_lost or reservation.token_key.is_lost:
        return "given-up" if give_up(desk, reservation, because="key-lost") else "ended"
    intent = reservation.badge.intent
    if intent is None:
        return "given-up" if give_up(desk, reservation, because="interrupted") else "ended"
    try:
        drafted = read_intent(intent)
    except (ProofMalformedError, JsonLdError):
        return "given-up" if give_up(desk, reservation, because="intent-unreadable") else "ended"
    finish(desk, reservation, drafted=drafted, watch=lambda _stage: None)
    return "finished"
