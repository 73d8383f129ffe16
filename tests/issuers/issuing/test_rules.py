"""What an organisation asks before it signs."""

from datetime import UTC, datetime, timedelta

import pytest

from issuers.desk import IssuingDesk
from issuers.errors import FormError, PermissionDeniedError, SecondPersonError
from issuers.holding.tables import Asks
from issuers.issuing.chunking import Asked, issue_chunk
from issuers.issuing.issuing import issue
from issuers.issuing.rules import Rule, find_rule, read_rule, set_rule
from issuers.people.permissions import Actor
from tests.issuers.conftest import judge
from tests.issuers.holding.conftest import Ask, ask

__all__ = ["ask"]

NOW = datetime(2026, 6, 26, 14, 5, tzinfo=UTC)


class TestReadRule:
    """`read_rule`."""

    def test_reads_what_was_chosen(self) -> None:
        """A tick, one of three, and hours."""
        expected = Rule(asks=Asks.SECOND, undo_minutes=10, hold_hours=48)
        assert expected == read_rule(vier_ogen="ja", bedenktijd="10", wachttijd="48")

    @pytest.mark.parametrize(
        ("typed", "fields"),
        [
            ({"bedenktijd": "11", "wachttijd": "0"}, ["bedenktijd"]),
            ({"bedenktijd": "0", "wachttijd": "73"}, ["wachttijd"]),
            ({"bedenktijd": "", "wachttijd": "veel"}, ["bedenktijd", "wachttijd"]),
            ({"bedenktijd": "0", "wachttijd": "-1"}, ["wachttijd"]),
            ({"bedenktijd": "0", "wachttijd": "9" * 5_000}, ["wachttijd"]),
        ],
    )
    def test_says_what_is_wrong(self, typed: dict[str, str], fields: list[str]) -> None:
        """Beside each field."""
        with pytest.raises(FormError) as refused:
            read_rule(vier_ogen="", **typed)
        assert fields == [each.field for each in refused.value.problems]


class TestRule:
    """`Rule`."""

    def test_gives_a_roster_the_longer_of_both(self) -> None:
        """Its recipients are not there when it is given."""
        rule = Rule(undo_minutes=24 * 60, hold_hours=2)
        assert NOW + timedelta(hours=24) == rule.due_in_roster(NOW)
        assert NOW + timedelta(hours=48) == Rule(undo_minutes=10, hold_hours=48).due_in_roster(NOW)

    def test_lets_through_what_is_given_on_the_spot(self) -> None:
        """A wait for rosters is none for a form."""
        assert Rule(hold_hours=48).lets_through
        assert not Rule(undo_minutes=10).lets_through
        assert not Rule(asks=Asks.SECOND).lets_through


class TestSetRule:
    """`set_rule`."""

    def test_is_kept(self, desk: IssuingDesk, actor: Actor, ask: Ask) -> None:
        """Without it nothing is asked."""
        assert Rule() == find_rule(desk, actor.organisation_id)
        ask(Asks.SECOND, undo_minutes=10)
        ask(undo_minutes=10, hold_hours=4)
        assert Rule(undo_minutes=10, hold_hours=4) == find_rule(desk, actor.organisation_id)

    def test_is_for_the_beheerder(self, desk: IssuingDesk, actor: Actor) -> None:
        """Who gives badges does not decide who looks along."""
        with pytest.raises(PermissionDeniedError):
            set_rule(desk, Rule(), actor=actor)


class TestRequireConfirmed:
    """No line of issuing goes past the second person (security T18)."""

    def test_stops_what_was_not_confirmed(self, desk: IssuingDesk, actor: Actor, ask: Ask) -> None:
        """Neither a system nor a roster signs alone; what was signed before is found as ever."""
        before = issue(desk, judge(desk), actor=actor, idempotency_key="voor")
        ask(Asks.SECOND)
        with pytest.raises(SecondPersonError):
            issue(desk, judge(desk), actor=actor, idempotency_key="na")
        with pytest.raises(SecondPersonError):
            issue_chunk(desk, [Asked(judge(desk), key="groep")], actor=actor)
        assert before == issue(desk, judge(desk), actor=actor, idempotency_key="voor")
