"""The rules for a learner record before it is signed: it holds what others signed, and adds no word."""

from collections.abc import Iterator
from typing import Final, cast

from badges.errors import LintProblem
from badges.learnerrecord import DESCRIPTION, NAME, RECORD_CONTEXTS, RECORD_TYPES
from badges.linting import issued
from badges.linting.frame import exact_problems, moment
from badges.members import at, items, objects
from badges.proofform import has_proof
from badges.schema import Form, schema_problems
from badges.strictjson import Json, JsonObject

MEMBERS: Final = frozenset(
    {
        *("@context", "id", "type", "name", "description", "issuer", "validFrom", "partial"),
        "credentialSubject",
    }
)
"""What we say of a record, and nothing else: above all no achievement of its own."""

_SUBJECT: Final = frozenset({"id", "type", "verifiableCredential"})


def record_problems(document: JsonObject, *, issuer: str) -> Iterator[LintProblem]:
    """Give everything that keeps a record from being signed."""
    yield from exact_problems(document, key="@context", expected=list(RECORD_CONTEXTS))
    yield from exact_problems(document, key="type", expected=cast("list[Json]", list(RECORD_TYPES)))
    yield from _form_problems(document)
    yield from issued.issuer_problems(document, issuer=issuer)
    yield from issued.id_problems(
        {"/id": document.get("id"), "/credentialSubject/id": at(document, "credentialSubject", "id")}
    )
    yield from _own_words(document)
    yield from _held_problems(document)
    if moment(document.get("validFrom")) is None:
        yield _problem(
            "dates", "/validFrom", nl="Hier hoort een moment te staan.", en="A moment is expected."
        )


def _form_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Ask for the form of CLR 2.0, in which others may write a single value without a list."""
    for problem in schema_problems(document, form=Form.COMPACTED):
        yield _problem(
            "schema",
            problem.pointer,
            nl="Dit onderdeel is niet zoals CLR 2.0 het vraagt.",
            en=f"This is not as CLR 2.0 asks: {problem.message}.",
        )


def _own_words(document: JsonObject) -> Iterator[LintProblem]:
    """Ask that it says nothing but what every record says."""
    subject = at(document, "credentialSubject")
    added = set(document) - MEMBERS | (set(subject) - _SUBJECT if isinstance(subject, dict) else set())
    if added or (document.get("name"), document.get("description")) != (NAME, DESCRIPTION):
        yield _problem(
            "record-words",
            "",
            nl="Een overzicht zegt zelf niets over iemand. Haal weg wat erbij is gezet.",
            en="A record says nothing of somebody itself. Take away what was added.",
        )


def _held_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Ask for credentials, each once and each with its own proof."""
    held = objects(document, "credentialSubject", "verifiableCredential")
    every = items(at(document, "credentialSubject", "verifiableCredential"))
    names = [str(each.get("id")) for each in held]
    if not held or len(held) != len(every) or len(set(names)) != len(names) or not all(map(has_proof, held)):
        yield _problem(
            "record-holds",
            "/credentialSubject/verifiableCredential",
            nl="In een overzicht staat elk bewijs één keer, met zijn eigen handtekening.",
            en="A record holds each credential once, with its own proof.",
        )


def _problem(code: str, pointer: str, *, nl: str, en: str) -> LintProblem:
    return LintProblem(code=code, pointer=pointer, nl=nl, en=en)
