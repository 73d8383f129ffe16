"""A provider of accounts (OpenID Connect) in this process, that does what it is told: well, or badly.

It stands where `web.egress` stands, so nothing goes over a network. What it answers is made when it is asked,
of `metadata`, `keys`, `header`, `claims` and `tokens`: a test changes these first.
"""

import hashlib
import hmac
import json
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final, TypeAlias
from urllib.parse import parse_qsl, urlencode

from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from web.egress import Fetched
from web.errors import EgressError, StatusError
from web.purposes import Form, Purpose

ISSUER: Final = "https://inloggen.school.voorbeeld"
CLIENT, SECRET, SUBJECT = "https://bewijs.voorbeeld", "geheim: 100%", "8f2c"
LEFT_OUT: Final = object()
"""Stands for what is not there."""

Jwk: TypeAlias = dict[str, Any]
Sign: TypeAlias = Callable[[bytes], bytes]


def coded(raw: bytes) -> str:
    """Write bytes in base64url."""
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def number(value: int) -> str:
    """Write a number as JWKs do."""
    return coded(value.to_bytes((value.bit_length() + 7) // 8))


def rsa_jwk(key: rsa.RSAPrivateKey, kid: str) -> Jwk:
    """Publish an RSA key."""
    numbers = key.public_key().public_numbers()
    return {"kty": "RSA", "use": "sig", "kid": kid, "n": number(numbers.n), "e": number(numbers.e)}


def rs256(key: rsa.RSAPrivateKey) -> Sign:
    """Sign with RSA."""
    return lambda raw: key.sign(raw, padding.PKCS1v15(), SHA256())


def ps256(key: rsa.RSAPrivateKey) -> Sign:
    """Sign with RSA and a salt."""
    salted = padding.PSS(padding.MGF1(SHA256()), salt_length=padding.PSS.DIGEST_LENGTH)
    return lambda raw: key.sign(raw, salted, SHA256())


def hs256(secret: bytes) -> Sign:
    """Sign with what both know."""
    return lambda raw: hmac.digest(secret, raw, hashlib.sha256)


def unsigned(_: bytes) -> bytes:
    """Sign nothing."""
    return b""


RSA: Final = rsa.generate_private_key(65537, 2048)
OTHER_RSA: Final = rsa.generate_private_key(65537, 2048)
WEAK_RSA: Final = rsa.generate_private_key(65537, 1024)  # noqa: S505 - it must be refused
CURVE: Final = ec.generate_private_key(ec.SECP256R1())
EDWARDS: Final = ed25519.Ed25519PrivateKey.generate()

_POINT: Final = CURVE.public_key().public_numbers()
CURVE_JWK: Final[Jwk] = {
    "kty": "EC",
    "crv": "P-256",
    "kid": "ec",
    "x": coded(_POINT.x.to_bytes(32)),
    "y": coded(_POINT.y.to_bytes(32)),
}
EDWARDS_JWK: Final[Jwk] = {
    "kty": "OKP",
    "crv": "Ed25519",
    "kid": "ed",
    "x": coded(EDWARDS.public_key().public_bytes_raw()),
}


def es256(raw: bytes) -> bytes:
    """Sign with the curve."""
    r, s = decode_dss_signature(CURVE.sign(raw, ec.ECDSA(SHA256())))
    return r.to_bytes(32) + s.to_bytes(32)


@dataclass
class Provider:
    """Sign people in, and do what the test says."""

    issuer: str = ISSUER
    metadata: dict[str, Any] = field(default_factory=dict)
    keys: list[Jwk] = field(default_factory=lambda: [rsa_jwk(RSA, "een")])
    header: dict[str, Any] = field(default_factory=dict)
    claims: dict[str, Any] = field(default_factory=dict)
    tokens: dict[str, Any] = field(default_factory=dict)
    answer: dict[str, Any] = field(default_factory=dict)
    sign: Sign = field(default_factory=lambda: rs256(RSA))
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    rewrite: Callable[[str], str] = lambda payload: payload
    troubles: dict[str, EgressError] = field(default_factory=dict)
    bodies: dict[str, bytes] = field(default_factory=dict)
    visits: list[str] = field(default_factory=list)
    _codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def authorize(self, asked: dict[str, str]) -> dict[str, Any]:
        """Sign somebody in, and give what he takes back."""
        code = f"code-{len(self._codes)}"
        self._codes[code] = asked
        return _without({"code": code, "state": asked["state"], "iss": self.issuer} | self.answer)

    async def get(self, url: str, *, purpose: Purpose) -> Fetched:
        """Tell about itself."""
        assert purpose is Purpose.SIGN_IN
        if url.endswith("/.well-known/openid-configuration"):
            return self._give("metadata", url, _without(self._metadata() | self.metadata))
        return self._give("keys", url, {"keys": self.keys})

    async def post(self, url: str, *, form: Form, purpose: Purpose) -> Fetched:
        """Give tokens for a code: once, to who asked for it, and proves that."""
        assert purpose is Purpose.SIGN_IN
        fields = dict(parse_qsl(form.body.decode(), strict_parsing=True))
        asked = self._codes.pop(fields["code"], None)
        challenge = coded(hashlib.sha256(fields.get("code_verifier", "").encode()).digest())
        fits = (
            asked is not None
            and form.authorization == self._basic()
            and (challenge, "S256") == (asked["code_challenge"], asked["code_challenge_method"])
            and fields["redirect_uri"] == asked["redirect_uri"]
        )
        if asked is None or not fits:
            raise StatusError(400)
        given = {"access_token": "toegang", "token_type": "Bearer", "id_token": self._id_token(asked)}
        return self._give("tokens", url, _without(given | self.tokens))

    def _metadata(self) -> dict[str, Any]:
        base = self.issuer.replace("{tenantid}", "organizations")
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{base}/authorize",
            "token_endpoint": f"{base}/token",
            "jwks_uri": f"{base}/keys",
            "response_types_supported": ["code"],
            "id_token_signing_alg_values_supported": ["RS256", "PS256", "ES256", "EdDSA", "HS256", "none"],
            "authorization_response_iss_parameter_supported": True,
        }

    def _id_token(self, asked: dict[str, str]) -> str:
        moment = int(self.now().timestamp())
        claims = {
            "iss": self.issuer,
            "sub": SUBJECT,
            "aud": asked["client_id"],
            "nonce": asked["nonce"],
            "iat": moment,
            "exp": moment + 300,
        }
        header = _without({"alg": "RS256", "kid": "een", "typ": "JWT"} | self.header)
        payload = self.rewrite(json.dumps(_without(claims | self.claims)))
        parts = f"{coded(json.dumps(header).encode())}.{coded(payload.encode())}"
        return f"{parts}.{coded(self.sign(parts.encode()))}"

    def _give(self, what: str, url: str, value: dict[str, Any]) -> Fetched:
        self.visits.append(what)
        if what in self.troubles:
            raise self.troubles[what]
        raw = self.bodies.get(what, json.dumps(value).encode())
        return Fetched(raw=raw, url=url, media_type="application/json")

    def _basic(self) -> str:
        """Say who may come: both parts are coded first (RFC 6749 2.3.1)."""
        user, password = (urlencode({"": each}).removeprefix("=") for each in (CLIENT, SECRET))
        return f"Basic {b64encode(f'{user}:{password}'.encode()).decode()}"


def _without(members: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value is not LEFT_OUT}
