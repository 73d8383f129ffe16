"""The address by which a badge is kept: that of its page, with a mark of ours behind it (ADR 23).

Nothing is written for it, so it can be shown and sent again; what has been kept is for `holders` to know.
"""

import hmac
from base64 import urlsafe_b64encode
from collections.abc import Callable
from typing import Final
from uuid import UUID

from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.marking.marks import marker
from issuers.recipients.consent import may_share

_KEEP: Final = b"praktijkbewijs/keep/1\n"
_BYTES: Final = 16


def keep_path(desk: IssuingDesk, token: str) -> str:
    """Give the path of the page where whoever was given a badge keeps it."""
    return _path(token, marked=marker(desk))


def own_path(desk: IssuingDesk, token: str, *, profiel_id: UUID | None, organisation_id: str) -> str:
    """Lead whoever was given a badge to it: to its page, or where nobody is shown that, to keep it."""
    is_shown = may_share(desk, profiel_id, organisation_id=organisation_id)
    return f"/b/{token}" if is_shown else keep_path(desk, token)


def keep_urls(desk: IssuingDesk) -> Callable[[str], str]:
    """Give what makes the address of that page of a token, for many codes, letters or cards at once."""
    marked = marker(desk)
    return lambda token: f"{desk.base_url}{_path(token, marked=marked)}"


def keep_url(desk: IssuingDesk, token: str) -> str:
    """Give the address of that page, for one of them."""
    return keep_urls(desk)(token)


def check_keep(desk: IssuingDesk, token: str, *, proof: str) -> None:
    """Check that an address to keep a badge was given by us.

    Raises:
        NotFoundError: it was not.
    """
    if not hmac.compare_digest(proof.encode(), _proof(token, marked=marker(desk)).encode()):
        raise NotFoundError


def _path(token: str, *, marked: Callable[[bytes], bytes]) -> str:
    return f"/bewaar/{token}/{_proof(token, marked=marked)}"


def _proof(token: str, *, marked: Callable[[bytes], bytes]) -> str:
    """Give the first 128 bits of the mark of a token."""
    return urlsafe_b64encode(marked(_KEEP + token.encode())[:_BYTES]).rstrip(b"=").decode()
