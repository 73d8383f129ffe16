"""Words that tell about someone's health, help, debts or past: they do not belong in a badge.

The list is short on purpose. It holds words that say it about the person who earned the badge.
It leaves out what people say about their work every day: `pro` and `actief`, a plant that is
`ziek`, `bijstand` at first aid, `begeleid wonen`, `medicijnen` and `dementie` in care,
`diabetes` in a kitchen. It is a net for accidents; the hint at the field is the rule.
"""

import re
import unicodedata

ANY_CASE = (
    "adhd",
    "autisme",
    "autismespectrumstoornis",
    "autist",
    "autistisch",
    "autistische",
    "banenafspraak",
    "beschut werk",
    "bijstandsuitkering",
    "borderline",
    "burn-out",
    "burnout",
    "depressie",
    "depressief",
    "detentie",
    "diagnose",
    "doelgroepregister",
    "dyscalculie",
    "dyslectisch",
    "dyslectische",
    "dyslexie",
    "epilepsie",
    "ex-gedetineerde",
    "gedetineerde",
    "gedragsstoornis",
    "iq",
    "jeugddetentie",
    "jeugdreclassering",
    "jeugdzorg",
    "jobcoach",
    "laagbegaafd",
    "lvb",
    "participatiewet",
    "pdd-nos",
    "praktijkonderwijs",
    "praktijkschool",
    "psychose",
    "ptss",
    "reclassering",
    "schizofrenie",
    "schulden",
    "schuldhulp",
    "schuldhulpverlening",
    "schuldsanering",
    "strafblad",
    "taakstraf",
    "uitkering",
    "verslaafd",
    "verslaafde",
    "verslaving",
    "verstandelijk beperkt",
    "verstandelijke beperking",
    "voortgezet speciaal onderwijs",
    "vso",
    "wajong",
    "wajonger",
    "zwakbegaafd",
    "ziekte",
    "zml",
    "zmlk",
)
EXACT_CASE = ("PrO", "WIA", "WSW")  # `pro` and the name Wia are everyday words

_ANY_CASE = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ANY_CASE))})(?!\w)", re.IGNORECASE)
_EXACT_CASE = re.compile(rf"(?<!\w)(?:{'|'.join(EXACT_CASE)})(?!\w)")
_WORD = re.compile(r"\w+")
_FIRST_WORDS = frozenset(_WORD.findall(phrase.casefold())[0] for phrase in (*ANY_CASE, *EXACT_CASE))


def sensitive_word(text: str) -> str | None:
    """Give the first sensitive word in a text as it stands there, or None."""
    composed = unicodedata.normalize("NFC", text)
    if _FIRST_WORDS.isdisjoint(_WORD.findall(composed.casefold())):
        return None
    found = _ANY_CASE.search(composed) or _EXACT_CASE.search(composed)
    return found.group() if found else None
