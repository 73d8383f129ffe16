"""The demo has a school that can decide."""

from pathlib import Path

from app.demo.deciding import DECIDES, NAME, furnish_decisions
from issuers.organisations.demo import SCHOOL, found_demo
from schools.decisions.loading import list_plans
from schools.decisions.rules import find_rule
from tests.app.serving import demo_in, desk_of, opened
from tests.databases import ON_SQLITE, Databases
from tests.fresh import fresh_in
from tests.once import Once


@ON_SQLITE
class TestFurnishDecisions:
    def test_says_how_the_school_decides_once(self, tmp_path: Path, once: Once, databases: Databases) -> None:
        """A rule with four eyes, and an examenplan for the Kok of whom it has badges."""
        folder = fresh_in(tmp_path / "data", once=once, databases=databases)
        with opened(demo_in(folder, databases=databases)) as client:
            desk = desk_of(client)
            for _ in range(2):
                furnish_decisions(desk)
            samira = found_demo(desk, SCHOOL)[DECIDES]
            rule = find_rule(desk, samira.organisation_id)
            assert rule
            assert rule.needs_second
            assert [(NAME, 1, 2)] == [
                (each.name, each.version, len(each.parts)) for each in list_plans(desk, actor=samira)
            ]
