"""Write a badge as a token: the same credential as a JWT, for wallets that ask for one (OB 3.0 8.2).

`jws` reads tokens of anybody; this writes ours. What is written was linted and signed before: a token is
another form of a badge, never another badge.
"""

from functools import lru_cache
from typing import Final

from badges import base64url, factfinding, jws, moments, strictjson
from badges.credential import LintedRecord, SignedCredential
from badges.errors import DocumentError, SignatureError
from badges.keys import Signer
from badges.members import parts, text
from badges.strictjson import JsonObject
from badges.verificationkey import Algorithm, VerificationKey

ALGORITHM: Final = "ES256"
TYPE: Final = "JWT"
MEDIA_TYPE: Final = "application/vc+jwt"


def write_token(signed: SignedCredential, *, signer: Signer) -> bytes:
    """Sign a badge as a compact JWS by ES256 (OB 3.0 8.2.2, RFC 7515 7.1, VC-JOSE-COSE 3.1.1).

    The header names the algorithm, the type and the key, and nothing else; the payload is the credential
    without its other proof, beside the claims that OB 3.0 asks for.
    """
    return _write(signed.document, raw=signed.unsecured, signer=signer)


def write_record(linted: LintedRecord, *, signer: Signer) -> bytes:
    """Sign a learner record as a compact JWS by ES256 (CLR 2.0 8.2.2): the only proof that it gets."""
    return _write(linted.document, raw=strictjson.dumps(linted.document), signer=signer)


def _write(document: JsonObject, *, raw: bytes, signer: Signer) -> bytes:
    """Sign a document, of which `raw` is to be the payload, behind its claims."""
    claims = strictjson.dumps(_claims(document))
    payload = base64url.encode(claims[:-1] + b"," + raw[1:]).encode()
    signing_input = _header(signer.verification_method) + b"." + payload
    return signing_input + b"." + base64url.encode(signer.sign(signing_input)).encode()


def check_token(raw: bytes, *, key: VerificationKey) -> None:
    """Check the bytes of a token that was written here: its header, and the signature of all before it.

    Raises:
        DocumentError: as `jws.split`.
        ProofError: as `jws.check`.
    """
    signing_input, _, signature = raw.rpartition(b".")
    if _algorithm(signing_input.partition(b".")[0]) != key.algorithm:
        raise SignatureError("the token names another algorithm than that of the key")
    try:
        value = base64url.decode(signature.decode("ascii"))
    except ValueError as error:
        raise DocumentError("the signature of a token is base64url", code="jws") from error
    key.check(value, data=signing_input)


@lru_cache(maxsize=64)
def _algorithm(header: bytes) -> Algorithm:
    """Read a header as a stranger does; all tokens of one key have the same."""
    token = jws.split(header + b"..")
    return jws.read_header(token).algorithm


@lru_cache(maxsize=64)
def _header(kid: str) -> bytes:
    """Write the header; all tokens of one key have the same."""
    header: JsonObject = {"alg": ALGORITHM, "kid": kid, "typ": TYPE}
    return base64url.encode(strictjson.dumps(header)).encode()


def _claims(document: JsonObject) -> JsonObject:
    """Say of the token what the credential says of itself (OB 3.0 8.2.4)."""
    subject = next(iter(parts(document.get("credentialSubject"))), {})
    said = {
        "iss": factfinding.issuer_id(document),
        "jti": text(document.get("id")),
        "sub": text(subject.get("id")),
        "nbf": _seconds(document, "validFrom"),
        "exp": _seconds(document, "validUntil"),
    }
    return {claim: value for claim, value in said.items() if value is not None}


def _seconds(document: JsonObject, member: str) -> int | None:
    """Write a moment as a NumericDate (RFC 7519 2)."""
    moment = moments.read(document.get(member))
    return None if moment is None else int(moment.timestamp())
