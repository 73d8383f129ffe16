"""The telephones on which somebody sees what he keeps."""

from datetime import timedelta

from holders.keeping.claiming import keep
from holders.keeping.telephones import (
    SEEN_EVERY,
    UNUSED,
    find_holder,
    forget_telephone,
    forget_unused_telephones,
)
from issuers.desk import IssuingDesk
from tests.holders.conftest import OWN, proof_of
from tests.issuers.conftest import Issue
from web.clock import FixedClock

A_DAY = timedelta(days=1)


def secret_of(desk: IssuingDesk, give: Issue) -> str:
    """Keep a first badge; give the secret."""
    badge = give()
    secret = keep(desk, badge.token, proof=proof_of(desk, badge), holder=None, on=OWN)
    assert secret is not None
    return secret


class TestFindHolder:
    """`find_holder` knows a telephone by its secret."""

    def test_knows_nobody_without_one(self, desk: IssuingDesk) -> None:
        """Nor by a secret that we did not give."""
        assert (None, None) == (find_holder(desk, None), find_holder(desk, "x" * 43))

    def test_counts_from_the_last_day_of_use(self, desk: IssuingDesk, give: Issue, clock: FixedClock) -> None:
        """Who looks now and then never loses it."""
        secret = secret_of(desk, give)
        for _ in range(3):
            clock.advance(UNUSED - A_DAY)
            found = find_holder(desk, secret)
            assert found is not None
            assert found.is_back
        clock.advance(UNUSED)
        assert find_holder(desk, secret) is None

    def test_notes_a_day_once(self, desk: IssuingDesk, give: Issue, clock: FixedClock) -> None:
        """Reading a page is no reason to write."""
        secret = secret_of(desk, give)
        clock.advance(SEEN_EVERY)
        seen = [find_holder(desk, secret) for _ in range(2)]
        assert [True, False] == [each.is_back for each in seen if each]


class TestForgetTelephone:
    """`forget_telephone` lets a telephone show nothing any more."""

    def test_ends_that_one(self, desk: IssuingDesk, give: Issue) -> None:
        """Twice is no reason to complain."""
        secret = secret_of(desk, give)
        for _ in range(2):
            forget_telephone(desk, secret)
        assert find_holder(desk, secret) is None


class TestForgetUnusedTelephones:
    """`forget_unused_telephones` keeps no telephone that nobody uses."""

    def test_forgets_what_is_due_and_nothing_else(
        self, desk: IssuingDesk, give: Issue, clock: FixedClock
    ) -> None:
        """On the day that it could not be used any more."""
        secret_of(desk, give)
        clock.advance(UNUSED - A_DAY)
        assert 0 == forget_unused_telephones(desk)
        clock.advance(A_DAY + timedelta(seconds=1))
        assert 1 == forget_unused_telephones(desk)
