"""RSA with PKCS #1 v1.5 and SHA-256, which JWS calls RS256 (RFC 7518 3.3); only read, never used to issue."""

from dataclasses import dataclass
from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey, RSAPublicNumbers
from cryptography.hazmat.primitives.hashes import SHA256

from badges.errors import KeyFormatError, SignatureError
from badges.verificationkey import Algorithm

MIN_BITS = 2048
MAX_BITS = 8192

_MIN_EXPONENT, _MAX_EXPONENT = 3, 2**64
_ROCA_GENERATOR = 65_537
_ROCA_PRIMES = (
    *(3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73),
    *(79, 83, 89, 97, 101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167),
)


@dataclass(frozen=True, slots=True)
class RsaKey:
    """Hold an RSA public key that is fit to check signatures with.

    Raises:
        KeyFormatError: fewer than 2048 bits, or more than 8192 (checking would cost too much); an exponent
            that is even or below 3; or a modulus of chips that chose theirs badly (CVE-2017-15361).
    """

    modulus: int
    exponent: int

    def __post_init__(self) -> None:
        """Refuse numbers that are no safe key."""
        if not MIN_BITS <= self.modulus.bit_length() <= MAX_BITS:
            raise KeyFormatError(f"an RSA key that we read has {MIN_BITS} to {MAX_BITS} bits")
        if not (_MIN_EXPONENT <= self.exponent < _MAX_EXPONENT and self.exponent % 2 and self.modulus % 2):
            raise KeyFormatError("this is no safe RSA key")
        if _is_of_weak_chip(self.modulus):
            raise KeyFormatError("the private half of this RSA key can be computed (CVE-2017-15361)")

    @property
    def algorithm(self) -> Algorithm:
        """Tell that it is RSA."""
        return "RSA"

    @property
    def signature_bytes(self) -> int:
        """Tell the size of a signature: that of the modulus."""
        return (self.modulus.bit_length() + 7) // 8

    def check(self, signature: bytes, *, data: bytes) -> None:
        """Check that the signature is of this data by this key (RFC 8017 8.2.2).

        Raises:
            SignatureError: it is not.
        """
        if len(signature) != self.signature_bytes:
            raise SignatureError(f"a signature of this RSA key has {self.signature_bytes} bytes")
        try:
            _loaded(self.modulus, self.exponent).verify(signature, data, PKCS1v15(), SHA256())
        except InvalidSignature as error:
            raise SignatureError("the signature is not of this document by this key") from error


@lru_cache(maxsize=256)
def _loaded(modulus: int, exponent: int) -> RSAPublicKey:
    """Keep keys that come back in the form that the library wants."""
    return RSAPublicNumbers(exponent, modulus).public_key()


def _is_of_weak_chip(modulus: int) -> bool:
    """Tell a modulus of which every remainder is a power of 65537: by chance one in some 2^27 is."""
    return all(modulus % prime in _powers(prime) for prime in _ROCA_PRIMES)


@lru_cache(maxsize=len(_ROCA_PRIMES))
def _powers(prime: int) -> frozenset[int]:
    """List the powers of the generator modulo a prime."""
    return frozenset(pow(_ROCA_GENERATOR, power, prime) for power in range(prime - 1))
