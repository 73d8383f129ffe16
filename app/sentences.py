"""What went wrong, in our words: by the status of an answer, and with the form of a question.

The sentences of a validator are English and its own.
"""

from collections.abc import Mapping
from typing import Any, Final

from web.locale import Language

TITLES: Final[Mapping[int, tuple[str, str]]] = {
    400: ("Wij kunnen dit niet lezen", "We cannot read this"),
    401: ("Wij weten niet wie je bent", "We do not know who you are"),
    403: ("Dit mag je niet", "You may not do this"),
    404: ("Dit bestaat hier niet", "There is nothing here"),
    405: ("Dit kan hier niet", "This cannot be done here"),
    406: ("Deze vorm hebben wij niet", "We do not have this form"),
    408: ("Dit duurde te lang", "This took too long"),
    409: ("Dit kan nu niet", "This cannot be done now"),
    410: ("Deze pagina is weg", "This page is gone"),
    413: ("Dit is te groot", "This is too large"),
    415: ("Dit soort bestand lezen wij niet", "We do not read this kind of file"),
    429: ("Even wachten", "Wait a moment"),
    500: ("Er ging iets mis bij ons", "Something went wrong on our side"),
    503: ("Even niet beschikbaar", "Not available for a moment"),
}
DETAILS: Final[Mapping[int, tuple[str, str]]] = {
    400: ("Kijk na wat je stuurde.", "Look again at what you sent."),
    404: ("Kijk of het adres klopt.", "Check whether the address is right."),
    405: ("Gebruik het formulier of de knop op de pagina.", "Use the form or the button on the page."),
    406: ("Vraag om een andere vorm, zoals JSON.", "Ask for another form, such as JSON."),
    408: (
        "Wij kregen niet alles op tijd. Probeer het nog een keer, of kies een kleiner bestand.",
        "Not everything reached us in time. Try again, or choose a smaller file.",
    ),
    413: (
        "Ga terug met de knop van je browser, en kies een kleiner bestand.",
        "Go back with the button of your browser, and choose a smaller file.",
    ),
    500: (
        "Het ligt niet aan jou. Probeer het zo nog een keer.",
        "It is not your fault. Try again in a moment.",
    ),
    503: ("Probeer het over een paar minuten nog een keer.", "Try again in a few minutes."),
}

_SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    "missing": ("{name} ontbreekt.", "{name} is missing."),
    "extra_forbidden": ("{name} kennen wij niet. Laat het weg.", "We do not know {name}. Leave it out."),
    "string_type": ("Schrijf bij {name} een tekst.", "Write a text for {name}."),
    "string_too_short": (
        "{name} is te kort: er zijn minstens {min_length} tekens nodig.",
        "{name} is too short: it needs {min_length} characters or more.",
    ),
    "string_too_long": (
        "{name} is te lang: er passen {max_length} tekens.",
        "{name} is too long: {max_length} characters fit.",
    ),
    "string_pattern_mismatch": (
        "{name} heeft niet de vorm die de beschrijving van de API vraagt.",
        "{name} has not the form that the description of the API asks for.",
    ),
    "list_type": ("Schrijf bij {name} een lijst: [ ... ].", "Write a list for {name}: [ ... ]."),
    "literal_error": ("Kies voor {name} uit {expected}.", "Choose for {name} from {expected}."),
    "int_parsing": ("{name} is geen heel getal.", "{name} is no whole number."),
    "greater_than_equal": ("{name} is {ge} of hoger.", "{name} is {ge} or higher."),
    "less_than_equal": ("{name} is {le} of lager.", "{name} is {le} or lower."),
    "value_error": (
        "Wij kunnen niet lezen wat er bij {name} staat.",
        "We cannot read what stands at {name}.",
    ),
    "uuid_parsing": ("{name} is geen id van ons.", "{name} is no id of ours."),
}
NO_ADDRESS: Final = (
    "Dit adres klopt niet. Kijk of je het hele adres hebt.",
    "This address is not right. See whether you have the whole address.",
)


def sentence_of(problem: Mapping[str, Any], *, language: Language) -> str:
    """Say what to do about a problem that pydantic found; what we have no words for, in its own."""
    if problem["loc"][0] == "path":
        return NO_ADDRESS[language != "nl"]
    found = _SENTENCES.get(problem["type"])
    if found is None:
        return str(problem["msg"])
    text, joined = (found[0], " of ") if language == "nl" else (found[1], " or ")
    said = {name: str(value).replace(" or ", joined) for name, value in problem.get("ctx", {}).items()}
    name = next((each for each in reversed(problem["loc"]) if isinstance(each, str)), "")
    return text.format(**said | {"name": name})
