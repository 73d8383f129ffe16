"""Which targets somebody's badges lead toward, for who keeps them: what is there, never what is not.

Nothing is judged here: a badge that names the work counts, whoever gave it. What a school makes of it, a
proposal says, and a person decides.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from badges.catalogue.catalogue import Catalogue
from badges.catalogue.model import Kerntaak
from badges.strictjson import JsonObject
from schools.evidence.saying import statements_of
from schools.mapping.atlas import Atlas
from schools.mapping.steps import Key
from schools.mapping.targets import Target, TargetKind, targets

_KINDS: Final = frozenset({TargetKind.KWALIFICATIE, TargetKind.CERTIFICAAT})
_CATALOGUES: Final = 2


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hold a kerntaak of which there is something, and of how many werkprocessen of it."""

    kerntaak: Kerntaak
    have: int

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
        """Count the werkprocessen of which there is a badge."""
        return sum(each.have for each in self.stretches)


def routes_of(documents: Iterable[JsonObject], *, atlas: Atlas) -> tuple[Route, ...]:
    """Give the targets that badges lead toward, that of which most is there first."""
    said = {each for document in documents for each in statements_of(document)}
    keys = {match.key for each in said for match in atlas.reach(each)}
    if not keys:
        return ()
    routes = [_route(target, keys) for target in _targets(atlas.catalogue)]
    return tuple(sorted((each for each in routes if each.stretches), key=_nearest_first))


def _route(target: Target, keys: Collection[Key]) -> Route:
    found = (Stretch(each, _have(each, keys)) for each in target.kerntaken)
    return Route(target, tuple(each for each in found if each.have))


def _have(kerntaak: Kerntaak, keys: Collection[Key]) -> int:
    return sum((each.crebo, each.code) in keys for each in kerntaak.werkprocessen)


def _nearest_first(route: Route) -> tuple[int, int, bool, str, str]:
    target = route.target
    is_larger = target.kind is not TargetKind.CERTIFICAAT
    return (-route.have, len(target.werkprocessen), is_larger, target.title, target.code)


@lru_cache(maxsize=_CATALOGUES)
def _targets(catalogue: Catalogue) -> tuple[Target, ...]:
    return tuple(each for each in targets(catalogue) if each.kind in _KINDS)
