"""Whether the same was asked already."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from schools.decisions.asking import KnownRequest, TypedRequest
from schools.decisions.doubling import same_as
from schools.decisions.loading import KnownPlan
from schools.decisions.plan import Onderdeel, Work
from schools.decisions.words import Kind, RequestState

MOMENT = datetime(2026, 11, 27, 9, tzinfo=UTC)
FIRST, SECOND = Work("25774", "B1-K2-W1", "Verzamelt orders"), Work("25774", "B1-K2-W2", "Verpakt orders")
PART = Onderdeel("P1", "Orders", (FIRST, SECOND))


def plan(version: int, *, crebo: str = "25774") -> KnownPlan:
    """Give a version of a plan."""
    return KnownPlan(
        id=UUID(int=version),
        crebo=crebo,
        kwalificatie="Medewerker",
        name="P",
        version=version,
        parts=(PART, Onderdeel("P2", "Iets anders", (FIRST,))),
        source="",
        loaded=MOMENT,
        by="Noor",
    )


def asked(*work: Work, state: RequestState = RequestState.OPEN) -> KnownRequest:
    """Give a request."""
    return KnownRequest(
        id=UUID(int=9),
        candidate_id=UUID(int=8),
        name="Sam",
        plan=plan(1),
        onderdeel=PART,
        work=work,
        kind=Kind.BESLUIT,
        asked=date(2026, 11, 20),
        asked_by="Sam",
        mail=None,
        recorded=MOMENT,
        by="Noor",
        state=state,
    )


class TestSameAs:
    @pytest.mark.parametrize(
        ("typed", "request_", "is_same"),
        [
            (TypedRequest(onderdeel="P1"), asked(FIRST, SECOND), True),
            (TypedRequest(onderdeel="P1"), asked(SECOND), True),
            (TypedRequest(onderdeel="P1", deel=(FIRST.key,)), asked(FIRST, SECOND), True),
            (TypedRequest(onderdeel="P1", deel=(FIRST.key,)), asked(SECOND), False),
            (TypedRequest(onderdeel="P2"), asked(FIRST), False),
            (TypedRequest(), asked(FIRST), False),
            (TypedRequest(onderdeel="P1"), asked(FIRST, state=RequestState.DECIDED), False),
            (TypedRequest(onderdeel="P1"), asked(FIRST, state=RequestState.WITHDRAWN), False),
        ],
    )
    def test_is_what_runs_for_the_same_part(
        self, typed: TypedRequest, request_: KnownRequest, is_same: object
    ) -> None:
        """Also under a newer version of the plan; other work of the same part is another request."""
        assert is_same is bool(same_as(typed, plan=plan(2), among=[request_]))

    def test_is_of_one_kwalificatie(self) -> None:
        """Another plan may call its part the same."""
        typed = TypedRequest(onderdeel="P1")
        assert [] == same_as(typed, plan=plan(1, crebo="25775"), among=[asked(FIRST)])
