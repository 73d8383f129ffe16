"""The targets as they are offered in a list to choose from."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from badges.catalogue.catalogue import Catalogue
from schools.errors import TargetUnknownError
from schools.mapping.targets import Target, TargetKind, find_target, targets
from templates import views

_KINDS: Final = (TargetKind.CERTIFICAAT, TargetKind.KWALIFICATIE, TargetKind.KEUZEDEEL)
_CATALOGUES: Final = 2


@lru_cache(maxsize=_CATALOGUES)
def target_groups(catalogue: Catalogue) -> tuple[views.proposals.TargetGroup, ...]:
    """Offer every target but the kerntaken, which stand on the page of their kwalificatie."""
    return tuple(_groups(catalogue))


def title_of(code: str, *, catalogue: Catalogue) -> str | None:
    """Name a target; None where an import of the catalogue took it out."""
    try:
        return find_target(code, catalogue=catalogue).title
    except TargetUnknownError:
        return None


def _groups(catalogue: Catalogue) -> Iterator[views.proposals.TargetGroup]:
    every = [*targets(catalogue)]
    for kind in _KINDS:
        own = sorted((each for each in every if each.kind is kind), key=_known_first)
        yield views.proposals.TargetGroup(
            kind=kind.value,
            options=tuple(
                views.proposals.TargetOption(value=each.code, title=each.title, is_whole=each.is_whole)
                for each in own
            ),
        )


def _known_first(target: Target) -> tuple[bool, str, str]:
    return (not target.is_whole, target.title, target.code)
