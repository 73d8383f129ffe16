"""Somebody helps a holder: he sees what was ticked, for a time, and each look is written down."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import select

from holders.errors import HelpOverError
from holders.helping.helping import accept, find_invitation, list_helped, look, look_at
from holders.helping.inviting import (
    MOST,
    REMEMBERED,
    SPANS,
    USUAL,
    KnownHelper,
    NewHelper,
    forget_old_helpers,
    invite_helper,
    list_helpers,
    read_helper,
    stop_helper,
)
from holders.keeping.claiming import keep
from holders.keeping.telephones import KnownHolder
from issuers.database.scopes import OneHelper
from issuers.desk import IssuingDesk
from issuers.errors import FormError, NotFoundError
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.tables import Badge
from tests.databases import ON_BOTH, Databases, SqliteFiles
from tests.holders.conftest import OWN, Keep, proof_of
from tests.issuers.conftest import Issue
from web.clock import FixedClock


@pytest.fixture
def badges(give: Issue) -> list[IssuedBadge]:
    """Give three badges."""
    return [give(each) for each in ("een", "twee", "drie")]


@pytest.fixture
def holder(desk: IssuingDesk, badges: list[IssuedBadge], keeping: Keep) -> KnownHolder:
    """Let somebody keep them."""
    first, *others = badges
    holder = keeping(first)
    for each in others:
        keep(desk, each.token, proof=proof_of(desk, each), holder=holder, on=OWN)
    return holder


def invited(desk: IssuingDesk, holder: KnownHolder, *seen: IssuedBadge, days: int = 91) -> KnownHelper:
    """Invite somebody to see some of them."""
    new = NewHelper(label="Mijn zus", badges={each.id for each in seen}, days=days)
    helper_id = invite_helper(desk, new, holder=holder)
    return known(desk, holder, helper_id)


def known(desk: IssuingDesk, holder: KnownHolder, helper_id: UUID) -> KnownHelper:
    """Give what the holder sees of who helps."""
    [found] = [each for each in list_helpers(desk, holder=holder) if each.id == helper_id]
    return found


class TestReadHelper:
    """`read_helper` reads who is to help."""

    def test_is_for_three_months_unless_said(self) -> None:
        """And for a year at most, whatever is sent."""
        badge = UUID(int=1)
        days = [read_helper("Zus", badges={badge}, span=each).days for each in ("", "10-jaar", "1-jaar")]
        assert [SPANS[USUAL], SPANS[USUAL], 365] == days
        assert 365 == max(SPANS.values())

    @pytest.mark.parametrize(
        ("label", "badges", "fields"),
        [(" ", {UUID(int=1)}, ["wie"]), ("Zus", set(), ["bewijs"]), ("", set(), ["wie", "bewijs"])],
    )
    def test_says_what_is_missing(self, label: str, badges: set[UUID], fields: list[str]) -> None:
        """All at once."""
        with pytest.raises(FormError) as refused:
            read_helper(label, badges=badges, span=USUAL)
        assert fields == [each.field for each in refused.value.problems]

    def test_takes_no_bsn(self) -> None:
        """Nowhere."""
        with pytest.raises(FormError):
            read_helper("zus 111222333", badges={UUID(int=1)}, span=USUAL)


class TestInviteHelper:
    """`invite_helper` makes an invitation."""

    def test_is_for_ones_own_badges(
        self, desk: IssuingDesk, holder: KnownHolder, give: Issue, keeping: Keep
    ) -> None:
        """Nobody lets a helper see what is not his."""
        foreign = give("vier")
        keeping(foreign)
        with pytest.raises(NotFoundError):
            invited(desk, holder, foreign)

    def test_is_made_so_many_times(
        self, desk: IssuingDesk, holder: KnownHolder, badges: list[IssuedBadge]
    ) -> None:
        """One that was stopped makes room."""
        made = [invited(desk, holder, badges[0]) for _ in range(MOST)]
        with pytest.raises(FormError):
            invited(desk, holder, badges[0])
        stop_helper(desk, made[0].id, holder=holder)
        invited(desk, holder, badges[0])


class TestAccept:
    """`accept` says yes to an invitation, once."""

    def test_changes_nothing_before(
        self, desk: IssuingDesk, holder: KnownHolder, badges: list[IssuedBadge]
    ) -> None:
        """A scanner of mail opens it as often as it likes; nobody is named, and no badge."""
        made = invited(desk, holder, *badges[:2])
        for _ in range(3):
            assert 2 == find_invitation(desk, made.token).count
        assert not known(desk, holder, made.id).has_come

    def test_works_once(self, desk: IssuingDesk, holder: KnownHolder, badges: list[IssuedBadge]) -> None:
        """Who comes second is told to ask for another; who makes one up finds nothing."""
        made = invited(desk, holder, badges[0])
        accept(desk, made.token, secret=None)
        with pytest.raises(HelpOverError):
            accept(desk, made.token, secret=None)
        with pytest.raises(NotFoundError):
            accept(desk, "x" * 64, secret=None)

    def test_lets_one_browser_help_many(
        self, desk: IssuingDesk, holder: KnownHolder, badges: list[IssuedBadge], give: Issue, keeping: Keep
    ) -> None:
        """With one secret; one that was made up is not taken over."""
        other = give("vier")
        first = accept(desk, invited(desk, holder, badges[0]).token, secret="verzonnen")
        second = accept(desk, invited(desk, keeping(other), other).token, secret=first)
        assert (True, 2) == (first == second != "verzonnen", len(list_helped(desk, first)))


class TestLook:
    """`look` and `look_at` show what was ticked, and nothing else."""

    def test_shows_what_was_ticked(
        self, desk: IssuingDesk, holder: KnownHolder, badges: list[IssuedBadge]
    ) -> None:
        """What was not is not there."""
        made = invited(desk, holder, *badges[:2])
        secret = accept(desk, made.token, secret=None)
        assert {each.id for each in badges[:2]} == {
            each.id for each in look(desk, made.id, secret=secret).badges
        }
        assert badges[0].id == look_at(desk, made.id, badges[0].id, secret=secret).id
        with pytest.raises(NotFoundError):
            look_at(desk, made.id, badges[2].id, secret=secret)
        for other in (None, "", "x" * 43):
            with pytest.raises(NotFoundError):
                look(desk, made.id, secret=other)

    def test_is_written_down_for_the_holder(
        self, desk: IssuingDesk, holder: KnownHolder, badges: list[IssuedBadge], clock: FixedClock
    ) -> None:
        """The day and what, once a day."""
        made = invited(desk, holder, badges[0])
        secret = accept(desk, made.token, secret=None)
        today = clock.today()
        for _ in range(3):
            look(desk, made.id, secret=secret)
            look_at(desk, made.id, badges[0].id, secret=secret)
        clock.advance(timedelta(days=1))
        look(desk, made.id, secret=secret)
        found = [(each.day, each.title) for each in known(desk, holder, made.id).looks]
        title = "Verzamelt en controleert orders"
        tomorrow = today + timedelta(days=1)
        assert {(tomorrow, None), (today, None), (today, title)} == set(found)
        assert 3 == len(found)

    @pytest.mark.parametrize("days", SPANS.values())
    def test_ends_on_its_day(
        self, desk: IssuingDesk, holder: KnownHolder, badges: list[IssuedBadge], clock: FixedClock, days: int
    ) -> None:
        """Also where nobody stopped it."""
        made = invited(desk, holder, badges[0], days=days)
        secret = accept(desk, made.token, secret=None)
        clock.advance(timedelta(days=days))
        assert [] == list_helped(desk, secret)
        with pytest.raises(NotFoundError):
            look(desk, made.id, secret=secret)

    @ON_BOTH
    def test_is_held_by_the_wall(
        self, desk: IssuingDesk, holder: KnownHolder, badges: list[IssuedBadge], databases: Databases
    ) -> None:
        """On PostgreSQL a careless question sees no other badge either; SQLite has no walls."""
        made = invited(desk, holder, badges[0])
        seen = desk.register.read(
            lambda session: session.exec(select(Badge.id)).all(), within=OneHelper(made.id)
        )
        has_walls = not isinstance(databases, SqliteFiles)
        assert ([badges[0].id] if has_walls else {each.id for each in badges}) == (
            seen if has_walls else set(seen)
        )


class TestStopHelper:
    """`stop_helper` ends it at once."""

    def test_shows_nothing_any_more(
        self, desk: IssuingDesk, holder: KnownHolder, badges: list[IssuedBadge]
    ) -> None:
        """Before or after a yes; what was looked at stays to read, for a year."""
        made, unused = invited(desk, holder, badges[0]), invited(desk, holder, badges[0])
        secret = accept(desk, made.token, secret=None)
        look(desk, made.id, secret=secret)
        for each in (made, unused):
            stop_helper(desk, each.id, holder=holder)
        with pytest.raises(NotFoundError):
            look(desk, made.id, secret=secret)
        with pytest.raises(HelpOverError):
            accept(desk, unused.token, secret=secret)
        found = known(desk, holder, made.id)
        assert (True, 1) == (found.is_over, len(found.looks))

    def test_is_for_who_is_helped(
        self, desk: IssuingDesk, holder: KnownHolder, badges: list[IssuedBadge], give: Issue, keeping: Keep
    ) -> None:
        """Nobody else knows of it."""
        made = invited(desk, holder, badges[0])
        stranger = keeping(give("vier"))
        assert [] == list_helpers(desk, holder=stranger)
        with pytest.raises(NotFoundError):
            stop_helper(desk, made.id, holder=stranger)

    def test_is_forgotten_after_a_year(
        self, desk: IssuingDesk, holder: KnownHolder, badges: list[IssuedBadge], clock: FixedClock
    ) -> None:
        """With all that was looked at."""
        made = invited(desk, holder, badges[0])
        look(desk, made.id, secret=accept(desk, made.token, secret=None))
        stop_helper(desk, made.id, holder=holder)
        assert 0 == forget_old_helpers(desk)
        clock.advance(REMEMBERED)
        assert (1, []) == (forget_old_helpers(desk), list_helpers(desk, holder=holder))
