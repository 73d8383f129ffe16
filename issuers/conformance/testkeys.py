"""Keys for the suites: one for each suite, made at the start and never stored."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from badges.cryptosuites import ACCEPTED, ACCEPTED_TYPES, Cryptosuite
from badges.ecdsa import P256Signer, new_secret
from badges.ed25519 import Ed25519Signer

DEFAULT_SUITE = "eddsa-rdfc-2022"


def _p256() -> P256Signer:
    secret = new_secret()
    multikey = P256Signer(secret, verification_method="did:key:none").public_key.multikey
    return P256Signer(secret, verification_method=f"did:key:{multikey}#{multikey}")


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
            name: SuiteKey(suite, _p256() if "P-256" in suite.algorithms else _ed25519())
            for name, suite in suites.items()
        }
    )
