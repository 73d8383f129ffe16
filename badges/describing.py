"""Describe what can be achieved, as OB 3.0 does: the Achievement of a werkproces, or of a badgeklasse.

It stands in each badge and at its own address. A part that was not said is left out.
"""

from dataclasses import dataclass
from typing import Final

from badges.badgeklasse import Badgeklasse, Level, Step
from badges.jsonld.contexts import CREDENTIALS_V2, OB_V3
from badges.judgement import Independence, Leervorm, SkillReference, WerkprocesReference
from badges.strictjson import Json, JsonObject

BADGE_CONTEXTS = (CREDENTIALS_V2, OB_V3)
CRITERIA = "De praktijkopleider heeft gezien dat dit werkproces in de praktijk wordt uitgevoerd."
LEVELS_NAME = "Hoe ver"
"""Not `niveau`: that word is taken by the levels of the mbo."""

_INDEPENDENCE: Final = tuple(step.value for step in Independence)


@dataclass(frozen=True, slots=True)
class AchievementSlot:
    """Name the public addresses of the achievement (badgeklasse) and its picture."""

    id: str
    image_id: str
    image_caption: str


def achievement_document(
    werkproces: WerkprocesReference,
    *,
    achievement: AchievementSlot,
    skills: tuple[SkillReference, ...],
    leervorm: Leervorm,
) -> JsonObject:
    """Make the public document at the address of a werkproces as an achievement.

    It always holds the scale of independence: a badge that has a result points at it.
    """
    document: JsonObject = {"@context": list(BADGE_CONTEXTS)}
    document |= of_werkproces(werkproces, slot=achievement, skills=skills, leervorm=leervorm)
    document["resultDescription"] = [independence_scale(achievement.id)]
    return document


def badgeklasse_document(badgeklasse: Badgeklasse, *, achievement: AchievementSlot) -> JsonObject:
    """Make the public document at the address of a badgeklasse, with its levels if it has any."""
    document: JsonObject = {"@context": list(BADGE_CONTEXTS)}
    document |= of_badgeklasse(badgeklasse, slot=achievement)
    if badgeklasse.steps:
        document["resultDescription"] = [levels_scale(achievement.id, steps=badgeklasse.steps)]
    return document


def of_werkproces(
    werkproces: WerkprocesReference,
    *,
    slot: AchievementSlot,
    skills: tuple[SkillReference, ...],
    leervorm: Leervorm,
) -> JsonObject:
    """Describe a werkproces as an Achievement."""
    alignments: list[Json] = [werkproces_alignment(werkproces)]
    alignments += [_skill_alignment(skill) for skill in skills]
    return {
        "id": slot.id,
        "type": ["Achievement"],
        "achievementType": "Competency",
        "inLanguage": "nl",
        "version": "1",
        "name": werkproces.title,
        "description": (
            f"Werkproces {werkproces.code} van {werkproces.kwalificatie} (crebo {werkproces.crebo})."
        ),
        "criteria": {"id": f"{slot.id}#criteria", "narrative": CRITERIA},
        "image": {"id": slot.image_id, "type": "Image", "caption": slot.image_caption},
        "tag": [leervorm.value],
        "alignment": alignments,
    }


def of_badgeklasse(badgeklasse: Badgeklasse, *, slot: AchievementSlot) -> JsonObject:
    """Describe a badgeklasse as an Achievement."""
    found: JsonObject = {
        "id": slot.id,
        "type": ["Achievement"],
        "achievementType": badgeklasse.kind.value,
        "inLanguage": badgeklasse.language,
        "version": str(badgeklasse.version),
        "name": badgeklasse.name,
        "description": badgeklasse.description,
        "criteria": {"id": f"{slot.id}#criteria", "narrative": badgeklasse.criteria},
        "image": {"id": slot.image_id, "type": "Image", "caption": slot.image_caption},
        "tag": [badgeklasse.leervorm.value],
    }
    work = badgeklasse.werkproces
    alignments: list[Json] = [werkproces_alignment(work)] if work else []
    alignments += [_skill_alignment(skill) for skill in badgeklasse.skills]
    if alignments:
        found["alignment"] = alignments
    if badgeklasse.editions:
        found["related"] = [
            _edition(badgeklasse, at=each.url, language=each.language) for each in badgeklasse.editions
        ]
    return found


def independence_scale(achievement_id: str) -> JsonObject:
    """Describe the scale of independence of a werkproces."""
    return {
        "id": independence_scale_id(achievement_id),
        "type": ["ResultDescription"],
        "name": "Hoe zelfstandig",
        "resultType": "PerformanceLevel",
        "allowedValue": [*_INDEPENDENCE],
    }


def independence_scale_id(achievement_id: str) -> str:
    """Give the address of the scale of independence of an achievement."""
    return f"{achievement_id}#zelfstandigheid"


def levels_scale(achievement_id: str, *, steps: tuple[Step, ...]) -> JsonObject:
    """Describe the levels of a badgeklasse, each in its own words (OB 3.0 RubricCriterionLevel)."""
    return {
        "id": levels_scale_id(achievement_id),
        "type": ["ResultDescription"],
        "name": LEVELS_NAME,
        "resultType": "RubricCriterionLevel",
        "allowedValue": [step.level.value for step in steps],
        "rubricCriterionLevel": [
            {
                "id": level_id(achievement_id, level=step.level),
                "type": ["RubricCriterionLevel"],
                "name": step.level.value,
                "description": step.criteria,
            }
            for step in steps
        ],
    }


def levels_scale_id(achievement_id: str) -> str:
    """Give the address of the levels of an achievement."""
    return f"{achievement_id}#hoe-ver"


def level_id(achievement_id: str, *, level: Level) -> str:
    """Give the address of one level of an achievement."""
    return f"{achievement_id}#{level.value}"


def werkproces_alignment(werkproces: WerkprocesReference) -> JsonObject:
    """Name a werkproces as what an achievement corresponds to (OB 3.0 Alignment)."""
    return {
        "type": ["Alignment"],
        "targetType": "ext:Werkproces",
        "targetCode": f"{werkproces.crebo}/{werkproces.code}",
        "targetName": werkproces.title,
        "targetFramework": (
            f"Kwalificatiestructuur mbo (SBB): {werkproces.kwalificatie}, crebo {werkproces.crebo}"
        ),
        "targetUrl": werkproces.url,
    }


def _skill_alignment(skill: SkillReference) -> JsonObject:
    return {
        "type": ["Alignment"],
        "targetType": "ceasn:Competency",
        "targetName": skill.label,
        "targetFramework": "CompetentNL",
        "targetUrl": skill.uri,
    }


def _edition(badgeklasse: Badgeklasse, *, at: str, language: str) -> JsonObject:
    """Name the same version in another language (OB 3.0 Related)."""
    return {"id": at, "type": ["Related"], "inLanguage": language, "version": str(badgeklasse.version)}
