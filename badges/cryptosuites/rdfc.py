"""What the suites over canonical N-Quads share: two hashes, of the options and of the document.

The key decides on the hash (VC-DI-ECDSA 3): SHA-384 with P-384, also inside of RDFC-1.0, else SHA-256.
"""

from hashlib import sha256, sha384

from badges.cryptosuites.suite import Unsecured
from badges.jsonld.reference import canonicalize_dataset
from badges.strictjson import JsonObject
from badges.verificationkey import Algorithm


def to_sign(unsecured: Unsecured, *, options: JsonObject, algorithm: Algorithm) -> bytes:
    """Give the bytes to sign (VC-DI-ECDSA 3.2.4; the same for Ed25519Signature2020)."""
    context = unsecured.document.get("@context")
    written = unsecured.canonicalize({**options, "@context": context})
    if algorithm == "P-384":
        # What is canonical by one hash is N-Quads like any other: only the labels of blank nodes change.
        mine, theirs = (canonicalize_dataset(text, digest="sha384") for text in (written, unsecured.nquads))
        return sha384(mine).digest() + sha384(theirs).digest()
    return sha256(written).digest() + sha256(unsecured.nquads).digest()
