"""The OB 3.0 document and its stages: having the type is the evidence.

    compose -> UnsignedCredential -> lint -> LintedCredential -> add_proof -> SignedCredential
    bytes -> parse -> UnverifiedCredential

Only `badges.linting` makes a LintedCredential, only `badges.proofs` a SignedCredential.
"""

from dataclasses import dataclass

from badges.strictjson import JsonObject


@dataclass(frozen=True, slots=True)
class UnsignedCredential:
    """Hold a credential that was composed, and that nobody has looked at yet."""

    document: JsonObject


@dataclass(frozen=True, slots=True)
class LintedCredential:
    """Hold a credential that may be signed: `badges.linting` found nothing against it."""

    document: JsonObject


@dataclass(frozen=True, slots=True)
class SignedCredential:
    """Hold a credential with its proof, and the exact bytes that are published for it."""

    document: JsonObject
    raw: bytes


@dataclass(frozen=True, slots=True)
class UnverifiedCredential:
    """Hold what came in from outside: it was readable, that is all we know."""

    document: JsonObject
    raw: bytes
