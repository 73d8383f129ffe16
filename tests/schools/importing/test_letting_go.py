"""Of whom nothing happened any more, on a real database of each kind."""

from datetime import timedelta
from uuid import UUID

from issuers.audit.fsck import fsck
from issuers.desk import IssuingDesk
from issuers.people.permissions import Actor
from schools.decisions.deciding import decide
from schools.importing.candidates import add_candidate, list_candidates
from schools.importing.letting_go import KEPT, count_undecided, forget_undecided
from schools.importing.taking import CheckedFile, take_files
from tests.schools.decisions.conftest import asked, plan, sam, samira
from tests.schools.decisions.test_deciding import filled
from tests.world import World
from verifier.report import Part
from web.clock import FixedClock

__all__ = ["asked", "plan", "sam", "samira"]


def named(desk: IssuingDesk, actor: Actor) -> list[str]:
    """Name whom the school still has."""
    return [each.name for each in list_candidates(desk, actor=actor)]


class TestForgetUndecided:
    def test_lets_go_a_year_after_the_last_thing(
        self, desk: IssuingDesk, bevestiger: Actor, clock: FixedClock
    ) -> None:
        """Not of whom something was taken in since; the history says that it went."""
        for name in ("Noor", "Tim"):
            made = add_candidate(desk, name, actor=bevestiger)
        clock.advance(KEPT - timedelta(days=1))
        assert forget_undecided(desk) == 0
        raw = World().signed()
        file = CheckedFile("bewijs.json", raw, Part(report=World().report(raw)))
        take_files(desk, made, [file], actor=bevestiger)
        clock.advance(timedelta(days=2))
        assert (count_undecided(desk), forget_undecided(desk), count_undecided(desk)) == (1, 1, 0)
        assert named(desk, bevestiger) == ["Tim"]
        assert fsck(desk) == ()

    def test_keeps_who_was_decided_on(
        self, desk: IssuingDesk, samira: Actor, sam: UUID, asked: UUID, clock: FixedClock
    ) -> None:
        """For the term of the decision."""
        decide(desk, asked, filled(desk, sam, actor=samira), candidate_id=sam, actor=samira)
        clock.advance(2 * KEPT)
        assert forget_undecided(desk) == 0
        assert named(desk, samira) == ["Sam de Vries"]
