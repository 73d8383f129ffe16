"""What a cryptosuite is: a value of four members."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from badges.ed25519 import PublicKey
from badges.strictjson import Json, JsonObject

Canonicalize: TypeAlias = "Callable[[JsonObject], bytes]"
"""Turn a document without proof into canonical N-Quads: `walker`, `reference`, or one after the other."""


class HashData(Protocol):
    """Say what is signed, of a document's canonical form and the options of its proof."""

    def __call__(
        self, nquads: bytes, *, options: JsonObject, context: Json, canonicalize: Canonicalize
    ) -> bytes:
        """Give the bytes to sign; `context` is the `@context` of the document."""
        ...


class CheckValue(Protocol):
    """Check a proof value."""

    def __call__(self, value: str, *, data: bytes, key: PublicKey) -> None:
        """Raise unless the value is a signature of the data by the key."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Cryptosuite:
    """Hold what tells one suite from another; all else about proofs is the same (VC-DI 3.1)."""

    name: str
    hash_data: HashData
    write_value: Callable[[bytes], str]
    check_value: CheckValue
