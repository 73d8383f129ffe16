"""Look at every string of a document that is about to be signed, and walk to where things are.

Most documents hold nothing odd. That can be seen in their JSON text as a whole, many times faster
than string by string; only where the whole gives a reason do we look for the place.
"""

from collections.abc import Iterator
from itertools import repeat

from badges import texts
from badges.errors import LintProblem
from badges.strictjson import Json, JsonObject

_NOT_TYPED = frozenset(
    {
        "@context",
        "id",
        "type",
        "url",
        "targetUrl",
        "targetType",
        "achievementType",
        "resultType",
        "resultDescription",
        "inLanguage",
        "identityType",
        "validFrom",
        "validUntil",
        "awardedDate",
        "activityStartDate",
        "activityEndDate",
        "statusPurpose",
        "statusListIndex",
        "statusListCredential",
        "encodedList",
    }
)
_APART = "\0"  # stands in no number and no text


def at(value: Json, *path: str) -> Json:
    """Give the member at a path of keys, or None where the path ends early."""
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def objects(document: JsonObject, *path: str) -> list[JsonObject]:
    """Give the objects of the list at a path of keys; none where there is no list."""
    found = at(document, *path)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def members(document: JsonObject, *, names: frozenset[str]) -> list[str]:
    """Give the pointers of all members with one of these names, however deep."""
    return [pointer for pointer, key, _ in _walk(document) if key in names and not pointer[-1].isdigit()]


def string_problems(document: JsonObject, *, raw: bytes) -> Iterator[LintProblem]:
    """Give what is wrong with the strings of a document, and with members that hold nothing.

    `raw` is its compact JSON.
    """
    if _is_plain(document, raw=raw):
        return
    for pointer, key, value in _walk(document):
        if _is_empty(value):
            yield _empty_problem(pointer)
        elif isinstance(value, str):
            yield from (problem_at(pointer, found) for found in _text_problems(value, key=key))


def sensitive_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Give the words about health or help in what people typed themselves."""
    places: dict[str, Json] = {"/credentialSubject/narrative": at(document, "credentialSubject", "narrative")}
    for number, identity in enumerate(objects(document, "credentialSubject", "identifier")):
        places[f"/credentialSubject/identifier/{number}/identityHash"] = identity.get("identityHash")
    for number, evidence in enumerate(objects(document, "evidence")):
        for key in ("name", "narrative", "description"):
            places[f"/evidence/{number}/{key}"] = evidence.get(key)
    for pointer, value in places.items():
        if isinstance(value, str):
            yield from (problem_at(pointer, found) for found in texts.sensitive_problems(value))


def _is_plain(document: JsonObject, *, raw: bytes) -> bool:
    """Tell whether the document as a whole gives no reason to look at its strings one by one.

    An escape is a reason: behind it the text reads otherwise than its JSON. In ASCII without
    escapes the one control character left is DEL, and every address has its `@`.
    """
    typed = _typed(document)
    if typed is None or b"\\" in raw or texts.has_bsn(typed):
        return False
    if raw.isascii():
        return b"\x7f" not in raw and raw.count(b"@") == raw.count(b'"@context"')
    text = raw.decode()
    return not texts.character_problems(text) and not texts.email_problems(text)


def _typed(document: JsonObject) -> str | None:
    """Give all strings that are no names for machines as one text; None when a member is empty."""
    found: list[str] = []
    waiting: list[tuple[str, Json]] = list(document.items())
    for key, value in waiting:  # grows while we go
        if not value and _is_empty(value):
            return None
        if isinstance(value, str):
            if key not in _NOT_TYPED:
                found.append(value)
        elif isinstance(value, dict):
            waiting += value.items()
        elif isinstance(value, list):
            waiting += zip(repeat(key), value, strict=False)
    return _APART.join(found)


def _text_problems(text: str, *, key: str) -> Iterator[texts.TextProblem]:
    yield from texts.character_problems(text)
    yield from texts.email_problems(text)
    if key not in _NOT_TYPED:
        yield from texts.bsn_problems(text)


def problem_at(pointer: str, found: texts.TextProblem) -> LintProblem:
    """Say where in a document a problem of a text is."""
    return LintProblem(code=found.code, pointer=pointer, nl=found.nl, en=found.en)


def _empty_problem(pointer: str) -> LintProblem:
    return LintProblem(
        code="empty",
        pointer=pointer,
        nl="Dit onderdeel is leeg. Laat het weg.",
        en="This holds nothing. Leave it out.",
    )


def _walk(document: JsonObject) -> Iterator[tuple[str, str, Json]]:
    """Give each value with its pointer and the key that it stands under, without recursion."""
    waiting: list[tuple[str, str, Json]] = [("", "", document)]
    while waiting:
        pointer, key, value = waiting.pop()
        if isinstance(value, dict):
            found = [(f"{pointer}/{_escaped(name)}", name, child) for name, child in value.items()]
        elif isinstance(value, list):
            found = [(f"{pointer}/{number}", key, child) for number, child in enumerate(value)]
        else:
            found = []
        waiting.extend(reversed(found))
        yield pointer, key, value


def _is_empty(value: Json) -> bool:
    """Tell whether a member holds nothing: null, or an empty string, list or object."""
    return not value and (value is None or isinstance(value, (str, list, dict)))


def _escaped(name: str) -> str:
    """Write a key as part of a JSON pointer (RFC 6901 3)."""
    return name.replace("~", "~0").replace("/", "~1")
