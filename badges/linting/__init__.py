"""Look at a credential for the last time before it is signed: the only way to a LintedCredential.

What a signature covers can never be taken back, so everything that must hold is looked at here
again, whatever the rooms before it have checked, and everything that is wrong is said at once.
"""

from collections.abc import Iterator

from badges.credential import LintedCredential, LintedRecord, UnsignedCredential
from badges.errors import JsonLdError, LintError, LintProblem
from badges.jsonld import walker
from badges.linting.alike import Kind, texts_in
from badges.linting.badge import badge_problems
from badges.linting.endorsement import endorsement_problems
from badges.linting.praktijkverklaring import praktijkverklaring_problems
from badges.linting.record import record_problems
from badges.linting.status_list import status_list_problems
from badges.strictjson import JsonObject
from badges.texts import orders_differ


def lint(unsigned: UnsignedCredential, *, issuer: str) -> LintedCredential:
    """Look at a badge that this issuer is about to sign.

    Raises:
        LintError: with every problem that was found, each with its pointer.
    """
    return _judge(unsigned.document, problems=badge_problems(unsigned.document, issuer=issuer))


def lint_alike(unsigned: UnsignedCredential, *, issuer: str, kind: Kind) -> LintedCredential | None:
    """Look at a badge by what it has that others of its kind have not; None where it is of another.

    What it gives was canonicalised by the template of its kind, not by the walker.

    Raises:
        LintError: as `lint`.
    """
    document = unsigned.document
    values = texts_in(document)
    filled = kind.fill(document, values=values)
    if filled is None or issuer != kind.issuer:
        return None
    if not kind.surely_holds(document, values=values, filled=filled):
        lint(unsigned, issuer=issuer)
    return LintedCredential(document=document, canonical=filled.nquads, written=filled.json)


def lint_praktijkverklaring(unsigned: UnsignedCredential, *, issuer: str) -> LintedCredential:
    """Look at a praktijkverklaring that this school is about to sign.

    Raises:
        LintError: with every problem that was found, each with its pointer.
    """
    problems = praktijkverklaring_problems(unsigned.document, issuer=issuer)
    return _judge(unsigned.document, problems=problems)


def lint_endorsement(unsigned: UnsignedCredential, *, issuer: str) -> LintedCredential:
    """Look at an endorsement that this issuer is about to sign.

    Raises:
        LintError: with every problem that was found, each with its pointer.
    """
    return _judge(unsigned.document, problems=endorsement_problems(unsigned.document, issuer=issuer))


def lint_record(unsigned: UnsignedCredential, *, issuer: str) -> LintedRecord:
    """Look at a learner record that this issuer is about to sign as a token.

    Raises:
        LintError: with every problem that was found, each with its pointer.
    """
    found = tuple(record_problems(unsigned.document, issuer=issuer))
    if found:
        raise LintError(found)
    return LintedRecord(document=unsigned.document)


def lint_status_list(unsigned: UnsignedCredential, *, issuer: str) -> LintedCredential:
    """Look at a status list that this issuer is about to sign.

    Raises:
        LintError: with every problem that was found, each with its pointer.
    """
    return _judge(unsigned.document, problems=status_list_problems(unsigned.document, issuer=issuer))


def _judge(document: JsonObject, *, problems: Iterator[LintProblem]) -> LintedCredential:
    found = list(problems)
    canonical = b""
    try:
        canonical = walker.canonicalize(document)
    except JsonLdError as error:
        found.append(_meaning_problem(error))
    found += _order_problems(canonical)
    if found:
        raise LintError(tuple(found))
    return LintedCredential(document=document, canonical=canonical)


def _meaning_problem(error: JsonLdError) -> LintProblem:
    """Say that the contexts give a member no meaning, so that a signature would not cover it."""
    return LintProblem(
        code=error.code,
        pointer=error.pointer,
        nl="Dit onderdeel kent de standaard niet. Het zou niet onder de handtekening vallen. Haal het weg.",
        en=f"The signature would not cover this. Remove it: {error.reason}.",
    )


def _order_problems(canonical: bytes) -> Iterator[LintProblem]:
    """Refuse what JavaScript verifiers would hash in another order than we do."""
    if orders_differ(canonical):
        yield LintProblem(
            code="text-order",
            pointer="",
            nl="Een emoji staat hier op een plek die niet elke controle hetzelfde leest. Haal de emoji weg.",
            en="An emoji stands where not every verifier reads the same. Remove the emoji.",
        )
