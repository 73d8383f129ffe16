"""Linking a badge to a werkproces by hand, on a real database of each kind."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from issuers.desk import IssuingDesk
from issuers.errors import FormError, NotFoundError
from issuers.people.permissions import Actor
from schools.evidence.evidence import Identity
from schools.importing.candidates import add_candidate
from schools.importing.linking import NewLink, link_by_hand, list_links, unlink
from schools.importing.proposing import propose_for
from schools.importing.taking import take_files
from tests.issuers.schooling import found_school
from tests.schools.importing.test_taking import checked
from tests.world import BADGE_ID, World


@pytest.fixture
def sam(desk: IssuingDesk, bevestiger: Actor) -> UUID:
    """Add Sam, with a badge of another werkproces."""
    candidate = add_candidate(desk, "Sam de Vries", actor=bevestiger)
    take_files(desk, candidate, [checked(World().signed())], actor=bevestiger)
    return candidate


NEW = NewLink(
    identity=Identity(World().issuer.did, BADGE_ID),
    crebo="25180",
    code="B1-K2-W2",
    reason="  Hij controleerde wat er binnenkwam. ",
)


class TestLinkByHand:
    def test_makes_a_line_that_says_who_and_why(
        self, desk: IssuingDesk, bevestiger: Actor, sam: UUID
    ) -> None:
        """Until it is taken back."""
        link = link_by_hand(desk, sam, NEW, actor=bevestiger)
        [line] = propose_for(desk, sam, "C0021", actor=bevestiger).proposal.covered
        found = line.supports[0].match
        assert (line.werkproces.code, found.rule.code) == ("B1-K2-W2", "met-de-hand")
        assert found.source == "Ada Bos, 2026-06-26: Hij controleerde wat er binnenkwam."
        unlink(desk, sam, link, actor=bevestiger)
        assert propose_for(desk, sam, "C0021", actor=bevestiger).proposal.covered == ()

    def test_makes_one_of_two_taps(self, desk: IssuingDesk, bevestiger: Actor, sam: UUID) -> None:
        """With another reason it is another link."""
        with ThreadPoolExecutor(3) as hands:
            made = [*hands.map(lambda _: link_by_hand(desk, sam, NEW, actor=bevestiger), range(3))]
        other = link_by_hand(desk, sam, replace(NEW, reason="Ook dit."), actor=bevestiger)
        assert {made[0], other} == {each.id for each in list_links(desk, sam, actor=bevestiger)}

    def test_tells_everything_that_is_wrong(self, desk: IssuingDesk, bevestiger: Actor, sam: UUID) -> None:
        """No badge and no reason, at once; a number of a person does not stand in a reason."""
        for new, fields in (
            (replace(NEW, identity=None, reason=" "), ["bewijs", "reden"]),
            (replace(NEW, reason="Zie 123456782."), ["reden"]),
            (replace(NEW, code="B9-K9-W9"), ["werkproces"]),
        ):
            with pytest.raises(FormError) as caught:
                link_by_hand(desk, sam, new, actor=bevestiger)
            assert [each.field for each in caught.value.problems] == fields

    def test_is_of_one_school(self, desk: IssuingDesk, bevestiger: Actor, sam: UUID) -> None:
        """Another sees none, makes none, and takes none back."""
        link, other = link_by_hand(desk, sam, NEW, actor=bevestiger), found_school(desk, "School Elders")
        assert list_links(desk, sam, actor=other) == ()
        with pytest.raises(NotFoundError):
            link_by_hand(desk, sam, NEW, actor=other)
        for actor, which in ((other, link), (bevestiger, uuid4())):
            with pytest.raises(NotFoundError):
                unlink(desk, sam, which, actor=actor)
