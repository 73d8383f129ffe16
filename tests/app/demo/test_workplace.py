"""The demo shows work at every stage."""

from collections import Counter
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from app.demo.stories import APPRENTICES, CONFIRMER, HELPER, SECOND, TRAINER
from app.demo.workplace import furnish_workplace
from issuers.assessing.keeping import list_assessments
from issuers.desk import IssuingDesk
from issuers.drafts.keeping import list_drafts
from issuers.evidence.collectors import Member
from issuers.evidence.looking import list_evidence
from issuers.holding.known import list_to_confirm
from issuers.issuing.overview import list_given
from issuers.organisations.demo import BAKERY, SCHOOL, demo_people, found_demo
from issuers.praktijkverklaring.offering import find_offer, waiting_for
from issuers.recipients.keeping import list_recipients
from issuers.werkplekprofiel.keeping import list_profielen, list_standings
from issuers.werkplekprofiel.known import KnownProfiel, Standing
from tests.app.serving import demo_in, desk_of, opened
from tests.databases import ON_SQLITE, Databases
from tests.fresh import fresh_in
from tests.once import Once


def profielen(desk: IssuingDesk) -> dict[str, KnownProfiel]:
    """Give what was agreed at the bakery, by the name of who learns."""
    trainer = found_demo(desk, BAKERY)[TRAINER]
    return {
        each.name: profiel
        for each in list_recipients(desk, actor=trainer)
        for profiel in list_profielen(desk, each.id, actor=trainer)
    }


@pytest.fixture(scope="module")
def client(once: Once, databases: Databases) -> Iterator[TestClient]:
    """Open a demo that was filled."""
    folder = fresh_in(once.folder("filled"), once=once, databases=databases)
    with opened(demo_in(folder, databases=databases)) as opened_demo:
        furnish_workplace(desk_of(opened_demo))
        yield opened_demo


@ON_SQLITE
class TestFurnishWorkplace:
    def test_tells_each_story_once(self, client: TestClient) -> None:
        """Started again on the same data, the demo shows the same."""
        desk = desk_of(client)
        first = profielen(desk)
        furnish_workplace(desk)
        trainer = found_demo(desk, BAKERY)[TRAINER]
        assert first == profielen(desk)
        assert {each.name for each in APPRENTICES} == set(first)
        assert Counter(standing for standing, _ in list_standings(desk, actor=trainer).values()) == {
            Standing.AGREED: 3,
            Standing.PROPOSED: 1,
            Standing.OBJECTED: 1,
        }

    def test_leaves_work_at_every_stage(self, client: TestClient) -> None:
        """Given, written of but not given, and not begun."""
        desk = desk_of(client)
        amira = profielen(desk)["Amira El Idrissi"]
        drafts = list_drafts(desk, amira.id, actor=found_demo(desk, BAKERY)[TRAINER])
        assert [True, False, False] == [each.is_reached for each in amira.goals]
        assert [("25721", "B1-K1-W3")] == list(drafts)

    def test_shows_what_was_collected_and_judged(self, client: TestClient) -> None:
        """By the learner, by the begeleider and by the praktijkopleider."""
        desk = desk_of(client)
        amira, work = profielen(desk)["Amira El Idrissi"], ("25721", "B1-K1-W3")
        trainer = Member(actor=found_demo(desk, BAKERY)[TRAINER], profiel_id=amira.id)
        assert {None, HELPER} == {each.by for each in list_evidence(desk, work, by=trainer)}
        assert {HELPER, TRAINER} == {each.by for each in list_assessments(desk, work, by=trainer)}

    def test_has_a_school_that_gave_a_praktijkverklaring(self, client: TestClient) -> None:
        """On all of one learner; those of another wait for it."""
        desk = desk_of(client)
        waiting = waiting_for(desk, actor=found_demo(desk, SCHOOL)[CONFIRMER])
        assert {"Amira": 1, "Sem Jansen": 0} == {each.profiel.name: each.waiting for each in waiting}
        [sem] = [each.profiel for each in waiting if each.waiting == 0]
        assert 1 == len(find_offer(desk, sem.id, actor=found_demo(desk, SCHOOL)[CONFIRMER]).given)

    def test_has_one_that_was_put_right_and_one_that_waits(self, client: TestClient) -> None:
        """For a typo, and for a second person."""
        desk = desk_of(client)
        trainer = found_demo(desk, BAKERY)[TRAINER]
        given = list_given(desk, actor=trainer, page=0)
        assert 1 == sum(each.replaced_by is not None for each in given)
        [waiting] = list_to_confirm(desk, actor=found_demo(desk, BAKERY)[SECOND])
        assert waiting.waits_for_second

    def test_lets_a_visitor_in_as_any_of_them(self, client: TestClient) -> None:
        """Its door names them all, each with a button."""
        page = client.get("/inloggen").text
        for person in demo_people(desk_of(client)):
            assert f'value="{person.id}"' in page
            client.post("/inloggen/demo", data={"als": str(person.id)})
            assert person.organisation_name in client.get("/organisatie").text
