"""What goes with a werkproces that leaves an agreement, on a real database of each kind."""

import time
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from issuers.assessing.keeping import assess
from issuers.assessing.reading import NewAssessment
from issuers.desk import IssuingDesk
from issuers.drafts.keeping import Writing, keep_draft
from issuers.errors import NotFoundError, OtherWorkError, WerkprocesCollectedError, WerkprocesToldError
from issuers.evidence.collectors import Learner, Member
from issuers.evidence.keeping import collect
from issuers.evidence.looking import list_evidence
from issuers.evidence.reading import Told
from issuers.evidence.tables import EvidenceKind
from issuers.issuing.judging import TypedJudgement
from issuers.people.permissions import Actor
from issuers.werkplekprofiel.keeping import change, find_profiel
from issuers.werkplekprofiel.known import KnownProfiel
from issuers.werkplekprofiel.leaving import list_losses
from issuers.werkplekprofiel.tables import WerkprocesKey
from tests.issuers.evidence.conftest import learner, member
from tests.issuers.werkplekprofiel.conftest import ORDERS, new_profiel

__all__ = ["learner", "member"]

OTHER = ("25774", "B1-K1-W1")
NOTE = Told(kind=EvidenceKind.NOTE, texts={"notitie": "Vlot."})


@pytest.fixture
def collected(desk: IssuingDesk, member: Member) -> str:
    """Collect for orders by who works with him, judge it and write at its badge; name what is gone then."""
    collect(desk, ORDERS, NOTE, by=member)
    assess(
        desk, ORDERS, NewAssessment(kennis="Vlot.", vaardigheden="", gedrag="", independence=None), by=member
    )
    written = Writing(typed=TypedJudgement(zin="Sam pakte in."))
    keep_draft(desk, member.profiel_id, ORDERS, written=written, actor=member.actor)
    [loss] = list_losses(desk, member.profiel_id, staying={OTHER}, actor=member.actor)
    assert (0, 1, 1, 1) == (loss.told, loss.collected, loss.assessments, loss.drafts)
    return loss.named


def leaves(desk: IssuingDesk, member: Member, *let_go: str) -> Sequence[WerkprocesKey]:
    """Leave orders out; give what stands in the agreement then."""
    change(desk, member.profiel_id, new_profiel(desk, OTHER), let_go=let_go, actor=member.actor)
    return [goal.key for goal in find_profiel(desk, member.profiel_id, actor=member.actor).goals]


class TestListLosses:
    """`list_losses`."""

    def test_is_nothing_where_nothing_was_collected(
        self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel, collected: str
    ) -> None:
        """Nor for work that stays."""
        assert collected
        assert [] == list_losses(desk, proposed.id, staying={ORDERS}, actor=actor)

    def test_finds_nothing_of_another_organisation(
        self, desk: IssuingDesk, stranger: Actor, proposed: KnownProfiel
    ) -> None:
        """It is as if it were not there."""
        with pytest.raises(NotFoundError):
            list_losses(desk, proposed.id, staying=(), actor=stranger)


class TestRequireLeavable:
    """`require_leavable`, by which `change` leaves work out."""

    def test_asks_first(self, desk: IssuingDesk, member: Member, collected: str) -> None:
        """Nothing is gone before it was named and let go."""
        with pytest.raises(WerkprocesCollectedError):
            leaves(desk, member)
        assert 1 == len(list_evidence(desk, ORDERS, by=member))
        assert [OTHER] == leaves(desk, member, collected)

    def test_lets_go_no_more_than_was_read(self, desk: IssuingDesk, member: Member, collected: str) -> None:
        """What came since is named first."""
        collect(desk, ORDERS, NOTE, by=member)
        with pytest.raises(WerkprocesCollectedError):
            leaves(desk, member, collected)

    def test_keeps_what_the_recipient_told(self, desk: IssuingDesk, member: Member, learner: Learner) -> None:
        """His story is his: nobody ticks it away."""
        collect(desk, ORDERS, NOTE, by=learner)
        [loss] = list_losses(desk, member.profiel_id, staying={OTHER}, actor=member.actor)
        with pytest.raises(WerkprocesToldError):
            leaves(desk, member, loss.named)
        assert 1 == len(list_evidence(desk, ORDERS, by=learner))


class Meanwhile(Collection[str]):
    """Let nothing go; while who looks for that holds the agreement, somebody else does this."""

    def __init__(self, deed: Callable[[], object]) -> None:
        self._pool = ThreadPoolExecutor(1)
        self._deed = deed
        self.came: Future[object] | None = None

    def __iter__(self) -> Iterator[str]:
        self.came = self._pool.submit(self._deed)
        time.sleep(0.2)
        return iter(())

    def __len__(self) -> int:
        return 0

    def __contains__(self, _item: object) -> bool:
        return False


class TestMeanwhile:
    """What somebody keeps of a werkproces in the moment in which it leaves: writers take turns."""

    @pytest.mark.parametrize("how", ["told", "judged", "written"])
    def test_tells_who_is_too_late_in_a_plain_sentence(
        self, desk: IssuingDesk, learner: Learner, member: Member, how: str
    ) -> None:
        """As if it had left before: not as a fault of the database."""
        written = Writing(typed=TypedJudgement(zin="Sam pakte in."))
        judged = NewAssessment(kennis="Vlot.", vaardigheden="", gedrag="", independence=None)
        deeds: dict[str, Callable[[], object]] = {
            "told": lambda: collect(desk, ORDERS, NOTE, by=learner),
            "judged": lambda: assess(desk, ORDERS, judged, by=member),
            "written": lambda: keep_draft(
                desk, member.profiel_id, ORDERS, written=written, actor=member.actor
            ),
        }
        late = Meanwhile(deeds[how])
        change(desk, member.profiel_id, new_profiel(desk, OTHER), let_go=late, actor=member.actor)
        assert late.came
        with pytest.raises(OtherWorkError):
            late.came.result()
