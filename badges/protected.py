"""Words that law or SBB keeps for others: no badge is called so, and nobody who gives one."""

import re
from functools import lru_cache

PROTECTED = (
    "diploma",
    "mbo-certificaat",
    "praktijkcertificaat",
    "schoolcertificaat",
    "branchecertificaat",
    "mbo-verklaring",
    "praktijkverklaring",
    "deelkwalificatie",
    "getuigschrift",
    "ervaringscertificaat",
    "microcredential",
    "micro-credential",
    "officieel",
    "officiële",
    "landelijk erkend",
    "landelijke erkenning",
)

_PROTECTED = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, PROTECTED))})", re.IGNORECASE)


@lru_cache(maxsize=256)
def protected_word(text: str) -> str | None:
    """Give the first such word in a text as it stands there, or None.

    >>> protected_word("Het Officiële Magazijn")
    'Officiële'
    """
    found = _PROTECTED.search(text)
    return found.group() if found else None
