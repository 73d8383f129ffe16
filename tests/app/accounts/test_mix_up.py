"""Two providers, one evil, which has people sign in at the other: the mix-up of RFC 9207 and RFC 9700 4.4.

The evil one stands in the settings too. Whoever presses its button is sent on to the honest one, with what we
asked of the evil one; what the honest one answers is a code of an account that is linked here.
"""

import html
import re
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

import pytest
from fastapi.testclient import TestClient

from issuers.accounts import providers
from issuers.accounts.directory import Directory
from tests.app.accounts.journey import browser_of, sessions
from tests.app.serving import state_of
from tests.provider import CLIENT, ISSUER, LEFT_OUT, SECRET, Provider
from web.clock import SystemClock
from web.egress import Fetched
from web.purposes import Form, Purpose

EVIL = "https://inloggen.werk.voorbeeld"
Answer = dict[str, str]


@dataclass
class EvilProvider(Provider):
    """Keep every code that is brought, and give whatever the test says."""

    issuer: str = EVIL
    caught: list[dict[str, str]] = field(default_factory=list)

    async def post(self, url: str, *, form: Form, purpose: Purpose) -> Fetched:
        """Take the code."""
        self.caught.append(dict(parse_qsl(form.body.decode())))
        return await super().post(url, form=form, purpose=purpose)


class TwoProviders:
    """Ask each at its own host."""

    def __init__(self, honest: Provider, evil: EvilProvider) -> None:
        self._at = {urlsplit(each.issuer).hostname: each for each in (honest, evil)}

    async def get(self, url: str, *, purpose: Purpose) -> Fetched:
        """Fetch."""
        return await self._at[urlsplit(url).hostname].get(url, purpose=purpose)

    async def post(self, url: str, *, form: Form, purpose: Purpose) -> Fetched:
        """Send."""
        return await self._at[urlsplit(url).hostname].post(url, form=form, purpose=purpose)


@dataclass
class Mixed:
    """Hold both providers, and the browser of whoever is deceived."""

    service: TestClient
    honest: Provider
    evil: EvilProvider
    victim: TestClient

    def went(self, key: str, *, browser: TestClient | None = None) -> Answer:
        """Press a button, and give what we ask of that provider."""
        page = (browser or self.victim).post(f"/inloggen/elders/{key}").text
        found = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', page)
        assert found
        return dict(parse_qsl(urlsplit(html.unescape(found[1])).query))

    def back(self, key: str, answer: Answer, *, browser: TestClient | None = None) -> int:
        """Come back at the address of one of them."""
        return (browser or self.victim).get(f"/inloggen/elders/{key}/terug", params=answer).status_code


@pytest.fixture
def mixed(service: TestClient) -> Mixed:
    """Put both where the service looks for them; neither names itself, unless a test says so."""
    silent = {"authorization_response_iss_parameter_supported": LEFT_OUT}
    honest = Provider(metadata=dict(silent), answer={"iss": LEFT_OUT})
    evil = EvilProvider(metadata=dict(silent), answer={"iss": LEFT_OUT})
    named = [
        providers.Provider(key=key, name=key, issuer=issuer, client_id=CLIENT, client_secret=SECRET)
        for key, issuer in (("school", ISSUER), ("werk", EVIL))
    ]
    outside = TwoProviders(honest, evil)
    state_of(service).accounts = Directory(
        named, outside=outside, clock=SystemClock(), tell=lambda _key, _why: None
    )
    return Mixed(service, honest, evil, browser_of(service))


class TestMixUp:
    """Nobody comes in as somebody else, and where the honest one names itself no code leaks."""

    def test_leads_from_the_honest_address_nowhere(self, mixed: Mixed) -> None:
        """It sends people back to its own address; what was begun at the evil one does not end there."""
        before = sessions(mixed.service)
        code = mixed.honest.authorize(mixed.went("werk"))
        assert 400 == mixed.back("school", code)
        assert (before, []) == (sessions(mixed.service), mixed.evil.caught)

    def test_gives_no_code_away_where_the_honest_one_names_itself(self, mixed: Mixed) -> None:
        """The evil one need not announce that it does: an answer that names another is refused before."""
        mixed.honest.answer = {}
        assert 400 == mixed.back("werk", mixed.honest.authorize(mixed.went("werk")))
        assert [] == mixed.evil.caught

    def test_gives_an_evil_one_a_code_of_no_use(self, mixed: Mixed) -> None:
        """It catches the code with its verifier, and tries it in a browser that went to the honest one.

        That browser's verifier is another, and so is the address that the code was asked for.
        """
        before = sessions(mixed.service)
        assert 400 == mixed.back("werk", mixed.honest.authorize(mixed.went("werk")))
        [caught] = mixed.evil.caught
        thief = browser_of(mixed.service)
        own = mixed.went("school", browser=thief)
        assert 400 == mixed.back("school", {"code": caught["code"], "state": own["state"]}, browser=thief)
        assert before == sessions(mixed.service)

    def test_is_not_helped_by_a_challenge_of_the_thief(self, mixed: Mixed) -> None:
        """The victim is sent to the honest one with the thief's own challenge and nonce.

        Then the verifier fits; what does not is the address that the code was asked for (RFC 6749 4.1.3).
        """
        before = sessions(mixed.service)
        thief = browser_of(mixed.service)
        own = mixed.went("school", browser=thief)
        asked = mixed.went("werk") | {name: own[name] for name in ("code_challenge", "nonce")}
        assert 400 == mixed.back("werk", mixed.honest.authorize(asked))
        [caught] = mixed.evil.caught
        assert 400 == mixed.back("school", {"code": caught["code"], "state": own["state"]}, browser=thief)
        assert before == sessions(mixed.service)

    def test_makes_no_account_of_one_at_the_other(self, mixed: Mixed) -> None:
        """Whatever the evil one signs, it is of its own name only: not of the account that is linked here."""
        before = sessions(mixed.service)
        for claims in ({}, {"iss": ISSUER}):
            mixed.evil.claims = dict(claims)
            assert 400 == mixed.back("werk", mixed.evil.authorize(mixed.went("werk")))
        assert before == sessions(mixed.service)

    def test_lets_in_who_goes_to_the_honest_one(self, mixed: Mixed) -> None:
        """Beside an evil one as without."""
        before = sessions(mixed.service)
        assert 303 == mixed.back("school", mixed.honest.authorize(mixed.went("school")))
        assert before + 1 == sessions(mixed.service)
