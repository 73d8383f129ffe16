"""Places in a JSON document: what is there, and a copy of the document with something else there.

A place is a JSON pointer (RFC 6901), as our errors name it, or the way there, step by step.
"""

import copy
from collections.abc import Iterator
from typing import Any, TypeAlias

from badges.strictjson import Json, JsonObject

Way: TypeAlias = tuple[str | int, ...]


def ways(value: Json, way: Way = ()) -> Iterator[Way]:
    """Give the way to every value, the whole first."""
    yield way
    inside: Any = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for step, member in inside:
        yield from ways(member, (*way, step))


def there(document: Any, place: str | Way) -> Any:
    """Give what is at a place; a test that takes it for something else fails there."""
    for step in _way(place):
        document = document[_in(document, step)]
    return document


def edited(document: JsonObject, *, at: str | Way, to: Json) -> JsonObject:
    """Give a copy of a document with something else at a place; its last step may be new."""
    copied = copy.deepcopy(document)
    *outside, last = _way(at)
    inside = there(copied, tuple(outside))
    inside[_in(inside, last)] = to
    return copied


def without(document: JsonObject, *, at: str | Way) -> JsonObject:
    """Give a copy of a document with nothing at a place."""
    copied = copy.deepcopy(document)
    *outside, last = _way(at)
    inside = there(copied, tuple(outside))
    del inside[_in(inside, last)]
    return copied


def _way(place: str | Way) -> Way:
    """Read a pointer."""
    if isinstance(place, str):
        return tuple(step.replace("~1", "/").replace("~0", "~") for step in place.split("/")[1:])
    return place


def _in(value: Any, step: str | int) -> str | int:
    """Read a step as what it is here: the place in a list, or the name of a member."""
    return int(step) if isinstance(value, list) else step
