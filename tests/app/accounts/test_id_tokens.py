"""An ID token that is not as it should be signs nobody in."""

import json
from typing import Final

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from fastapi.testclient import TestClient

from tests.app.accounts.journey import (
    ENTRA,
    TENANT,
    Change,
    at_hash,
    both,
    brought,
    claim,
    header,
    keys,
    lets_nobody_in,
    listing,
    rewritten,
    said_twice,
    signed,
    with_entra,
)
from tests.provider import (
    CLIENT,
    CURVE_JWK,
    EDWARDS,
    EDWARDS_JWK,
    ISSUER,
    LEFT_OUT,
    OTHER_RSA,
    RSA,
    SECRET,
    SUBJECT,
    es256,
    hs256,
    ps256,
    rs256,
    rsa_jwk,
    unsigned,
)
from web.clock import SystemClock

_PEM: Final = RSA.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
_AN_HOUR: Final = 3600
_NOW: Final = int(SystemClock().now().timestamp())


DOES_NOT: Final[dict[str, Change]] = {
    # the header of the ID token
    "alg none": signed(unsigned, alg="none"),
    "alg None": signed(unsigned, alg="None"),
    "no alg": header(alg=LEFT_OUT),
    "HS256 with the client secret": signed(hs256(SECRET.encode()), alg="HS256"),
    "HS256 with the public key": signed(hs256(_PEM), alg="HS256"),
    "another algorithm than the key's": header(alg="ES256"),
    "EdDSA, by another key": keys(
        EDWARDS_JWK, then=signed(Ed25519PrivateKey.generate().sign, alg="EdDSA", kid="ed")
    ),
    "EdDSA by the name of RS256": keys(EDWARDS_JWK, then=signed(EDWARDS.sign, kid="ed")),
    "EdDSA that the provider does not list": listing(
        "RS256", then=keys(EDWARDS_JWK, then=signed(EDWARDS.sign, alg="EdDSA", kid="ed"))
    ),
    "PS256, by another key": signed(ps256(OTHER_RSA), alg="PS256"),
    "PS256 by the name of RS256": signed(ps256(RSA)),
    "RS256 by the name of PS256": signed(rs256(RSA), alg="PS256"),
    "PS256 by a key for RS256": keys(
        {**rsa_jwk(RSA, "een"), "alg": "RS256"}, then=signed(ps256(RSA), alg="PS256")
    ),
    "PS256 that the provider does not list": listing("RS256", then=signed(ps256(RSA), alg="PS256")),
    "ES256 where the provider lists nothing": listing(
        then=keys(CURVE_JWK, then=signed(es256, alg="ES256", kid="ec"))
    ),
    "RS512": header(alg="RS512"),
    "no signature": signed(unsigned),
    "signed by another key": signed(rs256(OTHER_RSA)),
    "an unknown key": signed(rs256(OTHER_RSA), kid="twee"),
    "a kid that is no text": header(kid=1),
    "a key in the header": signed(rs256(OTHER_RSA), jwk=rsa_jwk(OTHER_RSA, "een")),
    "the address of a key in the header": signed(rs256(OTHER_RSA), jku="https://elders.voorbeeld/k"),
    "a certificate in the header": header(x5c=["AAAA"]),
    "the address of a certificate in the header": header(x5u="https://elders.voorbeeld/c"),
    "what must be understood": header(crit=["exp"]),
    "an access token in its place": header(typ="at+jwt"),
    "a logout token in its place": header(typ="logout+jwt"),
    # its claims
    "another nonce": claim(nonce="A" * 43),
    "no nonce": claim(nonce=LEFT_OUT),
    "a nonce that is nothing": claim(nonce=None),
    "another issuer": claim(iss="https://elders.voorbeeld"),
    "an issuer in capitals": claim(iss=ISSUER.upper()),
    "an issuer that looks like it": claim(iss=ISSUER.replace("oo", "оо")),
    "an issuer with a dot more": claim(iss=f"{ISSUER}."),
    "issuers in a list": claim(iss=[ISSUER]),
    "no issuer": claim(iss=LEFT_OUT),
    "another audience": claim(aud="https://ander.voorbeeld"),
    "no audience": claim(aud=LEFT_OUT),
    "an empty audience": claim(aud=[]),
    "an audience that begins like ours": claim(aud=f"{CLIENT}.elders"),
    "two audiences, and nobody asked": claim(aud=[CLIENT, "https://ander.voorbeeld"]),
    "asked by another": claim(aud=[CLIENT, "https://ander.voorbeeld"], azp="https://ander.voorbeeld"),
    "expired": claim(exp=_NOW - _AN_HOUR),
    "no end": claim(exp=LEFT_OUT),
    "an end in words": claim(exp=str(_NOW + _AN_HOUR)),
    "an end that is true": claim(exp=True),
    "made in the future": claim(iat=_NOW + _AN_HOUR),
    "made at no time": claim(iat=LEFT_OUT),
    "not before an hour": claim(nbf=_NOW + _AN_HOUR),
    "at_hash of another token": claim(at_hash=at_hash("een andere")),
    "at_hash of another token, with EdDSA": both(
        keys(EDWARDS_JWK, then=signed(EDWARDS.sign, alg="EdDSA", kid="ed")), claim(at_hash=at_hash("toegang"))
    ),
    "at_hash that is a number": claim(at_hash=7),
    "no subject": claim(sub=LEFT_OUT),
    "an empty subject": claim(sub=""),
    "a subject that is a number": claim(sub=8),
    "a subject of 256 characters": claim(sub="8" * 256),
    "a subject that looks like it": claim(sub="８f2c"),
    "a subject with more behind it": claim(sub=f"{SUBJECT}\x00"),
    "a subject in capitals": claim(sub=SUBJECT.upper()),
    "a subject that nobody linked": claim(sub="een ander"),
    "the mail address of somebody who works here": claim(
        sub="een ander", email="ada@bewijs.voorbeeld", email_verified=True
    ),
    "a claim twice": rewritten(said_twice),
    "claims that are no object": rewritten(lambda payload: json.dumps([payload])),
    "a number that does not exist": rewritten(lambda payload: payload[:-1] + ', "x": NaN}'),
    # tenants
    "the issuer of all tenants": with_entra(claim(iss=ENTRA)),
    "another tenant in the claim": with_entra(claim(tid="0" * 36)),
    "another tenant in the issuer": with_entra(claim(iss=ENTRA.replace("{tenantid}", "0" * 36))),
    "another tenant in both": with_entra(claim(iss=ENTRA.replace("{tenantid}", "0" * 36), tid="0" * 36)),
    "no tenant": with_entra(claim(tid=LEFT_OUT)),
    "a tenant that steps aside": with_entra(
        claim(iss=ENTRA.replace("{tenantid}", f"x/../{TENANT}"), tid=f"x/../{TENANT}")
    ),
    "tenants in a list": with_entra(claim(tid=[TENANT])),
    "a tenant in capitals": with_entra(
        claim(iss=ENTRA.replace("{tenantid}", TENANT.upper()), tid=TENANT.upper())
    ),
    "the answer of another tenant": with_entra(brought(iss=ENTRA.replace("{tenantid}", "0" * 36))),
}


class TestIdToken:
    """An ID token counts when all of it holds (OpenID Connect Core 3.1.3.7)."""

    @pytest.mark.parametrize("case", DOES_NOT)
    def test_lets_nobody_in(self, service: TestClient, case: str) -> None:
        """No sign-in is made, and whoever tried is told what to do, in words."""
        lets_nobody_in(service, DOES_NOT[case])

    def test_is_tried_in_more_than_forty_ways(self) -> None:
        """So many the threat model promises, of the token alone."""
        assert len(DOES_NOT) > 40
