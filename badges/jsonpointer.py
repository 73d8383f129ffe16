"""JSON pointers (RFC 6901): say where in a document something stands, and go there."""

from collections.abc import Iterable
from functools import lru_cache

from badges.strictjson import Json


def write(way: Iterable[str | int]) -> str:
    """Write the pointer for keys and indexes, outermost first; the whole document is the empty text."""
    return "".join(f"/{escape(str(step))}" for step in way)


def escape(key: str) -> str:
    """Write one key as a part of a pointer (RFC 6901 3)."""
    return key.replace("~", "~0").replace("/", "~1")


@lru_cache(maxsize=512)
def steps(pointer: str) -> tuple[str, ...]:
    """Give the keys and indexes of a pointer, outermost first (RFC 6901 4)."""
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:])


def find(document: Json, pointer: str) -> Json:
    """Give what stands at a pointer, or None where nothing does."""
    found = document
    for step in steps(pointer):
        if isinstance(found, list):
            found = found[int(step)] if step.isdecimal() and int(step) < len(found) else None
        else:
            found = found.get(step) if isinstance(found, dict) else None
    return found
