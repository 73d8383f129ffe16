"""Read an ID token: whose account it is, once everything about it holds (OpenID Connect Core 3.1.3.7).

The key decides on the algorithm, and only a key that the provider publishes counts. The claims about time,
audience, nonce and access token are Authlib's to check; what it leaves open is checked here.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final, cast

from badges import base64url
from badges.errors import DocumentError, SignatureError
from badges.jwk import read_jwk
from badges.jws import Jws, split
from badges.strictjson import JsonObject
from badges.verificationkey import Algorithm
from issuers.accounts.metadata import SigningKeys
from issuers.accounts.providers import Provider
from issuers.errors import AccountProofError, UnknownKeyError

ACCEPTED: Final[Mapping[str, Algorithm]] = MappingProxyType(
    {"RS256": "RSA", "PS256": "RSA", "ES256": "P-256", "EdDSA": "Ed25519"}
)
"""The algorithms that we accept where a provider says that it has them, and the kind of key of each."""

LEEWAY_SECONDS: Final = 120
"""So far the clock of a provider may be off."""

_EDDSA: Final = "EdDSA"
_MOST_OF_A_SUBJECT: Final = 255
_BRINGS_A_KEY: Final = frozenset({"jku", "jwk", "x5u", "x5c", "crit", "b64"})
_TYPES: Final = frozenset({"JWT", "jwt"})
_TIMES: Final = ("exp", "iat", "nbf", "auth_time")


@dataclass(frozen=True, slots=True)
class Account:
    """Name an account elsewhere: by who says so, and by its name there, which stays the same."""

    issuer: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """Hold what an ID token must be about."""

    provider: Provider
    algorithms: frozenset[str]
    nonce: str
    access_token: str
    now: datetime


def read_id_token(raw: str, *, keys: SigningKeys, expected: Expected) -> Account:
    """Tell whose account it is.

    Raises:
        UnknownKeyError: no key that we know signed this; the provider may have a new one.
        AccountProofError: it proves nothing; its reason says why.
    """
    try:
        token = split(raw.encode())
        claims = token.claims
    except (DocumentError, UnicodeEncodeError) as error:
        raise AccountProofError("the ID token cannot be read") from error
    _check_signature(raw, token, keys=keys, listed=expected.algorithms)
    issuer = expected.provider.issuer_of(claims.get("tid"))
    if issuer is None or claims.get("iss") != issuer:
        raise AccountProofError("the ID token is of another issuer")
    _check_claims(claims, header=token.header, issuer=issuer, expected=expected)
    return Account(issuer=issuer, subject=_subject(claims))


def _check_signature(raw: str, token: Jws, *, keys: SigningKeys, listed: frozenset[str]) -> None:
    from joserfc import errors, jwk, jws  # noqa: PLC0415 - large; a service without providers needs it not

    header = token.header
    if _BRINGS_A_KEY & header.keys() or header.get("typ", "JWT") not in _TYPES:
        raise AccountProofError("the header of the ID token says what it may not say")
    algorithm, kid = header.get("alg"), header.get("kid")
    if not isinstance(algorithm, str) or algorithm not in ACCEPTED or not isinstance(kid, str | None):
        raise AccountProofError("the ID token is signed in a way that we do not accept")
    if algorithm not in listed:
        raise AccountProofError("the ID token is signed in a way that the provider does not list")
    key = keys.find(kid, kind=ACCEPTED[algorithm], algorithm=algorithm)
    if key is None:
        raise UnknownKeyError("no key of the provider has this name and kind")
    try:
        if algorithm == _EDDSA:  # joserfc wants the name of RFC 9864, which providers do not use yet
            read_jwk(key | {"alg": algorithm}).check(token.signature, data=token.signing_input)
        else:
            jws.deserialize_compact(
                raw, jwk.import_key(cast("dict[str, str | list[str]]", key)), algorithms=[algorithm]
            )
    except (errors.JoseError, SignatureError, ValueError) as error:
        raise AccountProofError("the signature of the ID token does not hold") from error


def _check_claims(claims: JsonObject, *, header: JsonObject, issuer: str, expected: Expected) -> None:
    from authlib.oidc.core import CodeIDToken  # noqa: PLC0415 - as above
    from joserfc.errors import JoseError  # noqa: PLC0415 - as above

    if any(isinstance(claims.get(name, 0), bool | str | None) for name in _TIMES):
        raise AccountProofError("a time in the ID token is no number")
    client = expected.provider.client_id
    token = CodeIDToken(
        claims,
        header,
        options={"iss": {"essential": True, "value": issuer}, "aud": {"essential": True, "value": client}},
        params={"nonce": expected.nonce, "client_id": client, "access_token": expected.access_token},
    )
    try:
        token.validate(now=int(expected.now.timestamp()), leeway=LEEWAY_SECONDS)
    except (JoseError, TypeError, ValueError) as error:
        raise AccountProofError(f"the ID token does not hold: {error}") from error
    if header.get("alg") == _EDDSA and not _fits(claims.get("at_hash"), expected.access_token):
        raise AccountProofError("the ID token is of another access token")


def _fits(at_hash: object, access_token: str) -> bool:
    """Tell whether a hash, if there is one, is of the access token; Ed25519 hashes by SHA-512 (RFC 8032 5.1).

    For the other algorithms Authlib looks (OpenID Connect Core 3.1.3.8).
    """
    half = hashlib.sha512(access_token.encode()).digest()[:32]
    return at_hash is None or at_hash == base64url.encode(half)


def _subject(claims: JsonObject) -> str:
    """Read the name of the account: at most 255 characters of ASCII (OpenID Connect Core 2)."""
    subject = claims.get("sub")
    fits = isinstance(subject, str) and subject.isascii() and subject.isprintable()
    if not fits or not 0 < len(str(subject)) <= _MOST_OF_A_SUBJECT:
        raise AccountProofError("the ID token names nobody")
    return str(subject)
