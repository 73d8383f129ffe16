"""Each page of a school asks the database as much for many people as for one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

import pytest
from fastapi.testclient import TestClient

from issuers.desk import IssuingDesk
from issuers.organisations.demo import SCHOOL, found_demo
from issuers.people.permissions import Actor
from issuers.people.tables import Proof
from schools.cohorts.keeping import TypedCohort, choose_cohorts, make_cohort
from schools.decisions.asking import TypedRequest, ask
from schools.decisions.deciding import decide
from schools.decisions.finding import find_decision
from schools.decisions.loading import load_plan
from schools.decisions.reading import read_plan
from schools.decisions.rules import set_rule
from schools.importing.candidates import add_candidate
from schools.importing.intakes import put_down
from schools.importing.running import read_some
from schools.importing.sorting import Found
from schools.importing.taking import take_files
from tests.app.serving import ADDRESS, BROWSER, desk_of
from tests.databases import ON_SQLITE
from tests.holders.keeping.test_wallet import statements_of
from tests.schools.decisions.conftest import RULE, TABLE
from tests.schools.decisions.test_deciding import filled
from tests.schools.importing.test_running import badge, check
from tests.schools.importing.test_taking import checked
from tests.world import World

pytestmark = ON_SQLITE

MANY = 4
OWN = tuple(f"/voorstellen{page}" for page in ("", "/groepen", "/examenplannen", "/inlezen", "/besluiten"))


@dataclass(frozen=True, slots=True)
class Year:
    """Hold a school that fills up: who works there, and what everything begins with."""

    desk: IssuingDesk
    people: Mapping[str, Actor]

    def add(self, number: int) -> Iterator[str]:
        """Add a person, a group, a plan, requests, a decision and an intake; name the pages about these."""
        desk, hanneke, samira = self.desk, self.people["Hanneke Vos"], self.people["Samira Aydin"]
        sam = add_candidate(desk, "Sam de Vries", actor=hanneke)
        take_files(desk, sam, [checked(World().signed())], actor=hanneke)
        group = make_cohort(desk, TypedCohort(naam=f"Groep {number}", doel="25774"), actor=hanneke)
        choose_cohorts(desk, sam, {group}, actor=hanneke)
        asked, decided = self._asked(sam, number), self._asked(sam, number)
        made = decide(desk, decided, filled(desk, sam, actor=samira), candidate_id=sam, actor=samira)
        intake = self._sent(number)
        yield from (f"/voorstellen/groepen/{group}", f"/voorstellen?groep={group}")
        yield from (f"/voorstellen/{sam}", f"/voorstellen/{sam}/voorstel?doel=25774")
        yield from (f"/voorstellen/{sam}/verzoek", f"/voorstellen/{sam}/verzoek/{asked}")
        yield from (f"/voorstellen/inlezen/{intake}", f"/voorstellen/inlezen/{intake}/redenen.csv")
        yield f"/voorstellen/besluiten/{made}"
        yield f"/besluit/{find_decision(desk, made, actor=samira).token}"

    def _asked(self, sam: UUID, number: int) -> UUID:
        plan = read_plan(TABLE.encode(), catalogue=self.desk.catalogue)
        hanneke, today = self.people["Hanneke Vos"], self.desk.clock.today().isoformat()
        loaded = load_plan(self.desk, plan, name=f"Plan {number}", actor=hanneke)
        typed = TypedRequest(onderdeel="P1", ingeschreven="ja", wie="Sam", datum=today)
        return ask(self.desk, sam, loaded.id, typed, actor=hanneke)

    def _sent(self, number: int) -> UUID:
        """Send files of somebody new, without a name, of a name that is there, and broken: more each time."""
        hanneke = self.people["Hanneke Vos"]
        files = []
        for each in range(10 * number, 11 * number + 1):
            names = (f"Persoon {each}", None, "Sam de Vries")
            files += [Found(f"{each}-{name}.json", badge(name, number=each)) for name in names]
            files += [Found(f"{each}-kapot.json", b"{" * each)]
        intake = put_down(self.desk, "map", files, actor=hanneke)
        while read_some(self.desk, intake, organisation_id=hanneke.organisation_id, check=check):
            pass
        return intake


@pytest.fixture
def year(demo: TestClient) -> Year:
    """Let a school of the demo say how it decides."""
    desk = desk_of(demo)
    now = desk.clock.now()
    people = {
        name: replace(actor, proof=Proof.PASSKEY, proved=now)
        for name, actor in found_demo(desk, SCHOOL).items()
    }
    set_rule(desk, RULE, actor=people["Ruben de Wit"])
    return Year(desk, people)


@pytest.fixture
def samira(demo: TestClient, year: Year) -> TestClient:
    """Open the school as who decides, who sees all of it."""
    browser = TestClient(demo.app, base_url=ADDRESS, headers=BROWSER, follow_redirects=False)
    browser.post("/inloggen/demo", data={"als": str(year.people["Samira Aydin"].person_id)})
    return browser


class TestPages:
    def test_ask_no_more_for_many_people_than_for_one(self, year: Year, samira: TestClient) -> None:
        """Lists, groups, proposals, intakes, requests and decisions, also those that hold many people."""

        def questions(pages: Sequence[str]) -> list[int]:
            found = []
            for page in pages:
                with statements_of(year.desk) as asked:
                    assert samira.get(page).status_code == 200
                found.append(len(asked))
            return found

        pages = (*OWN, *year.add(0))
        few = questions(pages)
        for number in range(1, MANY):
            others = [*year.add(number)]
        assert (few, few[len(OWN) :]) == (questions(pages), questions(others))
