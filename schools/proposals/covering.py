"""All that counts for one person, and every werkproces that it reaches: once, for all targets."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from schools.evidence.counting import Counted, Fact
from schools.evidence.evidence import SetAside
from schools.mapping.atlas import Atlas
from schools.mapping.relating import Hint
from schools.mapping.rules import Strength
from schools.mapping.steps import Key
from schools.proposals.weighing import Support, support, weigh


@dataclass(frozen=True, slots=True)
class Pointer:
    """Hold that a fact points at a whole target, which proves nothing of it."""

    fact: Fact
    hint: Hint


@dataclass(frozen=True, slots=True)
class Coverage:
    """Hold what one person has.

    Attributes:
        facts: What counts.
        aside: What does not, and why.
        supports: For each werkproces that is reached what supports it, the strongest and newest first.
        pointers: For each crebo or code of a target what points at it.
    """

    facts: tuple[Fact, ...]
    aside: tuple[SetAside, ...]
    supports: Mapping[Key, tuple[Support, ...]]
    pointers: Mapping[str, tuple[Pointer, ...]]


def cover(counted: Counted, *, atlas: Atlas) -> Coverage:
    """Find every werkproces that the facts of one person reach."""
    supports: dict[Key, list[Support]] = defaultdict(list)
    pointers: dict[str, list[Pointer]] = defaultdict(list)
    for fact in counted.facts:
        for found in _supports(fact, atlas=atlas):
            supports[found.match.key].append(found)
        for statement in fact.statements:
            for hint in atlas.hints(statement):
                pointers[hint.about].append(Pointer(fact, hint))
    return Coverage(
        facts=counted.facts,
        aside=counted.aside,
        supports={key: tuple(sorted(rows, key=_strongest_first)) for key, rows in supports.items()},
        pointers={about: tuple(rows) for about, rows in pointers.items()},
    )


def _supports(fact: Fact, *, atlas: Atlas) -> Iterable[Support]:
    """Give for each werkproces that a fact reaches the strongest of its matches: one fact counts once."""
    grounds = weigh(fact, book=atlas.book)
    found: dict[Key, Support] = {}
    for statement in fact.statements:
        for match in atlas.reach(statement):
            made = support(fact, match, grounds=grounds)
            kept = found.get(match.key)
            if kept is None or _strongest_first(made) < _strongest_first(kept):
                found[match.key] = made
    return found.values()


def _strongest_first(found: Support) -> tuple[bool, float]:
    judged = found.fact.first.judged or datetime.min.replace(tzinfo=UTC)
    return (found.strength is not Strength.AANGETOOND, -judged.timestamp())
