"""What a cryptosuite is: a name, the kinds of key that may use it, and the bytes that it has signed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeAlias

from badges import multibase
from badges.errors import ProofMalformedError, SignatureError
from badges.strictjson import JsonObject
from badges.verificationkey import Algorithm, VerificationKey

Canonicalize: TypeAlias = "Callable[[JsonObject], bytes]"
"""Turn a document without proof into canonical N-Quads: `walker`, `reference`, or one after the other."""


@dataclass(frozen=True)
class Unsecured:
    """Hold a document as a proof covers it, and the engine that can write its canonical form.

    The canonical form is made at most once, and only for suites that ask for it.
    """

    document: JsonObject
    canonicalize: Canonicalize

    @cached_property
    def nquads(self) -> bytes:
        """Write the canonical N-Quads."""
        return self.canonicalize(self.document)


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Hold a signature, and what it should be of and by; nobody checked yet whether it is."""

    signature: bytes
    data: bytes
    key: VerificationKey

    def check(self) -> None:
        """Check it.

        Raises:
            SignatureError: it is of something else, or by another key.
        """
        self.key.check(self.signature, data=self.data)


class ToSign(Protocol):
    """Say what is signed, of a document and of the options of its proof."""

    def __call__(self, unsecured: Unsecured, *, options: JsonObject, algorithm: Algorithm) -> bytes:
        """Give the bytes to sign; `options` is the proof without its value, `algorithm` the kind of key."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Cryptosuite:
    """Hold what tells one suite from another; all else about proofs is the same (VC-DI 3.1)."""

    name: str
    algorithms: frozenset[Algorithm]
    to_sign: ToSign

    def check(self, value: str, *, unsecured: Unsecured, options: JsonObject, key: VerificationKey) -> None:
        """Check that a proof value is the key's signature of this document with these options.

        Raises:
            JsonLdError: the document has no canonical form without loss.
            ProofMalformedError: the value has another form.
            SignatureError: it is no such signature, or keys of this kind make none for this suite.
        """
        self.read(value, unsecured=unsecured, options=options, key=key).check()

    def read(
        self, value: str, *, unsecured: Unsecured, options: JsonObject, key: VerificationKey
    ) -> Unchecked:
        """Read a proof value, and what it should be a signature of: all of `check` but its last step.

        Raises:
            JsonLdError: the document has no canonical form without loss.
            ProofMalformedError: the value has another form.
            SignatureError: keys of this kind make none for this suite.
        """
        data = self.to_sign(unsecured, options=options, algorithm=key.algorithm)
        if key.algorithm not in self.algorithms:
            raise SignatureError(f"a key of {key.algorithm} makes no proofs of {self.name}")
        return Unchecked(read_value(value, size=key.signature_bytes), data, key)


def write_value(signature: bytes) -> str:
    """Write a signature as a proof value (VC-DI-EDDSA 3.2.1, VC-DI-ECDSA 3.2.1)."""
    return "z" + multibase.encode(signature)


def read_value(value: str, *, size: int) -> bytes:
    """Read the bytes of a signature out of a proof value (VC-DI-EDDSA 3.2.2, VC-DI-ECDSA 3.2.2).

    Raises:
        ProofMalformedError: no `z`, no base58btc, or another number of bytes.
    """
    if not value.startswith("z"):
        raise ProofMalformedError("a proofValue starts with z (base58btc)")
    try:
        return multibase.decode(value[1:], size=size)
    except ValueError as error:
        raise ProofMalformedError(f"a proofValue of this key holds {size} bytes in base58btc") from error
