"""Show that a badge is one's own: a code of six digits on the telephone where it is kept, for a minute.

The code follows from the badge and the time, as that of an app does (RFC 6238); nothing is written, and it
tells nothing but that both have the same badge before them. Who the person is, it does not say.
"""

import hmac
from functools import partial
from typing import Final
from uuid import UUID

from holders.errors import NotKeptError, OtherCodeError
from holders.register import keeper_of
from holders.telephones import KnownHolder
from holders.wallet import find_kept
from issuers.database.scopes import Public
from issuers.desk import IssuingDesk
from issuers.issuing.overview import Given, find_by_token
from issuers.people.marks import mark

STEP: Final = 30
"""A code changes every so many seconds; the one before works too, so each works half a minute at least."""

DIGITS: Final = 6
_CODE: Final = b"praktijkbewijs/presence/1\n"


def own_code(desk: IssuingDesk, badge_id: UUID, *, holder: KnownHolder) -> str:
    """Give the code of this moment to who keeps the badge.

    Raises:
        NotFoundError: he does not keep it, or this telephone may not show it.
    """
    return _code(desk, find_kept(desk, badge_id, holder=holder).id, step=_now(desk))


def require_keepable(desk: IssuingDesk, token: str) -> Given:
    """Find a badge whose code can be asked for.

    Raises:
        NotFoundError: there is no such badge.
        NotKeptError: nobody keeps it, so nobody has a code.
    """
    given = find_by_token(desk, token)
    kept_by = desk.register.read(partial(keeper_of, badge_id=given.id), within=Public(holding=str(given.id)))
    if kept_by is None:
        raise NotKeptError
    return given


def check_code(desk: IssuingDesk, token: str, *, typed: str) -> None:
    """Check a code that somebody reads from the telephone of who shows a badge.

    Raises:
        NotFoundError: there is no such badge.
        NotKeptError: nobody keeps it.
        OtherCodeError: it is not the code of this minute.
    """
    given, here = require_keepable(desk, token), _now(desk)
    written = "".join(each for each in typed if each.isdigit())
    right = (_code(desk, given.id, step=step) for step in (here, here - 1))
    if not any(hmac.compare_digest(written.encode(), each.encode()) for each in right):
        raise OtherCodeError


def _now(desk: IssuingDesk) -> int:
    return int(desk.clock.now().timestamp()) // STEP


def _code(desk: IssuingDesk, badge_id: UUID, *, step: int) -> str:
    marked = mark(desk, _CODE + badge_id.bytes + step.to_bytes(8))
    return f"{int.from_bytes(marked[:8]) % 10**DIGITS:0{DIGITS}}"
