"""What somebody waits for while an examencommissie decides, on a real database of each kind."""

from datetime import timedelta
from uuid import UUID

import pytest

from issuers.desk import IssuingDesk
from issuers.people.permissions import Actor
from schools.cohorts.looking import TypedSearch, Waits, read_search
from schools.cohorts.overview import list_people
from schools.decisions.deciding import decide
from schools.decisions.typed import TypedDecision
from schools.importing.taking import take_files
from tests.schools.importing.test_taking import checked
from tests.world import World
from web.clock import FixedClock


def waits(desk: IssuingDesk, actor: Actor) -> list[Waits]:
    """Say what everybody waits for."""
    wanted = read_search(TypedSearch(), now=desk.clock.now(), actor=actor)
    return [each.waits for each in list_people(desk, wanted, page=1, actor=actor).people]


class TestListPeople:
    @pytest.mark.parametrize("decided", [("meer-bewijs", Waits.MORE), ("vrijstelling", Waits.DECIDED)])
    def test_follows_a_request_to_what_was_decided(
        self, desk: IssuingDesk, samira: Actor, sam: UUID, asked: UUID, decided: tuple[str, Waits]
    ) -> None:
        """The examencommissie first; then the person or nobody, until something new is read in."""
        outcome, after = decided
        assert [Waits.COMMISSION] == waits(desk, samira)
        typed = TypedDecision(
            uitkomst=outcome,
            vergadering="Vergadering 8",
            datum=desk.clock.today().isoformat(),
            mandaat="Mandaatbesluit 2026",
            leden="Samira Aydin",
            motivering="Sam liet dit in de praktijk zien.",
            waarom={"25774/B1-K2-W1": "Een half jaar lang, zelfstandig."},
        )
        decide(desk, asked, typed, candidate_id=sam, actor=samira)
        assert [after] == waits(desk, samira)
        assert isinstance(desk.clock, FixedClock)
        desk.clock.advance(timedelta(minutes=1))
        take_files(desk, sam, [checked(World().signed())], actor=samira)
        assert [Waits.LOOK] == waits(desk, samira)
