"""The rules for a status list that is about to be signed (Bitstring Status List 1.0 2.2)."""

import re
from collections.abc import Iterator

from badges.composing import STATUS_LIST_CONTEXTS
from badges.errors import LintProblem
from badges.linting import strings
from badges.linting.frame import exact_problems, is_web_address, issuer_problem, moment, size_problems
from badges.members import at
from badges.strictjson import Json, JsonObject

_TYPES: list[Json] = ["VerifiableCredential", "BitstringStatusListCredential"]
_ENCODED = re.compile(r"u[A-Za-z0-9_-]+")


def status_list_problems(document: JsonObject, *, issuer: str) -> Iterator[LintProblem]:
    """Give everything that keeps a status list from being signed, but for its meaning as JSON-LD."""
    yield from size_problems(document)
    yield from exact_problems(document, key="@context", expected=list(STATUS_LIST_CONTEXTS))
    yield from exact_problems(document, key="type", expected=_TYPES)
    if document.get("issuer") != issuer:
        yield issuer_problem("/issuer")
    yield from _period_problems(document)
    yield from _list_problems(document)
    if not strings.is_plain(document):
        yield from strings.string_problems(document)


def _period_problems(document: JsonObject) -> Iterator[LintProblem]:
    start, end = moment(document.get("validFrom")), moment(document.get("validUntil"))
    if start is None or end is None or start >= end:
        yield LintProblem(
            code="dates",
            pointer="/validUntil",
            nl="De lijst moet een begin en een later einde hebben.",
            en="The list needs a start and a later end.",
        )


def _list_problems(document: JsonObject) -> Iterator[LintProblem]:
    address, subject = document.get("id"), at(document, "credentialSubject")
    encoded = at(subject, "encodedList")
    complete = (
        is_web_address(address)
        and at(subject, "id") == f"{address}#list"
        and at(subject, "type") == "BitstringStatusList"
        and at(subject, "statusPurpose") == "revocation"
        and isinstance(encoded, str)
        and _ENCODED.fullmatch(encoded) is not None
    )
    if not complete:
        yield LintProblem(
            code="status",
            pointer="/credentialSubject",
            nl="De intreklijst is niet compleet.",
            en="The status list is not complete.",
        )
