"""The demo shows a badge that is about no werkproces."""

from pathlib import Path

from app.demo.community import VOLUNTEERS_WATCH, furnish_community
from issuers.badgeklassen.finding import list_designs, offered
from issuers.issuing.overview import list_given
from issuers.organisations.demo import COMMUNITY, found_demo
from tests.app.serving import demo_in, desk_of, opened
from tests.databases import ON_SQLITE, Databases
from tests.fresh import fresh_in
from tests.once import Once


@ON_SQLITE
class TestFurnishCommunity:
    def test_publishes_and_gives_once(self, tmp_path: Path, once: Once, databases: Databases) -> None:
        """One that is published and given, and one that is a draft still."""
        folder = fresh_in(tmp_path / "data", once=once, databases=databases)
        with opened(demo_in(folder, databases=databases)) as client:
            desk = desk_of(client)
            for _ in range(2):
                furnish_community(desk)
            actor = found_demo(desk, COMMUNITY)[VOLUNTEERS_WATCH]
            assert 2 == len(list_designs(desk, actor=actor))
            assert ["Samenwerken"] == [each.name for _, each in offered(desk, actor=actor)]
            assert ["Samira"] == [each.facts.name for each in list_given(desk, actor=actor, page=0)]
