"""What the suites over canonical JSON share (RFC 8785): every member is signed, whatever it means.

Such a proof says nothing about meaning: a key that no context defines is signed like any other. So whoever
reads the document asks for its meaning apart.
"""

from hashlib import sha256, sha384

import rfc8785

from badges.cryptosuites.suite import Unsecured
from badges.errors import InvalidValueError
from badges.strictjson import JsonObject
from badges.verificationkey import Algorithm


def to_sign(unsecured: Unsecured, *, options: JsonObject, algorithm: Algorithm) -> bytes:
    """Give the bytes to sign (VC-DI-EDDSA 3.3.4, VC-DI-ECDSA 3.3.4).

    Raises:
        InvalidValueError: a number that readers do not all read alike (RFC 8785 3.2.2.3).
    """
    digest = sha384 if algorithm == "P-384" else sha256
    return digest(canonical_json(options)).digest() + digest(canonical_json(unsecured.document)).digest()


def canonical_json(document: JsonObject) -> bytes:
    """Write canonical JSON (RFC 8785).

    Raises:
        InvalidValueError: an integer past 2^53, which is another number for some readers.
    """
    try:
        return rfc8785.dumps(document)
    except rfc8785.CanonicalizationError as error:
        raise InvalidValueError(f"This has no canonical JSON: {error}", pointer="") from error
