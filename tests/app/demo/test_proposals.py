"""The demo shows a school what two people can do."""

from pathlib import Path

from app.demo.community import furnish_community
from app.demo.proposals import furnish_proposals
from app.demo.stories import CONFIRMER
from issuers.people.demo import SCHOOL, found_demo
from schools.importing.candidates import list_candidates
from schools.importing.proposing import propose_for
from tests.app.serving import demo_in, desk_of, opened
from tests.databases import ON_SQLITE, Databases


@ON_SQLITE
class TestFurnishProposals:
    def test_takes_two_people_in_once(self, tmp_path: Path, databases: Databases) -> None:
        """One has whole and a part of C0021; of the other a badge holds another name."""
        with opened(demo_in(tmp_path, databases=databases)) as client:
            desk = desk_of(client)
            for _ in range(2):
                furnish_community(desk)
                furnish_proposals(desk)
            school = found_demo(desk, SCHOOL)[CONFIRMER]
            noa, tygo = list_candidates(desk, actor=school)
            told = propose_for(desk, noa.id, "C0021", actor=school)
            assert [(each.shown, each.partly, each.open) for each in told.proposal.kerntaken] == [
                (4, 1, 2),
                (2, 0, 2),
            ]
            told = propose_for(desk, tygo.id, "C0021", actor=school)
            assert [each.name for each in told.coverage.aside] == ["T. de Boer"]
