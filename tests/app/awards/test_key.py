"""What the key of a system opens, what it never opens, and how often."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import structlog
from fastapi.testclient import TestClient

from app.logging import configure_logging
from issuers.apikeys.managing import withdraw_api_key
from issuers.apikeys.secret import new_secret
from issuers.desk import IssuingDesk
from issuers.issuing.overview import list_given
from issuers.people.appointing import Appointment
from issuers.people.members import change_roles
from issuers.people.permissions import Action, Actor
from issuers.people.tables import Role
from tests.app.awards.answers import REASON, UNKNOWN, told
from tests.app.serving import state_of
from tests.app.systems import ASKED, AWARDS, System, system_of
from tests.databases import ON_SQLITE
from web.clock import FixedClock
from web.limits import Limiter, Purpose

pytestmark = ON_SQLITE


class Broken:
    """Break where the secret of a key is at hand, and say it aloud."""

    def take(self, *said: object, **_: object) -> None:
        """Let it pass for an address, not for a key."""
        if said[0] is Purpose.API_KEY:
            raise RuntimeError(*said)

    def close(self) -> None:
        """Keep nothing."""


@pytest.fixture
def log() -> Iterator[StringIO]:
    """Write the log as the service does, but here."""
    configure_logging("info")
    written = StringIO()
    structlog.configure(logger_factory=structlog.WriteLoggerFactory(file=written))
    yield written
    structlog.reset_defaults()


def every_call(system: System, award: str) -> dict[Action, Any]:
    """Try everything with a key."""
    return {
        Action.ISSUE: system.give("alles"),
        Action.READ: system.get(f"{AWARDS}/{award}"),
        Action.REVOKE: system.post(f"{AWARDS}/{award}/intrekking", json=REASON),
    }


class TestKey:
    """What comes along in `Authorization`."""

    @pytest.mark.parametrize("action", [Action.ISSUE, Action.READ, Action.REVOKE])
    def test_opens_only_what_it_was_made_for(
        self, client: TestClient, beheerder: Actor, system: System, action: Action
    ) -> None:
        """Though its maker may do the rest too."""
        award = system.give().json()["id"]
        answers = every_call(system_of(client, beheerder, action), award)
        assert answers.pop(action).is_success
        assert ["key-scope"] * 2 == [told(each, 403)["code"] for each in answers.values()]

    def test_opens_no_more_than_its_maker(self, desk: IssuingDesk, beheerder: Actor, system: System) -> None:
        """From the moment on that somebody takes the role away."""
        award = system.give().json()["id"]
        alone = Appointment(roles=frozenset({Role.BEHEERDER}))
        change_roles(desk, beheerder.person_id, appointment=alone, actor=beheerder)
        answers = every_call(system, award)
        assert "key-maker" == told(answers.pop(Action.ISSUE), 403)["code"]
        assert [200, 200] == [each.status_code for each in answers.values()]

    def test_is_withdrawn_at_once(self, desk: IssuingDesk, beheerder: Actor, system: System) -> None:
        """The next question gets no answer."""
        system.give()
        withdraw_api_key(desk, system.key.id, actor=beheerder)
        answers = every_call(system, UNKNOWN)
        assert ["api-key-withdrawn"] * 3 == [told(each, 401)["code"] for each in answers.values()]
        assert 1 == len(list_given(desk, actor=beheerder, page=0))

    def test_ends(self, client: TestClient, desk: IssuingDesk, system: System) -> None:
        """After its year."""
        later = FixedClock(desk.clock.now() + timedelta(days=366))
        state_of(client).desk = replace(desk, clock=later)
        assert "api-key-expired" == told(system.get(AWARDS), 401)["code"]

    @pytest.mark.parametrize(
        ("sent", "code"),
        [
            (None, "api-key-missing"),
            ("", "api-key-missing"),
            ("Bearer", "api-key-missing"),
            ("Basic cGI6eA==", "api-key-missing"),
            ("Bearer pb_", "api-key-unknown"),
            ("Bearer pb_voorbeeldvoorbeeldvoorbeeldvoorbeeldvoorbee4jTQyo", "api-key-unknown"),
        ],
    )
    def test_is_needed(self, client: TestClient, sent: str | None, code: str) -> None:
        """Without one, or with another: 401, and how to send it."""
        answer = client.get(AWARDS, headers={} if sent is None else {"Authorization": sent})
        assert code == told(answer, 401)["code"]
        assert "Bearer" == answer.headers["www-authenticate"]

    def test_is_not_a_session(self, client: TestClient) -> None:
        """Whoever is signed in on a page opens nothing here: no other site can use that."""
        client.post("/inloggen/demo")
        assert 200 == client.get("/gegeven").status_code
        for answer in (client.get(AWARDS), client.post(AWARDS, json=ASKED, headers={"Idempotency-Key": "x"})):
            assert "api-key-missing" == told(answer, 401)["code"]

    def test_opens_no_pages(self, client: TestClient, system: System) -> None:
        """Those are for people."""
        for path in ("/gegeven", "/sleutels", "/mensen"):
            assert not system.get(path).is_success, path
        assert 0 == len(client.cookies)

    def test_is_not_asked_for_by_other_sites(self, system: System) -> None:
        """No page of others may read an answer, not even with a key."""
        answer = system.client.get(
            AWARDS,
            headers={"Origin": "https://elders.voorbeeld", "Authorization": f"Bearer {system.key.secret}"},
        )
        assert "access-control-allow-origin" not in answer.headers
        asked = system.client.options(
            AWARDS,
            headers={"Origin": "https://elders.voorbeeld", "Access-Control-Request-Method": "POST"},
        )
        assert 405 == asked.status_code

    def test_leaves_no_trace_of_its_secret(
        self, client: TestClient, system: System, tmp_path: Path, log: StringIO
    ) -> None:
        """Not in answers, the log or files; not where something breaks on our side either."""
        answers = [*every_call(system, UNKNOWN).values(), system.give("twee", crebo="99999")]
        secret = system.key.secret
        broken = TestClient(client.app, raise_server_exceptions=False)
        state_of(client).limiter = Broken()
        answers.append(System(broken, system.key).get(AWARDS))
        assert 500 == answers[-1].status_code
        written = log.getvalue()
        assert '"event": "unexpected"' in written
        assert "<API-sleutel>" in written
        assert not any(secret in each for each in (written, *(each.text for each in answers)))
        files = [each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()]
        assert files
        assert not any(secret.encode() in each for each in files)


class TestLimits:
    """So much, and no more, for each address and each key, whatever process answers."""

    @pytest.mark.parametrize("purpose", [Purpose.API, Purpose.API_KEY])
    def test_hold(self, client: TestClient, system: System, purpose: Purpose) -> None:
        """With 429, and when it can be tried again."""
        state = state_of(client)
        state.limiter = Limiter(
            state.limiter._counters, per_minute={purpose: 2}, clock=state.desk.clock, tell=pytest.fail
        )
        answers = [system.get(AWARDS) for _ in range(6)]
        assert [200] * 4 + [429] * 2 == [each.status_code for each in answers]
        assert 1 <= int(answers[-1].headers["retry-after"]) <= 60
        assert "too-many" == told(answers[-1], 429)["code"]

    def test_count_who_tries_keys(self, client: TestClient) -> None:
        """Though 256 bits are not found by trying."""
        state = state_of(client)
        state.limiter = Limiter(
            state.limiter._counters, per_minute={Purpose.API: 2}, clock=state.desk.clock, tell=pytest.fail
        )
        sent = [{"Authorization": f"Bearer {new_secret()}"} for _ in range(5)]
        assert [401] * 4 + [429] == [client.get(AWARDS, headers=each).status_code for each in sent]
