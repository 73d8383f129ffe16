"""Make the golden files of every suite and token, without any code of ours that they are to test.

PyLD turns JSON-LD into N-Quads, pyoxigraph canonicalises them, `json` sorts, `cryptography` signs (ECDSA in
the deterministic way, so that the files come out the same each time), and base58 is the textbook's. From
this project come only the frozen contexts. Every private key is published: what it signs is worth nothing.

    python tests/vectors/suites/make.py
"""

import base64
import json
from collections.abc import Callable
from hashlib import sha256, sha384
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256, SHA384, HashAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key
from pyld import jsonld

from badges.jsonld import contexts

HERE = Path(__file__).parent
UNSIGNED = json.loads((HERE.parent / "eddsa-rdfc-2022/unsigned.json").read_text())
ISSUER = UNSIGNED["issuer"]["id"]
SUITE_CONTEXT = "https://w3id.org/security/suites/ed25519-2020/v1"
WITH_SUITE_CONTEXT = {**UNSIGNED, "@context": [*UNSIGNED["@context"], SUITE_CONTEXT]}
CREATED = "2026-06-26T14:05:00Z"
DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"

ED25519 = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
P256 = ec.derive_private_key(256, ec.SECP256R1())
P384 = ec.derive_private_key(384, ec.SECP384R1())
RSA = load_pem_private_key((HERE / "rsa-private.pem").read_bytes(), password=None)

Document = dict[str, Any]
Sign = Callable[[bytes], bytes]


def base58(raw: bytes) -> str:
    """Write bytes as base58btc, one digit at a time."""
    number, text = int.from_bytes(raw, "big"), ""
    while number:
        number, digit = divmod(number, 58)
        text = DIGITS[digit] + text
    return "1" * (len(raw) - len(raw.lstrip(b"\0"))) + text


def base64url(raw: bytes) -> str:
    """Write bytes as base64url without padding."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def sign_ecdsa(key: ec.EllipticCurvePrivateKey, digest: HashAlgorithm, *, size: int) -> Sign:
    """Sign in the deterministic way, as two numbers of fixed size."""

    def sign(data: bytes) -> bytes:
        r, s = decode_dss_signature(key.sign(data, ec.ECDSA(digest, deterministic_signing=True)))
        return r.to_bytes(size, "big") + s.to_bytes(size, "big")

    return sign


def sign_rsa(data: bytes) -> bytes:
    """Sign by PKCS #1 v1.5 with SHA-256."""
    assert isinstance(RSA, RSAPrivateKey)
    return RSA.sign(data, PKCS1v15(), SHA256())


def multikey(prefix: bytes, raw: bytes) -> str:
    """Write a Multikey."""
    return "z" + base58(prefix + raw)


def compressed(key: ec.EllipticCurvePrivateKey) -> bytes:
    """Write a point as its x and the sign of its y."""
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)


NAMES = {
    "Ed25519": f"{ISSUER}#{multikey(bytes([0xED, 1]), ED25519.public_key().public_bytes_raw())}",
    "P-256": f"{ISSUER}#{multikey(bytes([0x80, 0x24]), compressed(P256))}",
    "P-384": f"{ISSUER}#{multikey(bytes([0x81, 0x24]), compressed(P384))}",
    "RSA": f"{ISSUER}#rsa",
}
SIGN: dict[str, Sign] = {
    "Ed25519": ED25519.sign,
    "P-256": sign_ecdsa(P256, SHA256(), size=32),
    "P-384": sign_ecdsa(P384, SHA384(), size=48),
    "RSA": sign_rsa,
}
RDF_HASH = {
    "P-384": ox.CanonicalizationAlgorithm.RDFC_1_0_SHA_384,
    "P-256": ox.CanonicalizationAlgorithm.RDFC_1_0,
}


def load(url: str, _options: object) -> Document:
    """Give PyLD a frozen context."""
    return {"contentType": None, "contextUrl": None, "documentUrl": url, "document": contexts.load(url)}


def by_rdf(document: Document, kind: str) -> bytes:
    """Write canonical N-Quads, with the hash that goes with the key."""
    options = {"format": "application/n-quads", "documentLoader": load, "base": None}
    dataset = ox.Dataset(ox.parse(jsonld.to_rdf(document, options).encode(), format=ox.RdfFormat.N_QUADS))
    dataset.canonicalize(RDF_HASH.get(kind, ox.CanonicalizationAlgorithm.RDFC_1_0))
    return "".join(sorted(f"{quad} .\n" for quad in dataset)).encode()


