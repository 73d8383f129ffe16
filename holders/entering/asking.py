"""Who asks for a code to an address, and how many are sent: a stranger takes nothing from its owner.

Codes are counted for who asked: a browser that this address opened before, a holder who adds it, or a network
address. These kinds do not use up each other's share, and no one of a kind uses up that of the others.
"""

import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from issuers.desk import IssuingDesk
from issuers.marking.marks import mark

MOST_OF_ONE: Final = ((timedelta(hours=1), 3), (timedelta(days=1), 10))
"""So many codes to one address are sent for one who asks, in so long."""

MOST_OF_A_KIND: Final = ((timedelta(hours=1), 9), (timedelta(days=1), 20))
"""And for all of a kind together: who has a hundred networks tries no more than a hundred codes a day."""

_KNOWN: Final = b"praktijkbewijs/known-browser/1\n"
_NETWORK: Final = b"praktijkbewijs/asking-network/1\n"
_NONCE_BYTES: Final = 16


class Kind(StrEnum):
    """Name who asks."""

    KNOWN = "k"
    ADDING = "h"
    STRANGER = "n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Hold who asks for a code; the mark tells nobody who that is, and is another one for each address."""

    kind: Kind
    mark: str

    @property
    def name(self) -> str:
        """Give what is written beside a code."""
        return f"{self.kind.value}:{self.mark}"


def is_enough(asked: Sequence[tuple[str, datetime]], *, by: Asker, now: datetime) -> bool:
    """Tell whether so many codes were sent to an address that no other is, for who asks now.

    `asked` are the names of who asked for one to it, each with when.
    """
    kind = [(name, at) for name, at in asked if name.startswith(f"{by.kind.value}:")]
    own = [(name, at) for name, at in kind if name == by.name]
    return any(
        sum(at > now - span for _, at in rows) >= most
        for rows, limits in ((own, MOST_OF_ONE), (kind, MOST_OF_A_KIND))
        for span, most in limits
    )


def asks_by_holder(holder_id: UUID) -> Asker:
    """Say that a holder asks, who adds the address."""
    return Asker(kind=Kind.ADDING, mark=holder_id.hex)


def asks_by_browser(desk: IssuingDesk, lookup: str, *, shows: str | None, network: str) -> Asker:
    """Say which browser asks: one that is known shows it, each other is one of its network."""
    nonce, _, proof = (shows or "").partition(".")
    if proof and hmac.compare_digest(proof.encode(), _proof(desk, lookup, nonce=nonce).encode()):
        return Asker(kind=Kind.KNOWN, mark=nonce)
    marked = mark(desk, _NETWORK + f"{lookup}\n{network}".encode()).hex()
    return Asker(kind=Kind.STRANGER, mark=marked)


def shown_by_known(desk: IssuingDesk, lookup: str) -> str:
    """Give what a browser shows later, which this address opened now; it opens nothing itself."""
    nonce = secrets.token_hex(_NONCE_BYTES)
    return f"{nonce}.{_proof(desk, lookup, nonce=nonce)}"


def _proof(desk: IssuingDesk, lookup: str, *, nonce: str) -> str:
    return mark(desk, _KNOWN + f"{lookup}\n{nonce}".encode()).hex()
