"""JSON Web Keys (RFC 7517): public ones, in the one spelling that RFC 7518 gives each."""

from badges import base64url
from badges.ecdsa import P256, P384, EcdsaKey
from badges.ed25519 import PublicKey
from badges.errors import KeyFormatError
from badges.rsa import MAX_BITS, RsaKey
from badges.strictjson import JsonObject
from badges.verificationkey import VerificationKey

_CURVES = {curve.name: curve for curve in (P256, P384)}
_PRIVATE = ("d", "p", "q", "dp", "dq", "qi", "oth", "k")
_NAMES = {
    "Ed25519": ("EdDSA", "Ed25519"),
    "P-256": ("ES256",),
    "P-384": ("ES384",),
    "RSA": ("RS256",),
}
_MAX_TEXT = MAX_BITS // 6 + 1


def is_private(jwk: JsonObject) -> bool:
    """Tell whether a JWK holds a part that nobody should see: then anyone can sign with it."""
    return any(name in jwk for name in _PRIVATE)


def read_jwk(jwk: JsonObject) -> VerificationKey:
    """Read a public JWK: Ed25519 (RFC 8037 2), P-256, P-384 (RFC 7518 6.2.1) or RSA (RFC 7518 6.3.1).

    Raises:
        KeyFormatError: another kind, a member missing or of another size, a private member, or a key that is
            not meant for checking signatures of its kind (`use`, `key_ops`, `alg`).
    """
    if is_private(jwk):
        raise KeyFormatError("this JWK holds a private key")
    key = _read(jwk)
    if jwk.get("alg", _NAMES[key.algorithm][0]) not in _NAMES[key.algorithm]:
        raise KeyFormatError("this JWK names another algorithm than its own")
    if jwk.get("use", "sig") != "sig" or not _may_verify(jwk):
        raise KeyFormatError("this JWK is not for checking signatures")
    return key


def write_jwk(key: EcdsaKey) -> JsonObject:
    """Write a public key of a curve as a JWK (RFC 7518 6.2.1)."""
    x, y = key.coordinates
    return {"kty": "EC", "crv": key.curve.name, "x": base64url.encode(x), "y": base64url.encode(y)}


def _read(jwk: JsonObject) -> VerificationKey:
    """Read the numbers of a key."""
    kind, name = jwk.get("kty"), jwk.get("crv")
    if (kind, name) == ("OKP", "Ed25519"):
        return PublicKey(_octets(jwk, "x"))
    if kind == "EC" and isinstance(name, str) and name in _CURVES:
        return EcdsaKey.from_coordinates(_CURVES[name], x=_octets(jwk, "x"), y=_octets(jwk, "y"))
    if kind == "RSA":
        return RsaKey(modulus=_number(jwk, "n"), exponent=_number(jwk, "e"))
    raise KeyFormatError("a JWK that we read is of Ed25519, P-256, P-384 or RSA")


def _may_verify(jwk: JsonObject) -> bool:
    """Tell whether `key_ops`, if it is there, allows to check signatures (RFC 7517 4.3)."""
    listed = jwk.get("key_ops", ["verify"])
    return isinstance(listed, list) and "verify" in listed


def _number(jwk: JsonObject, name: str) -> int:
    """Read a number in as few bytes as hold it (RFC 7518 2, Base64urlUInt)."""
    octets = _octets(jwk, name)
    if not octets or octets[0] == 0:
        raise KeyFormatError(f"{name} of a JWK is a number without leading zeros")
    return int.from_bytes(octets, "big")


def _octets(jwk: JsonObject, name: str) -> bytes:
    """Read a member that holds bytes in base64url."""
    text = jwk.get(name)
    if not isinstance(text, str) or len(text) > _MAX_TEXT:
        raise KeyFormatError(f"a JWK of this kind has {name}, a text")
    try:
        return base64url.decode(text)
    except ValueError as error:
        raise KeyFormatError(f"{name} of a JWK is base64url without padding") from error
