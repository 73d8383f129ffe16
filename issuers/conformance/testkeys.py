"""Keys for the suites: one for each suite, made at the start and never stored."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from badges import multibase
from badges.cryptosuites import ACCEPTED, ACCEPTED_TYPES, Cryptosuite
from badges.ecdsa import P256
from badges.ed25519 import Ed25519Signer

DEFAULT_SUITE = "eddsa-rdfc-2022"


class P256Signer:
    """Sign with a P-256 key in memory; a `Signer`."""

    __slots__ = ("_private", "verification_method")

    def __init__(self) -> None:
        self._private = ec.generate_private_key(ec.SECP256R1())
        point = self._private.public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
        multikey = "z" + multibase.encode(P256.multicodec + point)
        self.verification_method = f"did:key:{multikey}#{multikey}"

    def sign(self, data: bytes) -> bytes:
        """Sign these bytes; gives r and s behind each other (IEEE P1363)."""
        r, s = decode_dss_signature(self._private.sign(data, ec.ECDSA(SHA256())))
        return r.to_bytes(P256.size, "big") + s.to_bytes(P256.size, "big")


def _ed25519() -> Ed25519Signer:
    seed = secrets.token_bytes(32)
    multikey = Ed25519Signer(seed, verification_method="did:key:none").public_key.multikey
    return Ed25519Signer(seed, verification_method=f"did:key:{multikey}#{multikey}")


@dataclass(frozen=True)
class SuiteKey:
    """Hold a suite and the key that signs by it."""

    suite: Cryptosuite
    signer: Ed25519Signer | P256Signer

    @cached_property
    def issuer(self) -> str:
        """Name whoever signs with this key."""
        return self.signer.verification_method.partition("#")[0]


def make_keys() -> Mapping[str, SuiteKey]:
    """Make a key for each suite that we issue by, by the name of the suite."""
    suites = {**ACCEPTED, **ACCEPTED_TYPES}
    return MappingProxyType(
        {
            name: SuiteKey(suite, P256Signer() if "P-256" in suite.algorithms else _ed25519())
            for name, suite in suites.items()
        }
    )
