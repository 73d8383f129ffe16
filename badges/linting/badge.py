"""The rules for a badge that is about to be signed, one function each.

Every rule bears any document: what is missing is the schema's to say, so a rule stays silent
about what it cannot find. `badges.linting` runs them; nothing else should.
"""

from collections.abc import Iterator

from badges.badgeklasse import AchievementType
from badges.errors import LintProblem
from badges.judged import WERKPROCES
from badges.judgement import Leervorm
from badges.linting import issued
from badges.linting.citing import photo_addresses, photo_problems
from badges.linting.frame import size_problems
from badges.members import at, objects
from badges.protected import protected_word
from badges.strictjson import Json, JsonObject

BADGE_TYPES = ["VerifiableCredential", "OpenBadgeCredential"]
ACHIEVEMENT_TYPES = tuple(AchievementType)

_LEERVORMEN = frozenset(Leervorm)


def badge_problems(document: JsonObject, *, issuer: str) -> Iterator[LintProblem]:
    """Give everything that keeps a badge from being signed, but for its meaning as JSON-LD."""
    yield from size_problems(document)
    yield from issued.frame_problems(document, types=BADGE_TYPES)
    yield from issued.form_problems(document)
    yield from issued.issuer_problems(document, issuer=issuer)
    yield from issued.award_problems(document)
    yield from issued.period_problems(document)
    yield from issued.id_problems(_names(document))
    yield from issued.identity_problems(document)
    yield from _name_problems(document)
    yield from _kind_problems(document)
    yield from _leervorm_problems(document)
    yield from result_problems(document)
    yield from photo_problems(document)
    yield from issued.status_problems(document)
    yield from issued.text_problems(document)


def _names(document: JsonObject) -> dict[str, Json]:
    """Give what names the badge, the person and each piece of evidence, but for photos at an address."""
    places = {"/id": document.get("id"), "/credentialSubject/id": at(document, "credentialSubject", "id")}
    shown = photo_addresses(document)
    for number, evidence in enumerate(objects(document, "evidence")):
        if number and evidence.get("id") in shown:
            continue
        places[f"/evidence/{number}/id"] = evidence.get("id")
    return places


def _name_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Keep names that law or SBB protects for those who may use them."""
    achievement = at(document, "credentialSubject", "achievement")
    names = {"/name": document.get("name"), "/credentialSubject/achievement/name": at(achievement, "name")}
    for pointer, name in names.items():
        word = protected_word(name) if isinstance(name, str) else None
        if word:
            yield LintProblem(
                code="protected-name",
                pointer=pointer,
                nl=f"Een bewijs mag niet '{word}' heten. Kies een andere naam.",
                en=f"A badge may not be called '{word}'. Choose another name.",
            )


def _kind_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Keep the kinds of credentials that law protects for those who may give them."""
    achievement = at(document, "credentialSubject", "achievement")
    kind = at(achievement, "achievementType")
    if kind not in ACHIEVEMENT_TYPES:
        yield _kind_problem(
            nl=f"Dit soort bewijs geven wij niet. Het mag zijn: {', '.join(AchievementType)}.",
            en=f"We do not give this kind of badge. It may be: {', '.join(AchievementType)}.",
        )
    elif kind != AchievementType.COMPETENCY and any(
        each.get("targetType") == WERKPROCES for each in objects(achievement, "alignment")
    ):
        yield _kind_problem(
            nl="Een werkproces is een Competency, niets anders.",
            en="A werkproces is a Competency, nothing else.",
        )


def _kind_problem(*, nl: str, en: str) -> LintProblem:
    pointer = "/credentialSubject/achievement/achievementType"
    return LintProblem(code="achievement-type", pointer=pointer, nl=nl, en=en)


def _leervorm_problems(document: JsonObject) -> Iterator[LintProblem]:
    tags = at(document, "credentialSubject", "achievement", "tag")
    listed = tags if isinstance(tags, list) else []
    found = [tag for tag in listed if isinstance(tag, str) and tag in _LEERVORMEN]
    if len(found) != 1:
        yield LintProblem(
            code="leervorm",
            pointer="/credentialSubject/achievement/tag",
            nl=f"Kies precies één leervorm: {', '.join(Leervorm)}.",
            en=f"Choose exactly one way of learning: {', '.join(Leervorm)}.",
        )


def result_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Ask that a result is a step of the scale that it names, and a level one of its levels."""
    scales = {
        scale.get("id"): scale
        for scale in objects(document, "credentialSubject", "achievement", "resultDescription")
        if isinstance(scale.get("id"), str)
    }
    for number, result in enumerate(objects(document, "credentialSubject", "result")):
        name = result.get("resultDescription")
        scale = scales.get(name) if isinstance(name, str) else None
        allowed = at(scale, "allowedValue")
        if not isinstance(allowed, list) or result.get("value") not in allowed:
            yield _result_problem(f"/credentialSubject/result/{number}/value")
        if "achievedLevel" in result and result["achievedLevel"] not in _levels(scale):
            yield _result_problem(f"/credentialSubject/result/{number}/achievedLevel")


def _levels(scale: Json) -> list[Json]:
    return [level.get("id") for level in objects(scale, "rubricCriterionLevel")]


def _result_problem(pointer: str) -> LintProblem:
    return LintProblem(
        code="result",
        pointer=pointer,
        nl="Kies hoe het ging uit de lijst.",
        en="Choose from the list how it went.",
    )
