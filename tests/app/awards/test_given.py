"""What a system reads of the badges that it gave, and how it withdraws one."""

from fastapi.testclient import TestClient

from tests.app.awards.answers import REASON, UNKNOWN, places, told
from tests.app.systems import AWARDS, System
from tests.databases import ON_SQLITE

pytestmark = ON_SQLITE


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
