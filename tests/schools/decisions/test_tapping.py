"""Two taps on one button."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from schools.decisions.tables import ExemptionRequest
from schools.decisions.tapping import is_one_tap
from schools.decisions.words import Kind, RequestState

MOMENT = datetime(2026, 11, 27, 9, tzinfo=UTC)


def row(recorded: datetime, **other: object) -> ExemptionRequest:
    """Give a request as it is written down."""
    own: dict[str, object] = {
        "id": UUID(int=9),
        "organisation_id": "kade",
        "candidate_id": UUID(int=8),
        "plan_id": UUID(int=1),
        "part": "P1",
        "work": "25774/B1-K2-W1",
        "kind": Kind.BESLUIT,
        "asked": date(2026, 11, 20),
        "asked_by": "Sam",
        "mail": None,
        "recorded": recorded,
        "recorded_by": UUID(int=7),
        "by_name": "Noor",
        "state": RequestState.OPEN,
    }
    return ExemptionRequest(**(own | other))


class TestIsOneTap:
    @pytest.mark.parametrize(("seconds", "is_one"), [(0, True), (9, True), (10, False), (60, False)])
    def test_is_the_same_a_moment_ago(self, seconds: int, is_one: object) -> None:
        """Later it is another request for the same, of which somebody is warned."""
        assert is_one is is_one_tap(row(MOMENT + timedelta(seconds=seconds)), before=row(MOMENT))

    @pytest.mark.parametrize(
        "other",
        [
            {"plan_id": UUID(int=2)},
            {"part": "P2"},
            {"work": "25774/B1-K2-W2"},
            {"kind": Kind.ADVIES},
            {"asked": date(2026, 11, 21)},
            {"asked_by": "Els"},
            {"mail": "sam@example.org"},
            {"recorded_by": UUID(int=6)},
        ],
    )
    def test_is_not_what_somebody_put_right(self, other: dict[str, object]) -> None:
        """Of that he is warned, however soon: the first one runs still. A colleague is no tap either."""
        assert not is_one_tap(row(MOMENT + timedelta(seconds=2), **other), before=row(MOMENT))
