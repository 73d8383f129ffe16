"""The suite eddsa-rdfc-2022: Ed25519 over two SHA-256 hashes of canonical N-Quads (VC-DI-EDDSA 3.2).

A proof of ours always has the same five options, so its canonical form is five lines with two gaps.
Writing those is some hundred times faster than JSON-LD, and a test holds them against both engines.
"""

import re
from functools import lru_cache
from hashlib import sha256

from badges import multibase
from badges.cryptosuites.suite import Canonicalize, Cryptosuite
from badges.ed25519 import SIGNATURE_BYTES, PublicKey
from badges.errors import ProofMalformedError
from badges.jsonld.contexts import CREDENTIALS_V2
from badges.jsonld.iris import is_absolute_iri
from badges.strictjson import Json, JsonObject

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


def write_value(signature: bytes) -> str:
    """Write a signature as a proof value (VC-DI-EDDSA 3.2.1)."""
    return "z" + multibase.encode(signature)


def read_value(value: str) -> bytes:
    """Read the 64 bytes out of a proof value (VC-DI-EDDSA 3.2.2).

    Raises:
        ProofMalformedError: no `z`, no base58btc, or another number of bytes.
    """
    if not value.startswith("z"):
        raise ProofMalformedError("a proofValue starts with z (base58btc)")
    try:
        return multibase.decode(value[1:], size=SIGNATURE_BYTES)
    except ValueError as error:
        raise ProofMalformedError(f"a proofValue holds {SIGNATURE_BYTES} bytes in base58btc") from error


def check_value(value: str, *, data: bytes, key: PublicKey) -> None:
    """Check that the value is the key's signature of the data (VC-DI-EDDSA 3.2.7).

    Raises:
        ProofMalformedError: the value has another form.
        SignatureError: it is no signature of this data by this key.
    """
    key.check(read_value(value), data=data)


SUITE = Cryptosuite(name=NAME, hash_data=hash_data, write_value=write_value, check_value=check_value)
