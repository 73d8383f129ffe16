"""ECDSA over the curves P-256 and P-384 (FIPS 186-5), signatures as two numbers (RFC 4754 7)."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import NoReturn

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256, SHA384, HashAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from badges import multibase
from badges.errors import KeyFormatError, SignatureError
from badges.verificationkey import Algorithm

_POSITIVE, _NEGATIVE = 2, 3
"""The first byte of a point that is written as its x and the sign of its y (SEC 1 2.3.3)."""


@dataclass(frozen=True, slots=True)
class Curve:
    """Hold what tells one curve from the other.

    Attributes:
        name: As JWK calls it (RFC 7518 6.2.1.1).
        size: The bytes of a coordinate, and of each half of a signature.
        multicodec: What a Multikey of it begins with (CID 1.0 2.2.2).
        digest: The hash that goes with it (VC-DI-ECDSA 3).
    """

    name: Algorithm
    size: int
    multicodec: bytes
    digest: Callable[[], HashAlgorithm]
    parameters: Callable[[], ec.EllipticCurve]


P256 = Curve("P-256", 32, b"\x80\x24", SHA256, ec.SECP256R1)
P384 = Curve("P-384", 48, b"\x81\x24", SHA384, ec.SECP384R1)

_DETERMINISTIC = ec.ECDSA(SHA256(), deterministic_signing=True)
_ALGORITHMS = {curve.name: ec.ECDSA(curve.digest()) for curve in (P256, P384)}


@dataclass(frozen=True, slots=True)
class EcdsaKey:
    """Hold a public key of a curve, as its compressed point.

    Raises:
        KeyFormatError: another number of bytes, another form, or no point of the curve.
    """

    curve: Curve
    point: bytes

    def __post_init__(self) -> None:
        """Refuse bytes that are no key."""
        if len(self.point) != 1 + self.curve.size or self.point[0] not in (_POSITIVE, _NEGATIVE):
            raise KeyFormatError(f"a key of {self.curve.name} is a compressed point")
        try:
            _loaded(self.curve, self.point)
        except ValueError as error:
            raise KeyFormatError(f"this is no point of {self.curve.name}") from error

    @classmethod
    def from_coordinates(cls, curve: Curve, *, x: bytes, y: bytes) -> "EcdsaKey":
        """Make a key of its two coordinates (RFC 7518 6.2.1).

        Raises:
            KeyFormatError: a coordinate of another size, or no point of the curve.
        """
        if (len(x), len(y)) != (curve.size, curve.size):
            raise KeyFormatError(f"a coordinate of {curve.name} has {curve.size} bytes")
        key = cls(curve, bytes([_NEGATIVE if y[-1] & 1 else _POSITIVE]) + x)
        if _loaded(curve, key.point).public_numbers().y != int.from_bytes(y, "big"):
            raise KeyFormatError(f"this is no point of {curve.name}")
        return key

    @property
    def coordinates(self) -> tuple[bytes, bytes]:
        """Give x and y, each as long as the curve has it."""
        numbers = _loaded(self.curve, self.point).public_numbers()
        return numbers.x.to_bytes(self.curve.size, "big"), numbers.y.to_bytes(self.curve.size, "big")

    @property
    def algorithm(self) -> Algorithm:
        """Tell the curve."""
        return self.curve.name

    @property
    def signature_bytes(self) -> int:
        """Tell the size of a signature: two numbers, each as long as a coordinate."""
        return 2 * self.curve.size

    @property
    def multikey(self) -> str:
        """Write the key as a Multikey, `zDn...` or `z82...`."""
        return "z" + multibase.encode(self.curve.multicodec + self.point)

    def check(self, signature: bytes, *, data: bytes) -> None:
        """Check that the signature is of this data by this key (FIPS 186-5 6.4.2).

        Raises:
            SignatureError: it is not. A longer one is not cut in half: its parts could be numbers that hold.
        """
        if len(signature) != self.signature_bytes:
            raise SignatureError(f"a signature of {self.curve.name} has {self.signature_bytes} bytes")
        r, s = signature[: self.curve.size], signature[self.curve.size :]
        pair = encode_dss_signature(int.from_bytes(r, "big"), int.from_bytes(s, "big"))
        try:
            _loaded(self.curve, self.point).verify(pair, data, _ALGORITHMS[self.curve.name])
        except InvalidSignature as error:
            raise SignatureError("the signature is not of this document by this key") from error


class P256Signer:
    """Sign with a private key of P-256 in memory; a `Signer`.

    The bytes of the key go into the library and nowhere else, as in `Ed25519Signer`.

    Raises:
        KeyFormatError: the secret is not 32 bytes, or no number below the order of the curve.
    """

    __slots__ = ("_private", "_verification_method", "public_key")

    def __init__(self, secret: bytes, *, verification_method: str) -> None:
        if len(secret) != P256.size:
            raise KeyFormatError(f"the secret of a P-256 key has {P256.size} bytes")
        try:
            self._private = ec.derive_private_key(int.from_bytes(secret, "big"), ec.SECP256R1())
        except ValueError:
            raise KeyFormatError("this number is no secret of P-256") from None
        self._verification_method = verification_method
        self.public_key = EcdsaKey(P256, _point(self._private.public_key()))

    @property
    def verification_method(self) -> str:
        """Tell under which absolute id others find the public key."""
        return self._verification_method

    def sign(self, data: bytes) -> bytes:
        """Sign these bytes, r and s behind each other; the same each time (RFC 6979)."""
        signature = self._private.sign(data, _DETERMINISTIC)
        r, s = decode_dss_signature(signature)
        return r.to_bytes(P256.size, "big") + s.to_bytes(P256.size, "big")

    def __repr__(self) -> str:
        return f"P256Signer(verification_method={self._verification_method!r})"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        """Refuse to be pickled or copied: a private key has one place."""
        raise TypeError("a signer cannot be copied or pickled")


def new_secret() -> bytes:
    """Draw the secret of a new P-256 key."""
    number = ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value
    return number.to_bytes(P256.size, "big")


def _point(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint)


@lru_cache(maxsize=1024)
def _loaded(curve: Curve, point: bytes) -> ec.EllipticCurvePublicKey:
    """Keep keys that come back in the form that the library wants.

    Raises:
        ValueError: the point is none of the curve.
    """
    return ec.EllipticCurvePublicKey.from_encoded_point(curve.parameters(), point)
