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


_UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
"""Signs without a shape that Unicode does not call format."""

_LIKE_LATIN = str.maketrans(
    "авсеһіјкмпорѕтухԁԛԝɡıӏαβγεικμνορτυχϲϳ",
    "abcehijkmnopstyxdqwgilabyeikmvoptyxcj",
)
"""Small letters of Cyrillic and Greek, and odd Latin ones, that an eye takes for those of the words above."""

_LIKE_LATIN_CAPITALS = str.maketrans("АВСЕНІЈКМОРЅТУХԌΑΒΕΗΙΚΜΝΟΡΤΥΧΖ", "abcehijkmopstyxgabehikmnoptyxz")
"""The same of capitals, which look otherwise than the small ones: Н is an H, н is not."""


def _seen(text: str) -> tuple[str, list[int]]:
    """Give the text as an eye reads it, small and with no signs on it, and where each letter stood."""
    letters, places = [], []
    for place, letter in enumerate(text):
        if unicodedata.category(letter) in {"Cf", "Mn", "Me"} or letter in _UNSEEN:
            continue
        plain = unicodedata.normalize("NFKD", letter)[0]
        letters.append(plain.translate(_LIKE_LATIN_CAPITALS).lower()[0].translate(_LIKE_LATIN))
        places.append(place)
    return "".join(letters), places


@lru_cache(maxsize=256)
def protected_word(text: str) -> str | None:
    """Give the first such word in a text as it stands there, or None.

    >>> protected_word("Het Officiële Magazijn")
    'Officiële'
    """
    seen, places = _seen(text)
    found = _PROTECTED.search(seen)
    return text[places[found.start()] : places[found.end() - 1] + 1] if found else None
