"""Change one thing at a time: every value, every member of the proof, or add one."""

from collections.abc import Iterator

from badges.strictjson import Json, JsonObject
from tests.places import Way, edited, there, ways


def leaves(value: Json) -> Iterator[tuple[Way, Json]]:
    """Give each value that is no object and no list, with the way to it."""
    for way in ways(value):
        found = there(value, way)
        if not isinstance(found, (dict, list)):
            yield way, found


def another(value: Json) -> Json:
    """Give a value of the same kind that says something else; a text differs in one character."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, str) and value:
        middle = next((place for place in range(len(value) // 2, len(value)) if value[place].isalnum()), 0)
        return value[:middle] + ("1" if value[middle] != "1" else "2") + value[middle + 1 :]
    return "1"


def one_edit_each(document: JsonObject) -> Iterator[tuple[str, JsonObject]]:
    """Give the document once for each value in it, with that value edited."""
    for way, value in leaves(document):
        yield "/" + "/".join(map(str, way)), edited(document, at=way, to=another(value))
