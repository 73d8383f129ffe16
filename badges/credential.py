"""The OB 3.0 document and its stages: having the type is the evidence.

    compose -> UnsignedCredential -> lint -> LintedCredential -> add_proof -> SignedCredential
    bytes -> parse -> UnverifiedCredential

Only `badges.linting` makes a LintedCredential or a LintedRecord, only `badges.proofs` a SignedCredential.
"""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from badges import strictjson
from badges.errors import DocumentError
from badges.members import items
from badges.strictjson import JsonObject


@dataclass(frozen=True, slots=True)
class UnsignedCredential:
    """Hold a credential that was composed, and that nobody has looked at yet."""

    document: JsonObject


@dataclass(frozen=True, slots=True)
class LintedCredential:
    """Hold a credential that may be signed: `badges.linting` found nothing against it.

    Attributes:
        document: What was looked at.
        canonical: Its canonical N-Quads, which linting made to look at it; not to be made twice.
        written: Its bytes, where linting wrote them; also not to be made twice.
    """

    document: JsonObject
    canonical: bytes
    written: bytes | None = field(default=None, compare=False, repr=False)

    @property
    def raw(self) -> bytes:
        """Give its bytes as they are signed and published."""
        return strictjson.dumps(self.document) if self.written is None else self.written


@dataclass(frozen=True, slots=True)
class LintedRecord:
    """Hold a learner record that may be signed as a token: `badges.linting` found nothing against it.

    It was never canonicalised: contexts of others stand in it, which the engine that we sign with refuses.
    """

    document: JsonObject


PROOF_FOLLOWS: Final = b',"proof":['
"""Stands between the members of a credential and the proof that is set behind them.

In no text, for quotes are escaped there.
"""


@dataclass(frozen=True)
class SignedCredential:
    """Hold the exact bytes that are published for a credential with its proof.

    The bytes are made first and read only when somebody asks for the document: issuing does not.
    """

    raw: bytes

    @cached_property
    def document(self) -> JsonObject:
        """Read the bytes, once."""
        return strictjson.loads_object(self.raw)

    @property
    def unsecured(self) -> bytes:
        """Give the bytes as they were before `add_proof` set the proof behind them."""
        return self.raw[: self.raw.rindex(PROOF_FOLLOWS)] + b"}"


@dataclass(frozen=True, slots=True)
class UnverifiedCredential:
    """Hold what came in from outside: it was readable, that is all we know."""

    document: JsonObject
    raw: bytes


def parse(raw: bytes) -> UnverifiedCredential:
    """Read bytes from outside as something that may be a credential; nothing is checked yet.

    A context and the type VerifiableCredential (VCDM 4.5) are all that is asked here: an old or
    broken credential deserves a report that says what is wrong with it, not a refusal.

    Raises:
        DocumentError: the bytes are no JSON that we read (`json-...`), or no credential
            (`not-a-credential`).
    """
    document = strictjson.loads(raw)
    if not isinstance(document, dict):
        raise DocumentError("JSON, but not an object", code="not-a-credential")
    return recognise(document, raw=raw)


def recognise(document: JsonObject, *, raw: bytes) -> UnverifiedCredential:
    """Take an object that was read as something that may be a credential.

    Raises:
        DocumentError: it is no credential (`not-a-credential`).
    """
    if not isinstance(document.get("@context"), (str, list, dict)):
        raise DocumentError("it has no @context", code="not-a-credential")
    if "VerifiableCredential" not in items(document.get("type")):
        raise DocumentError("its type is not VerifiableCredential", code="not-a-credential")
    return UnverifiedCredential(document=document, raw=raw)
