"""The rules that all we sign about a person share: its frame, issuer, dates, ids, name of the person, status.

Every rule bears any document, as those for a badge (`badges.linting.badge`).
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import cast

from badges.describing import BADGE_CONTEXTS
from badges.errors import LintProblem
from badges.linting import strings
from badges.linting.frame import exact_problems, is_web_address, issuer_problem, moment
from badges.members import at, objects
from badges.moments import dutch_day
from badges.schema import schema_problems
from badges.strictjson import Json, JsonObject

_URN_UUID = re.compile(r"urn:uuid:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
_INDEX = re.compile(r"0|[1-9][0-9]{0,9}")


def frame_problems(document: JsonObject, *, types: list[str]) -> Iterator[LintProblem]:
    """Ask for our contexts, these types, and no signature yet."""
    yield from exact_problems(document, key="@context", expected=list(BADGE_CONTEXTS))
    yield from exact_problems(document, key="type", expected=cast("list[Json]", types))
    if "proof" in document:
        yield LintProblem(
            code="proof",
            pointer="/proof",
            nl="Dit bewijs is al ondertekend. Onderteken alleen wat nog geen handtekening heeft.",
            en="This is already signed. Sign only what has no proof yet.",
        )


def form_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Ask for the form that OB 3.0 gives it."""
    for problem in schema_problems(document):
        yield LintProblem(
            code="schema",
            pointer=problem.pointer,
            nl="Dit onderdeel is niet zoals Open Badges 3.0 het vraagt. Pas het aan.",
            en=f"This is not as Open Badges 3.0 asks: {problem.message}.",
        )


def issuer_problems(document: JsonObject, *, issuer: str) -> Iterator[LintProblem]:
    """Ask that it names who signs."""
    if at(document, "issuer", "id") != issuer:
        yield issuer_problem("/issuer/id")


def award_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Ask for one moment of signing, and for an end, if there is one, after that."""
    moments = {f"/{key}": moment(document.get(key)) for key in ("validFrom", "awardedDate")}
    yield from _unreadable(moments)
    valid_from, awarded = moments.values()
    if valid_from and awarded and valid_from != awarded:
        yield _date_problem(
            "/awardedDate", nl="De datum is niet die van de handtekening.", en="Not validFrom."
        )
    yield from _expiry_problems(document, valid_from=valid_from)


def period_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Ask for start <= end, and for no day that was yet to come in the Netherlands when it was awarded."""
    subject, awarded = document.get("credentialSubject"), moment(document.get("awardedDate"))
    places = {
        "/credentialSubject/activityStartDate": at(subject, "activityStartDate"),
        "/credentialSubject/activityEndDate": at(subject, "activityEndDate"),
    }
    moments = {pointer: moment(value) for pointer, value in places.items()}
    yield from _unreadable(moments)
    start, end = moments.values()
    if start and end and start > end:
        yield _date_problem(
            "/credentialSubject/activityEndDate",
            nl="De einddatum ligt vóór de begindatum. Pas een van de twee aan.",
            en="The end is before the start. Change one of them.",
        )
    if end and awarded and end > awarded and end.date() > dutch_day(awarded):
        yield _date_problem(
            "/credentialSubject/activityEndDate",
            nl="De einddatum ligt in de toekomst. Kies vandaag of eerder.",
            en="The end is in the future. Choose today or earlier.",
        )


def _unreadable(moments: Mapping[str, datetime | None]) -> Iterator[LintProblem]:
    yield from (_date_form_problem(pointer) for pointer, found in moments.items() if found is None)


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


def id_problems(places: Mapping[str, Json]) -> Iterator[LintProblem]:
    """Ask for random names that lead to nobody: no page, no person, no other badge."""
    seen: set[Json] = set()
    for pointer, value in places.items():
        if not is_random_name(value) or value in seen:
            yield LintProblem(
                code="id-form",
                pointer=pointer,
                nl="Hier hoort een eigen willekeurig nummer te staan (urn:uuid).",
                en="A random name of its own is expected here (urn:uuid).",
            )
        else:
            seen.add(value)


def is_random_name(value: Json) -> bool:
    """Tell a name that leads to nobody (`urn:uuid:`)."""
    return isinstance(value, str) and _URN_UUID.fullmatch(value) is not None


def identity_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Let a badge say at most how someone wants to be named: no address, hash or birth date."""
    for number, identity in enumerate(objects(document, "credentialSubject", "identifier")):
        pointer = f"/credentialSubject/identifier/{number}"
        if identity.get("identityType") != "name" or identity.get("hashed") is not False or number > 0:
            yield _identity_problem(pointer)


def text_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Look at all that stands in it: what people typed, and each string where there is a reason to."""
    yield from strings.sensitive_problems(document)
    if not strings.is_plain(document):
        for pointer in strings.personal_members(document):
            yield _identity_problem(pointer)
        yield from strings.string_problems(document)


def _identity_problem(pointer: str) -> LintProblem:
    return LintProblem(
        code="identity",
        pointer=pointer,
        nl="In een bewijs staat van de persoon alleen een naam. Haal dit weg.",
        en="Of the person, a badge holds a name only. Remove this.",
    )


def status_problems(document: JsonObject) -> Iterator[LintProblem]:
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
