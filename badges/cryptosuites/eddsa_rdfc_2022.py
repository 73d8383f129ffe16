"""The suite eddsa-rdfc-2022: Ed25519 over two SHA-256 hashes of canonical N-Quads (VC-DI-EDDSA 3.2).

A proof of ours always has the same five options, so its canonical form is five lines with two gaps.
Writing those is some hundred times faster than JSON-LD, and a test holds them against both engines.
"""

import re
from functools import lru_cache
from hashlib import sha256

from badges.cryptosuites.suite import Canonicalize, Cryptosuite, Unsecured
from badges.jsonld.contexts import CREDENTIALS_V2
from badges.jsonld.iris import is_absolute_iri
from badges.strictjson import Json, JsonObject
from badges.verificationkey import Algorithm

NAME = "eddsa-rdfc-2022"

_PLAIN_MEMBERS = frozenset({"type", "cryptosuite", "created", "verificationMethod", "proofPurpose"})
_PLAIN_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)", re.ASCII)


def hash_data(nquads: bytes, *, options: JsonObject, context: Json, canonicalize: Canonicalize) -> bytes:
    """Give the 64 bytes to sign: the hash of the options, then that of the document (VC-DI-EDDSA 3.2.4)."""
    written = plain_options(options, context=context)
    if written is None:
        written = canonicalize({**options, "@context": context})
    return sha256(written).digest() + sha256(nquads).digest()


def plain_options(options: JsonObject, *, context: Json) -> bytes | None:
    """Write the canonical form of proof options when they are plain, else give None.

    Plain are exactly our five members in characters that need no escape, under the credentials v2
    context: that one protects its terms, so no later context can give them another meaning.
    """
    created, method = options.get("created"), options.get("verificationMethod")
    if not (isinstance(context, list) and context and context[0] == CREDENTIALS_V2):
        return None
    if options.keys() != _PLAIN_MEMBERS or not (isinstance(created, str) and isinstance(method, str)):
        return None
    fixed = (options["type"], options["cryptosuite"], options["proofPurpose"])
    if fixed != ("DataIntegrityProof", NAME, "assertionMethod"):
        return None
    return _written(created, method)


@lru_cache(maxsize=256)
def _written(created: str, method: str) -> bytes | None:
    """Put a time and an address into the five lines; a batch asks for the same ones many times."""
    if not (_PLAIN_TIME.fullmatch(created) and is_absolute_iri(method)):
        return None
    return (
        f'_:c14n0 <http://purl.org/dc/terms/created> "{created}"'
        "^^<http://www.w3.org/2001/XMLSchema#dateTime> .\n"
        "_:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
        " <https://w3id.org/security#DataIntegrityProof> .\n"
        f'_:c14n0 <https://w3id.org/security#cryptosuite> "{NAME}"'
        "^^<https://w3id.org/security#cryptosuiteString> .\n"
        "_:c14n0 <https://w3id.org/security#proofPurpose> <https://w3id.org/security#assertionMethod> .\n"
        f"_:c14n0 <https://w3id.org/security#verificationMethod> <{method}> .\n"
    ).encode()


def to_sign(unsecured: Unsecured, *, options: JsonObject, algorithm: Algorithm) -> bytes:  # noqa: ARG001 - one hash
    """Give the bytes to sign of a document that came in; `hash_data` is for one that goes out."""
    return hash_data(
        unsecured.nquads,
        options={name: part for name, part in options.items() if name != "@context"},
        context=unsecured.document.get("@context"),
        canonicalize=unsecured.canonicalize,
    )


SUITE = Cryptosuite(name=NAME, algorithms=frozenset({"Ed25519"}), to_sign=to_sign)
