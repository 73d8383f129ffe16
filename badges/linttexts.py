"""Look at every string of a document that is about to be signed, and walk to where things are."""

from collections.abc import Iterator

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
_TYPED_BY_PEOPLE = frozenset({"narrative", "identityHash"})


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


def string_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Give what is wrong with the strings, and with members that hold nothing."""
    for pointer, key, value in _walk(document):
        if value is None or value in ("", [], {}):
            yield _empty_problem(pointer)
        elif isinstance(value, str):
            yield from (_problem(pointer, found) for found in _text_problems(value, key=key))


def _text_problems(text: str, *, key: str) -> Iterator[texts.TextProblem]:
    yield from texts.character_problems(text)
    yield from texts.email_problems(text)
    if key not in _NOT_TYPED:
        yield from texts.bsn_problems(text)
    if key in _TYPED_BY_PEOPLE:
        yield from texts.sensitive_problems(text)


def _problem(pointer: str, found: texts.TextProblem) -> LintProblem:
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


def _escaped(name: str) -> str:
    """Write a key as part of a JSON pointer (RFC 6901 3)."""
    return name.replace("~", "~0").replace("/", "~1")
