"""Change one thing at a time: every value, every member of the proof, or add one."""

import copy
from collections.abc import Iterator

from badges.strictjson import Json, JsonObject

Way = tuple[str | int, ...]


def leaves(value: Json, way: Way = ()) -> Iterator[tuple[Way, Json]]:
    """Give each value that is no object and no list, with the way to it."""
    if isinstance(value, dict):
        for key, member in value.items():
            yield from leaves(member, (*way, key))
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from leaves(member, (*way, index))
    else:
        yield way, value


def edited(value: Json) -> Json:
    """Give a value of the same kind that says something else; a text differs in one character."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, str) and value:
        middle = next((place for place in range(len(value) // 2, len(value)) if value[place].isalnum()), 0)
        return value[:middle] + ("1" if value[middle] != "1" else "2") + value[middle + 1 :]
    return "1"


def with_value(document: JsonObject, way: Way, value: Json) -> JsonObject:
    """Give a copy of the document that holds another value there."""
    changed = copy.deepcopy(document)
    place: Json = changed
    for step in way[:-1]:
        place = place[step]  # type: ignore[index,call-overload]
    place[way[-1]] = value  # type: ignore[index,call-overload]
    return changed


def one_edit_each(document: JsonObject) -> Iterator[tuple[str, JsonObject]]:
    """Give the document once for each value in it, with that value edited."""
    for way, value in leaves(document):
        yield "/" + "/".join(map(str, way)), with_value(document, way, edited(value))


def without(document: JsonObject, name: str) -> JsonObject:
    """Give the document without one of its members."""
    return {key: value for key, value in document.items() if key != name}
