"""Read the key out of a verification method: one kind of key, written in one way (CID 1.0 2.2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from badges import multibase
from badges.ed25519 import KEY_BYTES, PublicKey
from badges.errors import KeyBindingError, KeyFormatError
from badges.jwk import is_private, read_jwk
from badges.members import part
from badges.multikey import read_multikey
from badges.strictjson import Json, JsonObject
from badges.verificationkey import Algorithm, VerificationKey

_ANY: frozenset[Algorithm] = frozenset({"Ed25519", "P-256", "P-384", "RSA"})


@dataclass(frozen=True, slots=True)
class _Kind:
    """Hold in which member a type writes its key, and which keys it may hold."""

    material: str
    algorithms: frozenset[Algorithm] = _ANY


_KINDS: Mapping[str, _Kind] = MappingProxyType(
    {
        "Multikey": _Kind("publicKeyMultibase"),
        "JsonWebKey": _Kind("publicKeyJwk"),
        "JsonWebKey2020": _Kind("publicKeyJwk"),
        "Ed25519VerificationKey2018": _Kind("publicKeyBase58"),
        "Ed25519VerificationKey2020": _Kind("publicKeyMultibase", frozenset({"Ed25519"})),
        "EcdsaSecp256r1VerificationKey2019": _Kind("publicKeyMultibase", frozenset({"P-256"})),
    }
)
"""The types that we read."""

_MATERIALS = frozenset({"publicKeyMultibase", "publicKeyJwk", "publicKeyBase58", "publicKeyPem"})
_SECRETS = ("secretKeyMultibase", "secretKeyJwk", "privateKeyMultibase", "privateKeyJwk", "privateKeyBase58")


def is_method(document: JsonObject) -> bool:
    """Tell a document that is one key from one that lists keys."""
    kind = document.get("type")
    return isinstance(kind, str) and kind in _KINDS


def read_method(method: JsonObject) -> VerificationKey:
    """Read the public key of a verification method.

    Raises:
        KeyBindingError: the private half stands there as well, so anyone can sign with it.
        KeyFormatError: another type, another kind of key than its type says, no key, or two.
    """
    kind = method.get("type")
    if not isinstance(kind, str) or kind not in _KINDS:
        raise KeyFormatError("a verification method that we read is a Multikey or a JsonWebKey")
    if any(name in method for name in _SECRETS) or is_private(part(method.get("publicKeyJwk"))):
        raise KeyBindingError("the secret key stands in the open: anyone can sign with it")
    if _MATERIALS & method.keys() != {_KINDS[kind].material}:
        raise KeyFormatError(
            f"a verification method of type {kind} has {_KINDS[kind].material}, and no other key"
        )
    key = _read_material(method[_KINDS[kind].material], name=_KINDS[kind].material)
    if key.algorithm not in _KINDS[kind].algorithms:
        raise KeyFormatError(f"a verification method of type {kind} holds no key of {key.algorithm}")
    return key


def _read_material(value: Json, *, name: str) -> VerificationKey:
    """Read the one member that holds a key (DID 1.0 5.2.1: never two)."""
    if name == "publicKeyJwk" and isinstance(value, dict):
        return read_jwk(value)
    if name == "publicKeyMultibase" and isinstance(value, str):
        return read_multikey(value)
    if name == "publicKeyBase58" and isinstance(value, str):
        return _read_base58(value)
    raise KeyFormatError(f"{name} is of another form")


def _read_base58(text: str) -> PublicKey:
    """Read the bare bytes of an Ed25519 key, as the suite of 2018 wrote them."""
    try:
        return PublicKey(multibase.decode(text, size=KEY_BYTES))
    except ValueError as error:
        raise KeyFormatError("no Ed25519 key in base58btc") from error
