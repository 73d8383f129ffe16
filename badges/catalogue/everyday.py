"""Read the table of everyday words: ours, and no fact of SBB's."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from badges.catalogue.words import fold


@dataclass(frozen=True, slots=True)
class Everyday:
    """Hold what everyday words lead to."""

    targets: Mapping[str, tuple[str, ...]]
    """Of each word the keys it leads to, best first: a crebo, or crebo/kerntaak, or crebo/werkproces."""
    only: frozenset[str]
    """Words that mean something else in titles, such as `plant`: only the table answers them."""
    absent: Mapping[str, tuple[str, str] | None]
    """Words that we know to be missing in the catalogue, some with advice of their own (nl, en)."""


class _Group(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    woorden: list[str]
    hier: list[str]


class _Absent(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    woorden: list[str]
    nl: str | None
    en: str | None


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    uitleg: str
    groepen: list[_Group]
    alleen_hier: list[str]
    niet_hier: list[_Absent]


@cache
def everyday() -> Everyday:
    """Read the table that comes with the program."""
    return read(files("badges.catalogue").joinpath("data", "everyday.json").read_bytes())


def read(raw: bytes) -> Everyday:
    """Read a table; a word may stand in several groups and then leads to all of them."""
    table = _Table.model_validate_json(raw)
    targets: dict[str, list[str]] = defaultdict(list)
    for group in table.groepen:
        for word in group.woorden:
            targets[fold(word)] += [key for key in group.hier if key not in targets[fold(word)]]
    return Everyday(
        targets={word: tuple(keys) for word, keys in targets.items()},
        only=frozenset(fold(word) for word in table.alleen_hier),
        absent={
            fold(word): (row.nl, row.en) if row.nl and row.en else None
            for row in table.niet_hier
            for word in row.woorden
        },
    )
