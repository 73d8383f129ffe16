"""Badges as tokens: a JWS in its compact form (RFC 7515 7.1), read so that nobody reads another one.

    bytes -> split -> Jws -> credential_in -> SignedToken (OB 3.0 8.2: VC-JOSE-COSE, or VCDM 1.1 with `vc`)
    read_header, check_claims, check_times, check: each raises for one reason why a token may not count

A signed assertion of Open Badges 2.0 is a Jws too; `read_assertion_header` is stricter about its header.
What the header says is the word of whoever made the token. So the key decides on the algorithm, and a key
that came along in the header counts only where the issuer lists it (`keys.find_listed_key`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from types import MappingProxyType

from badges import base64url, factfinding, moments, strictjson
from badges.errors import (
    ClaimError,
    DocumentError,
    ProofEarlyError,
    ProofExpiredError,
    ProofMalformedError,
    SignatureError,
    SuiteNotAcceptedError,
)
from badges.jsonld.contexts import CREDENTIALS_V2
from badges.jsonld.iris import is_absolute_iri
from badges.jwk import is_private, read_jwk
from badges.members import items, parts, text
from badges.proofs import CLOCK_SKEW
from badges.strictjson import Json, JsonObject
from badges.verificationkey import Algorithm, VerificationKey

ACCEPTED: Mapping[str, Algorithm] = MappingProxyType({"EdDSA": "Ed25519", "ES256": "P-256", "RS256": "RSA"})
"""The algorithms that we accept, and the kind of key that each is made with (RFC 7518 3.1, RFC 8037 3.1)."""

MAX_BYTES = strictjson.MAX_BYTES * 4 // 3 + 20_000

_MEMBERS = frozenset({"alg", "kid", "jwk", "typ", "cty"})
CREDENTIAL_TYPES = frozenset({"jwt", "jws", "vc", "vc+jwt", "vc+ld+jwt"})
PRESENTATION_TYPES = frozenset({"jwt", "vp", "vp+jwt", "vp+ld+jwt"})
"""What `typ` may say of a token that holds a credential, or a presentation (VC-JOSE-COSE 3.1.1, 3.1.2)."""

_CONTENTS = frozenset({"vc", "vc+ld+json", "vp", "vp+ld+json"})
_CLAIMS = frozenset({"iss", "sub", "aud", "exp", "nbf", "iat", "jti", "cnf"})
"""The claims about the token (RFC 7519 4.1, RFC 7800 3.1); the rest of a payload is the credential."""

_PARTS = 3


@dataclass(frozen=True, kw_only=True)
class Jws:
    """Hold the parts of a compact JWS; whether it counts is another question."""

    header: JsonObject
    payload: bytes
    signing_input: bytes
    signature: bytes

    @cached_property
    def claims(self) -> JsonObject:
        """Read the payload; once, for whoever looks at a token asks several times.

        Raises:
            DocumentError: it is no JSON object.
        """
        return strictjson.loads_object(self.payload)


@dataclass(frozen=True, slots=True)
class SignedToken:
    """Hold a token, and the credential that it says: with nothing of the token's own claims left."""

    token: Jws
    document: JsonObject


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Hold a header in the right form: by which algorithm, and with which key; of a key, one way at most."""

    algorithm: Algorithm
    kid: str | None
    jwk: VerificationKey | None


def split(raw: bytes) -> Jws:
    """Split a compact JWS.

    Raises:
        DocumentError: not three parts in base64url, or the header is no JSON object (`jws`, `json-...`).
    """
    if len(raw) > MAX_BYTES:
        raise DocumentError(f"more than {MAX_BYTES} bytes", code="json-size")
    written = raw.split(b".", _PARTS)
    if len(written) != _PARTS:
        raise DocumentError("a token has three parts with a dot between", code="jws")
    try:
        header, payload, signature = (base64url.decode(part.decode("ascii")) for part in written)
    except ValueError as error:
        raise DocumentError("the parts of a token are base64url without padding", code="jws") from error
    return Jws(
        header=strictjson.loads_object(header),
        payload=payload,
        signing_input=raw.rpartition(b".")[0],
        signature=signature,
    )


def credential_in(token: Jws) -> SignedToken:
    """Read a token that holds a credential; nothing of it is checked yet.

    Raises:
        DocumentError: the payload is no JSON object, or holds a credential in two ways.
    """
    return SignedToken(token, _document(token.claims))


def read_header(token: Jws, *, types: frozenset[str] = CREDENTIAL_TYPES) -> Header:
    """Read the header: only what OB 3.0 8.2.2 allows, and an algorithm with a key that nobody else has.

    `types` are what `typ` may say.

    Raises:
        ProofMalformedError: a member that may not be there (`crit`, `b64`, `jku`, `x5c` ...) or is of another
            form, `kid` and `jwk` both, a private key, an algorithm that protects nothing (`none`, HS256 ...).
        SuiteNotAcceptedError: an algorithm or a type of token that we do not read.
        KeyFormatError: the key that came along is none that we read.
    """
    header = token.header
    if not _MEMBERS.issuperset(header) or {"kid", "jwk"} <= header.keys():
        raise ProofMalformedError(
            "the header of a token holds alg, kid or jwk, typ and cty, and nothing else"
        )
    algorithm = _algorithm(header.get("alg"))
    _check_type(header.get("typ", "JWT"), among=types)
    _check_type(header.get("cty", "vc"), among=_CONTENTS)
    kid = text(header.get("kid"))
    if "kid" in header and kid is None:
        raise ProofMalformedError("kid of a token is a text")
    return Header(algorithm=algorithm, kid=kid, jwk=_own_key(header))


def read_assertion_header(token: Jws) -> Header:
    """Read the header of a signed assertion, whose key the issuer's profile names (OB 2.0 4.2.2).

    Raises:
        ProofError: as `read_header`; also when a key came along.
    """
    if "jwk" in token.header:
        raise ProofMalformedError("a signed assertion does not bring its own key")
    return read_header(token)


def key_name(header: Header, *, issuer: str) -> str | None:
    """Give the absolute id of the key that a header names; a relative one stands under the issuer."""
    if header.kid is None or is_absolute_iri(header.kid):
        return header.kid
    return f"{issuer}#{header.kid.removeprefix('#')}"


def check(token: Jws, *, key: VerificationKey, types: frozenset[str] = CREDENTIAL_TYPES) -> None:
    """Check that the key made the signature, by the algorithm that the header names (RFC 7515 5.2).

    Raises:
        ProofMalformedError: as `read_header`.
        SuiteNotAcceptedError: as `read_header`.
        SignatureError: it did not, or the algorithm is not that of the key.
    """
    if read_header(token, types=types).algorithm != key.algorithm:
        raise SignatureError("the token names another algorithm than that of the key")
    key.check(token.signature, data=token.signing_input)


def check_presentation(token: Jws, *, holder: str, now: datetime) -> None:
    """Check the claims of a token with a presentation: its times, and that `iss` is who shows it.

    Raises:
        ProofEarlyError: it was made in the future, or is not to be used yet.
        ProofExpiredError: it is not to be used any more.
        ClaimError: another than the holder issued the token, or a time of it cannot be read.
    """
    claims = token.claims
    if claims.get("iss", holder) != holder:
        raise ClaimError("iss")
    for claim in ("iat", "nbf", "exp"):
        if claim in claims and _moment(claims[claim]) is None:
            raise ClaimError(claim)
    _check_claimed_times(claims, document={}, now=now)


def presentation_in(token: Jws) -> JsonObject | None:
    """Give the presentation in a token: the payload itself, or its `vp` claim; None where there is none.

    What the payload leaves to the claims of the token is completed: who shows it (VCDM 1.1 6.3.1).

    Raises:
        DocumentError: the payload is no JSON object.
    """
    claims = token.claims
    document = claims.get("vp", claims)
    if not isinstance(document, dict) or "VerifiablePresentation" not in items(document.get("type")):
        return None
    shown_by = text(claims.get("iss"))
    return document if shown_by is None or "holder" in document else {**document, "holder": shown_by}


def check_claims(signed: SignedToken) -> None:
    """Check that no claim contradicts the credential (OB 3.0 8.2.4, VC-JOSE-COSE 3.1.3, VCDM 1.1 6.3.1).

    A claim may be absent; what both say must be the same.

    Raises:
        ClaimError: one is not; `claim` says which.
    """
    document, claims = signed.document, signed.token.claims
    stated = {
        "iss": [factfinding.issuer_id(document)],
        "jti": [text(document.get("id"))],
        "sub": _subjects(document),
    }
    for claim, names in stated.items():
        known = [name for name in names if name is not None]
        if claim in claims and (text(claims[claim]) is None or (known and claims[claim] not in known)):
            raise ClaimError(claim)
    for claim, member in (("nbf", _start(document)), ("exp", _end(document)), ("iat", None)):
        if claim not in claims:
            continue
        moment = _moment(claims[claim])
        if moment is None or (member is not None and moment != _whole_seconds(member)):
            raise ClaimError(claim)


def check_times(signed: SignedToken, *, now: datetime) -> None:
    """Check the times of the token itself; those of the credential are looked at with the credential.

    Raises:
        ProofEarlyError: it was made in the future, or is not to be used yet.
        ProofExpiredError: it is not to be used any more.
    """
    _check_claimed_times(signed.token.claims, document=signed.document, now=now)


def _check_claimed_times(claims: JsonObject, *, document: JsonObject, now: datetime) -> None:
    """Check the times of a token; where the document has its own, those count."""
    made, start, end = (_moment(claims.get(claim)) for claim in ("iat", "nbf", "exp"))
    if made is not None and made > now + CLOCK_SKEW:
        raise ProofEarlyError("the token says that it was made in the future")
    if start is not None and _start(document) is None and start > now + CLOCK_SKEW:
        raise ProofEarlyError("the token is not to be used yet")
    if end is not None and _end(document) is None and end <= now:
        raise ProofExpiredError("the token has expired")


def _document(claims: JsonObject) -> JsonObject:
    """Take the credential out of a payload: the payload itself, or its `vc` claim."""
    if "vc" not in claims:
        return {name: value for name, value in claims.items() if name not in _CLAIMS}
    document = claims["vc"]
    if not isinstance(document, dict) or "@context" in claims:
        raise DocumentError("the payload holds one credential, or is one", code="jws")
    return _completed(document, claims=claims)


def _completed(document: JsonObject, *, claims: JsonObject) -> JsonObject:
    """Add what a credential of VCDM 1.1 may leave to the claims of its token (VCDM 1.1 6.3.1, decoding)."""
    second = CREDENTIALS_V2 in items(document.get("@context"))
    start, end = ("validFrom", "validUntil") if second else ("issuanceDate", "expirationDate")
    said: dict[str, str | None] = {
        "id": text(claims.get("jti")),
        "issuer": text(claims.get("iss")),
        start: None if _start(document) else _written(claims.get("nbf")),
        end: None if _end(document) else _written(claims.get("exp")),
    }
    added: JsonObject = {name: value for name, value in said.items() if value is not None}
    completed = added | document
    subject, named = completed.get("credentialSubject"), text(claims.get("sub"))
    if isinstance(subject, dict) and named is not None:
        completed["credentialSubject"] = {"id": named, **subject}
    return completed


def _algorithm(name: Json) -> Algorithm:
    """Find an algorithm in the list."""
    if not isinstance(name, str) or not name:
        raise ProofMalformedError("a token names its algorithm")
    if name.lower() == "none" or name.lower().startswith("hs"):
        raise ProofMalformedError("by this algorithm anyone who can check a token can make it")
    if name not in ACCEPTED:
        raise SuiteNotAcceptedError(f"we do not read tokens of algorithm {name[:64]!r}")
    return ACCEPTED[name]


def _check_type(value: Json, *, among: frozenset[str]) -> None:
    """Refuse a type of token or of content that we do not read (RFC 7515 4.1.9, 4.1.10)."""
    if not isinstance(value, str):
        raise ProofMalformedError("typ and cty of a token are texts")
    if value.lower().removeprefix("application/") not in among:
        raise SuiteNotAcceptedError(f"we do not read tokens of type {value[:64]!r}")


def _own_key(header: JsonObject) -> VerificationKey | None:
    """Read the public key that came along with a token (OB 3.0 8.2.2, `jwk`)."""
    if "jwk" not in header:
        return None
    written = header["jwk"]
    if not isinstance(written, dict) or is_private(written):
        raise ProofMalformedError("jwk of a token is a public key")
    return read_jwk(written)


def _subjects(document: JsonObject) -> list[str | None]:
    """Name whom the credential is about."""
    return [text(subject.get("id")) for subject in parts(document.get("credentialSubject"))]


def _start(document: JsonObject) -> datetime | None:
    """Read from when on the credential is valid, in either version."""
    return moments.read(document.get("validFrom")) or moments.read(document.get("issuanceDate"))


def _end(document: JsonObject) -> datetime | None:
    """Read until when the credential is valid, in either version."""
    return moments.read(document.get("validUntil")) or moments.read(document.get("expirationDate"))


def _moment(claim: Json) -> datetime | None:
    """Read a NumericDate, in whole seconds (RFC 7519 2); None when it is none."""
    if isinstance(claim, bool) or not isinstance(claim, (int, float)):
        return None
    try:
        return _whole_seconds(datetime.fromtimestamp(claim, UTC))
    except (ValueError, OverflowError, OSError):
        return None


def _written(claim: Json) -> str | None:
    """Write a NumericDate as credentials do."""
    moment = _moment(claim)
    return None if moment is None else moments.write(moment)


def _whole_seconds(moment: datetime) -> datetime:
    """Leave out what a NumericDate mostly does not say."""
    return moment.replace(microsecond=0)
