"""The API for systems, over HTTP: what a key opens, and what it never opens, on a real database."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
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
from tests.app.serving import ADDRESS, demo_in, desk_of, opened
from tests.app.systems import ASKED, AWARDS, System, other_beheerder, own_beheerder, system_of
from tests.databases import ON_SQLITE, Databases
from web.clock import FixedClock
from web.limits import Limiter, Purpose

UNKNOWN = "019f0000-0000-7000-8000-000000000000"
REASON = {"reden": "vergissing"}
pytestmark = ON_SQLITE


@pytest.fixture
def client(demo: TestClient) -> TestClient:
    """Open the demo as a system does."""
    demo.headers["Accept"] = "*/*"
    return demo


@pytest.fixture
def desk(client: TestClient) -> IssuingDesk:
    """Give the desk behind the service."""
    return desk_of(client)


@pytest.fixture
def beheerder(desk: IssuingDesk) -> Actor:
    """Give the beheerder of the demo leerbedrijf, who judges as well."""
    return own_beheerder(desk)


@pytest.fixture
def system(client: TestClient, beheerder: Actor) -> System:
    """Give a system with a key for everything."""
    return system_of(client, beheerder)


@pytest.fixture
def other(client: TestClient, desk: IssuingDesk) -> System:
    """Give a system of another organisation, with a key for everything there."""
    return system_of(client, other_beheerder(desk))


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


def told(answer: Any, status: int) -> dict[str, Any]:
    """Read a problem of this status."""
    assert (status, "application/problem+json") == (answer.status_code, answer.headers["content-type"])
    return dict(answer.json())


def places(answer: Any) -> list[str]:
    """Say where the problems are."""
    return [each["plaats"] for each in told(answer, 400)["errors"]]


class TestGive:
    """`POST /api/v1/toekenningen`."""

    def test_gives_a_badge_that_is_valid(self, client: TestClient, system: System) -> None:
        """At the address in `Location`, by the organisation of the key."""
        answer = system.give()
        assert 201 == answer.status_code
        assert ADDRESS + answer.headers["location"] == answer.json()["adres"]
        raw = client.get(answer.headers["location"], headers={"Accept": "application/vc+ld+json"}).content
        report = client.post("/api/v1/verificaties", content=raw).json()
        assert ("valid", answer.json()["bewijsId"]) == (report["verdict"], report["facts"]["credentialId"])
        assert "Magazijn De Maas" == report["facts"]["issuer"]["name"]

    def test_gives_the_same_answer_to_the_same_question(self, system: System) -> None:
        """Byte for byte, also in another layout, and also after the badge was withdrawn."""
        first = system.give()
        laid_out = system.give(naam=f" {ASKED['naam']}", leervorm=None)
        system.post(f"{AWARDS}/{first.json()['id']}/intrekking", json=REASON)
        for again in (laid_out, system.give()):
            assert (201, first.content) == (again.status_code, again.content)
            assert first.headers["location"] == again.headers["location"]
        assert 1 == len(system.get(AWARDS).json()["toekenningen"])

    def test_refuses_another_question_by_the_same_name(self, system: System) -> None:
        """Else a mistake in a system would go unseen."""
        system.give()
        problem = told(system.give(zin="Sam laadde de vrachtwagen."), 409)
        assert "idempotency-conflict" == problem["code"]
        assert "Idempotency-Key" in problem["detail"]

    def test_gives_one_badge_to_whoever_asks_twice_at_once(self, system: System) -> None:
        """A system that lost its patience."""
        with ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(lambda _: system.give(), range(4)))
        assert {201} == {each.status_code for each in answers}
        assert 1 == len({each.content for each in answers})
        assert 1 == len(system.get(AWARDS).json()["toekenningen"])

    @pytest.mark.parametrize("name", ["", "x" * 256, "twee woorden", "caf\u00e9"])
    def test_wants_a_name_for_the_question(self, system: System, name: str) -> None:
        """1 to 255 visible signs."""
        answer = system.post(AWARDS, json=ASKED, headers={"Idempotency-Key": name.encode("latin-1")})
        assert ["header/Idempotency-Key"] == places(answer)

    def test_wants_it_always(self, system: System) -> None:
        """Without one, nobody could ask again safely."""
        assert ["header/Idempotency-Key"] == places(system.post(AWARDS, json=ASKED))

    @pytest.mark.parametrize("name", ["x", "x" * 255, "!~", "api:stage/17"])
    def test_takes_any_name_that_can_be_seen(self, system: System, name: str) -> None:
        """It is the system's own."""
        assert 201 == system.give(name).status_code

    @pytest.mark.parametrize(
        ("changes", "expected"),
        [
            ({"crebo": "99999"}, ["body/crebo"]),
            ({"werkprocescode": "B9-K9-W9"}, ["body/werkprocescode"]),
            ({"zin": "", "van": "morgen", "rol": "baas"}, ["body/zin", "body/van", "body/rol"]),
            ({"vaardigheden": ["https://elders.voorbeeld/x"]}, ["body/vaardigheden"]),
            ({"zin": "Mail naar sam@voorbeeld.nl."}, ["body/zin"]),
            ({"zin": 17, "tot": None, "oordeel": "goed"}, ["body/zin", "body/tot", "body/oordeel"]),
        ],
    )
    def test_says_what_is_wrong_where(
        self, system: System, changes: dict[str, Any], expected: list[str]
    ) -> None:
        """All at once, and nothing is given."""
        assert expected == places(system.give(**changes))
        assert [] == system.get(AWARDS).json()["toekenningen"]

    @pytest.mark.parametrize(
        ("body", "code"),
        [
            (b"", "json"),
            (b"[]", "json"),
            (b"{'crebo': 1}", "json"),
            (b'{"naam": "A", "naam": "B"}', "json-duplicate-key"),
            (b'{"zin": "' + b"x" * 64_000 + b'"}', "json-size"),
        ],
    )
    def test_reads_one_object_strictly(self, system: System, body: bytes, code: str) -> None:
        """What two readers may read in two ways is signed by nobody."""
        answer = system.post(AWARDS, content=body, headers={"Idempotency-Key": "x"})
        assert code == told(answer, 400)["code"]


