"""What every public key can do, whatever kind it is."""

from typing import Literal, Protocol, TypeAlias

Algorithm: TypeAlias = Literal["Ed25519", "P-256", "P-384", "RSA"]


class VerificationKey(Protocol):
    """Check signatures of one kind, strictly: a signature has one length and one spelling."""

    @property
    def algorithm(self) -> Algorithm:
        """Tell which kind of key this is; it fixes how signatures are made."""
        ...

    @property
    def signature_bytes(self) -> int:
        """Tell how many bytes each of its signatures has."""
        ...

    def check(self, signature: bytes, *, data: bytes) -> None:
        """Raise SignatureError unless the signature is of this data by this key."""
        ...
