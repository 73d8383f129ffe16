"""The rules for a badge that is about to be signed, one function each.

Every rule bears any document: what is missing is the schema's to say, so a rule stays silent
about what it cannot find. `badges.linting` runs them; nothing else should.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import cast

import orjson

from badges.composing import BADGE_CONTEXTS
from badges.errors import LintProblem
from badges.judgement import Leervorm
from badges.linting import strings
from badges.linting.frame import exact_problems, is_web_address, issuer_problem, moment, size_problems
from badges.members import at, objects
from badges.protected import protected_word
from badges.schema import schema_problems
from badges.strictjson import Json, JsonObject

BADGE_TYPES = ["VerifiableCredential", "OpenBadgeCredential"]
ACHIEVEMENT_TYPES = ("Competency",)

_URN_UUID = re.compile(r"urn:uuid:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
_INDEX = re.compile(r"0|[1-9][0-9]{0,9}")
_LEERVORMEN = frozenset(Leervorm)


def badge_problems(document: JsonObject, *, issuer: str) -> Iterator[LintProblem]:
    """Give everything that keeps a badge from being signed, but for its meaning as JSON-LD."""
    yield from size_problems(orjson.dumps(document))
    yield from _frame_problems(document)
    yield from _schema_problems(document)
    yield from _issuer_problems(document, issuer=issuer)
    yield from _date_problems(document)
    yield from _id_problems(document)
    yield from _identity_problems(document)
    yield from _name_problems(document)
    yield from _leervorm_problems(document)
    yield from _result_problems(document)
    yield from _status_problems(document)
    yield from strings.sensitive_problems(document)
    if not strings.is_plain(document):
        yield from _personal_problems(document)
        yield from strings.string_problems(document)


def _frame_problems(document: JsonObject) -> Iterator[LintProblem]:
    yield from exact_problems(document, key="@context", expected=list(BADGE_CONTEXTS))
    yield from exact_problems(document, key="type", expected=cast("list[Json]", BADGE_TYPES))
    if "proof" in document:
        yield LintProblem(
            code="proof",
            pointer="/proof",
            nl="Dit bewijs is al ondertekend. Onderteken alleen wat nog geen handtekening heeft.",
            en="This is already signed. Sign only what has no proof yet.",
        )


def _schema_problems(document: JsonObject) -> Iterator[LintProblem]:
    for problem in schema_problems(document):
        yield LintProblem(
            code="schema",
            pointer=problem.pointer,
            nl="Dit onderdeel is niet zoals Open Badges 3.0 het vraagt. Pas het aan.",
            en=f"This is not as Open Badges 3.0 asks: {problem.message}.",
        )


def _issuer_problems(document: JsonObject, *, issuer: str) -> Iterator[LintProblem]:
    if at(document, "issuer", "id") != issuer:
        yield issuer_problem("/issuer/id")


def _date_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Ask for start <= end <= awarded, and one moment of signing."""
    places = {
        "/validFrom": document.get("validFrom"),
        "/awardedDate": document.get("awardedDate"),
        "/credentialSubject/activityStartDate": at(document, "credentialSubject", "activityStartDate"),
        "/credentialSubject/activityEndDate": at(document, "credentialSubject", "activityEndDate"),
    }
    moments = {pointer: moment(value) for pointer, value in places.items()}
    yield from (_date_form_problem(pointer) for pointer, found in moments.items() if found is None)
    valid_from, awarded, start, end = moments.values()
    if valid_from and awarded and valid_from != awarded:
        yield _date_problem(
            "/awardedDate", nl="De datum is niet die van de handtekening.", en="Not validFrom."
        )
    if start and end and start > end:
        yield _date_problem(
            "/credentialSubject/activityEndDate",
            nl="De einddatum ligt vóór de begindatum. Pas een van de twee aan.",
            en="The end is before the start. Change one of them.",
        )
    if end and awarded and end > awarded:
        yield _date_problem(
            "/credentialSubject/activityEndDate",
            nl="De einddatum ligt in de toekomst. Kies vandaag of eerder.",
            en="The end is in the future. Choose today or earlier.",
        )
    yield from _expiry_problems(document, valid_from=valid_from)