class TestRead:
    """`GET /api/v1/toekenningen`, and one of them."""

    def test_shows_the_signed_badge(self, client: TestClient, system: System) -> None:
        """As it is at its address, and how it stands now."""
        given = system.give().json()
        shown = system.get(f"{AWARDS}/{given['id']}").json()
        assert given == {name: shown[name] for name in given}
        assert client.get(given["adres"], headers={"Accept": "application/json"}).json() == shown["bewijs"]
        expected = ("25774", "B1-K2-W1", "Sam de Vries", "2026-01-05", "2026-06-26", None)
        names = ("crebo", "werkprocescode", "naam", "van", "tot", "ingetrokkenOp")
        assert expected == tuple(shown[name] for name in names)

    def test_lists_page_by_page(self, system: System) -> None:
        """The newest first, each once; the last page leads no further."""
        given = {system.give(f"stage-{number}").json()["id"] for number in range(51)}
        first = system.get(AWARDS).json()
        second = system.get(first["volgende"]).json()
        found = [*first["toekenningen"], *second["toekenningen"]]
        assert given == {each["id"] for each in found}
        assert (50, 1, None) == (len(first["toekenningen"]), len(second["toekenningen"]), second["volgende"])
        moments = [each["gegevenOp"] for each in found]
        assert sorted(moments, reverse=True) == moments

    def test_has_nothing_of_others(self, system: System, other: System) -> None:
        """Their badges are not there: 404, as what never was."""
        given = system.give().json()["id"]
        answers = [other.get(f"{AWARDS}/{each}") for each in (given, UNKNOWN)]
        assert [404, 404] == [each.status_code for each in answers]
        assert answers[0].content == answers[1].content
        assert [] == other.get(AWARDS).json()["toekenningen"]
        assert 201 == other.give().status_code  # the same name is another's own there

    def test_says_what_is_no_id(self, system: System) -> None:
        """In our words."""
        assert ["path/toekenning"] == places(system.get(f"{AWARDS}/een"))


