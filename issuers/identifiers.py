"""Names that tell nothing: ids, tokens and numbers made from randomness only."""

import secrets
from base64 import urlsafe_b64encode
from datetime import datetime
from typing import Final
from uuid import UUID

_ALPHABET: Final = "abcdefghijkmnpqrstuvwxyz23456789"  # no l, o, 0, 1: people read ids aloud
_SHORT: Final = 8


def short_id() -> str:
    """Make an id for a public address: 40 random bits, never made from a name.

    It stands in every signature for ever and must not say what kind of organisation it is.
    """
    return "".join(secrets.choice(_ALPHABET) for _ in range(_SHORT))


def public_token() -> str:
    """Make the secret part of a badge's address: 128 random bits that do not tell the time."""
    return urlsafe_b64encode(secrets.token_bytes(16)).rstrip(b"=").decode()


def uuid7(now: datetime) -> UUID:
    """Make a UUID that sorts by time (RFC 9562 5.7): 48 bits of milliseconds, 74 random bits."""
    milliseconds = int(now.timestamp() * 1000) & (1 << 48) - 1
    randomness = secrets.randbits(74)
    high, low = randomness >> 62, randomness & (1 << 62) - 1
    return UUID(int=milliseconds << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low)
