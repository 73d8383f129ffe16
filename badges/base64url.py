"""Base64url without padding (RFC 4648 5, RFC 7515 2), read so that every value has exactly one spelling.

Most readers pass over blanks, padding and the bits that are left in the last character. Then two texts
mean the same bytes, and what one reader took for a token is another one for the next.
"""

import base64
import re

_ALPHABET = re.compile(r"[A-Za-z0-9_-]*", re.ASCII)
_GROUP = 4
_LAST = {0: "", 2: "AQgw", 3: "AEIMQUYcgkosw048"}
"""How a text may end that has so many characters after whole groups of four: else it has bits left over."""


def encode(raw: bytes) -> str:
    """Write bytes as base64url without padding.

    >>> encode(b"a")
    'YQ'
    """
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def decode(text: str) -> bytes:
    """Read base64url without padding.

    Raises:
        ValueError: a character outside the alphabet, a length that cannot be, or bits left that are not zero.
    """
    after = len(text) % _GROUP
    if not _ALPHABET.fullmatch(text) or after not in _LAST:
        raise ValueError("not base64url")
    if after and text[-1] not in _LAST[after]:
        raise ValueError("base64url with bits left over")
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % _GROUP))
