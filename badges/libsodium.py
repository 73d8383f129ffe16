"""Check Ed25519 by another library than the one that signs (RFC 8032): an error of one is not of both.

What others signed is checked by `badges.ed25519` only: of two libraries the verdict would be that of neither.
"""

from dataclasses import dataclass

from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from badges.ed25519 import SIGNATURE_BYTES, PublicKey
from badges.errors import SignatureError
from badges.verificationkey import Algorithm


@dataclass(frozen=True, slots=True)
class SodiumKey:
    """Hold a public key as libsodium checks with it; a `VerificationKey`."""

    loaded: VerifyKey

    @classmethod
    def of(cls, key: PublicKey) -> "SodiumKey":
        """Take a key that was read strictly."""
        return cls(VerifyKey(key.raw))

    @property
    def algorithm(self) -> Algorithm:
        """Tell that it is Ed25519."""
        return "Ed25519"

    @property
    def signature_bytes(self) -> int:
        """Tell the size of a signature."""
        return SIGNATURE_BYTES

    def check(self, signature: bytes, *, data: bytes) -> None:
        """Check that the signature is of this data by this key (RFC 8032 5.1.7).

        Raises:
            SignatureError: it is not; also when S is not reduced.
        """
        if len(signature) != SIGNATURE_BYTES:
            raise SignatureError(f"an Ed25519 signature has {SIGNATURE_BYTES} bytes")
        try:
            self.loaded.verify(data, signature)
        except BadSignatureError as error:
            raise SignatureError("the signature is not of this document by this key") from error
