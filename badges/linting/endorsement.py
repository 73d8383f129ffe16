"""The rules for an endorsement that is about to be signed, on top of those for all we sign."""

from collections.abc import Iterator

from badges.errors import LintProblem
from badges.linting import issued
from badges.linting.citing import achievement_problems, citing_problems
from badges.linting.frame import is_web_address, size_problems
from badges.members import at, objects
from badges.strictjson import JsonObject

TYPES = ["VerifiableCredential", "EndorsementCredential"]


def endorsement_problems(document: JsonObject, *, issuer: str) -> Iterator[LintProblem]:
    """Give everything that keeps an endorsement from being signed, but for its meaning as JSON-LD."""
    yield from size_problems(document)
    yield from issued.frame_problems(document, types=TYPES)
    yield from issued.form_problems(document)
    yield from issued.issuer_problems(document, issuer=issuer)
    yield from issued.award_problems(document)
    yield from issued.id_problems({"/id": document.get("id")})
    yield from _subject_problems(document)
    yield from _citing_problems(document)
    yield from issued.status_problems(document)
    yield from issued.text_problems(document)


def _citing_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Ask that it cites what it is about: an achievement has an address, a badge has none."""
    is_achievement = is_web_address(at(document, "credentialSubject", "id"))
    return achievement_problems(document) if is_achievement else citing_problems(document)


def _subject_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Ask that what it speaks of and what it cites are one thing, and not itself."""
    about = at(document, "credentialSubject", "id")
    cited = [each.get("id") for each in objects(document, "relatedResource")]
    if cited != [about] or about == document.get("id"):
        yield LintProblem(
            code="subject",
            pointer="/credentialSubject/id",
            nl="Een bevestiging gaat over één bewijs, en noemt dat ook bij zijn bytes.",
            en="An endorsement is about one badge, and names its bytes too.",
        )
