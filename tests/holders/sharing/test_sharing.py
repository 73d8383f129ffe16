"""Links that show some of what somebody keeps: made, looked up, stopped."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from app.editions import OwnEditions
from badges.fewer import Part
from holders.sharing.sharing import (
    DAYS,
    DAYS_BORROWED,
    KEPT_AFTER,
    LABEL_LENGTH,
    MOST_BADGES,
    TypedShare,
    Wish,
    can_be_shared,
    find_share,
    forget_old_shares,
    list_shares,
    make_share,
    read_share,
    stop_share,
)
from issuers.desk import IssuingDesk
from issuers.errors import FormError, NotFoundError
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import RevocationReason
from issuers.organisations.standing import suspend
from issuers.people.permissions import Actor
from tests.databases import ON_BOTH
from tests.holders.conftest import Keep
from tests.issuers.conftest import Issue
from web.clock import ONE_TAP, FixedClock

ID = "0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"
TYPED = TypedShare(badges=(ID,), left_in=("naam", "verhaal"), days="30", label=" De  bakker ")
NAMELESS = frozenset({Part.NAAM})


def refused(typed: TypedShare) -> set[str]:
    """Name the fields of what is wrong."""
    with pytest.raises(FormError) as error:
        read_share(typed)
    return {each.field for each in error.value.problems}


class TestReadShare:
    """`read_share` reads what somebody wants to show."""

    def test_leaves_out_what_was_not_ticked(self) -> None:
        """What is ticked may be seen; each badge counts once."""
        wish = read_share(replace(TYPED, badges=(ID, ID)))
        assert (frozenset({Part.STAP, Part.VAARDIGHEDEN}), 30, "De bakker", 1) == (
            wish.without,
            wish.days,
            wish.label,
            len(wish.badge_ids),
        )

    def test_says_all_that_is_wrong_at_once(self) -> None:
        """Each at its field; a BSN has no place here either."""
        typed = TypedShare(badges=(), left_in=(), days="31", label="111222333")
        assert {"bewijs", "dagen", "voor"} == refused(typed)
        assert {"voor"} == refused(replace(TYPED, label="x" * (LABEL_LENGTH + 1)))
        for badges in (
            ("geen id",),
            tuple(f"0193a1b2-7c3d-7e4f-8a5b-{n:012}" for n in range(MOST_BADGES + 1)),
        ):
            assert {"bewijs"} == refused(replace(TYPED, badges=badges))


class TestBorrowed:
    """On the telephone of another no link is made, or shown, that its owner has for long."""

    def test_works_for_a_week_at_most(self, desk: IssuingDesk, give: Issue, keeping: Keep) -> None:
        """Longer is refused, with what to do."""
        badge = give()
        guest = replace(keeping(badge), is_borrowed=True)
        refused = []
        for days in DAYS:
            wish = Wish(badge_ids=(badge.id,), without=frozenset(), days=days, label="")
            try:
                made = make_share(desk, wish, holder=guest, editions=OwnEditions(desk))
                assert not find_share(desk, made, holder=guest).is_elsewhere
            except FormError as error:
                refused += [(days, each.code) for each in error.problems]
        assert [(each, "too-long") for each in DAYS if each not in DAYS_BORROWED] == refused

    def test_shows_no_address_that_works_longer(self, desk: IssuingDesk, give: Issue, keeping: Keep) -> None:
        """It can be stopped there."""
        badge = give()
        holder = keeping(badge)
        guest = replace(holder, is_borrowed=True)
        wish = Wish(badge_ids=(badge.id,), without=frozenset(), days=30, label="")
        made = make_share(desk, wish, holder=holder, editions=OwnEditions(desk))
        assert (False, True) == tuple(
            find_share(desk, made, holder=each).is_elsewhere for each in (holder, guest)
        )
        stop_share(desk, made, holder=guest)
        assert find_share(desk, made, holder=holder).is_over


class TestMakeShare:
    """`make_share` makes a link of editions that are there."""

    def test_keeps_what_was_wished(
        self, desk: IssuingDesk, give: Issue, keeping: Keep, clock: FixedClock
    ) -> None:
        """For whom, until when, what; only its maker reads that."""
        badge = give()
        holder = keeping(badge)
        wish = Wish(badge_ids=(badge.id,), without=NAMELESS, days=7, label="De bakker")
        made = make_share(desk, wish, holder=holder, editions=OwnEditions(desk))
        share = find_share(desk, made, holder=holder)
        assert ("De bakker", NAMELESS, False) == (share.label, share.without, share.is_over)
        assert clock.now() + timedelta(days=7) == share.until
        assert [badge.id] == [each.id for each in share.badges]
        assert [made] == [each.id for each in list_shares(desk, holder=holder)]
        clock.advance(timedelta(days=7))
        assert find_share(desk, made, holder=holder).is_over

    @ON_BOTH
    def test_makes_one_link_of_three_taps(
        self, desk: IssuingDesk, give: Issue, keeping: Keep, clock: FixedClock
    ) -> None:
        """Also at the same moment; for another, or a while later, it is another link."""
        badge = give()
        holder = keeping(badge)
        wish = Wish(badge_ids=(badge.id,), without=frozenset(), days=7, label="De bakker")
        make = partial(make_share, desk, holder=holder, editions=OwnEditions(desk))
        with ThreadPoolExecutor(3) as taps:
            [made] = {*taps.map(make, [wish] * 3)}
        others = [make(replace(wish, label="Oma")), make(replace(wish, days=30))]
        clock.advance(ONE_TAP)
        others.append(make(wish))
        assert {made, *others} == {each.id for each in list_shares(desk, holder=holder)}
        assert 4 == len({made, *others})

    def test_is_for_who_keeps_the_badge(self, desk: IssuingDesk, give: Issue, keeping: Keep) -> None:
        """Nobody else makes, reads or stops it; nor does a card that its organisation made again."""
        badge, other = give("een"), give("twee")
        holder, stranger = keeping(badge), keeping(other)
        wish = Wish(badge_ids=(badge.id,), without=NAMELESS, days=7, label="")
        editions = OwnEditions(desk)
        made = make_share(desk, wish, holder=holder, editions=editions)
        again = replace(holder, only_of=badge.organisation_id)
        for who in (stranger, again):
            for deed in (
                lambda who: make_share(desk, wish, holder=who, editions=editions),
                lambda who: find_share(desk, made, holder=who),
                lambda who: stop_share(desk, made, holder=who),
            ):
                with pytest.raises(NotFoundError):
                    deed(who)
        assert not find_share(desk, made, holder=holder).is_over

    def test_says_why_there_is_no_such_edition(
        self, desk: IssuingDesk, give: Issue, keeping: Keep, actor: Actor
    ) -> None:
        """Of an organisation that stopped there are the standard ones; of a withdrawn badge there is none."""
        badge, gone = give("een"), give("twee")
        holder, editions = keeping(badge), OwnEditions(desk)
        other = keeping(gone)
        editions.sign_standard(badge.id)
        revoke(desk, gone.id, actor=actor, reason=RevocationReason.ANDERS)
        assert () == can_be_shared(desk, holder=other)
        suspend(desk, actor.organisation_id, by=actor.person_id, reason="Er kwam een melding.")
        wish = Wish(badge_ids=(badge.id,), without=NAMELESS, days=7, label="")
        assert make_share(desk, wish, holder=holder, editions=editions)
        refusals = (
            (replace(wish, without=frozenset({Part.STAP})), holder, "maakt niets nieuws meer"),
            (replace(wish, badge_ids=(gone.id,)), other, "ingetrokken"),
        )
        for asked, who, because in refusals:
            with pytest.raises(FormError) as error:
                make_share(desk, asked, holder=who, editions=editions)
            [problem] = error.value.problems
            assert because in problem.nl
            assert "Verzamelt" in problem.nl


class TestStopShare:
    """`stop_share` ends a link for good."""

    def test_ends_it_once(self, desk: IssuingDesk, give: Issue, keeping: Keep) -> None:
        """A second time changes nothing; another link goes on."""
        badge = give()
        holder, editions = keeping(badge), OwnEditions(desk)
        wish = Wish(badge_ids=(badge.id,), without=frozenset(), days=DAYS[-1], label="")
        wishes = wish, replace(wish, label="Oma")
        first, second = (make_share(desk, each, holder=holder, editions=editions) for each in wishes)
        stop_share(desk, first, holder=holder)
        stop_share(desk, first, holder=holder)
        over = {each.id: each.is_over for each in list_shares(desk, holder=holder)}
        assert {first: True, second: False} == over


class TestForgetOldShares:
    """`forget_old_shares` forgets what shows nothing for long."""

    def test_forgets_what_is_over_for_long(
        self, desk: IssuingDesk, give: Issue, keeping: Keep, clock: FixedClock
    ) -> None:
        """Stopped or past; another stays with its weeks."""
        badge = give()
        holder, editions = keeping(badge), OwnEditions(desk)
        wish = Wish(badge_ids=(badge.id,), without=frozenset(), days=DAYS[-1], label="")
        wishes = wish, replace(wish, label="Oma")
        stopped, goes_on = (make_share(desk, each, holder=holder, editions=editions) for each in wishes)
        make_share(desk, replace(wish, days=1), holder=holder, editions=editions)
        stop_share(desk, stopped, holder=holder)
        assert 0 == forget_old_shares(desk)
        clock.advance(KEPT_AFTER + timedelta(days=1))
        assert 2 == forget_old_shares(desk)
        assert [goes_on] == [each.id for each in list_shares(desk, holder=holder)]
