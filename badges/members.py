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
