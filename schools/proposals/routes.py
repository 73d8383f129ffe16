"""Which targets somebody's badges lead toward, for who keeps them: what is there, never what is not.

Nothing is judged here: a badge that was given here and names the work counts, whoever gave it. What was given
elsewhere counts by the rules of a proposal. What a school makes of it, a person decides.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Final

from badges.catalogue.catalogue import Catalogue
from badges.catalogue.model import Kerntaak
from badges.strictjson import JsonObject
from schools.evidence.counting import count
from schools.evidence.evidence import Taken
from schools.evidence.saying import statements_of
from schools.mapping.atlas import Atlas
from schools.mapping.rules import Strength
from schools.mapping.steps import Key
from schools.mapping.targets import Target, TargetKind, targets
from schools.proposals.covering import cover

_KINDS: Final = frozenset({TargetKind.KWALIFICATIE, TargetKind.CERTIFICAAT})
_CATALOGUES: Final = 2


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hold a kerntaak of which there is something: of how many werkprocessen, and of how many a part."""

    kerntaak: Kerntaak
    have: int
    partly: int = 0

    @property
    def of(self) -> int:
        """Count its werkprocessen."""
        return len(self.kerntaak.werkprocessen)


@dataclass(frozen=True, slots=True)
class Route:
    """Hold a target that somebody's badges lead toward, by the kerntaken of which there is something."""

    target: Target
    stretches: tuple[Stretch, ...]

    @property
    def have(self) -> int:
        """Count the werkprocessen of which there is a badge, whole or for a part."""
        return sum(each.have + each.partly for each in self.stretches)


def routes_of(
    documents: Iterable[JsonObject], *, atlas: Atlas, elsewhere: Iterable[Taken] = (), on: datetime
) -> tuple[Route, ...]:
    """Give the targets that badges lead toward, that of which most is there first.

    What comes from elsewhere counts as the rules say: what is `deels` completes nothing.
    """
    said = {each for document in documents for each in statements_of(document)}
    best = _elsewhere(elsewhere, atlas=atlas, on=on)
    best |= {match.key: Strength.AANGETOOND for each in said for match in atlas.reach(each)}
    if not best:
        return ()
    routes = [_route(target, best) for target in _targets(atlas.catalogue)]
    return tuple(sorted((each for each in routes if each.stretches), key=_nearest_first))


def _elsewhere(taken: Iterable[Taken], *, atlas: Atlas, on: datetime) -> dict[Key, Strength]:
    """Say how strong what was brought in is for each werkproces."""
    supports = cover(count(taken, on=on), atlas=atlas).supports
    return {key: found[0].strength for key, found in supports.items()}


def _route(target: Target, best: Mapping[Key, Strength]) -> Route:
    found = (_stretch(each, best) for each in target.kerntaken)
    return Route(target, tuple(each for each in found if each.have or each.partly))


def _stretch(kerntaak: Kerntaak, best: Mapping[Key, Strength]) -> Stretch:
    reached = [best.get((each.crebo, each.code)) for each in kerntaak.werkprocessen]
    return Stretch(kerntaak, reached.count(Strength.AANGETOOND), partly=reached.count(Strength.DEELS))


def _nearest_first(route: Route) -> tuple[int, int, bool, str, str]:
    target = route.target
    is_larger = target.kind is not TargetKind.CERTIFICAAT
    return (-route.have, len(target.werkprocessen), is_larger, target.title, target.code)


@lru_cache(maxsize=_CATALOGUES)
def _targets(catalogue: Catalogue) -> tuple[Target, ...]:
    return tuple(each for each in targets(catalogue) if each.kind in _KINDS)
