"""The rules that a badge and a status list share before they are signed: size, contexts, issuer, moments."""

import re
from collections.abc import Iterator
from datetime import datetime

from badges import moments, strictjson
from badges.errors import LintError, LintProblem
from badges.linting.strings import walk
from badges.strictjson import Json, JsonObject

MAX_BYTES = 64 * 1024

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_HALF = re.compile("[\ud800-\udfff]")
_WEB_ADDRESS = re.compile(r"https?://[^\s#]+")


def size_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Refuse what is larger than a picture can carry and other readers take.

    Raises:
        LintError: it holds half a character, so that nobody can write it down: no other rule is asked.
    """
    try:
        size = len(strictjson.dumps(document))
    except UnicodeEncodeError as error:
        raise LintError(tuple(_half_problems(document))) from error
    if size > MAX_BYTES:
        yield LintProblem(
            code="size",
            pointer="",
            nl=f"Dit bewijs is te groot: {size} bytes. Er passen {MAX_BYTES} bytes. Maak de tekst korter.",
            en=f"This badge is too large: {size} bytes of at most {MAX_BYTES}. Shorten the text.",
        )


def _half_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Say where a character stands of which one half is missing (a lone surrogate, RFC 8259 8.2)."""
    for pointer, _, value in walk(document):
        names = list(value) if isinstance(value, dict) else [value] if isinstance(value, str) else []
        if any(map(_HALF.search, names)):
            yield LintProblem(
                code="text-control",
                pointer=_HALF.sub("?", pointer),
                nl="Hier staan tekens die niemand kan zien. Typ de zin opnieuw.",
                en="There are characters here that nobody can see. Type the sentence again.",
            )


def exact_problems(document: JsonObject, *, key: str, expected: list[Json]) -> Iterator[LintProblem]:
    """Refuse a list that is not exactly what we sign: contexts decide what every word means."""
    if document.get(key) != expected:
        yield LintProblem(
            code="context" if key == "@context" else key,
            pointer=f"/{key}",
            nl=f"Dit onderdeel moet precies dit zijn: {', '.join(map(str, expected))}.",
            en=f"This must be exactly: {', '.join(map(str, expected))}.",
        )


def issuer_problem(pointer: str) -> LintProblem:
    """Say that someone else would seem to have signed."""
    return LintProblem(
        code="issuer",
        pointer=pointer,
        nl="De uitgever in het bewijs is niet de organisatie die ondertekent.",
        en="The issuer in the badge is not the organisation that signs.",
    )


def moment(value: Json) -> datetime | None:
    """Read a moment as we write it, in UTC and to the second, or None."""
    ours = isinstance(value, str) and _MOMENT.fullmatch(value) is not None
    return moments.read(value) if ours else None


def is_web_address(value: Json) -> bool:
    """Tell whether a value is a web address without a fragment."""
    return isinstance(value, str) and _WEB_ADDRESS.fullmatch(value) is not None
