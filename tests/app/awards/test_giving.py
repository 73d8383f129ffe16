"""Badges that a system gives by the API, on a real database."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.app.awards.answers import REASON, places, told
from tests.app.serving import ADDRESS, demo_in, desk_of, opened
from tests.app.systems import ASKED, AWARDS, System, own_beheerder, system_of
from tests.databases import ON_SQLITE, Databases

pytestmark = ON_SQLITE


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

    def test_says_where_half_a_character_stands(self, system: System) -> None:
        """JSON can spell one; no text holds it, and no badge."""
        head = {"Idempotency-Key": "half", "Content-Type": "application/json"}
        body = json.dumps(ASKED | {"zin": "Sam \ud800 telt."})
        answer = system.post(AWARDS, content=body, headers=head)
        assert "json" == told(answer, 400)["code"], answer.text

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
