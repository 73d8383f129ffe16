"""Show that a badge is one's own: a code of six digits on the telephone where it is kept, for a minute.

The code follows from the badge and the time, as that of an app does (RFC 6238); nothing is written, and it
tells nothing but that both have the same badge before them. Who the person is, it does not say.
"""

import hmac
from collections.abc import Iterable
from functools import partial
from typing import Final
from uuid import UUID

from holders.errors import NotKeptError, OtherCodeError
from holders.keeping.register import keeper_of
from holders.keeping.telephones import KnownHolder
from holders.keeping.wallet import find_kept
from issuers.database.scopes import Public
from issuers.desk import IssuingDesk
from issuers.issuing.overview import Given, find_by_token
from issuers.marking.marks import mark

STEP: Final = 30
"""A code changes every so many seconds; the one before works too, so each works half a minute at least."""

DIGITS: Final = 6
_CODE: Final = b"praktijkbewijs/presence/1\n"


def own_code(desk: IssuingDesk, badge_id: UUID, *, holder: KnownHolder) -> str:
    """Give the code of this moment to who keeps the badge.

    Raises:
        NotFoundError: he does not keep it, or this telephone may not show it.
    """
    return present_codes(desk, find_kept(desk, badge_id, holder=holder).id.bytes)[0]


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
    given = require_keepable(desk, token)
    require_code(typed, right=present_codes(desk, given.id.bytes))


def require_code(typed: str, *, right: Iterable[str]) -> None:
    """Let pass a code that is one of these, however it was typed.

    Raises:
        OtherCodeError: it is none of them.
    """
    written = "".join(each for each in typed if each.isdigit()).encode()
    if not any(hmac.compare_digest(written, each.encode()) for each in right):
        raise OtherCodeError


def present_codes(desk: IssuingDesk, what: bytes) -> tuple[str, str]:
    """Give the code of this moment for something, and the one before, which works too."""
    now = int(desk.clock.now().timestamp()) // STEP
    return _code(desk, what, step=now), _code(desk, what, step=now - 1)


def _code(desk: IssuingDesk, what: bytes, *, step: int) -> str:
    marked = mark(desk, _CODE + what + step.to_bytes(8))
    return f"{int.from_bytes(marked[:8]) % 10**DIGITS:0{DIGITS}}"
