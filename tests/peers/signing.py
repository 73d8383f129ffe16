"""Sign any document in any way that the peers read too, also what we would refuse: a stranger can."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from badges import keys, moments, strictjson
from badges.cryptosuites import ACCEPTED, Unsecured
from badges.cryptosuites.suite import write_value
from badges.ecdsa import P256, EcdsaKey
from badges.errors import UnhandledShapeError
from badges.jsonld import reference, walker
from badges.strictjson import JsonObject
from tests.forging import encoded
from tests.peers.outside import contexts_by_url

Key: TypeAlias = keys.PublicKey | EcdsaKey
_HALF = 32
_CONTEXTS = contexts_by_url()


@dataclass(frozen=True)
class Hand:
    """Sign bytes with one key, under one name."""

    public: Key
    make: Callable[[bytes], bytes]
    method: str
    algorithm: str

    def under(self, method: str) -> "Hand":
        """Give the same key under another name."""
        return Hand(self.public, self.make, method, self.algorithm)


def ed25519(seed: bytes, *, did: str) -> Hand:
    """Make a hand with an Ed25519 key."""
    private = Ed25519PrivateKey.from_private_bytes(seed)
    public = keys.PublicKey(private.public_key().public_bytes_raw())
    return Hand(public, private.sign, f"{did}#{public.multikey}", "EdDSA")


def p256(seed: bytes, *, did: str) -> Hand:
    """Make a hand with a P-256 key."""
    private = ec.derive_private_key(int.from_bytes(seed), ec.SECP256R1())
    numbers = private.public_key().public_numbers()
    public = EcdsaKey.from_coordinates(P256, x=numbers.x.to_bytes(_HALF), y=numbers.y.to_bytes(_HALF))

    def make(data: bytes) -> bytes:
        signature = private.sign(data, ec.ECDSA(SHA256(), deterministic_signing=True))
        return b"".join(half.to_bytes(_HALF) for half in decode_dss_signature(signature))

    return Hand(public, make, f"{did}#{public.multikey}", "ES256")


def sign(document: JsonObject, *, suite: str, hand: Hand, created: datetime) -> JsonObject:
    """Sign with a Data Integrity proof; what our engines refuse is signed as PyLD reads it.

    Raises:
        Exception: PyLD cannot read it either.
    """
    options: JsonObject = {
        "type": "DataIntegrityProof",
        "cryptosuite": suite,
        "created": moments.write(created),
        "verificationMethod": hand.method,
        "proofPurpose": "assertionMethod",
    }
    if suite.endswith("-jcs-2022"):
        options["@context"] = document["@context"]
    unsecured = Unsecured(document=document, canonicalize=laxly)
    data = ACCEPTED[suite].to_sign(unsecured, options=options, algorithm=hand.public.algorithm)
    return {**document, "proof": {**options, "proofValue": write_value(hand.make(data))}}


def sign_token(document: JsonObject, *, hand: Hand, claim: str | None = None) -> str:
    """Sign as a token with the claims that OB 3.0 8.2.4 asks for; `claim` holds the badge, if one does."""
    subject: Any = document.get("credentialSubject")
    issuer: Any = document.get("issuer")
    since = moments.read(document.get("validFrom"))
    claims: dict[str, Any] = {
        "iss": issuer.get("id") if isinstance(issuer, dict) else issuer,
        "sub": subject.get("id") if isinstance(subject, dict) else None,
        "jti": document.get("id"),
        "nbf": int(since.timestamp()) if since else None,
    }
    said = {name: value for name, value in claims.items() if value is not None}
    payload: JsonObject = {claim: document, **said} if claim else {**document, **said}
    header = {"alg": hand.algorithm, "kid": hand.method, "typ": "vc+jwt"}
    signed = ".".join(encoded(strictjson.dumps(part)) for part in (header, payload))
    return f"{signed}.{encoded(hand.make(signed.encode()))}"


def laxly(document: JsonObject) -> bytes:
    """Canonicalise as a signer does who does not look: what no context defines is left out."""
    for careful in (walker.canonicalize, reference.canonicalize):
        try:
            return careful(document)
        except UnhandledShapeError:
            continue
        except Exception:  # noqa: BLE001 - whatever we refuse, PyLD may read
            break
    from pyld import jsonld

    options = {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": _load}
    nquads: str = jsonld.normalize(document, options)
    return nquads.encode()


def _load(url: str, _options: object) -> dict[str, object]:
    """Give a context that we know; nothing is fetched."""
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": _CONTEXTS[url],
    }
