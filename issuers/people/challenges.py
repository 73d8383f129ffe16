"""What we ask a passkey to sign: ours, for a few minutes, once.

Nothing is written down when somebody asks: a challenge says itself until when it counts, and whom it is for
(nobody yet, who signs in), and is marked as ours. What was signed is written down as spent.
"""

import hashlib
import hmac
import secrets
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlmodel import Session

from issuers.desk import IssuingDesk
from issuers.errors import ChallengeError
from issuers.marking.marks import mark
from issuers.people.tables import SpentChallenge

LIFETIME: Final = timedelta(minutes=5)
_RANDOM, _MOMENT, _MARK = 16, 8, 16


def new_challenge(desk: IssuingDesk, *, whose: UUID | None = None) -> bytes:
    """Make a challenge for somebody, or for whoever signs in."""
    until = int((desk.clock.now() + LIFETIME).timestamp())
    said = secrets.token_bytes(_RANDOM) + until.to_bytes(_MOMENT)
    return said + _mark(desk, said, whose=whose)


def check_challenge(desk: IssuingDesk, challenge: bytes, *, whose: UUID | None = None) -> None:
    """Check that a challenge is ours, for whom it is, and still counts.

    Raises:
        ChallengeError: it is not.
    """
    said, marked = challenge[:-_MARK], challenge[-_MARK:]
    expected = _mark(desk, said, whose=whose)
    if len(said) != _RANDOM + _MOMENT or not hmac.compare_digest(marked, expected):
        raise ChallengeError
    if until_of(challenge) <= desk.clock.now():
        raise ChallengeError


def spend(session: Session, challenge: bytes, *, person_id: UUID) -> None:
    """Write down that a challenge was used, in the transaction of what it was used for.

    Raises:
        ChallengeError: it was used before.
    """
    digest = hashlib.sha256(challenge).hexdigest()
    if session.get(SpentChallenge, digest):
        raise ChallengeError
    session.add(SpentChallenge(digest=digest, person_id=person_id, expires=until_of(challenge)))
    session.flush()


def until_of(challenge: bytes) -> datetime:
    """Tell until when a challenge of ours counts; one that was made later counts longer."""
    return datetime.fromtimestamp(int.from_bytes(challenge[_RANDOM : _RANDOM + _MOMENT]), tz=UTC)


def _mark(desk: IssuingDesk, said: bytes, *, whose: UUID | None) -> bytes:
    return mark(desk, said + (whose.bytes if whose else b""))[:_MARK]
