"""The rules for a praktijkverklaring that is about to be signed, beside those for all we sign.

What only the register knows (a mandate, the recognition of that day) is looked at by who gives it.
"""

from collections.abc import Iterator

from badges.errors import LintProblem
from badges.factfinding import alignments
from badges.judged import WERKPROCES, target_code
from badges.linting import issued
from badges.linting.citing import citing_problems
from badges.linting.frame import size_problems
from badges.members import at
from badges.praktijkverklaring import ACHIEVEMENT_TYPE, Title
from badges.strictjson import Json, JsonObject

TYPES = ["VerifiableCredential", "OpenBadgeCredential"]

_ACHIEVEMENT = "/credentialSubject/achievement"


def praktijkverklaring_problems(document: JsonObject, *, issuer: str) -> Iterator[LintProblem]:
    """Give everything that keeps a praktijkverklaring from being signed, but for its meaning as JSON-LD."""
    yield from size_problems(document)
    yield from issued.frame_problems(document, types=TYPES)
    yield from issued.form_problems(document)
    yield from issued.issuer_problems(document, issuer=issuer)
    yield from issued.award_problems(document)
    yield from issued.period_problems(document)
    yield from issued.id_problems(_names(document))
    yield from issued.identity_problems(document)
    yield from _title_problems(document)
    yield from _source_problems(document, issuer=issuer)
    yield from _werkproces_problems(document)
    yield from citing_problems(document)
    yield from issued.status_problems(document)
    yield from issued.text_problems(document)


def _names(document: JsonObject) -> dict[str, Json]:
    subject = document.get("credentialSubject")
    return {
        "/id": document.get("id"),
        "/credentialSubject/id": at(subject, "id"),
        f"{_ACHIEVEMENT}/id": at(subject, "achievement", "id"),
    }


def _title_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Ask for one of its two names, at both places, and for the one type that promises no more than it is."""
    achievement = at(document, "credentialSubject", "achievement")
    name = document.get("name")
    if name not in list(Title) or at(achievement, "name") != name:
        yield LintProblem(
            code="title",
            pointer="/name",
            nl=f"Dit heet: {' of: '.join(Title)}.",
            en=f"This is called: {' or: '.join(Title)}.",
        )
    if at(achievement, "achievementType") != ACHIEVEMENT_TYPE:
        yield LintProblem(
            code="achievement-type",
            pointer=f"{_ACHIEVEMENT}/achievementType",
            nl="Een praktijkverklaring is een oordeel (Assessment), niets anders.",
            en="A praktijkverklaring is an Assessment, nothing else.",
        )


def _source_problems(document: JsonObject, *, issuer: str) -> Iterator[LintProblem]:
    """Ask that it names who judged, apart from who gives it."""
    judged_by = at(document, "credentialSubject", "source", "id")
    if not isinstance(judged_by, str) or judged_by == issuer:
        yield LintProblem(
            code="source",
            pointer="/credentialSubject/source",
            nl="Een leerbedrijf beoordeelt, een school geeft. Dit zijn er twee.",
            en="A leerbedrijf judges, a school gives. These are two.",
        )


def _werkproces_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Ask for werkprocessen only, each once, by crebo and code."""
    found = alignments(document)
    codes = [target_code(each) for each in found if each.get("targetType") == WERKPROCES]
    if not found or None in codes or len(set(codes)) != len(found):
        yield LintProblem(
            code="werkprocessen",
            pointer=f"{_ACHIEVEMENT}/alignment",
            nl="Hier horen werkprocessen te staan, elk één keer, met crebo en code.",
            en="Werkprocessen are expected here, each once, by crebo and code.",
        )
