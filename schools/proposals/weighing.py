"""How strong one fact is for one werkproces, and on what grounds."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from badges.judgement import Independence
from schools.evidence.counting import Fact
from schools.evidence.evidence import Evidence
from schools.mapping.relating import Match
from schools.mapping.rules import Ground, Rulebook, Strength
from verifier.recognition import Recognised

_INDEPENDENCE: Final = MappingProxyType(
    {
        Independence.MET_HULP: "met-hulp",
        Independence.ZELFSTANDIG: "zelfstandig",
        Independence.KAN_HET_UITLEGGEN: "legt-uit",
        None: "niet-gezegd",
    }
)


SHAKEN: Final = "steun-weg"
"""What is said of a badge of which one that it cites was withdrawn since."""


@dataclass(frozen=True, slots=True)
class Support:
    """Hold one fact that is about a werkproces: by which match, how strong, on what grounds."""

    fact: Fact
    match: Match
    strength: Strength
    grounds: tuple[Ground, ...]


def weigh(fact: Fact, *, book: Rulebook) -> tuple[Ground, ...]:
    """Give the grounds of a fact: how independently, by whom, known and recognised or not."""
    first = fact.first
    codes = [_INDEPENDENCE[fact.independence]]
    if first.is_own:
        codes.append("van-zichzelf")
    codes.append(_standing(first))
    if any(each.is_shaken for each in fact.evidence):
        codes.append(SHAKEN)
    if fact.confirmed_by:
        codes.append("bevestigd")
    if all(each.name is None for each in fact.evidence):
        codes.append("zonder-naam")
    if first.judged is None:
        codes.append("dag-onbekend")
    return tuple(book.grounds[code] for code in codes)


def _standing(of: Evidence) -> str:
    """Say who gave it: to claim more than is known lowers, a recognition that nobody knows of does not."""
    if not of.is_known:
        return "uitgever-onbekend"
    if of.is_of_school:
        return "van-een-school"
    if of.recognised is Recognised.CONFIRMED:
        return "erkend"
    if of.recognised is Recognised.DECLARED:
        return "zelf-verklaard"
    return "zelf-genoemd" if of.is_declared else "erkenning-onbekend"


def support(fact: Fact, match: Match, *, grounds: tuple[Ground, ...]) -> Support:
    """Say how strong a fact is for a werkproces: as the rule allows, and in part where a ground lowers it."""
    lowered = any(ground.lowers for ground in grounds)
    strength = match.most.at_most(Strength.DEELS) if lowered else match.most
    return Support(fact, match, strength, grounds)
