"""An issuer with a did and one with an address, their keys, and the documents that hold them."""

from collections.abc import Callable
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from badges import base64url, keys
from badges.keys import PublicKey


def key(number: int) -> PublicKey:
    """Make the public key of a seed that holds this number."""
    seed = number.to_bytes(32, "big")
    return PublicKey(Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw())


DID = "did:web:bewijs.voorbeeld:organisaties:7fq2k9"
ONE, TWO = key(1), key(2)
METHOD = f"{DID}#{ONE.multikey}"

SCHOOL = "https://school.example/issuer"
KEY_PAGE = "https://school.example/keys/1"
LONE = {"id": KEY_PAGE, "type": "Multikey", "controller": SCHOOL, "publicKeyMultibase": ONE.multikey}
BARE = {"kty": "OKP", "crv": "Ed25519", "x": base64url.encode(ONE.raw)}


def document(change: Callable[[Any], object] = lambda _: None) -> Any:
    """Make the document of the issuer, changed in one way."""
    made = keys.did_document(DID, assertion=[ONE])
    change(made)
    return made