def _expiry_problems(document: JsonObject, *, valid_from: datetime | None) -> Iterator[LintProblem]:
    if "validUntil" not in document:
        return
    until = moment(document["validUntil"])
    if until is None:
        yield _date_form_problem("/validUntil")
    elif valid_from and until <= valid_from:
        yield _date_problem(
            "/validUntil",
            nl="Dit bewijs zou al verlopen zijn. Kies een latere datum.",
            en="This would have expired already. Choose a later date.",
        )


def _date_form_problem(pointer: str) -> LintProblem:
    return _date_problem(
        pointer,
        nl="Hier hoort een datum en tijd te staan, zoals 2026-06-26T14:05:00Z.",
        en="A date and time is expected here, such as 2026-06-26T14:05:00Z.",
    )


def _date_problem(pointer: str, *, nl: str, en: str) -> LintProblem:
    return LintProblem(code="dates", pointer=pointer, nl=nl, en=en)


def _id_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Ask for random names that lead to nobody: no page, no person, no other badge."""
    places = {"/id": document.get("id"), "/credentialSubject/id": at(document, "credentialSubject", "id")}
    for number, evidence in enumerate(objects(document, "evidence")):
        places[f"/evidence/{number}/id"] = evidence.get("id")
    seen: set[Json] = set()
    for pointer, value in places.items():
        if not isinstance(value, str) or not _URN_UUID.fullmatch(value) or value in seen:
            yield LintProblem(
                code="id-form",
                pointer=pointer,
                nl="Hier hoort een eigen willekeurig nummer te staan (urn:uuid).",
                en="A random name of its own is expected here (urn:uuid).",
            )
        else:
            seen.add(value)


def _identity_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Let a badge say at most how someone wants to be named: no address, hash or birth date."""
    for number, identity in enumerate(objects(document, "credentialSubject", "identifier")):
        pointer = f"/credentialSubject/identifier/{number}"
        if identity.get("identityType") != "name" or identity.get("hashed") is not False or number > 0:
            yield _identity_problem(pointer)


def _personal_problems(document: JsonObject) -> Iterator[LintProblem]:
    for pointer in strings.personal_members(document):
        yield _identity_problem(pointer)


def _identity_problem(pointer: str) -> LintProblem:
    return LintProblem(
        code="identity",
        pointer=pointer,
        nl="In een bewijs staat van de persoon alleen een naam. Haal dit weg.",
        en="Of the person, a badge holds a name only. Remove this.",
    )


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
    if at(achievement, "achievementType") not in ACHIEVEMENT_TYPES:
        yield LintProblem(
            code="achievement-type",
            pointer="/credentialSubject/achievement/achievementType",
            nl="Een werkproces is een Competency, niets anders.",
            en="A werkproces is a Competency, nothing else.",
        )


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


def _result_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Ask that a result is a step of the scale that it names."""
    scales = {
        scale.get("id"): scale.get("allowedValue")
        for scale in objects(document, "credentialSubject", "achievement", "resultDescription")
        if isinstance(scale.get("id"), str)
    }
    for number, result in enumerate(objects(document, "credentialSubject", "result")):
        name = result.get("resultDescription")
        allowed = scales.get(name) if isinstance(name, str) else None
        if not isinstance(allowed, list) or result.get("value") not in allowed:
            yield LintProblem(
                code="result",
                pointer=f"/credentialSubject/result/{number}/value",
                nl="Kies hoe zelfstandig het ging uit de lijst.",
                en="Choose from the list how independently it went.",
            )


def _status_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Ask for an entry with which any verifier finds the bit (Bitstring Status List 1.0 2.1)."""
    entry = at(document, "credentialStatus")
    address, index = at(entry, "statusListCredential"), at(entry, "statusListIndex")
    complete = (
        at(entry, "type") == "BitstringStatusListEntry"
        and at(entry, "statusPurpose") == "revocation"
        and is_web_address(address)
        and isinstance(index, str)
        and _INDEX.fullmatch(index) is not None
        and at(entry, "id") == f"{address}#{index}"
    )
    if not complete:
        yield LintProblem(
            code="status",
            pointer="/credentialStatus",
            nl="De verwijzing naar de intreklijst is niet compleet.",
            en="The entry of the status list is not complete.",
        )
