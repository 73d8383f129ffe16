"""The code that says that a badge is one's own."""

from datetime import timedelta
from uuid import uuid4

import pytest

from holders.errors import NotKeptError, OtherCodeError
from holders.sharing.presenting import DIGITS, STEP, check_code, own_code, require_keepable
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from tests.holders.conftest import Keep
from tests.issuers.conftest import Issue
from web.clock import FixedClock

A_STEP = timedelta(seconds=STEP)


class TestOwnCode:
    """`own_code` gives the code of this moment to who keeps a badge."""

    def test_changes_with_the_time_and_with_the_badge(
        self, desk: IssuingDesk, give: Issue, keeping: Keep, clock: FixedClock
    ) -> None:
        """Two of a million are alike by chance, of forty hardly any."""
        badges = [give("een"), give("twee")]
        holders = [keeping(each) for each in badges]
        codes = []
        for _ in range(20):
            codes += [
                own_code(desk, badge.id, holder=holder) for badge, holder in zip(badges, holders, strict=True)
            ]
            clock.advance(A_STEP)
        assert len(set(codes)) > 38
        assert all(len(each) == DIGITS and each.isdigit() for each in codes)

    def test_is_for_nobody_else(self, desk: IssuingDesk, give: Issue, keeping: Keep) -> None:
        """Who keeps another badge has no code for this one."""
        holder, other = keeping(give("een")), give("twee")
        for badge_id in (other.id, uuid4()):
            with pytest.raises(NotFoundError):
                own_code(desk, badge_id, holder=holder)


class TestCheckCode:
    """`check_code` checks a code that somebody reads from a telephone."""

    def test_takes_it_for_a_minute_at_most(
        self, desk: IssuingDesk, give: Issue, keeping: Keep, clock: FixedClock
    ) -> None:
        """However it was typed."""
        badge = give()
        code = own_code(desk, badge.id, holder=keeping(badge))
        check_code(desk, badge.token, typed=code)
        clock.advance(A_STEP)
        check_code(desk, badge.token, typed=f" {code[:3]} {code[3:]}")
        clock.advance(A_STEP)
        with pytest.raises(OtherCodeError):
            check_code(desk, badge.token, typed=code)

    @pytest.mark.parametrize("typed", ["", "000", "é¹²³", "1234567890" * 10])
    def test_refuses_what_is_no_code(self, desk: IssuingDesk, give: Issue, keeping: Keep, typed: str) -> None:
        """Whatever it is."""
        badge = give()
        keeping(badge)
        with pytest.raises(OtherCodeError):
            check_code(desk, badge.token, typed=typed)

    def test_knows_no_code_of_what_nobody_keeps(self, desk: IssuingDesk, give: Issue) -> None:
        """There is no telephone that shows one."""
        badge = give()
        for deed in (
            lambda: check_code(desk, badge.token, typed="123456"),
            lambda: require_keepable(desk, badge.token),
        ):
            with pytest.raises(NotKeptError):
                deed()
