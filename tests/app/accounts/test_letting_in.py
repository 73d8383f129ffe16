"""Who proves that a linked account is his is signed in: were nobody, the other tests would say nothing."""

import hashlib
from typing import Final

import pytest
from fastapi.testclient import TestClient

from tests.app.accounts.journey import (
    ENTRA,
    TENANT,
    Change,
    at_hash,
    both,
    brought,
    claim,
    entra,
    given,
    header,
    keys,
    late,
    lets_in,
    metadata,
    nothing,
    renewed,
    signed,
    with_entra,
)
from tests.provider import (
    CLIENT,
    CURVE_JWK,
    EDWARDS,
    EDWARDS_JWK,
    LEFT_OUT,
    OTHER_RSA,
    RSA,
    coded,
    es256,
    ps256,
    rsa_jwk,
)
from web.clock import SystemClock

_NOW: Final = int(SystemClock().now().timestamp())

COUNTS: Final[dict[str, Change]] = {
    "as it should be": nothing,
    "ES256": keys(rsa_jwk(RSA, "een"), CURVE_JWK, then=signed(es256, alg="ES256", kid="ec")),
    "PS256": signed(ps256(RSA), alg="PS256"),
    "PS256, by a key for nothing else": keys(
        {**rsa_jwk(RSA, "een"), "alg": "PS256"}, then=signed(ps256(RSA), alg="PS256")
    ),
    "EdDSA": keys(EDWARDS_JWK, then=signed(EDWARDS.sign, alg="EdDSA", kid="ed")),
    "EdDSA, with at_hash": both(
        keys(EDWARDS_JWK, then=signed(EDWARDS.sign, alg="EdDSA", kid="ed")),
        claim(at_hash=coded(hashlib.sha512(b"toegang").digest()[:32])),
    ),
    "a provider that does not say with what it signs": metadata(
        id_token_signing_alg_values_supported=LEFT_OUT
    ),
    "no kid, one key": header(kid=LEFT_OUT),
    "no typ": header(typ=LEFT_OUT),
    "audience in a list": claim(aud=[CLIENT]),
    "two audiences, and ours asked": claim(aud=[CLIENT, "https://ander.voorbeeld"], azp=CLIENT),
    "at_hash that fits": claim(at_hash=at_hash("toegang")),
    "a clock one minute ahead": claim(iat=_NOW + 60, nbf=_NOW + 60),
    "token_type in small letters": given(token_type="bearer"),
    "an issuer in the answer that was not announced": metadata(
        authorization_response_iss_parameter_supported=LEFT_OUT
    ),
    "S256 is listed": metadata(code_challenge_methods_supported=["plain", "S256"]),
    "a new key of the provider": renewed,
    "a key for something else beside it": keys(
        rsa_jwk(RSA, "een"), {**rsa_jwk(OTHER_RSA, "twee"), "use": "enc"}, {"kty": "oct"}
    ),
    "nine minutes": late(minutes=9),
    "a tenant": entra,
    "a tenant that names itself": with_entra(brought(iss=ENTRA.replace("{tenantid}", TENANT))),
}


class TestSigningIn:
    """`/inloggen/elders/...` signs in whoever proves that a linked account is his."""

    @pytest.mark.parametrize("case", COUNTS)
    def test_lets_in(self, service: TestClient, case: str) -> None:
        """And whatever a provider may do otherwise."""
        lets_in(service, COUNTS[case])
