"""A provider that does not tell about itself, or give, what it should, signs nobody in."""

from typing import Final

import pytest
from fastapi.testclient import TestClient

from tests.app.accounts.journey import Change, body, given, keys, lets_nobody_in, metadata, signed, trouble
from tests.provider import (
    EDWARDS,
    EDWARDS_JWK,
    ISSUER,
    LEFT_OUT,
    OTHER_RSA,
    RSA,
    WEAK_RSA,
    coded,
    rs256,
    rsa_jwk,
)
from web.errors import RedirectError, SlowError, StatusError, UnreadError

_PRIVATE: Final = {**EDWARDS_JWK, "kid": "p", "d": coded(EDWARDS.private_bytes_raw())}

DOES_NOT: Final[dict[str, Change]] = {
    # what the provider tells about itself
    "metadata of another issuer": metadata(issuer="https://elders.voorbeeld"),
    "metadata with a slash more": metadata(issuer=f"{ISSUER}/"),
    "metadata in capitals": metadata(issuer=ISSUER.upper()),
    "metadata of nobody": metadata(issuer=LEFT_OUT),
    "a way to sign in over http": metadata(authorization_endpoint="http://inloggen.school.voorbeeld/a"),
    "tokens over http": metadata(token_endpoint="http://inloggen.school.voorbeeld/t"),
    "keys over http": metadata(jwks_uri="http://inloggen.school.voorbeeld/k"),
    "tokens at an IP address": metadata(token_endpoint="https://127.0.0.1/t"),
    "no S256": metadata(code_challenge_methods_supported=["plain"]),
    "no code flow": metadata(response_types_supported=["id_token"]),
    "no client secret": metadata(token_endpoint_auth_methods_supported=["private_key_jwt"]),
    "metadata that is no JSON": body("metadata", b"<html>"),
    "metadata that is no object": body("metadata", b"[]"),
    "metadata twice": body("metadata", b'{"issuer": "a", "issuer": "b"}'),
    "metadata that is too large": trouble("metadata", UnreadError("too large", code="too-large")),
    "metadata elsewhere": trouble("metadata", RedirectError("it leads on")),
    "a provider that is slow": trouble("metadata", SlowError("not in time")),
    "keys that are none": body("keys", b'{"keys": {}}'),
    "no keys": keys(),
    "a private key": keys(rsa_jwk(RSA, "een"), _PRIVATE),
    "a weak key": keys(rsa_jwk(WEAK_RSA, "een"), then=signed(rs256(WEAK_RSA))),
    "a key for something else": keys({**rsa_jwk(RSA, "een"), "use": "enc"}),
    "a key of another algorithm": keys({**rsa_jwk(RSA, "een"), "alg": "PS256"}),
    "two keys of one name": keys(rsa_jwk(RSA, "een"), rsa_jwk(OTHER_RSA, "een")),
    # what it gives for a code
    "tokens elsewhere": trouble("tokens", RedirectError("it leads on")),
    "tokens too late": trouble("tokens", SlowError("not in time")),
    "tokens that are refused": trouble("tokens", StatusError(401)),
    "tokens of a broken provider": trouble("tokens", StatusError(500)),
    "too many tokens": trouble("tokens", UnreadError("too large", code="too-large")),
    "tokens that are no JSON": body("tokens", b"access_token=x"),
    "an access token alone": given(id_token=LEFT_OUT),
    "an ID token alone": given(access_token=LEFT_OUT),
    "tokens of another type": given(token_type="DPoP"),
    "tokens of no type": given(token_type=LEFT_OUT),
    "an ID token that is none": given(id_token="a.b.c"),
    "an ID token that is encrypted": given(id_token="a.b.c.d.e"),
    "an ID token of letters that nobody has": given(id_token="é.é.é"),
}


class TestProvider:
    """What a provider tells about itself, and what it gives for a code, is looked at."""

    @pytest.mark.parametrize("case", DOES_NOT)
    def test_lets_nobody_in(self, service: TestClient, case: str) -> None:
        """No sign-in is made, and whoever tried is told what to do, in words."""
        lets_nobody_in(service, DOES_NOT[case])