def by_json(document: Document, _kind: str) -> bytes:
    """Write canonical JSON; enough for a badge of texts and booleans."""
    return json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def prove(suite: str, kind: str, *, document: Document = UNSIGNED, kept: bool = False) -> Document:
    """Put a proof of this suite under the badge; `kept` leaves the contexts in it."""
    digest = sha384 if kind == "P-384" else sha256
    write = by_json if "-jcs-" in suite else by_rdf
    named = {"type": "DataIntegrityProof", "cryptosuite": suite} if "-" in suite else {"type": suite}
    options = {
        **named,
        "created": CREATED,
        "verificationMethod": NAMES[kind],
        "proofPurpose": "assertionMethod",
        "@context": document["@context"],
    }
    data = digest(write(options, kind)).digest() + digest(write(document, kind)).digest()
    if not kept:
        del options["@context"]
    return {**document, "proof": [{**options, "proofValue": "z" + base58(SIGN[kind](data))}]}


def token(header: Document, claims: Document, *, kind: str) -> str:
    """Write a compact JWS."""
    parts = [base64url(json.dumps(part, separators=(",", ":")).encode()) for part in (header, claims)]
    return ".".join([*parts, base64url(SIGN[kind](".".join(parts).encode()))])


def rsa_jwk() -> Document:
    """Write the RSA key as a JWK."""
    assert isinstance(RSA, RSAPrivateKey)
    numbers = RSA.public_key().public_numbers()
    return {
        "kty": "RSA",
        "n": base64url(numbers.n.to_bytes(256, "big")),
        "e": base64url(numbers.e.to_bytes(3, "big")),
    }


def did() -> Document:
    """Make the document of the issuer, with a key of each kind."""
    multikeys = [
        {
            "id": name,
            "type": "Multikey",
            "controller": ISSUER,
            "publicKeyMultibase": name.partition("#")[2],
        }
        for kind, name in NAMES.items()
        if kind != "RSA"
    ]
    rsa = {"id": NAMES["RSA"], "type": "JsonWebKey", "controller": ISSUER, "publicKeyJwk": rsa_jwk()}
    return {
        "id": ISSUER,
        "verificationMethod": [*multikeys, rsa],
        "assertionMethod": list(NAMES.values()),
    }


def claims_of(document: Document) -> Document:
    """Write the claims that OB 3.0 asks beside a credential."""
    return {
        "iss": ISSUER,
        "jti": document["id"],
        "sub": document["credentialSubject"]["id"],
        "nbf": 1782482700,
    }


def tokens() -> dict[str, str]:
    """Make a token in each of the ways in which a badge is one."""
    old = {
        "@context": ["https://www.w3.org/2018/credentials/v1"],
        "type": ["VerifiableCredential"],
        "credentialSubject": {},
    }
    assertion = {
        "@context": "https://w3id.org/openbadges/v2",
        "type": "Assertion",
        "id": "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b",
        "verification": {"type": "signed", "creator": "https://bewijs.voorbeeld/sleutel"},
    }
    whole = {**UNSIGNED, **claims_of(UNSIGNED)}
    return {
        "vc-eddsa": token({"alg": "EdDSA", "kid": NAMES["Ed25519"], "typ": "vc+jwt"}, whole, kind="Ed25519"),
        "vc-es256": token({"alg": "ES256", "kid": NAMES["P-256"], "typ": "JWT"}, whole, kind="P-256"),
        "vc-rs256-jwk": token({"alg": "RS256", "jwk": rsa_jwk(), "typ": "JWT"}, whole, kind="RSA"),
        "vc-claim": token(
            {"alg": "ES256", "kid": NAMES["P-256"]},
            {"vc": old, **claims_of(UNSIGNED), "exp": 1814018700},
            kind="P-256",
        ),
        "assertion": token({"alg": "RS256"}, assertion, kind="RSA"),
    }


def main() -> None:
    """Write the files beside this one."""
    proofs = {
        "ecdsa-rdfc-2019-p256": prove("ecdsa-rdfc-2019", "P-256"),
        "ecdsa-rdfc-2019-p384": prove("ecdsa-rdfc-2019", "P-384"),
        "eddsa-jcs-2022": prove("eddsa-jcs-2022", "Ed25519", kept=True),
        "ecdsa-jcs-2019-p256": prove("ecdsa-jcs-2019", "P-256", kept=True),
        "ecdsa-jcs-2019-p384": prove("ecdsa-jcs-2019", "P-384", kept=True),
        "ed25519-signature-2020": prove("Ed25519Signature2020", "Ed25519", document=WITH_SUITE_CONTEXT),
    }
    for name, document in {"did": did(), **proofs}.items():
        text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
        (HERE / f"{name}.json").write_text(text)
    for name, written in tokens().items():
        (HERE / f"{name}.jwt").write_text(written)


if __name__ == "__main__":
    main()
