"""Words that law or SBB keeps for others: no badge is called so, and nobody who gives one."""

import re
import unicodedata
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

_GAP = r"[\W_]{0,3}"
"""What may stand between two parts of a word: nothing, any hyphen, a hard space."""

_PROTECTED = re.compile(
    r"diploma(?!t[ie]|at)|getuigschrift|(?<!\w)(?:"  # also vakdiploma; who is diplomatic has none
    rf"(?:mbo|praktijk|school|branche|ervarings){_GAP}certifica(?:at|ten)"
    rf"|(?:mbo|praktijk){_GAP}verklaring|deelkwalificatie|micro{_GAP}credential"
    rf"|officieel|officiele|landelijke?{_GAP}erken(?:d|ning))"
)


def _seen(text: str) -> str:
    """Give the text as an eye reads it, letter for letter: small, with no signs on the letters."""
    return "".join(unicodedata.normalize("NFKD", letter)[0].lower()[0] for letter in text)


@lru_cache(maxsize=256)
def protected_word(text: str) -> str | None:
    """Give the first such word in a text as it stands there, or None.

    >>> protected_word("Het Officiële Magazijn")
    'Officiële'
    """
    found = _PROTECTED.search(_seen(text))
    return text[found.start() : found.end()] if found else None
