"""JSON as RFC 8259 and I-JSON (RFC 7493) mean it, with limits, for bytes from strangers.

Two parsers must agree before a document is read: one that reads two keys as one, or a half
surrogate as a character, would let a stranger show us another document than the next reader sees.

What we issued ourselves takes the short way: bytes that equal the compact form of what they
mean hold no key twice, no odd number and no odd escape, so one parser is enough.
"""

import json
import re
from collections import Counter
from itertools import accumulate
from typing import Any, TypeAlias, cast

import orjson

from badges.errors import DocumentError

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
JsonObject: TypeAlias = dict[str, "Json"]

MAX_BYTES = 2_000_000
MAX_DEPTH = 32
MAX_INTEGER_DIGITS = 20

_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)', re.DOTALL)
"""A string, also one that never ends: else a search would begin anew at each quote in it."""
_NOT_BRACKETS = bytes(byte for byte in range(256) if byte not in b"[]{}")
_STEPS = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}


def loads(raw: bytes, *, max_bytes: int = MAX_BYTES, max_depth: int = MAX_DEPTH) -> Json:
    """Read bytes as one JSON value that every other reader reads the same way.

    Raises:
        DocumentError: with code `json-size`, `json-utf8`, `json-depth`, `json-duplicate-key`,
            `json-constant` or `json`.
    """
    if len(raw) > max_bytes:
        raise DocumentError(f"more than {max_bytes} bytes", code="json-size")
    try:
        value = cast("Json", orjson.loads(raw))
    except orjson.JSONDecodeError as error:
        _read_carefully(raw, max_depth=max_depth)
        raise DocumentError(f"not JSON: {error}", code="json") from error
    # First, since orjson writes 254 levels and no more. What opens no more brackets cannot be deeper.
    if raw.count(b"{") + raw.count(b"[") > max_depth and _depth(value) > max_depth:
        raise _too_deep(max_depth)
    if orjson.dumps(value) != raw:
        return _read_carefully(raw, max_depth=max_depth)
    return value


def loads_object(raw: bytes, *, max_bytes: int = MAX_BYTES, max_depth: int = MAX_DEPTH) -> JsonObject:
    """Read bytes as one JSON object.

    Raises:
        DocumentError: as `loads`, and with code `json` for an array or a bare value.
    """
    value = loads(raw, max_bytes=max_bytes, max_depth=max_depth)
    if not isinstance(value, dict):
        raise DocumentError("JSON, but not an object", code="json")
    return value


def dumps(value: Json) -> bytes:
    """Write a value the way we publish it: compact, UTF-8, keys in the order they have."""
    try:
        return orjson.dumps(value)
    except orjson.JSONEncodeError:  # an integer past 64 bits: `loads` reads 20 digits
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _read_carefully(raw: bytes, *, max_depth: int) -> Json:
    """Read with hooks that refuse what the grammar allows and readers disagree on."""
    text = _decoded(raw)
    if _bracket_depth(raw) > max_depth:
        raise _too_deep(max_depth)
    try:
        return cast(
            "Json",
            json.loads(text, object_pairs_hook=_object, parse_constant=_constant, parse_int=_integer),
        )
    except json.JSONDecodeError as error:
        raise DocumentError(f"not JSON: {error}", code="json") from error


def _decoded(raw: bytes) -> str:
    """Decode strict UTF-8 without a byte order mark (RFC 8259 8.1)."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DocumentError(f"not UTF-8: {error.reason} at byte {error.start}", code="json-utf8") from error
    if text.startswith("\ufeff"):
        raise DocumentError("starts with a byte order mark", code="json-utf8")
    return text


def _object(pairs: list[tuple[str, Any]]) -> JsonObject:
    """Make an object of its pairs, each key once (RFC 7493 2.3)."""
    found: JsonObject = dict(pairs)
    if len(found) != len(pairs):
        twice = next(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
        raise DocumentError(f"the key {twice[:60]!r} stands twice in one object", code="json-duplicate-key")
    return found


def _constant(name: str) -> Json:
    """Refuse NaN and Infinity, which Python reads and JSON does not have."""
    raise DocumentError(f"{name} is no JSON", code="json-constant")


def _integer(digits: str) -> int:
    """Read an integer of at most 20 digits, so that none costs time to read."""
    if len(digits.lstrip("-")) > MAX_INTEGER_DIGITS:
        raise DocumentError(f"a number of more than {MAX_INTEGER_DIGITS} digits", code="json")
    return int(digits)


def _depth(value: Json) -> int:
    """Count the levels of a value, one level at a time: no recursion to run out of."""
    depth = 0
    level = [value] if isinstance(value, (dict, list)) else []
    while level:
        depth += 1
        level = [
            child
            for container in level
            for child in (container.values() if isinstance(container, dict) else container)
            if isinstance(child, (dict, list))
        ]
    return depth


def _bracket_depth(raw: bytes) -> int:
    """Count the levels of bytes that may be no JSON, before a parser sees them."""
    brackets = _STRING.sub(b"", raw).translate(None, _NOT_BRACKETS)
    return max(accumulate(_STEPS[bracket] for bracket in brackets), default=0)


def _too_deep(max_depth: int) -> DocumentError:
    """Make the error for a document with too many levels."""
    return DocumentError(f"more than {max_depth} levels deep", code="json-depth")
