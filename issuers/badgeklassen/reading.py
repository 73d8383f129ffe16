"""Read what was typed into a badgeklasse that can be published, or say all that is wrong with it at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from badges.badgeklasse import AchievementType, Badgeklasse, LanguageEdition, Level, Step
from badges.emblem import Emblem
from badges.judgement import Leervorm, SkillReference, WerkprocesReference
from badges.protected import protected_word
from badges.revealing import revealing_word
from badges.texts import normalize, text_problems
from issuers.badgeklassen import problems as said
from issuers.badgeklassen.picturing import read_emblem
from issuers.badgeklassen.typed import TypedBadgeklasse
from issuers.errors import FieldProblem, FormError

NAME_LENGTH: Final = 60
TEXT_LENGTH: Final = 300
CRITERIA_LENGTH: Final = 600
SKILLS_AT_MOST: Final = 8
MONTHS_AT_MOST: Final = 240

_Value = TypeVar("_Value", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Hold what can be chosen: skills by their address, and how to find a werkproces by CREBO/CODE."""

    skills: Mapping[str, SkillReference]
    find_werkproces: Callable[[str], WerkprocesReference | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Hold what a badgeklasse says in one language."""

    name: str
    description: str
    criteria: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Hold a badgeklasse that can be published, but for its addresses."""

    dutch: Words
    english: Words | None
    kind: AchievementType
    leervorm: Leervorm
    skills: tuple[SkillReference, ...]
    werkproces: WerkprocesReference | None
    months: int | None
    emblem: Emblem

    def in_dutch(self, url: str, *, version: int, english_url: str | None) -> Badgeklasse:
        """Give the edition that badges are made of, which names the English one."""
        others = (LanguageEdition("en", english_url),) if english_url else ()
        return self._edition(self.dutch, url=url, version=version, language="nl", others=others)

    def in_english(self, url: str, *, version: int, dutch_url: str) -> Badgeklasse | None:
        """Give the English edition, which names the Dutch one; None where there is none."""
        if self.english is None:
            return None
        others = (LanguageEdition("nl", dutch_url),)
        return self._edition(self.english, url=url, version=version, language="en", others=others)

    def _edition(
        self, words: Words, *, url: str, version: int, language: str, others: tuple[LanguageEdition, ...]
    ) -> Badgeklasse:
        return Badgeklasse(
            url=url,
            version=version,
            language=language,
            name=words.name,
            description=words.description,
            criteria=words.criteria,
            kind=self.kind,
            leervorm=self.leervorm,
            steps=words.steps,
            skills=self.skills,
            werkproces=self.werkproces,
            months=self.months,
            emblem=self.emblem,
            editions=others,
        )


def read_badgeklasse(typed: TypedBadgeklasse, *, offer: Offer) -> Content:
    """Read a typed form.

    Raises:
        FormError: with every problem of every field.
    """
    problems: list[FieldProblem] = []
    dutch = _read_words(typed, "", problems=problems)
    english = _read_words(typed, "_en", problems=problems) if _has_english(typed) else None
    if english and [each.level for each in english.steps] != [each.level for each in dutch.steps]:
        problems.append(said.OTHER_LEVELS)
    kind = _read_choice(typed.soort, AchievementType, field="soort", problems=problems)
    leervorm = _read_choice(typed.leervorm, Leervorm, field="leervorm", problems=problems)
    skills = _read_skills(typed, offer=offer, problems=problems)
    werkproces = _read_werkproces(typed, offer=offer, problems=problems)
    if werkproces and kind is not AchievementType.COMPETENCY:
        problems.append(said.WORK_IS_COMPETENCY)
    months = _read_months(typed.maanden, problems=problems)
    emblem = read_emblem(typed, problems=problems)
    if problems or kind is None or leervorm is None or emblem is None:
        raise FormError(problems)
    return Content(
        dutch=dutch,
        english=english,
        kind=kind,
        leervorm=leervorm,
        skills=skills,
        werkproces=werkproces,
        months=months,
        emblem=emblem,
    )


def revealed_by(typed: TypedBadgeklasse) -> str | None:
    """Give a word that tells to which group somebody belongs who has this badge, if one stands there."""
    texts = (typed.naam, typed.omschrijving, typed.criteria, typed.beginner, typed.gevorderd, typed.expert)
    return next((word for text in texts if (word := revealing_word(text))), None)


def _has_english(typed: TypedBadgeklasse) -> bool:
    names = ("naam", "omschrijving", "criteria", *Level)
    return any(getattr(typed, f"{name}_en").strip() for name in names)


def _read_words(typed: TypedBadgeklasse, ending: str, *, problems: list[FieldProblem]) -> Words:
    """Read what it says in one language; levels are there or not, each in its own words."""

    def read(name: str, *, most: int) -> str:
        field = f"{name}{ending}"
        return _read_text(getattr(typed, field), field=field, most=most, problems=problems)

    name = " ".join(read("naam", most=NAME_LENGTH).split())
    word = protected_word(name)
    if word:
        problems.append(said.protected(f"naam{ending}", word=word))
    return Words(
        name=name,
        description=read("omschrijving", most=TEXT_LENGTH),
        criteria=read("criteria", most=CRITERIA_LENGTH),
        steps=tuple(
            Step(level, read(level.value, most=TEXT_LENGTH))
            for level in Level
            if getattr(typed, f"{level.value}{ending}").strip()
        ),
    )


def _read_text(text: str, *, field: str, most: int, problems: list[FieldProblem]) -> str:
    found = normalize(text).strip()
    if not found:
        problems.append(said.empty(field))
        return found
    problems += [FieldProblem.of(each, field=field) for each in text_problems(found, max_length=most)]
    return found


def _read_choice(
    text: str, choices: type[_Value], *, field: str, problems: list[FieldProblem]
) -> _Value | None:
    try:
        return choices(text)
    except ValueError:
        problems.append(said.unknown_choice(field))
        return None


def _read_skills(
    typed: TypedBadgeklasse, *, offer: Offer, problems: list[FieldProblem]
) -> tuple[SkillReference, ...]:
    """Read the chosen skills, each once, in the order in which they were offered."""
    chosen = set(typed.vaardigheden)
    if not chosen <= offer.skills.keys():
        problems.append(said.UNKNOWN_SKILL)
    if len(chosen) > SKILLS_AT_MOST:
        problems.append(said.TOO_MANY_SKILLS)
    return tuple(skill for uri, skill in offer.skills.items() if uri in chosen)


def _read_werkproces(
    typed: TypedBadgeklasse, *, offer: Offer, problems: list[FieldProblem]
) -> WerkprocesReference | None:
    named = typed.werkproces.strip()
    found = offer.find_werkproces(named) if named else None
    if named and found is None:
        problems.append(said.UNKNOWN_WORK)
    return found


def _read_months(text: str, *, problems: list[FieldProblem]) -> int | None:
    said_months = text.strip()
    if not said_months:
        return None
    if said_months not in map(str, range(1, MONTHS_AT_MOST + 1)):
        problems.append(said.MONTHS)
        return None
    return int(said_months)
