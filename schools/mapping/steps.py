"""From an old werkproces to a new one: only what a source says, each step with that source."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from badges import strictjson
from badges.members import parts, text

Key: TypeAlias = tuple[str, str]
"""Crebo and code."""


@dataclass(frozen=True, slots=True)
class Step:
    """Hold one step, and who says so."""

    old: Key
    new: Key
    source: str


@cache
def own_steps() -> tuple[Step, ...]:
    """Read the table that comes with the program."""
    return read_steps(files("schools.mapping").joinpath("data", "steps.json").read_bytes())


def read_steps(raw: bytes) -> tuple[Step, ...]:
    """Read a table: `{"stappen": [{"van": "25774/B1-K1-W1", "naar": "...", "bron": "..."}]}`.

    Raises:
        ValueError: a step leaves out where it begins, where it ends, or who says so.
    """
    return tuple(
        Step(_key(text(row.get("van"))), _key(text(row.get("naar"))), _source(text(row.get("bron"))))
        for row in parts(strictjson.loads_object(raw).get("stappen"))
    )


def by_old_key(steps: tuple[Step, ...]) -> Mapping[Key, tuple[Step, ...]]:
    """Sort steps by where they begin."""
    found: dict[Key, tuple[Step, ...]] = {}
    for step in steps:
        found[step.old] = (*found.get(step.old, ()), step)
    return found


def _key(written: str | None) -> Key:
    crebo, slash, code = (written or "").partition("/")
    if not (crebo and slash and code):
        raise ValueError("a step needs two werkprocessen, each written as CREBO/CODE")
    return crebo, code


def _source(written: str | None) -> str:
    if written is None:
        raise ValueError("a step needs a source")
    return written
