"""How what was taken in of a file is written in the database, and read back."""

from collections.abc import Sequence
from typing import Final

from badges import strictjson
from badges.members import objects, parts
from badges.strictjson import Json, JsonObject
from schools.evidence.credentials import Credential, load_credential
from schools.evidence.evidence import Evidence, Identity, Taken
from schools.evidence.keeping import dump_taken, load_taken

_MOST_READ: Final = 50_000_000


def write_taken(taken: Sequence[Taken], *, credentials: list[Json]) -> str:
    """Write what was taken in, with the credentials that can go along."""
    written: JsonObject = {"taken": [dump_taken(each) for each in taken], "credentials": credentials}
    return strictjson.dumps(written).decode()


def taken_in(written: str) -> tuple[Taken, ...]:
    """Read back what was taken in."""
    return tuple(map(load_taken, parts([*objects(read_written(written), "taken")])))


def kept_in(written: str) -> tuple[tuple[Taken, ...], tuple[Credential, ...]]:
    """Read back what was taken in, and the credentials."""
    whole = read_written(written)
    taken = tuple(map(load_taken, parts([*objects(whole, "taken")])))
    return taken, tuple(map(load_credential, objects(whole, "credentials")))


def identities_in(written: str) -> set[Identity]:
    """Name the badges that count as evidence in what was taken in."""
    return {each.identity for each in taken_in(written) if isinstance(each, Evidence)}


def read_written(written: str) -> JsonObject:
    """Read what we wrote ourselves."""
    return strictjson.loads_object(written.encode(), max_bytes=_MOST_READ, max_depth=64)
