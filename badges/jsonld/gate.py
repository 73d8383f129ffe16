"""What a document may not hold, whatever its contexts say: the part of the data-loss gate that needs no PyLD.

PyLD has no safe mode: it leaves out silently what it does not know, so that a key could be added to a signed
badge. This gate, the callback of the expansion and the round trip (`roundtrip`) together let nothing
through that is not in the N-Quads (VC-DI 4.6, DATA_LOSS_DETECTION_ERROR).
"""

from collections.abc import Callable, Collection, Iterator
from math import isfinite
from typing import TypeAlias

import orjson

from badges import jsonpointer
from badges.errors import InvalidValueError, KeywordError, TooComplexError, UndefinedTermError
from badges.jsonld.problem import Problem
from badges.strictjson import Json, JsonObject

Way: TypeAlias = "tuple[str | int, ...]"

DEEPEST = 64
MOST_NODES = 2_000
"""For each document: one that holds others may have as many for each of them, but not more than the next."""

MOST_NODES_INSIDE = 6_000

MOST_MEMBERS = 1_000
"""In one list: expanding compares each member with all before it."""

_TEXT_OBJECT = frozenset({"@value", "@language", "@direction"})


def check(document: JsonObject, *, starts: Collection[Way] = ((),)) -> None:
    """Refuse @-keys where none may stand, nulls, and documents that are too deep or too big.

    `starts` are the ways to the document and to what may name contexts in it (`inside`).

    Raises:
        Problem: with the pointer to the first thing that is wrong.
    """
    nodes = 0
    for way, value in everything(document):
        if len(way) > DEEPEST:
            raise Problem(TooComplexError, "The document is nested too deep")
        if value is None or (isinstance(value, float) and not isfinite(value)):
            raise Problem(InvalidValueError, "Null says nothing: leave the key out", *reversed(way))
        if isinstance(value, list) and len(value) > MOST_MEMBERS:
            message = f"A list may have no more than {MOST_MEMBERS} members"
            raise Problem(TooComplexError, message, *reversed(way))
        if isinstance(value, dict):
            nodes += 1
            if "@value" in value and _may_have_language(way):
                _check_text_object(value, way)
            else:
                _check_keys(value, way, contexts=way in starts)
    most = min(MOST_NODES * len(starts), MOST_NODES_INSIDE)
    if nodes > most:
        raise Problem(TooComplexError, f"This document may have no more than {most} parts")
    _check_text(document)


def everything(value: Json) -> Iterator[tuple[Way, Json]]:
    """Go through all values of a document with the way to each, in the order of the document."""
    waiting: list[tuple[Way, Json]] = [((), value)]
    while waiting:
        way, value = waiting.pop()
        yield way, value
        if isinstance(value, dict):
            inside: list[tuple[Way, Json]] = [((*way, key), member) for key, member in value.items()]
        elif isinstance(value, list):
            inside = [((*way, index), member) for index, member in enumerate(value)]
        else:
            continue
        waiting.extend(reversed(inside))


def find(document: Json, matches: Callable[[Way, Json], bool]) -> str:
    """Give the pointer to the first value that matches; the whole document where none does."""
    return next((jsonpointer.write(way) for way, value in everything(document) if matches(way, value)), "")


def _may_have_language(way: Way) -> bool:
    """Tell whether a text with a language may stand here: a name or description (VCDM 2.0 4.6, 11.1)."""
    return next((step for step in reversed(way) if isinstance(step, str)), None) in ("name", "description")


def _check_text_object(value: JsonObject, way: Way) -> None:
    """Refuse all but a text with its language, its direction or both (VCDM 2.0 11.1)."""
    for key, member in value.items():
        if key not in _TEXT_OBJECT:
            raise Problem(KeywordError, f"{key[:200]} may not stand beside a text", key, *reversed(way))
        if not isinstance(member, str):
            raise Problem(InvalidValueError, f"{key} is a text", key, *reversed(way))
    if len(value) == 1:
        raise Problem(KeywordError, "A text alone is no object", "@value", *reversed(way))


def _check_keys(node: JsonObject, way: Way, *, contexts: bool) -> None:
    for key in node:
        if not isinstance(key, str):
            raise Problem(InvalidValueError, "A key of JSON is a text", *reversed(way))
        if key.startswith("@") and not (contexts and key == "@context"):
            raise Problem(KeywordError, f"{key[:200]} may not stand here", key, *reversed(way))
        if ":" in key:
            raise Problem(UndefinedTermError, f"{key[:200]} is defined by no context", key, *reversed(way))
    types = node.get("type", [])
    for name in types if isinstance(types, list) else [types]:
        if not isinstance(name, str):
            raise Problem(InvalidValueError, "A type is a text", "type", *reversed(way))
        if name.startswith("@"):
            raise Problem(UndefinedTermError, f"The type {name[:200]} is a keyword", "type", *reversed(way))


def _check_text(document: JsonObject) -> None:
    try:
        orjson.dumps(document)
    except TypeError as error:
        raise Problem(InvalidValueError, f"The document is no JSON: {error}") from None
