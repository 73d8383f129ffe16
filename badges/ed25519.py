"""Ed25519 keys (RFC 8032): reading public ones strictly, holding private ones so that they do not leak."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NoReturn

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from badges import multibase
from badges.errors import KeyFormatError, SignatureError
from badges.verificationkey import Algorithm

KEY_BYTES = 32
SIGNATURE_BYTES = 64

_MULTICODEC = b"\xed\x01"
_PRIME = 2**255 - 19
_WITHOUT_SIGN = 2**255 - 1
_ORDER_EIGHT = 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7
_SMALL_ORDER = frozenset({0, 1, _PRIME - 1, _ORDER_EIGHT, _PRIME - _ORDER_EIGHT})


@dataclass(frozen=True, slots=True)
class PublicKey:
    """Hold an Ed25519 public key that is fit to check signatures with.

    A point of small order is refused: with it one signature is good for many messages. So is a
    coordinate of which another spelling exists (RFC 8032 5.1.3).

    Raises:
        KeyFormatError: not 32 bytes, not below the prime, or of small order.
    """

    raw: bytes

    def __post_init__(self) -> None:
        """Refuse bytes that are no key."""
        if len(self.raw) != KEY_BYTES:
            raise KeyFormatError(f"an Ed25519 public key has {KEY_BYTES} bytes, this has {len(self.raw)}")
        coordinate = int.from_bytes(self.raw, "little") & _WITHOUT_SIGN
        if coordinate >= _PRIME or coordinate in _SMALL_ORDER:
            raise KeyFormatError("this point of Ed25519 is no safe public key")

    @classmethod
    def from_multikey(cls, text: str) -> "PublicKey":
        """Read a Multikey: `z`, base58btc, multicodec 0xed01, 32 bytes and nothing else (CID 1.0 2.2.2).

        Raises:
            KeyFormatError: another encoding, another kind of key, or trailing data.
        """
        if not text.startswith("z"):
            raise KeyFormatError("a Multikey starts with z (base58btc)")
        try:
            prefixed = multibase.decode(text[1:], size=len(_MULTICODEC) + KEY_BYTES)
        except ValueError as error:
            raise KeyFormatError("no Multikey of an Ed25519 key (z6Mk...)") from error
        if not prefixed.startswith(_MULTICODEC):
            raise KeyFormatError("no Multikey of an Ed25519 key (z6Mk...)")
        return cls(prefixed[len(_MULTICODEC) :])

    @property
    def algorithm(self) -> Algorithm:
        """Tell that it is Ed25519."""
        return "Ed25519"

    @property
    def signature_bytes(self) -> int:
        """Tell the size of a signature."""
        return SIGNATURE_BYTES

    @property
    def multikey(self) -> str:
        """Write the key as a Multikey, `z6Mk...`."""
        return "z" + multibase.encode(_MULTICODEC + self.raw)

    def check(self, signature: bytes, *, data: bytes) -> None:
        """Check that the signature is of this data by this key (RFC 8032 5.1.7).

        Raises:
            SignatureError: it is not; also when S is not reduced, or when the key is no point.
        """
        if len(signature) != SIGNATURE_BYTES:
            raise SignatureError(f"an Ed25519 signature has {SIGNATURE_BYTES} bytes")
        try:
            _loaded(self.raw).verify(signature, data)
        except (InvalidSignature, ValueError) as error:
            raise SignatureError("the signature is not of this document by this key") from error


@lru_cache(maxsize=1024)
def _loaded(raw: bytes) -> Ed25519PublicKey:
    """Keep keys that come back in the form that the library wants."""
    return Ed25519PublicKey.from_public_bytes(raw)


class Ed25519Signer:
    """Sign with a private key in memory; a `Signer`.

    The bytes of the key go into the library and nowhere else: no attribute, repr, error, copy or
    pickle holds them.

    Raises:
        KeyFormatError: the seed is not 32 bytes.
    """

    __slots__ = ("_private", "_verification_method", "public_key")

    def __init__(self, seed: bytes, *, verification_method: str) -> None:
        if len(seed) != KEY_BYTES:
            raise KeyFormatError(f"the seed of an Ed25519 key has {KEY_BYTES} bytes")
        self._private = Ed25519PrivateKey.from_private_bytes(seed)
        self._verification_method = verification_method
        self.public_key = PublicKey(self._private.public_key().public_bytes_raw())

    @property
    def verification_method(self) -> str:
        """Tell under which absolute id others find the public key."""
        return self._verification_method

    def sign(self, data: bytes) -> bytes:
        """Sign these bytes; Ed25519 gives the same 64 bytes each time."""
        return self._private.sign(data)

    def __repr__(self) -> str:
        return f"Ed25519Signer(verification_method={self._verification_method!r})"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        """Refuse to be pickled or copied: a private key has one place."""
        raise TypeError("a signer cannot be copied or pickled")
