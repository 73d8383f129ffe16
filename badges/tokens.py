"""Write a badge as a token: the same credential as a JWT, for wallets that ask for one (OB 3.0 8.2).

`jws` reads tokens of anybody; this writes ours. What is written was linted and signed before: a token is
another form of a badge, never another badge.
"""

from typing import Final

from badges import base64url, factfinding, moments, strictjson
from badges.credential import SignedCredential
from badges.keys import Signer
from badges.members import parts, text
from badges.strictjson import JsonObject

ALGORITHM: Final = "ES256"
TYPE: Final = "JWT"
MEDIA_TYPE: Final = "application/vc+jwt"


def write_token(signed: SignedCredential, *, signer: Signer) -> bytes:
    """Sign a badge as a compact JWS by ES256 (OB 3.0 8.2.2, RFC 7515 7.1, VC-JOSE-COSE 3.1.1).

    The header names the algorithm, the type and the key, and nothing else; the payload is the credential
    without its other proof, beside the claims that OB 3.0 asks for.
    """
    document = {name: value for name, value in signed.document.items() if name != "proof"}
    header: JsonObject = {"alg": ALGORITHM, "kid": signer.verification_method, "typ": TYPE}
    payload = _claims(document) | document
    signing_input = ".".join(base64url.encode(strictjson.dumps(part)) for part in (header, payload)).encode()
    return signing_input + b"." + base64url.encode(signer.sign(signing_input)).encode()


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
