"""A telephone lets another in."""

from datetime import timedelta

import pytest

from holders.cards.codes import LETTERS
from holders.entering.adding import (
    LENGTH,
    LIFETIME,
    Adding,
    allow,
    ask_in,
    begin_adding,
    come_in,
    find_adding,
    forget_old_asks,
    is_let_in,
    refuse,
)
from holders.entering.allowing import Allowed
from holders.errors import DeviceCodeError
from holders.keeping.telephones import BORROWED, KnownHolder, find_holder
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from tests.holders.conftest import Keep
from tests.issuers.conftest import Issue
from web.clock import FixedClock

OTHER = "Safari, iPhone"


def begun(desk: IssuingDesk, holder: KnownHolder) -> Adding:
    """Show a code."""
    begin_adding(desk, holder=holder)
    found = find_adding(desk, holder=holder)
    assert found is not None
    return found


def entered(desk: IssuingDesk, secret: str) -> KnownHolder:
    """Come in on the other telephone."""
    found = find_holder(desk, come_in(desk, secret, device=OTHER)[0])
    assert found is not None
    return found


class TestBeginAdding:
    """`begin_adding` shows a code."""

    def test_can_be_typed_and_is_shown_again(self, desk: IssuingDesk, holder: KnownHolder) -> None:
        """In letters that nobody mixes up; nobody asks yet."""
        adding = begun(desk, holder)
        assert (LENGTH, True) == (len(adding.code), set(adding.code) <= set(LETTERS))
        assert adding == find_adding(desk, holder=holder)
        assert (None, None) == (adding.asks, adding.allowed)

    def test_ends_the_one_before(self, desk: IssuingDesk, holder: KnownHolder) -> None:
        """One at a time."""
        old = begun(desk, holder)
        begun(desk, holder)
        with pytest.raises(DeviceCodeError):
            ask_in(desk, old.code, device=OTHER)


class TestAskIn:
    """`ask_in` asks with the code, once."""

    def test_tells_the_first_which_kind_asks(self, desk: IssuingDesk, holder: KnownHolder) -> None:
        """However the code was typed."""
        adding = begun(desk, holder)
        ask_in(desk, f" {adding.code[:4].lower()}-{adding.code[4:]}", device=OTHER)
        found = find_adding(desk, holder=holder)
        assert found is not None
        assert OTHER == found.asks

    def test_works_once(self, desk: IssuingDesk, holder: KnownHolder) -> None:
        """Who looks along at the screen comes second."""
        adding = begun(desk, holder)
        ask_in(desk, adding.code, device=OTHER)
        with pytest.raises(DeviceCodeError):
            ask_in(desk, adding.code, device="Chrome, Windows")

    def test_works_ten_minutes(self, desk: IssuingDesk, holder: KnownHolder, clock: FixedClock) -> None:
        """And is forgotten after that."""
        adding = begun(desk, holder)
        clock.advance(LIFETIME)
        with pytest.raises(DeviceCodeError):
            ask_in(desk, adding.code, device=OTHER)
        assert find_adding(desk, holder=holder) is None
        assert 1 == forget_old_asks(desk)


class TestAllow:
    """`allow` lets the other in."""

    def test_opens_the_same(self, desk: IssuingDesk, holder: KnownHolder) -> None:
        """Once, and only what asked."""
        adding = begun(desk, holder)
        secret = ask_in(desk, adding.code, device=OTHER)
        assert not is_let_in(desk, secret)
        allow(desk, adding.id, allowed=Allowed.FOR_GOOD, holder=holder)
        assert is_let_in(desk, secret)
        here = entered(desk, secret)
        assert (holder.holder_id, False) == (here.holder_id, here.is_borrowed)
        with pytest.raises(DeviceCodeError):
            come_in(desk, secret, device=OTHER)

    def test_opens_it_for_an_hour(self, desk: IssuingDesk, holder: KnownHolder, clock: FixedClock) -> None:
        """Where that was said; from there no other is let in."""
        adding = begun(desk, holder)
        secret = ask_in(desk, adding.code, device=OTHER)
        allow(desk, adding.id, allowed=Allowed.FOR_AN_HOUR, holder=holder)
        token, _ = come_in(desk, secret, device=OTHER)
        guest = find_holder(desk, token)
        assert guest is not None
        with pytest.raises(NotFoundError):
            begin_adding(desk, holder=guest)
        clock.advance(BORROWED)
        assert find_holder(desk, token) is None

    def test_is_for_its_owner_while_somebody_asks(
        self, desk: IssuingDesk, holder: KnownHolder, give: Issue, keeping: Keep
    ) -> None:
        """Nobody else says yes, and not before it was asked."""
        adding = begun(desk, holder)
        with pytest.raises(NotFoundError):
            allow(desk, adding.id, allowed=Allowed.FOR_GOOD, holder=holder)
        ask_in(desk, adding.code, device=OTHER)
        with pytest.raises(NotFoundError):
            allow(desk, adding.id, allowed=Allowed.FOR_GOOD, holder=keeping(give("twee")))


class TestComeIn:
    """`come_in` opens what was allowed, and nothing else."""

    def test_opens_nothing_before(self, desk: IssuingDesk, holder: KnownHolder) -> None:
        """Whoever asks waits."""
        secret = ask_in(desk, begun(desk, holder).code, device=OTHER)
        with pytest.raises(DeviceCodeError):
            come_in(desk, secret, device=OTHER)

    def test_opens_nothing_after_a_no(self, desk: IssuingDesk, holder: KnownHolder) -> None:
        """Nor tells of whom it was."""
        secret = ask_in(desk, begun(desk, holder).code, device=OTHER)
        refuse(desk, holder=holder)
        for waits in (secret, ""):
            with pytest.raises(DeviceCodeError):
                is_let_in(desk, waits)

    def test_opens_nothing_too_late(self, desk: IssuingDesk, holder: KnownHolder, clock: FixedClock) -> None:
        """Ten minutes after the code was shown."""
        adding = begun(desk, holder)
        secret = ask_in(desk, adding.code, device=OTHER)
        allow(desk, adding.id, allowed=Allowed.FOR_GOOD, holder=holder)
        clock.advance(LIFETIME + timedelta(seconds=1))
        with pytest.raises(DeviceCodeError):
            come_in(desk, secret, device=OTHER)
