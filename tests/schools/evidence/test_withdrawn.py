"""What was withdrawn after it was taken in."""

from schools.evidence.counting import count
from schools.evidence.evidence import Evidence, Obstacle, SetAside
from schools.evidence.withdrawn import Withdrawn, without_withdrawn
from schools.mapping.rules import rulebook
from schools.proposals.weighing import weigh
from tests.schools.badges import MAAS, ON, evidence

FIRST, OTHER = evidence(id="urn:uuid:1"), evidence(id="urn:uuid:2")


class TestWithoutWithdrawn:
    def test_sets_aside_what_an_issuer_took_back(self) -> None:
        """In every file in which it is, and it tells the day; what stands is what it was."""
        gone = {FIRST.identity.id: Withdrawn(MAAS, ON, is_replaced=False)}
        aside, again, kept = without_withdrawn([FIRST, FIRST, OTHER], withdrawn=gone)
        assert isinstance(aside, SetAside)
        assert (aside.obstacle, aside.identity, aside.title) == (
            Obstacle.REVOKED,
            FIRST.identity,
            FIRST.title,
        )
        assert aside.detail is not None
        assert "op 22 november 2026" in aside.detail.nl
        assert (again, kept) == (aside, OTHER)

    def test_asks_for_the_better_one(self) -> None:
        """Where another took its place."""
        [aside] = without_withdrawn(
            [FIRST], withdrawn={FIRST.identity.id: Withdrawn(MAAS, ON, is_replaced=True)}
        )
        assert isinstance(aside, SetAside)
        assert aside.obstacle is Obstacle.REPLACED

    def test_leaves_nothing_of_it_to_count(self) -> None:
        """Also no edition that came in as the same badge."""
        gone = {FIRST.identity.id: Withdrawn(MAAS, ON, is_replaced=False)}
        counted = count(without_withdrawn([FIRST, OTHER], withdrawn=gone), on=ON)
        counting = [each for fact in counted.facts for each in fact.evidence]
        assert [OTHER.identity] == [each.identity for each in counting if isinstance(each, Evidence)]

    def test_leaves_the_badge_of_another_issuer(self) -> None:
        """With the same id it is another badge."""
        gone = {FIRST.identity.id: Withdrawn("did:web:elders.voorbeeld", ON, is_replaced=False)}
        assert [FIRST] == [*without_withdrawn([FIRST], withdrawn=gone)]

    def test_shakes_what_rests_on_it(self) -> None:
        """A praktijkverklaring that cites it counts in part, and says why."""
        cites = evidence("25774/B1-K2-W2", id="urn:uuid:3", rests_on=frozenset({FIRST.identity.id}))
        gone = {FIRST.identity.id: Withdrawn(MAAS, ON, is_replaced=True)}
        counted = count(without_withdrawn([cites, OTHER], withdrawn=gone), on=ON)
        told = [[each.code for each in weigh(fact, book=rulebook())] for fact in counted.facts]
        assert ["steun-weg" in each for each in told] == [True, False]

    def test_says_that_there_is_a_better_one(self) -> None:
        """Where the verifier knew only that it was withdrawn: an edition leads nowhere by itself."""
        revoked = SetAside(file="link", obstacle=Obstacle.REVOKED, identity=FIRST.identity)
        [aside] = without_withdrawn(
            [revoked], withdrawn={FIRST.identity.id: Withdrawn(MAAS, ON, is_replaced=True)}
        )
        assert isinstance(aside, SetAside)
        assert aside.obstacle is Obstacle.REPLACED
