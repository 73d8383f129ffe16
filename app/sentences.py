"""What was wrong with the form of a question, in our words: those of a validator are English and its own."""

from collections.abc import Mapping
from typing import Any, Final

from web.locale import Language

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
    "uuid_parsing": ("{name} is geen id van ons.", "{name} is no id of ours."),
}


def sentence_of(problem: Mapping[str, Any], *, language: Language) -> str:
    """Say what to do about a problem that pydantic found; what we have no words for, in its own."""
    found = _SENTENCES.get(problem["type"])
    if found is None:
        return str(problem["msg"])
    text, joined = (found[0], " of ") if language == "nl" else (found[1], " or ")
    said = {name: str(value).replace(" or ", joined) for name, value in problem.get("ctx", {}).items()}
    return text.format(**said | {"name": problem["loc"][-1]})
