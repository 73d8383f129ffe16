"""The telephones on which somebody sees what he keeps."""

from datetime import timedelta

import pytest

from holders.cards.cards import make_own_card, open_by_card
from holders.cards.codes import Typed
from holders.entering.devices import list_devices, take_off
from holders.entering.ways_in import find_ways_in
from holders.keeping.telephones import BORROWED, KnownHolder, Telephone, find_holder
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from tests.holders.conftest import Keep
from tests.issuers.conftest import Issue
from web.clock import FixedClock

PICTURES = ("bakkerij", "logistiek", "groen")
IPHONE = Telephone(device="Safari, iPhone")


def opened(desk: IssuingDesk, holder: KnownHolder, *, on: Telephone) -> str:
    """Open what he keeps on another telephone, by a card."""
    code = make_own_card(desk, PICTURES, holder=holder)
    return open_by_card(desk, Typed(code=code, pictures=PICTURES), on=on)


class TestListDevices:
    """`list_devices` shows where it can be seen."""

    def test_says_what_and_when(
        self, desk: IssuingDesk, give: Issue, keeping: Keep, clock: FixedClock
    ) -> None:
        """The kind, the first day and the last; the newest first."""
        holder, today = keeping(give()), clock.now().date()
        clock.advance(timedelta(days=2))
        opened(desk, holder, on=IPHONE)
        found = [
            (each.kind, each.since, each.seen, each.is_here) for each in list_devices(desk, holder=holder)
        ]
        later = today + timedelta(days=2)
        assert [("Safari, iPhone", later, later, False), ("Chrome, Android", today, today, True)] == found

    def test_says_which_is_of_another(self, desk: IssuingDesk, give: Issue, keeping: Keep) -> None:
        """And until when; from there nothing can be taken off."""
        holder = keeping(give())
        guest = find_holder(desk, opened(desk, holder, on=Telephone(is_own=False)))
        assert guest is not None
        own, borrowed = sorted(list_devices(desk, holder=holder), key=lambda each: each.until is not None)
        assert (desk.clock.now() + BORROWED, None) == (borrowed.until, own.until)
        with pytest.raises(NotFoundError):
            list_devices(desk, holder=guest)
        with pytest.raises(NotFoundError):
            take_off(desk, own.id, holder=guest)


class TestTakeOff:
    """`take_off` lets a telephone show nothing any more."""

    def test_leaves_the_others(self, desk: IssuingDesk, give: Issue, keeping: Keep) -> None:
        """It is done at once."""
        holder = keeping(give())
        secret = opened(desk, holder, on=IPHONE)
        lost = find_holder(desk, secret)
        assert lost is not None
        take_off(desk, lost.session_id, holder=holder)
        assert find_holder(desk, secret) is None
        assert [holder.session_id] == [each.id for each in list_devices(desk, holder=holder)]

    def test_is_not_for_those_of_others(self, desk: IssuingDesk, give: Issue, keeping: Keep) -> None:
        """They are not there for him."""
        holder, other = keeping(give("een")), keeping(give("twee"))
        with pytest.raises(NotFoundError):
            take_off(desk, other.session_id, holder=holder)


class TestFindWaysIn:
    """`find_ways_in` says how somebody comes to what he keeps."""

    def test_says_when_one_telephone_is_all(self, desk: IssuingDesk, give: Issue, keeping: Keep) -> None:
        """A card is a second way; a telephone of another is none."""
        holder = keeping(give())
        assert find_ways_in(desk, holder=holder).is_only_this
        opened(desk, holder, on=Telephone(is_own=False))
        found = find_ways_in(desk, holder=holder)
        assert (False, 1) == (found.is_only_this, found.devices)
