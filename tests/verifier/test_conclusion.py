"""From findings to a verdict: which answer comes before which, and that what is missing is never valid."""

from datetime import timedelta

import pytest

from badges import strictjson
from tests import world
from tests.world import NOW, World
from verifier.conclusion import AUTHENTICITY, SENSE, STANDING, Evidence, conclude
from verifier.needs import Withdrawal
from verifier.report import Answer, State, Status, Verdict


class TestOrder:
    def test_revoked_comes_before_expired(self, earth: World) -> None:
        """What the issuer said counts for more than what the calendar says."""
        earth.publish_list(earth.issuer, revoked=(world.INDEX,))
        report = earth.report(earth.signed(validUntil="2026-11-01T00:00:00Z"))
        assert State.REVOKED is report.state

    def test_expired_comes_before_stale(self, earth: World) -> None:
        """An expired badge is surely invalid, whatever its list says."""
        earth.lists.clear()
        report = earth.report(earth.signed(validUntil="2026-11-01T00:00:00Z"))
        assert State.EXPIRED is report.state

    def test_a_set_bit_counts_in_an_old_list(self, earth: World) -> None:
        """What was withdrawn never comes back, so an old list can still say it."""
        earth.publish_list(earth.issuer, revoked=(world.INDEX,))
        raw = earth.signed()
        earth.clock.advance(timedelta(days=30))
        assert State.REVOKED is earth.report(raw).state

    def test_the_register_counts_before_the_list_has_caught_up(self, earth: World) -> None:
        """A withdrawal that our register knows is told at once."""
        raw = earth.signed()
        badge_id = str(strictjson.loads_object(raw)["id"])
        earth.withdrawals[(earth.issuer.did, badge_id)] = Withdrawal(on=NOW)
        report = earth.report(raw)
        assert (State.REVOKED, Status.REVOKED, NOW) == (report.state, report.status, report.withdrawn_on)

    def test_another_issuers_withdrawal_of_the_same_id_counts_for_nothing(self, earth: World) -> None:
        """An id alone is no ground: anyone can choose it."""
        raw = earth.signed()
        badge_id = str(strictjson.loads_object(raw)["id"])
        earth.withdrawals[(earth.stranger.did, badge_id)] = Withdrawal(on=NOW)
        assert State.VALID is earth.report(raw).state

    def test_all_checks_are_told_with_the_signature_first(self, earth: World) -> None:
        """A report is complete also when the first check already decides."""
        good = earth.report(earth.signed())
        bad = earth.report(strictjson.dumps(world.badge_of(earth.issuer)))
        assert "signature" == bad.checks[0].code
        assert [check.code for check in good.checks] == [check.code for check in bad.checks]


class TestConclude:
    @pytest.mark.parametrize("left_out", [*AUTHENTICITY, *STANDING, *SENSE])
    def test_a_missing_check_is_never_valid(self, earth: World, left_out: str) -> None:
        """A set of checks that is not whole is doubtful."""
        raw = earth.signed()
        report = earth.report(raw)
        found = tuple(check for check in report.checks if check.code != left_out)
        evidence = Evidence(known_issuer=earth.known[earth.issuer.did])
        concluded = conclude(found, document=strictjson.loads_object(raw), evidence=evidence, now=NOW)
        assert Verdict.INDETERMINATE is concluded.verdict

    def test_no_checks_at_all_are_never_valid(self, earth: World) -> None:
        """An empty set of checks proves nothing."""
        evidence = Evidence(known_issuer=earth.known[earth.issuer.did])
        concluded = conclude((), document=world.badge_of(earth.issuer), evidence=evidence, now=NOW)
        assert (Verdict.INDETERMINATE, Answer.UNKNOWN) == (concluded.verdict, concluded.authentic)
