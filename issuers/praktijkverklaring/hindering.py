"""What stands in the way of a praktijkverklaring, of it all or of one badge, and what not: pure.

Nothing is ever shown as failed: what went with help counts as what it is, and may grow by more practice.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from badges.judgement import Independence
from badges.praktijkverklaring import Title
from issuers.organisations.tables import SchoolKind


class Hindrance(StrEnum):
    """Name what stands in the way; the page says what to do."""

    NO_KIND = "geen-soort"
    NO_MANDATE = "geen-mandaat"
    REPLACED = "vervangen"
    REVOKED = "ingetrokken"
    WITH_HELP = "met-hulp"
    ERKENNING = "erkenning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Hold how a badge stands for a praktijkverklaring.

    Attributes:
        is_revoked: Whether it was withdrawn.
        is_replaced: Whether another, which the school sees too, took its place.
        independence: How independently it went, if that was said.
        is_recognised: Whether it is confirmed, or the school looked up, that the leerbedrijf was recognised.
    """

    is_revoked: bool
    is_replaced: bool = False
    independence: str | None
    is_recognised: bool


def badge_hindrances(standing: Standing) -> tuple[Hindrance, ...]:
    """Say what stands in the way of this badge; of one that was withdrawn nothing else is asked."""
    if standing.is_revoked:
        return (Hindrance.REPLACED if standing.is_replaced else Hindrance.REVOKED,)
    found = []
    if standing.independence == Independence.MET_HULP:
        found.append(Hindrance.WITH_HELP)
    if not standing.is_recognised:
        found.append(Hindrance.ERKENNING)
    return tuple(found)


def school_hindrances(*, kinds: Collection[SchoolKind], has_mandate: bool) -> tuple[Hindrance, ...]:
    """Say what stands in the way of this school, or of who confirms there."""
    found = [] if kinds else [Hindrance.NO_KIND]
    return tuple(found if has_mandate else [*found, Hindrance.NO_MANDATE])


def is_for_mbo(kinds: Collection[SchoolKind]) -> bool:
    """Tell whether it is part of a mbo-verklaring: of a school that is several things too."""
    return SchoolKind.MBO in kinds


def title_for(kinds: Collection[SchoolKind], *, is_dated: bool) -> Title:
    """Say what it is called: in the mbo it is a praktijkverklaring once its mbo-verklaring has a day."""
    return Title.AWAITS_MBO if is_for_mbo(kinds) and not is_dated else Title.PRAKTIJKVERKLARING
