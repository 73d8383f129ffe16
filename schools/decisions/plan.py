"""An examenplan: its examenonderdelen, and the werkprocessen that each is about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from badges import strictjson
from badges.members import items, part
from badges.strictjson import Json, JsonObject

_MOST_READ: Final = 10_000_000


@dataclass(frozen=True, slots=True)
class Work:
    """Name a werkproces, with its title on the day on which the plan was loaded."""

    crebo: str
    code: str
    title: str

    @property
    def key(self) -> str:
        """Write it as badges do: `25180/B1-K1-W4`."""
        return f"{self.crebo}/{self.code}"


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """Hold one examenonderdeel: how the school calls it, and what it is about."""

    code: str
    title: str
    work: tuple[Work, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Hold an examenplan as it was read; `left` is the work that no examenonderdeel is about."""

    crebo: str
    kwalificatie: str
    parts: tuple[Onderdeel, ...]
    left: tuple[Work, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """Say what became of an examenonderdeel in a newer version: `nieuw`, `anders` or `weg`."""

    kind: str
    onderdeel: Onderdeel


def changes(older: Sequence[Onderdeel], newer: Sequence[Onderdeel]) -> Iterator[Change]:
    """Say what is different in a newer version; nothing, where both say the same."""
    before = {each.code: each for each in older}
    for each in newer:
        known = before.pop(each.code, None)
        if known is None:
            yield Change("nieuw", each)
        elif known != each:
            yield Change("anders", each)
    yield from (Change("weg", each) for each in before.values())


def dump_parts(parts: Sequence[Onderdeel]) -> str:
    """Write them as JSON, for the database."""
    written: list[Json] = [
        {"code": each.code, "title": each.title, "work": [*map(dump_work, each.work)]} for each in parts
    ]
    return strictjson.dumps({"parts": written}).decode()


def load_parts(written: str) -> tuple[Onderdeel, ...]:
    """Read them back."""
    found = strictjson.loads_object(written.encode(), max_bytes=_MOST_READ)
    return tuple(map(_onderdeel, items(found.get("parts"))))


def dump_work(work: Work) -> JsonObject:
    """Write one werkproces."""
    return {"crebo": work.crebo, "code": work.code, "title": work.title}


def load_work(written: Json) -> Work:
    """Read one back."""
    said = part(written)
    return Work(str(said["crebo"]), str(said["code"]), str(said["title"]))


def _onderdeel(written: Json) -> Onderdeel:
    said = part(written)
    return Onderdeel(str(said["code"]), str(said["title"]), tuple(map(load_work, items(said.get("work")))))
