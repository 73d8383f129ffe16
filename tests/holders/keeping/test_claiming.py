"""Keeping a badge: by its address, once, by nobody in particular."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import uuid4

import pytest

from holders.errors import AlreadyKeptError
from holders.keeping.claiming import find_offered, keep
from holders.keeping.telephones import KnownHolder, find_holder
from holders.keeping.wallet import open_wallet
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.identifiers import public_token
from tests.databases import ON_BOTH
from tests.holders.conftest import OWN, Keep, proof_of
from tests.issuers.conftest import Issue
from web.clock import FixedClock


class TestFindOffered:
    """`find_offered` finds a badge by an address that we gave."""

    def test_shows_a_badge_that_nobody_keeps(self, desk: IssuingDesk, give: Issue) -> None:
        """However often it is opened: a preview keeps nothing."""
        badge = give()
        for _ in range(3):
            offered = find_offered(desk, badge.token, proof=proof_of(desk, badge))
            assert (badge.id, None) == (offered.given.id, offered.kept_by)

    def test_knows_no_address_of_others(self, desk: IssuingDesk, give: Issue) -> None:
        """Neither another mark, nor that of another badge, nor one for a badge that is not there."""
        badge, other = give("een"), give("twee")
        nobodys = public_token()
        for token, proof in (
            (badge.token, public_token()),
            (badge.token, proof_of(desk, other)),
            (badge.token, ""),
            (nobodys, proof_of(desk, badge)),
        ):
            with pytest.raises(NotFoundError):
                find_offered(desk, token, proof=proof)

    def test_tells_who_keeps_it(self, desk: IssuingDesk, give: Issue, keeping: Keep) -> None:
        """So that the page can say that it was used."""
        badge = give()
        holder = keeping(badge)
        assert holder.holder_id == find_offered(desk, badge.token, proof=proof_of(desk, badge)).kept_by


class TestKeep:
    """`keep` keeps a badge once."""

    def test_begins_with_nothing_but_the_badge(self, desk: IssuingDesk, give: Issue) -> None:
        """Who keeps his first gets a secret for this telephone."""
        badge = give()
        secret = keep(desk, badge.token, proof=proof_of(desk, badge), holder=None, on=OWN)
        holder = find_holder(desk, secret)
        assert holder is not None
        assert [badge.id] == [each.id for each in open_wallet(desk, holder).badges]

    def test_adds_the_next(self, desk: IssuingDesk, give: Issue, keeping: Keep, clock: FixedClock) -> None:
        """Beside the first, and the newest stands first."""
        first, second = give("een"), give("twee")
        holder = keeping(first)
        clock.advance(timedelta(minutes=1))
        assert keep(desk, second.token, proof=proof_of(desk, second), holder=holder, on=OWN) is None
        assert [second.id, first.id] == [each.id for each in open_wallet(desk, holder).badges]

    def test_changes_nothing_the_second_time(self, desk: IssuingDesk, give: Issue, keeping: Keep) -> None:
        """For who keeps it: a button can be pressed twice."""
        badge = give()
        holder = keeping(badge)
        assert keep(desk, badge.token, proof=proof_of(desk, badge), holder=holder, on=OWN) is None
        assert 1 == open_wallet(desk, holder).count

    def test_refuses_somebody_else(self, desk: IssuingDesk, give: Issue, keeping: Keep) -> None:
        """Whether he keeps something else or nothing yet; the first keeps it."""
        badge, other = give("een"), give("twee")
        first, second = keeping(badge), keeping(other)
        for holder in (second, None):
            with pytest.raises(AlreadyKeptError):
                keep(desk, badge.token, proof=proof_of(desk, badge), holder=holder, on=OWN)
        assert ([badge.id], [other.id]) == tuple(
            [each.id for each in open_wallet(desk, holder).badges] for holder in (first, second)
        )

    @ON_BOTH
    def test_lets_one_of_many_be_first(self, desk: IssuingDesk, give: Issue) -> None:
        """Also when all press at once; who was not first is told."""
        badge = give()
        proof = proof_of(desk, badge)

        def press(_: int) -> str | None:
            try:
                return keep(desk, badge.token, proof=proof, holder=None, on=OWN)
            except AlreadyKeptError:
                return None

        with ThreadPoolExecutor(6) as pool:
            secrets = [each for each in pool.map(press, range(6)) if each is not None]
        assert 1 == len(secrets)
        assert find_holder(desk, secrets[0]) is not None

    def test_shows_nothing_to_a_holder_who_is_not_there(self, desk: IssuingDesk, give: Issue) -> None:
        """A made-up holder has an empty list."""
        give()
        nobody = KnownHolder(holder_id=uuid4(), session_id=uuid4())
        assert ((), 0) == (open_wallet(desk, nobody).badges, open_wallet(desk, nobody).count)
