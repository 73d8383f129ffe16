"""Reach the members of a document whose shape nobody has checked: what is not there is nothing, no error."""

from badges.strictjson import Json, JsonObject


def at(value: Json, *path: str) -> Json:
    """Give the member at a path of keys, or None where the path ends early."""
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def objects(value: Json, *path: str) -> list[JsonObject]:
    """Give the objects of the list at a path of keys; none where there is no list."""
    found = at(value, *path)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def text(value: Json) -> str | None:
    """Give a text that says something, or None."""
    return value if isinstance(value, str) and value else None


def part(value: Json) -> JsonObject:
    """Give an object, or an empty one where there is none."""
    return value if isinstance(value, dict) else {}


def items(value: Json) -> list[Json]:
    """Give the members of a list; a single value is a list of one (JSON-LD 1.1 4.3)."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def only(value: Json) -> Json:
    """Give a single value, or the one member of a list; None where there are several, or none."""
    return items(value)[0] if len(items(value)) == 1 else None


def parts(value: Json) -> list[JsonObject]:
    """Give the objects of a list; a single object is a list of one."""
    return [each for each in items(value) if isinstance(each, dict)]


def texts(value: Json) -> tuple[str, ...]:
    """Give the texts of a list that say something; a single text is a list of one."""
    return tuple(each for each in items(value) if isinstance(each, str) and each)
