"""Private keys of every kind that we read, published here: what they sign is worth nothing."""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from badges.ecdsa import P256, P384, Curve, EcdsaKey
from badges.ed25519 import PublicKey
from badges.rsa import RsaKey

PEM = Path(__file__).parents[1] / "vectors/suites/rsa-private.pem"

ED25519 = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
EC = {P256: ec.derive_private_key(256, ec.SECP256R1()), P384: ec.derive_private_key(384, ec.SECP384R1())}
_LOADED = load_pem_private_key(PEM.read_bytes(), password=None)
assert isinstance(_LOADED, RSAPrivateKey)
RSA = _LOADED


def coordinates(curve: Curve) -> tuple[bytes, bytes]:
    """Give the point of the key of a curve."""
    numbers = EC[curve].public_key().public_numbers()
    return numbers.x.to_bytes(curve.size, "big"), numbers.y.to_bytes(curve.size, "big")


def public_of(curve: Curve) -> EcdsaKey:
    """Make the public key of a curve."""
    x, y = coordinates(curve)
    return EcdsaKey.from_coordinates(curve, x=x, y=y)


ED25519_PUBLIC = PublicKey(ED25519.public_key().public_bytes_raw())
P256_PUBLIC, P384_PUBLIC = public_of(P256), public_of(P384)
RSA_NUMBERS = RSA.public_key().public_numbers()
RSA_PUBLIC = RsaKey(modulus=RSA_NUMBERS.n, exponent=RSA_NUMBERS.e)


def sign_ec(curve: Curve, data: bytes) -> bytes:
    """Sign, as two numbers of fixed size."""
    made = EC[curve].sign(data, ec.ECDSA(curve.digest(), deterministic_signing=True))
    return b"".join(number.to_bytes(curve.size, "big") for number in decode_dss_signature(made))


def sign_rsa(data: bytes) -> bytes:
    """Sign as RS256."""
    return RSA.sign(data, PKCS1v15(), SHA256())