class TestWithdraw:
    """`POST /api/v1/toekenningen/{toekenning}/intrekking`."""

    def test_is_seen_by_whoever_checks(self, client: TestClient, system: System) -> None:
        """At once."""
        given = system.give().json()
        raw = client.get(given["adres"], headers={"Accept": "application/json"}).content
        answer = system.post(f"{AWARDS}/{given['id']}/intrekking", json=REASON)
        assert (200, "vergissing") == (answer.status_code, answer.json()["reden"])
        assert "revoked" == client.post("/api/v1/verificaties", content=raw).json()["state"]
        shown = system.get(f"{AWARDS}/{given['id']}").json()
        assert answer.json()["ingetrokkenOp"] == shown["ingetrokkenOp"]
        assert (
            "revocation" == told(system.post(f"{AWARDS}/{given['id']}/intrekking", json=REASON), 409)["code"]
        )

    def test_wants_a_reason(self, system: System) -> None:
        """One of those of the form."""
        path = f"{AWARDS}/{system.give().json()['id']}/intrekking"
        for sent in ({}, {"reden": "vervangen"}, {"reden": "zomaar"}):
            assert ["body/reden"] == places(system.post(path, json=sent))

    def test_does_not_know_badges_of_others(self, system: System, other: System) -> None:
        """And they stay valid."""
        given = system.give().json()["id"]
        for each in (given, UNKNOWN):
            told(other.post(f"{AWARDS}/{each}/intrekking", json=REASON), 404)
        assert system.get(f"{AWARDS}/{given}").json()["ingetrokkenOp"] is None


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
        client.app.state.desk = replace(desk, clock=later)  # type: ignore[attr-defined]  # as above
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
        client.app.state.limiter = Broken()  # type: ignore[attr-defined]  # as above
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
        state = client.app.state  # type: ignore[attr-defined]  # as above
        state.limiter = Limiter(
            state.limiter._counters, per_minute={purpose: 2}, clock=state.desk.clock, tell=pytest.fail
        )
        answers = [system.get(AWARDS) for _ in range(6)]
        assert [200] * 4 + [429] * 2 == [each.status_code for each in answers]
        assert 1 <= int(answers[-1].headers["retry-after"]) <= 60
        assert "too-many" == told(answers[-1], 429)["code"]

    def test_count_who_tries_keys(self, client: TestClient) -> None:
        """Though 256 bits are not found by trying."""
        state = client.app.state  # type: ignore[attr-defined]  # as above
        state.limiter = Limiter(
            state.limiter._counters, per_minute={Purpose.API: 2}, clock=state.desk.clock, tell=pytest.fail
        )
        sent = [{"Authorization": f"Bearer {new_secret()}"} for _ in range(5)]
        assert [401] * 4 + [429] == [client.get(AWARDS, headers=each).status_code for each in sent]


class TestSealed:
    """A service that cannot sign now."""

    def test_reads_and_withdraws_and_gives_nothing(
        self, tmp_path: Path, furnished: Path, databases: Databases
    ) -> None:
        """503, with the reason; the same question gives the badge when the key is back."""
        folder = databases.copy(furnished, tmp_path / "data")
        with opened(demo_in(folder, databases=databases)) as client:
            system = system_of(client, own_beheerder(desk_of(client)))
            given = system.give("open").json()["id"]
        kek = folder / "keys" / "kek"
        kek.rename(tmp_path / "kek")
        with opened(demo_in(folder, databases=databases)) as client:
            closed = System(client, system.key)
            refused = closed.give("dicht")
            assert "sealed" == told(refused, 503)["code"]
            assert "retry-after" in refused.headers
            assert 200 == closed.get(f"{AWARDS}/{given}").status_code
            assert 200 == closed.post(f"{AWARDS}/{given}/intrekking", json=REASON).status_code
        (tmp_path / "kek").rename(kek)
        with opened(demo_in(folder, databases=databases)) as client:
            assert 201 == System(client, system.key).give("dicht").status_code
