"""What a badge says about work, as far as the catalogue may understand it."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from schools.errors import ReasonMissingError


@dataclass(frozen=True, slots=True)
class WerkprocesSaid:
    """Name a werkproces by its whole key, and by the digest of the agreed text where the badge has one."""

    crebo: str
    code: str
    digest: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class CodeSaid:
    """Name a code without a crebo: it means nothing alone, and something beside the one programme."""

    code: str
    programmes: tuple[str, ...] = ()
    title: str | None = None


@dataclass(frozen=True, slots=True)
class ProgrammeSaid:
    """Name a programme by its crebo, as edubadges do in `educationProgramIdentifier`."""

    crebo: str


@dataclass(frozen=True, slots=True)
class SkillSaid:
    """Name a skill of CompetentNL by its address."""

    uri: str


@dataclass(frozen=True, slots=True)
class TargetSaid:
    """Name a mbo-certificaat or a keuzedeel by its code."""

    code: str


@dataclass(frozen=True, slots=True)
class LinkedByHand:
    """Hold that somebody of the school joined a badge and a werkproces, and why.

    Raises:
        ReasonMissingError: nobody can follow a link without a reason.
    """

    crebo: str
    code: str
    reason: str
    by: str
    on: date

    def __post_init__(self) -> None:
        """Refuse a link that does not say who made it, and why."""
        if not self.reason.strip() or not self.by.strip():
            raise ReasonMissingError


Statement: TypeAlias = WerkprocesSaid | CodeSaid | ProgrammeSaid | SkillSaid | TargetSaid | LinkedByHand
