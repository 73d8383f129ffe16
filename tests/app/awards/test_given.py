"""What a system reads of the badges that it gave, and how it puts one right or withdraws it."""

from fastapi.testclient import TestClient
from httpx import Response

from issuers.people.permissions import Action
from tests.app.awards.answers import REASON, UNKNOWN, places, told
from tests.app.serving import desk_of
from tests.app.systems import ASKED, AWARDS, System, own_beheerder, system_of
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


class TestCorrect:
    """`POST /api/v1/toekenningen/{toekenning}/verbetering`."""

    def correct(self, system: System, badge_id: str, *, name: str = "beter", **changes: object) -> Response:
        """Ask for a better badge."""
        sent = ASKED | {"zin": "Sam verzamelde elke ochtend 45 orders.", "reden": "schrijffout"} | changes
        path = f"{AWARDS}/{badge_id}/verbetering"
        return system.post(path, json=sent, headers={"Idempotency-Key": name})

    def test_gives_a_better_one_once(self, client: TestClient, system: System) -> None:
        """The old one leads on to it; asked again, also then, the answer is the same to the byte."""
        old = system.give().json()
        better, again = (self.correct(system, old["id"]) for _ in "12")
        assert (201, better.content) == (again.status_code, again.content)
        told_of = better.json()
        assert (old["id"], "schrijffout") == (told_of["vervangt"], told_of["reden"])
        shown = system.get(f"{AWARDS}/{old['id']}").json()
        assert told_of["id"] == shown["vervangenDoor"]
        page = client.get(old["adres"], headers={"Accept": "text/html"}).text
        assert better.headers["location"] in page
        assert "revocation" == told(self.correct(system, old["id"], name="nog-beter"), 409)["code"]

    def test_leads_nowhere_where_it_was_for_somebody_else(self, client: TestClient, system: System) -> None:
        """The new one is not for whoever has the old one."""
        old = system.give().json()
        better = self.correct(system, old["id"], reden="andere-persoon", naam="Noor")
        shown = system.get(f"{AWARDS}/{old['id']}").json()
        assert shown["ingetrokkenOp"]
        assert shown["vervangenDoor"] is None
        page = client.get(old["adres"], headers={"Accept": "text/html"}).text
        assert better.headers["location"] not in page

    def test_is_about_the_same_work_unless_that_was_wrong(self, system: System) -> None:
        """Nothing is done, and the problem says which reason is for that."""
        old = system.give().json()["id"]
        other = {"werkprocescode": "B1-K2-W2"}
        assert ["body/reden"] == places(self.correct(system, old, **other))
        assert system.get(f"{AWARDS}/{old}").json()["ingetrokkenOp"] is None
        assert 201 == self.correct(system, old, reden="ander-werk", **other).status_code

    def test_says_what_is_wrong_and_where(self, system: System) -> None:
        """Problems of the judgement, of the reason, and of the key are told as with giving."""
        old = system.give().json()["id"]
        assert ["body/zin"] == places(self.correct(system, old, zin=""))
        assert ["body/zin"] == places(self.correct(system, old, zin="BSN 123456782."))
        assert ["body/reden"] == places(self.correct(system, old, reden="zomaar"))
        assert ["body/iets"] == places(self.correct(system, old, iets="x"))
        sent = ASKED | {"reden": "schrijffout"}
        path = f"{AWARDS}/{old}/verbetering"
        assert ["header/Idempotency-Key"] == places(system.post(path, json=sent))
        used = told(self.correct(system, old, name="stage-17"), 409)
        assert "idempotency-conflict" == used["code"]

    def test_is_for_a_key_that_may_give_and_withdraw(self, client: TestClient, other: System) -> None:
        """And for badges of its own organisation."""
        beheerder = own_beheerder(desk_of(client))
        system = system_of(client, beheerder, Action.ISSUE)
        old = system.give().json()["id"]
        assert "key-scope" == told(self.correct(system, old), 403)["code"]
        for each in (old, UNKNOWN):
            told(self.correct(other, each), 404)


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
