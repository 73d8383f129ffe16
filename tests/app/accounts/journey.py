"""Go to a provider of accounts and come back, well or badly: what the tests here do and change."""

import hashlib
import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from typing import Any, TypeAlias
from urllib.parse import parse_qsl, urlsplit
from uuid import UUID

from fastapi.testclient import TestClient
from httpx import Response
from sqlalchemy import func
from sqlmodel import select

from issuers.accounts import providers
from issuers.accounts.directory import Directory
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.people.platform import add_administrator
from issuers.people.register import person_by_mail
from issuers.people.sessions import NewSession, find_visitor, sign_in
from issuers.people.tables import BrowserSession, Proof
from tests.app.serving import desk_of, state_of
from tests.provider import (
    CLIENT,
    ISSUER,
    LEFT_OUT,
    OTHER_RSA,
    RSA,
    SECRET,
    Provider,
    coded,
    rs256,
    rsa_jwk,
)
from web.clock import FixedClock, SystemClock

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
ADDRESS = "https://bewijs.voorbeeld"
ENTRA = "https://login.entra.voorbeeld/{tenantid}/v2.0"
TENANT = "7d3a1c52-0000-4000-8000-1234567890ab"
_VISITORS = count(1)


def add_person_with(desk: IssuingDesk) -> Any:
    """Take in somebody who runs the service, and sign her in with a passkey."""
    add_administrator(desk, "Ada Smit", mail="ada@bewijs.voorbeeld")
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
    desk: IssuingDesk = desk_of(client)
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


Change: TypeAlias = Callable[["Journey"], object]
"""Let something be otherwise on a journey."""


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
        state = state_of(self.browser)
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


def claim(**changes: object) -> Change:
    """Change claims."""
    return lambda journey: journey.provider.claims.update(changes)


def header(**changes: object) -> Change:
    """Change the header."""
    return lambda journey: journey.provider.header.update(changes)


def metadata(**changes: object) -> Change:
    """Change what the provider tells about itself."""
    return lambda journey: journey.provider.metadata.update(changes)


def given(**changes: object) -> Change:
    """Change what the provider gives for a code."""
    return lambda journey: journey.provider.tokens.update(changes)


def brought(**changes: object) -> Change:
    """Change what somebody brings back."""
    return lambda journey: journey.provider.answer.update(changes)


def signed(sign: Callable[[bytes], bytes], **changes: object) -> Change:
    """Sign in another way."""

    def change(journey: Journey) -> None:
        journey.provider.sign = sign
        journey.provider.header.update(changes)

    return change


def keys(*jwks: dict[str, Any], then: Change = lambda journey: None) -> Change:
    """Publish other keys."""

    def change(journey: Journey) -> None:
        journey.provider.keys = list(jwks)
        then(journey)

    return change


def listing(*algorithms: str, then: Change) -> Change:
    """List other algorithms, or say nothing about them."""

    def change(journey: Journey) -> None:
        journey.provider.metadata["id_token_signing_alg_values_supported"] = list(algorithms) or LEFT_OUT
        then(journey)

    return change


def both(*changes: Change) -> Change:
    """Change several things."""

    def change(journey: Journey) -> None:
        for each in changes:
            each(journey)

    return change


def trouble(what: str, error: Any) -> Change:
    """Let a step go wrong on the network."""
    return lambda journey: journey.provider.troubles.update({what: error})


def body(what: str, raw: bytes) -> Change:
    """Give other bytes."""
    return lambda journey: journey.provider.bodies.update({what: raw})


def late(**duration: float) -> Change:
    """Come back after some time."""
    return lambda journey: setattr(
        journey, "between", lambda journey: journey.clock.advance(timedelta(**duration))
    )


def twice(name: str) -> Change:
    """Bring something twice."""
    return lambda journey: setattr(journey, "again", lambda answer: [*answer.items(), (name, answer[name])])


def with_entra(*changes: Change) -> Change:
    """Change something at a provider of tenants."""
    return both(entra, *changes)


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


def rewritten(rewrite: Callable[[str], str]) -> Change:
    """Write the claims in another way."""
    return lambda journey: setattr(journey.provider, "rewrite", rewrite)


def nothing(journey: Journey) -> None:
    """Change nothing."""


def lets_in(service: TestClient, change: Change) -> None:
    """Check that somebody is signed in at the end of a journey."""
    journey = Journey(browser_of(service))
    change(journey)
    before = sessions(service)
    answer = journey.run()
    assert (303, "/mijn") == (answer.status_code, answer.headers.get("location")), journey.told
    assert before + 1 == sessions(service)
    assert "Ada Smit" in journey.browser.get("/mijn").text


def lets_nobody_in(service: TestClient, change: Change) -> None:
    """Check that no sign-in is made, and that whoever tried is told what to do, in words."""
    journey = Journey(browser_of(service))
    change(journey)
    before = sessions(service)
    answer = journey.run()
    assert before == sessions(service)
    for browser in filter(None, (journey.browser, journey.returning)):
        assert "/inloggen" in browser.get("/mijn").headers["location"]
    assert answer.status_code in {400, 503}
    assert 'class="note" role="status"' in answer.text
    assert "Log in met je passkey" in answer.text
