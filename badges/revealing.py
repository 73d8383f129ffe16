"""Words in the name of a badge that tell to which group somebody belongs: an employer reads them first.

Nothing is refused for them: the name of a course may hold one for another reason. Whoever designs a badge is
told before it is published. Words about health and help are refused (`badges.sensitive`).
"""

import re

REVEALING = (
    "50-plus",
    "55-plus",
    "afstand tot de arbeidsmarkt",
    "activering",
    "arbeidsmatig",
    "arbeidsmatige",
    "beschermd werk",
    "buitenlander",
    "buitenlanders",
    "dagbesteding",
    "doelgroep",
    "entree-opleiding",
    "entreeopleiding",
    "herintreder",
    "herintreders",
    "inburgeraar",
    "inburgeraars",
    "inburgering",
    "isk",
    "kansarm",
    "kansarme",
    "kwetsbaar",
    "kwetsbare",
    "laaggeletterd",
    "laaggeletterde",
    "laaggeletterden",
    "laagopgeleid",
    "laagopgeleide",
    "leerachterstand",
    "nieuwkomer",
    "nieuwkomers",
    "praktijkroute",
    "re-integratie",
    "reintegratie",
    "reïntegratie",
    "risicojongeren",
    "schakelklas",
    "schoolverlater",
    "schoolverlaters",
    "sociale werkplaats",
    "statushouder",
    "statushouders",
    "taalachterstand",
    "thuiszitter",
    "thuiszitters",
    "vluchteling",
    "vluchtelingen",
    "werkfit",
    "werkloos",
    "werkloze",
    "werklozen",
    "werkzoekende",
    "werkzoekenden",
)

_REVEALING = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, REVEALING))})(?!\w)", re.IGNORECASE)


def revealing_word(text: str) -> str | None:
    """Give the first such word in a text as it stands there, or None.

    >>> revealing_word("Horeca voor Statushouders")
    'Statushouders'
    """
    found = _REVEALING.search(text)
    return found.group() if found else None
