"""What an organisation gave is taken over from ways in that are lost."""

from datetime import timedelta

import pytest

from holders.cards.cards import end_given_card, give_card, given_cards, make_own_card, own_card_since
from holders.cards.rekeying import WAIT, may_take_over, take_over, taken_over_from
from holders.helping.helping import accept, list_helped, look
from holders.helping.inviting import NewHelper, invite_helper, list_helpers
from holders.keeping.claiming import keep
from holders.keeping.telephones import KnownHolder, find_holder
from holders.keeping.wallet import open_wallet
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.issuing.issuing import IssuedBadge, issue
from issuers.people.permissions import Actor
from tests.holders.cards.test_cards import BREAD, OTHERS, opened
from tests.holders.conftest import OWN, Keep, proof_of
from tests.issuers.conftest import Issue, judge
from web.clock import FixedClock


@pytest.fixture
def badge(give: Issue) -> IssuedBadge:
    """Give a badge."""
    return give()


@pytest.fixture
def other(desk: IssuingDesk, stranger: Actor) -> IssuedBadge:
    """Give one of another organisation."""
    return issue(desk, judge(desk), actor=stranger, idempotency_key="elders")


@pytest.fixture
def lost(desk: IssuingDesk, badge: IssuedBadge, other: IssuedBadge, keeping: Keep) -> KnownHolder:
    """Let somebody keep both, on a telephone that he loses."""
    holder = keeping(badge)
    keep(desk, other.token, proof=proof_of(desk, other), holder=holder, on=OWN)
    return holder


@pytest.fixture
def here(desk: IssuingDesk, badge: IssuedBadge, lost: KnownHolder, actor: Actor) -> KnownHolder:
    """Open what he was given by a card that the organisation made, in his presence."""
    return opened(desk, give_card(desk, badge.id, pictures=BREAD, actor=actor))


class TestTakeOver:
    """`take_over` gives the badges of one organisation a holder of their own."""

    def test_leaves_the_telephone_of_before_what_others_gave(
        self, desk: IssuingDesk, badge: IssuedBadge, lost: KnownHolder, here: KnownHolder, clock: FixedClock
    ) -> None:
        """And nothing of what this organisation gave."""
        assert not may_take_over(desk, holder=here)
        clock.advance(WAIT)
        found = taken_over_from(desk, holder=here), may_take_over(desk, holder=here)
        assert (clock.now().date(), True) == found
        anew = find_holder(desk, take_over(desk, holder=here)[0])
        assert anew is not None
        assert [badge.id] == [each.id for each in open_wallet(desk, anew).badges]
        [left] = open_wallet(desk, lost).badges
        assert left.id != badge.id

    def test_lets_this_telephone_do_all_that_ones_own_may(
        self, desk: IssuingDesk, here: KnownHolder, clock: FixedClock
    ) -> None:
        """It has a card, and makes another."""
        clock.advance(WAIT)
        anew = find_holder(desk, take_over(desk, holder=here)[0])
        assert anew is not None
        assert (None, False) == (anew.only_of, anew.is_borrowed)
        assert own_card_since(desk, holder=anew) is not None
        make_own_card(desk, OTHERS, holder=anew)

    def test_lets_the_card_open_all_of_the_new_holder(
        self, desk: IssuingDesk, badge: IssuedBadge, lost: KnownHolder, actor: Actor, clock: FixedClock
    ) -> None:
        """On whatever telephone he has next."""
        code = give_card(desk, badge.id, pictures=BREAD, actor=actor)
        here = opened(desk, code)
        clock.advance(WAIT)
        take_over(desk, holder=here)
        again = opened(desk, code)
        assert (None, 1) == (again.only_of, open_wallet(desk, again).count)
        assert lost.holder_id != again.holder_id

    def test_lets_nobody_who_helped_look_any_more(
        self, desk: IssuingDesk, badge: IssuedBadge, lost: KnownHolder, here: KnownHolder, clock: FixedClock
    ) -> None:
        """Whom he lets look now, he says anew."""
        new = NewHelper(label="Mijn zus", badges={badge.id}, days=91)
        helper_id = invite_helper(desk, new, holder=lost)
        [known] = list_helpers(desk, holder=lost)
        secret = accept(desk, known.token, secret=None)
        look(desk, helper_id, secret=secret)
        clock.advance(WAIT)
        take_over(desk, holder=here)
        assert (1, ()) == (len(list_helped(desk, secret)), tuple(look(desk, helper_id, secret=secret).badges))

    def test_waits_a_month(self, desk: IssuingDesk, here: KnownHolder, clock: FixedClock) -> None:
        """Who still has his telephone sees it there."""
        clock.advance(WAIT - timedelta(seconds=1))
        with pytest.raises(NotFoundError):
            take_over(desk, holder=here)

    def test_is_over_when_the_card_was_stopped(
        self, desk: IssuingDesk, lost: KnownHolder, here: KnownHolder, clock: FixedClock
    ) -> None:
        """On the telephone that was not lost after all."""
        [card] = given_cards(desk, holder=lost)
        end_given_card(desk, card.id, holder=lost)
        clock.advance(WAIT)
        assert taken_over_from(desk, holder=here) is None
        with pytest.raises(NotFoundError):
            take_over(desk, holder=here)

    def test_is_not_for_a_telephone_that_shows_all(
        self, desk: IssuingDesk, lost: KnownHolder, here: KnownHolder, clock: FixedClock
    ) -> None:
        """There is nothing to take over."""
        clock.advance(WAIT)
        assert taken_over_from(desk, holder=lost) is None
        with pytest.raises(NotFoundError):
            take_over(desk, holder=lost)
