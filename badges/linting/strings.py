"""The rules for every string of a document that is about to be signed.

Most documents hold nothing odd. A small schema sees that many times faster than a look at string
after string; only where it gives a reason do we look for the place.
"""

import re
from collections.abc import Iterator
from functools import cache

from jsonschema_rs import Draft202012Validator, RegexOptions

from badges import jsonpointer, texts
from badges.errors import LintProblem
from badges.members import at, objects
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
        "digestMultibase",
        "digestSRI",
        "mediaType",
    }
)
PERSONAL_MEMBERS = frozenset({"email", "dateOfBirth", "phone", "address", "salt"})

_PLAIN = r"^[\n\r\x20-\x3f\x41-\x7e\u00a1-\u00ac\u00ae-\u024f\u2013-\u2026\u20ac]*$"  # no `@`
_EIGHT_DIGITS = r"[0-9](?:[^0-9A-Za-z]{0,3}[0-9]){7}"
_PLAIN_TEXT = re.compile(_PLAIN.removeprefix("^").removesuffix("*$") + "+")
_DIGITS_TOGETHER = re.compile(_EIGHT_DIGITS)


def is_plain(document: JsonObject) -> bool:
    """Tell whether there is no reason at all to look for personal members or at each string."""
    return _plain().is_valid(document)


def is_plain_text(text: str) -> bool:
    """Tell of one text what `is_plain` asks of each."""
    return _PLAIN_TEXT.fullmatch(text) is not None


def is_plain_typed(text: str) -> bool:
    """Tell the same of a text that somebody may have typed: nor are there eight digits together."""
    return _PLAIN_TEXT.fullmatch(text) is not None and _DIGITS_TOGETHER.search(text) is None


def personal_members(document: JsonObject) -> list[str]:
    """Give the pointers of all members that tell more of a person than a name, however deep."""
    found = walk(document)
    return [pointer for pointer, key, _ in found if key in PERSONAL_MEMBERS and not pointer[-1].isdigit()]


def string_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Give what is wrong with the strings of a document, and with members that hold nothing."""
    for pointer, key, value in walk(document):
        if _is_empty(value):
            yield _empty_problem(pointer)
        elif isinstance(value, str):
            yield from (_problem_at(pointer, found) for found in _text_problems(value, key=key))


def sensitive_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Give the words about health or help in what people typed themselves."""
    for pointer, value in _typed(document):
        if isinstance(value, str):
            yield from (_problem_at(pointer, found) for found in texts.sensitive_problems(value))


def _typed(document: JsonObject) -> Iterator[tuple[str, Json]]:
    """Give the places where people write in their own words, with what stands there."""
    for key in ("narrative", "endorsementComment"):
        yield f"/credentialSubject/{key}", at(document, "credentialSubject", key)
    for number, identity in enumerate(objects(document, "credentialSubject", "identifier")):
        yield f"/credentialSubject/identifier/{number}/identityHash", identity.get("identityHash")
    for number, evidence in enumerate(objects(document, "evidence")):
        for key in ("narrative", "description"):
            yield f"/evidence/{number}/{key}", evidence.get(key)


@cache
def _plain() -> Draft202012Validator:
    """Compile the schema of a document that gives no reason to look at its strings one by one.

    No personal member, nothing empty, no character beyond everyday Dutch, no `@`, and in what
    people type no eight digits that nothing but a few signs keeps apart.
    """
    members: JsonObject = {key: {"$ref": "#/$defs/machine"} for key in sorted(_NOT_TYPED)}
    members |= dict.fromkeys(sorted(PERSONAL_MEMBERS), False)
    machine: JsonObject = {
        "type": ["object", "array", "string", "number", "boolean"],
        "minProperties": 1,
        "minItems": 1,
        "minLength": 1,
        "pattern": _PLAIN,
        "properties": members,
        "additionalProperties": {"$ref": "#/$defs/typed"},
        "items": {"$ref": "#/$defs/machine"},
    }
    number: JsonObject = {"type": "string", "pattern": _EIGHT_DIGITS}
    typed = machine | {"not": number, "items": {"$ref": "#/$defs/typed"}}
    schema: JsonObject = {"$ref": "#/$defs/machine", "$defs": {"machine": machine, "typed": typed}}
    return Draft202012Validator(schema, pattern_options=RegexOptions(), offline=True)


def _text_problems(text: str, *, key: str) -> Iterator[texts.TextProblem]:
    yield from texts.character_problems(text)
    yield from texts.email_problems(text)
    if key not in _NOT_TYPED:
        yield from texts.bsn_problems(text)


def _problem_at(pointer: str, found: texts.TextProblem) -> LintProblem:
    """Say where in a document a problem of a text is."""
    return LintProblem(code=found.code, pointer=pointer, nl=found.nl, en=found.en)


def _empty_problem(pointer: str) -> LintProblem:
    return LintProblem(
        code="empty",
        pointer=pointer,
        nl="Dit onderdeel is leeg. Laat het weg.",
        en="This holds nothing. Leave it out.",
    )


def walk(document: JsonObject) -> Iterator[tuple[str, str, Json]]:
    """Give each value with its pointer and the key that it stands under, without recursion."""
    waiting: list[tuple[str, str, Json]] = [("", "", document)]
    while waiting:
        pointer, key, value = waiting.pop()
        if isinstance(value, dict):
            found = [(f"{pointer}/{jsonpointer.escape(name)}", name, child) for name, child in value.items()]
        elif isinstance(value, list):
            found = [(f"{pointer}/{number}", key, child) for number, child in enumerate(value)]
        else:
            found = []
        waiting.extend(reversed(found))
        yield pointer, key, value


def _is_empty(value: Json) -> bool:
    """Tell whether a member holds nothing: null, or an empty string, list or object."""
    return not value and (value is None or isinstance(value, (str, list, dict)))
