"""The demo shows a school what the people of two groups can do."""

from pathlib import Path

from app.demo.community import furnish_community
from app.demo.proposals import furnish_proposals
from app.demo.stories import CONFIRMER
from issuers.organisations.demo import SCHOOL, found_demo
from issuers.organisations.facts import public_facts
from issuers.organisations.founding import organisations
from issuers.organisations.tables import FactStatus
from schools.cohorts.looking import TypedSearch, Waits, read_search
from schools.cohorts.overview import list_people
from schools.importing.proposing import propose_for
from tests.app.serving import demo_in, desk_of, opened
from tests.databases import ON_SQLITE, Databases
from tests.fresh import fresh_in
from tests.once import Once


@ON_SQLITE
class TestFurnishProposals:
    def test_takes_two_groups_in_once(self, tmp_path: Path, once: Once, databases: Databases) -> None:
        """Whole and in part, another name, withdrawn, from elsewhere, and nothing yet."""
        folder = fresh_in(tmp_path / "data", once=once, databases=databases)
        with opened(demo_in(folder, databases=databases)) as client:
            desk = desk_of(client)
            for _ in range(2):
                furnish_community(desk)
                furnish_proposals(desk)
            school = found_demo(desk, SCHOOL)[CONFIRMER]
            wanted = read_search(TypedSearch(), now=desk.clock.now(), actor=school)
            leaf = list_people(desk, wanted, page=1, actor=school)
            assert [each.members for each in leaf.cohorts] == [3, 5]
            of_cook = {
                each.name: (each.waits, toward.shown, toward.partly)
                for each in leaf.people
                for toward in each.toward
                if toward.target.code == "C0021"
            }
            assert of_cook == {
                "Jasmijn Visser": (Waits.LOOK, 1, 0),
                "Milan Janssen": (Waits.BADGES, 0, 0),
                "Noa Willems": (Waits.LOOK, 6, 1),
                "Sara Pinto": (Waits.LOOK, 1, 2),
                "Tygo de Boer": (Waits.NAME, 1, 0),
            }
            looked_up = {
                each.name: {fact.status is FactStatus.BEVESTIGD for fact in public_facts(desk, each.id)}
                for each in organisations(desk)
            }
            assert looked_up == {
                "Magazijn De Maas": {True},
                "Buurthuis De Spil": {True},
                "Bakkerij De Korenbloem": {False},
                "School aan de Kade": {False},
            }
            jasmijn = next(each for each in leaf.people if each.name == "Jasmijn Visser")
            told = propose_for(desk, jasmijn.id, "C0021", actor=school)
            assert [each.obstacle.value for each in told.coverage.aside] == ["ingetrokken"]
