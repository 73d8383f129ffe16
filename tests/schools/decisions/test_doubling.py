"""Whether the same was asked already."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from schools.decisions.asking import KnownRequest, TypedRequest
from schools.decisions.doubling import is_one_tap, same_as
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


class TestIsOneTap:
    @pytest.mark.parametrize(
        ("seconds", "wie", "by", "is_one"),
        [
            (2, "Sam", "Noor", True),
            (60, "Sam", "Noor", False),
            (2, "Els", "Noor", False),
            (2, "Sam", "Bo", False),
        ],
    )
    def test_is_the_same_by_the_same_a_moment_ago(
        self, seconds: int, wie: str, by: str, is_one: object
    ) -> None:
        """Of that nobody is warned: it leads to the request that the first tap made."""
        typed, now = TypedRequest(wie=wie, datum="2026-11-20"), MOMENT + timedelta(seconds=seconds)
        assert is_one is is_one_tap(typed, asked(FIRST), by=by, now=now)


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
