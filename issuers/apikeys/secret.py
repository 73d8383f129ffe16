"""The secret of an API key: shown once, known here by its hash alone.

It is 256 random bits, so nobody finds it by trying: one SHA-256 hides it as well as a slow hash would, and a
slow one is for passwords that people think up. How long it takes to look a hash up tells nothing.
"""

import hashlib
import re
import secrets
import string
import zlib
from typing import Final

PREFIX: Final = "pb_"
"""By this, scanners of code and of logs find a key that leaked."""

_ALPHABET: Final = string.digits + string.ascii_letters
_RANDOM: Final = 43
"""So many signs of 62 hold 256 bits."""

_CHECK: Final = 6
_FORM: Final = re.compile(rf"{PREFIX}([0-9A-Za-z]{{{_RANDOM}}})([0-9A-Za-z]{{{_CHECK}}})", re.ASCII)
_ENDING: Final = 4


def new_secret() -> str:
    """Make a secret: the prefix, 43 random signs, and 6 by which a scanner knows it from something alike."""
    chosen = "".join(secrets.choice(_ALPHABET) for _ in range(_RANDOM))
    return f"{PREFIX}{chosen}{_check_of(chosen)}"


def is_secret(text: str) -> bool:
    """Tell whether this can be the secret of a key, without asking anybody.

    >>> is_secret("pb_" + "0" * 49)
    False
    """
    found = _FORM.fullmatch(text)
    return found is not None and _check_of(found[1]) == found[2]


def hash_of(secret: str) -> str:
    """Give what the register keeps of a secret: SHA-256 in hex."""
    return hashlib.sha256(secret.encode()).hexdigest()


def ending_of(secret: str) -> str:
    """Give the end of a secret, by which people tell keys apart; it follows from a checksum of 32 bits."""
    return secret[-_ENDING:]


def _check_of(chosen: str) -> str:
    """Write the CRC-32 of the random signs in the same alphabet."""
    number, signs = zlib.crc32(chosen.encode()), []
    for _ in range(_CHECK):
        number, rest = divmod(number, len(_ALPHABET))
        signs.append(_ALPHABET[rest])
    return "".join(reversed(signs))
