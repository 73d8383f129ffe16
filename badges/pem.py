"""Public keys in PEM (RFC 7468 13), as Open Badges 2.0 writes them in `publicKeyPem`."""

import re

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

from badges.ecdsa import P256, P384, EcdsaKey
from badges.ed25519 import PublicKey
from badges.errors import KeyFormatError
from badges.rsa import RsaKey
from badges.verificationkey import VerificationKey

_ONE_BLOCK = re.compile(
    r"\s*-----BEGIN ((?:RSA )?PUBLIC KEY)-----[A-Za-z0-9+/=\s]{1,4000}-----END \1-----\s*", re.ASCII
)
_CURVES = {"secp256r1": P256, "secp384r1": P384}


def read_pem(text: str) -> VerificationKey:
    """Read the one public key that a PEM text holds.

    Raises:
        KeyFormatError: no such text, several keys, a private one, or a kind that we do not read.
    """
    if not _ONE_BLOCK.fullmatch(text):
        raise KeyFormatError("a public key in PEM is one block, BEGIN PUBLIC KEY")
    try:
        key = load_pem_public_key(text.strip().encode("ascii"))
    except (ValueError, UnsupportedAlgorithm) as error:
        raise KeyFormatError("this PEM holds no public key") from error
    if isinstance(key, RSAPublicKey):
        numbers = key.public_numbers()
        return RsaKey(modulus=numbers.n, exponent=numbers.e)
    if isinstance(key, EllipticCurvePublicKey) and key.curve.name in _CURVES:
        point = key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
        return EcdsaKey(_CURVES[key.curve.name], point)
    if isinstance(key, Ed25519PublicKey):
        return PublicKey(key.public_bytes_raw())
    raise KeyFormatError("a key that we read is of Ed25519, P-256, P-384 or RSA")
