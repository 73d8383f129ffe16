"""What an organisation designs itself to judge people by, beside the werkprocessen: a badgeklasse.

A badgeklasse is an Achievement of OB 3.0. Its levels say how far somebody is in one skill, and nothing of
the level of a mbo-opleiding. One that points at a werkproces stays a badge of who judged it: the werkproces
is what the work was, and whether anybody recognised the judge for it is not said.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from badges.emblem import Emblem
from badges.judgement import Judgement, Leervorm, Role, SkillReference, WerkprocesReference


class Level(StrEnum):
    """Say how far somebody is, from low to high."""

    BEGINNER = "beginner"
    GEVORDERD = "gevorderd"
    EXPERT = "expert"


class AchievementType(StrEnum):
    """Say what kind of thing was achieved, by the words of OB 3.0 that no law keeps for others."""

    COMPETENCY = "Competency"
    ACHIEVEMENT = "Achievement"
    COURSE = "Course"
    COMMUNITY_SERVICE = "CommunityService"


@dataclass(frozen=True, slots=True)
class Step:
    """Say in plain words what somebody does who is so far."""

    level: Level
    criteria: str


@dataclass(frozen=True, slots=True)
class LanguageEdition:
    """Name the same badgeklasse in another language, by its own address."""

    language: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Badgeklasse:
    """Hold one published version of a badgeklasse, in one language.

    Attributes:
        url: Its public address, which no other version has.
        version: Counted from 1.
        language: In which it is written, as `nl`.
        name: What badges of it are called.
        description: What it is about, in a sentence or two.
        criteria: What somebody did who earns it, in plain words.
        kind: What kind of thing is achieved.
        leervorm: How it is learned.
        steps: What somebody does at each level, from low to high; none if it has no levels.
        skills: The skills that it asks, in the order they were chosen.
        werkproces: The werkproces that it is about, if it is about one.
        months: For how many months a badge of it is valid; None for ever.
        emblem: How its picture looks.
        editions: The same version in other languages.
    """

    url: str
    version: int
    language: str = "nl"
    name: str
    description: str
    criteria: str
    kind: AchievementType
    leervorm: Leervorm
    steps: tuple[Step, ...] = ()
    skills: tuple[SkillReference, ...] = ()
    werkproces: WerkprocesReference | None = None
    months: int | None = None
    emblem: Emblem
    editions: tuple[LanguageEdition, ...] = ()


@dataclass(frozen=True, slots=True)
class BadgeklasseJudgement:
    """Hold what one person did, as it was judged by a badgeklasse of the organisation itself.

    Attributes:
        badgeklasse: By which it was judged.
        name: How the person wants to be named; None when the person wants no name.
        narrative: One or two sentences on what the person did.
        start: The first day of what was judged.
        end: The last day of it.
        level: How far the person is, if that was said and the badgeklasse has levels.
        role: In what role, if that was said.
    """

    badgeklasse: Badgeklasse
    name: str | None
    narrative: str
    start: date
    end: date
    level: Level | None
    role: Role | None

    @property
    def title(self) -> str:
        """Give what the badge is called."""
        return self.badgeklasse.name


AnyJudgement: TypeAlias = Judgement | BadgeklasseJudgement
"""What a badge can be made of."""
