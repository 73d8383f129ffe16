"""Signing in with an account elsewhere, through the whole service: what counts, and all that does not."""

import hashlib
import html
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from fastapi.testclient import TestClient
from httpx import Response
from sqlalchemy import func
from sqlmodel import select

from app.main import create_app
from app.settings import Settings
from issuers.accounts import linking, providers
from issuers.accounts.directory import Directory
from issuers.accounts.tokens import Account
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.people.platform import add_administrator
from issuers.people.sessions import NewSession, find_visitor, sign_in
from issuers.people.tables import BrowserSession, Proof
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
    WEAK_RSA,
    Provider,
    coded,
    es256,
    hs256,
    rs256,
    rsa_jwk,
    unsigned,
)
from web.clock import FixedClock, SystemClock
from web.errors import RedirectError, SlowError, StatusError, UnreadError

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
ADDRESS = "https://bewijs.voorbeeld"
ENTRA = "https://login.entra.voorbeeld/{tenantid}/v2.0"
TENANT = "7d3a1c52-0000-4000-8000-1234567890ab"
_VISITORS = count(1)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Open the service of a production, where one person linked an account of each provider."""
    folder = tmp_path_factory.mktemp("accounts")
    app = create_app(Settings(mode="production", base_url=ADDRESS, data_dir=folder))
    with TestClient(app, base_url=ADDRESS) as client:
        ada = add_person_with(app.state.desk)
        for issuer in (ISSUER, ENTRA.replace("{tenantid}", TENANT)):
            linking.link(app.state.desk, Account(issuer, SUBJECT), visitor=ada)
        yield client


def add_person_with(desk: IssuingDesk) -> Any:
    """Take in somebody who runs the service, and sign her in with a passkey."""
    add_administrator(desk, "Ada Smit", mail="ada@bewijs.voorbeeld")
    from issuers.people.register import person_by_mail

    person = desk.register.read(
        lambda session: person_by_mail(session, mail="ada@bewijs.voorbeeld"), within=WHOLE_SERVICE
    )
    assert person is not None
    return signed_in(desk, person.id)


def signed_in(desk: IssuingDesk, person_id: UUID) -> Any:
    """Sign somebody in with a passkey."""
    return find_visitor(desk, sign_in(desk, NewSession(person_id=person_id, proof=Proof.PASSKEY)))


def sessions(client: TestClient) -> int:
    """Count the sign-ins of all."""
    desk: IssuingDesk = client.app.state.desk  # type: ignore[attr-defined]
    counted = select(func.count()).select_from(BrowserSession)
    return desk.register.read(lambda session: session.exec(counted).one(), within=WHOLE_SERVICE)


def browser_of(client: TestClient) -> TestClient:
    """Open another browser, at another network address."""
    number = next(_VISITORS)
    return TestClient(
        client.app,
        base_url=ADDRESS,
        headers=BROWSER,
        follow_redirects=False,
        client=(f"198.51.{number // 250}.{number % 250}", 50_000),
    )


@dataclass
class Journey:
    """Go to a provider and come back, as a test says."""

    browser: TestClient
    provider: Provider = field(default_factory=Provider)
    told: list[str] = field(default_factory=list)
    issuer: str = ISSUER
    key: str = "school"
    back: str = "/inloggen/elders/school/terug"
    returning: TestClient | None = None
    again: Callable[[dict[str, Any]], Any] = lambda answer: answer
    between: Callable[["Journey"], object] = lambda journey: None
    asked: dict[str, str] = field(default_factory=dict)
    clock: FixedClock = field(default_factory=lambda: FixedClock(SystemClock().now()))

    def prepare(self) -> None:
        """Put the provider where the service looks for it."""
        named = [
            providers.Provider(key=key, name=name, issuer=issuer, client_id=CLIENT, client_secret=SECRET)
            for key, name, issuer in (
                ("school", "School", self.issuer),
                ("werk", "Werk", "https://inloggen.werk.voorbeeld"),
            )
        ]
        self.provider.now = self.clock.now
        state = self.browser.app.state  # type: ignore[attr-defined]
        object.__setattr__(state.desk, "clock", self.clock)
        state.accounts = Directory(
            named, outside=self.provider, clock=self.clock, tell=lambda _, why: self.told.append(why)
        )

    def go(self, **kept: str) -> Response:
        """Press the button."""
        self.prepare()
        page = self.browser.post(f"/inloggen/elders/{self.key}", data=kept)
        found = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', page.text)
        if found:
            self.asked = dict(parse_qsl(urlsplit(html.unescape(found[1])).query))
        return page

    def come_back(self) -> Response:
        """Sign in there, and come back."""
        answer = self.again(self.provider.authorize(self.asked))
        self.between(self)
        return (self.returning or self.browser).get(self.back, params=answer)

    def run(self) -> Response:
        """Go there and back; who cannot go stays."""
        page = self.go()
        return self.come_back() if self.asked else page


def entra(journey: Journey) -> None:
    """Let each tenant be an issuer."""
    journey.issuer = journey.provider.issuer = ENTRA
    journey.provider.answer["iss"] = LEFT_OUT
    journey.provider.metadata["authorization_response_iss_parameter_supported"] = LEFT_OUT
    journey.provider.claims |= {"iss": ENTRA.replace("{tenantid}", TENANT), "tid": TENANT}


def renewed(journey: Journey) -> None:
    """Let the provider take another key after we learnt the first, and some minutes pass."""
    journey.provider.keys = [rsa_jwk(RSA, "een")]

    def renew(journey: Journey) -> None:
        journey.clock.advance(timedelta(minutes=2))
        journey.provider.keys = [rsa_jwk(OTHER_RSA, "twee")]
        journey.provider.header["kid"] = "twee"
        journey.provider.sign = rs256(OTHER_RSA)

    journey.between = renew


def at_hash(access_token: str) -> str:
    """Hash an access token, as the ID token does."""
    return coded(hashlib.sha256(access_token.encode()).digest()[:16])


def claim(**changes: object) -> Callable[[Journey], None]:
    """Change claims."""
    return lambda journey: journey.provider.claims.update(changes)


def header(**changes: object) -> Callable[[Journey], None]:
    """Change the header."""
    return lambda journey: journey.provider.header.update(changes)


def metadata(**changes: object) -> Callable[[Journey], None]:
    """Change what the provider tells about itself."""
    return lambda journey: journey.provider.metadata.update(changes)


def given(**changes: object) -> Callable[[Journey], None]:
    """Change what the provider gives for a code."""
    return lambda journey: journey.provider.tokens.update(changes)


def brought(**changes: object) -> Callable[[Journey], None]:
    """Change what somebody brings back."""
    return lambda journey: journey.provider.answer.update(changes)


def signed(sign: Callable[[bytes], bytes], **changes: object) -> Callable[[Journey], None]:
    """Sign in another way."""

    def change(journey: Journey) -> None:
        journey.provider.sign = sign
        journey.provider.header.update(changes)

    return change


def keys(
    *jwks: dict[str, Any], then: Callable[[Journey], None] = lambda journey: None
) -> Callable[[Journey], None]:
    """Publish other keys."""

    def change(journey: Journey) -> None:
        journey.provider.keys = list(jwks)
        then(journey)

    return change


def trouble(what: str, error: Any) -> Callable[[Journey], None]:
    """Let a step go wrong on the network."""
    return lambda journey: journey.provider.troubles.update({what: error})


def body(what: str, raw: bytes) -> Callable[[Journey], None]:
    """Give other bytes."""
    return lambda journey: journey.provider.bodies.update({what: raw})


def late(**duration: float) -> Callable[[Journey], None]:
    """Come back after some time."""
    return lambda journey: setattr(
        journey, "between", lambda journey: journey.clock.advance(timedelta(**duration))
    )


def twice(name: str) -> Callable[[Journey], None]:
    """Bring something twice."""
    return lambda journey: setattr(journey, "again", lambda answer: [*answer.items(), (name, answer[name])])


def with_entra(*changes: Callable[[Journey], None]) -> Callable[[Journey], None]:
    """Change something at a provider of tenants."""

    def change(journey: Journey) -> None:
        entra(journey)
        for each in changes:
            each(journey)

    return change


def elsewhere(journey: Journey) -> None:
    """Come back in another browser."""
    journey.returning = browser_of(journey.browser)


def with_another_errand(journey: Journey) -> None:
    """Come back in a browser that went somewhere itself."""
    journey.returning = browser_of(journey.browser)
    journey.between = lambda journey: journey.returning and journey.returning.post("/inloggen/elders/school")


def replayed(journey: Journey) -> None:
    """Come back when somebody did so already, with the same answer; he signed out since."""

    def first(journey: Journey) -> None:
        code = f"code-{len(journey.provider._codes) - 1}"
        answer = {"code": code, "state": journey.asked["state"], "iss": ISSUER}
        journey.browser.get(journey.back, params=answer)
        journey.browser.post("/uitloggen")
        journey.provider._codes[code] = journey.asked

    journey.between = first


def said_twice(payload: str) -> str:
    """Say a claim twice."""
    return payload[:-1] + ', "sub": "8f2c"}'


def rewritten(rewrite: Callable[[str], str]) -> Callable[[Journey], None]:
    """Write the claims in another way."""
    return lambda journey: setattr(journey.provider, "rewrite", rewrite)


def nothing(journey: Journey) -> None:
    """Change nothing."""


_PEM: Final = RSA.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
_AN_HOUR: Final = 3600
_NOW: Final = int(SystemClock().now().timestamp())
_PRIVATE: Final = {**EDWARDS_JWK, "kid": "p", "d": coded(EDWARDS.private_bytes_raw())}

COUNTS: Final[dict[str, Callable[[Journey], None]]] = {
    "as it should be": nothing,
    "ES256": keys(rsa_jwk(RSA, "een"), CURVE_JWK, then=signed(es256, alg="ES256", kid="ec")),
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

DOES_NOT: Final[dict[str, Callable[[Journey], None]]] = {
    # the way back
    "no state": brought(state=LEFT_OUT),
    "an empty state": brought(state=""),
    "another state": brought(state="A" * 43),
    "a state twice": twice("state"),
    "a code twice": twice("code"),
    "a state that was used": replayed,
    "another browser": elsewhere,
    "another browser with an errand of its own": with_another_errand,
    "eleven minutes": late(minutes=11),
    "no code": brought(code=LEFT_OUT),
    "a code that nobody gave": brought(code="verzonnen"),
    "a code and an error": brought(error="access_denied"),
    "an error": brought(code=LEFT_OUT, error="access_denied"),
    "an error that nobody knows": brought(code=LEFT_OUT, error="<script>"),
    "trouble of the provider": brought(code=LEFT_OUT, error="server_error"),
    "back at another provider": lambda journey: setattr(journey, "back", "/inloggen/elders/werk/terug"),
    "the issuer of another provider": brought(iss="https://inloggen.werk.voorbeeld"),
    "an issuer twice": twice("iss"),
    "no issuer where one was announced": brought(iss=LEFT_OUT),
    "an issuer with a slash more": brought(iss=f"{ISSUER}/"),
    "a token in the address": lambda journey: journey.provider.answer.update(
        code=LEFT_OUT, id_token=journey.provider._id_token({"client_id": CLIENT, "nonce": "x"})
    ),
    # what the service asks, changed on the way
    "a challenge of somebody else": lambda journey: setattr(
        journey, "between", lambda journey: journey.asked.update(code_challenge="x" * 43)
    ),
    "plain PKCE": lambda journey: setattr(
        journey, "between", lambda journey: journey.asked.update(code_challenge_method="plain")
    ),
    "another redirect_uri": lambda journey: setattr(
        journey, "between", lambda journey: journey.asked.update(redirect_uri="https://elders.voorbeeld")
    ),
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
    # the header of the ID token
    "alg none": signed(unsigned, alg="none"),
    "alg None": signed(unsigned, alg="None"),
    "no alg": header(alg=LEFT_OUT),
    "HS256 with the client secret": signed(hs256(SECRET.encode()), alg="HS256"),
    "HS256 with the public key": signed(hs256(_PEM), alg="HS256"),
    "another algorithm than the key's": header(alg="ES256"),
    "EdDSA, which we do not take": keys(EDWARDS_JWK, then=signed(EDWARDS.sign, alg="EdDSA", kid="ed")),
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


class TestSigningIn:
    """`/inloggen/elders/...` signs in whoever proves that a linked account is his, and nobody else."""

    @pytest.mark.parametrize("case", COUNTS)
    def test_lets_in(self, service: TestClient, case: str) -> None:
        """The control: were everything refused, the table below would say nothing."""
        journey = Journey(browser_of(service))
        COUNTS[case](journey)
        before = sessions(service)
        answer = journey.run()
        assert (303, "/mijn") == (answer.status_code, answer.headers.get("location")), journey.told
        assert before + 1 == sessions(service)
        assert "Ada Smit" in journey.browser.get("/mijn").text

    @pytest.mark.parametrize("case", DOES_NOT)
    def test_does_not_let_in(self, service: TestClient, case: str) -> None:
        """No sign-in is made, and whoever tried is told what to do, in words."""
        journey = Journey(browser_of(service))
        DOES_NOT[case](journey)
        before = sessions(service)
        answer = journey.run()
        assert before == sessions(service)
        for browser in filter(None, (journey.browser, journey.returning)):
            assert "/inloggen" in browser.get("/mijn").headers["location"]
        assert answer.status_code in {400, 503}
        assert 'class="note" role="status"' in answer.text
        assert "Log in met je passkey" in answer.text

    def test_is_tried_in_more_than_forty_ways(self) -> None:
        """So many the threat model promises."""
        assert len(DOES_NOT) > 40
