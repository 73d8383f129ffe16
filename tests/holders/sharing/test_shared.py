"""What a link shows: its edition and nothing else, for as long as its keeper wants."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import Session

from app.editions import OwnEditions
from badges.fewer import Part
from badges.strictjson import loads_object
from holders.errors import OtherCodeError, ShareEndedError
from holders.keeping.claiming import keep
from holders.keeping.tables import KeptBadge
from holders.keeping.telephones import KnownHolder
from holders.sharing.presenting import own_code
from holders.sharing.shared import (
    check_share_code,
    count_view,
    open_share,
    own_share_code,
    presentation,
    shared_bytes,
)
from holders.sharing.sharing import Wish, find_share, make_share, stop_share
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.identifiers import public_token
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import RevocationReason
from issuers.people.permissions import Actor
from tests.databases import ON_BOTH
from tests.holders.conftest import OWN, Keep, proof_of
from tests.issuers.conftest import Issue
from web.clock import FixedClock

NAMELESS = frozenset({Part.NAAM})


@pytest.fixture
def badge(give: Issue) -> IssuedBadge:
    """Give a badge that tells a name."""
    return give()


@pytest.fixture
def holder(badge: IssuedBadge, keeping: Keep) -> KnownHolder:
    """Give who keeps it."""
    return keeping(badge)


def share(desk: IssuingDesk, holder: KnownHolder, *badge_ids: UUID, days: int = 30) -> tuple[UUID, str]:
    """Make a link without a name; give its id and its token."""
    wish = Wish(badge_ids=badge_ids, without=NAMELESS, days=days, label="")
    made = make_share(desk, wish, holder=holder, editions=OwnEditions(desk))
    return made, find_share(desk, made, holder=holder).token


class TestOpenShare:
    """`open_share` gives what a link shows now."""

    def test_shows_the_edition_alone(
        self, desk: IssuingDesk, badge: IssuedBadge, holder: KnownHolder
    ) -> None:
        """Nothing in its bytes says who it is, nor the ids of the badge itself."""
        _, token = share(desk, holder, badge.id)
        [shown] = open_share(desk, token).badges
        assert shown.raw == shared_bytes(desk, token)
        for told in (b"Sam", badge.credential_id.encode(), badge.token.encode()):
            assert told not in shown.raw
        with pytest.raises(NotFoundError):
            shared_bytes(desk, token, place=2)

    def test_says_the_same_of_all_that_is_not_there(
        self, desk: IssuingDesk, badge: IssuedBadge, holder: KnownHolder, clock: FixedClock
    ) -> None:
        """Never there, stopped, past, not kept any more: nobody learns which."""
        stopped, past, left = share(desk, holder, badge.id), share(desk, holder, badge.id, days=1), None
        stop_share(desk, stopped[0], holder=holder)
        left = share(desk, holder, badge.id)
        clock.advance(timedelta(days=1))

        def forget(session: Session) -> None:
            session.delete(session.get_one(KeptBadge, badge.id))

        desk.register.write(forget, within=WHOLE_SERVICE)
        for token in (public_token(), badge.token, stopped[1], past[1], left[1]):
            with pytest.raises(ShareEndedError):
                open_share(desk, token)

    def test_shows_how_the_badge_stands(
        self, desk: IssuingDesk, badge: IssuedBadge, holder: KnownHolder, actor: Actor
    ) -> None:
        """A withdrawn one is shown as withdrawn, at once."""
        _, token = share(desk, holder, badge.id)
        revoke(desk, badge.id, actor=actor, reason=RevocationReason.ANDERS)
        [shown] = open_share(desk, token).badges
        assert shown.revoked_at is not None


class TestCountView:
    """`count_view` counts by the week, and never who."""

    def test_counts_others_by_the_week(
        self, desk: IssuingDesk, badge: IssuedBadge, holder: KnownHolder, clock: FixedClock
    ) -> None:
        """Not its keeper himself."""
        made, token = share(desk, holder, badge.id)
        for who in (None, None, holder):
            count_view(desk, token, holder=who)
        clock.advance(timedelta(days=7))
        count_view(desk, token, holder=None)
        weeks = find_share(desk, made, holder=holder).weeks
        assert [1, 2] == [count for _, count in weeks]
        assert {0} == {monday.weekday() for monday, _ in weeks}

    @ON_BOTH
    def test_counts_all_that_look_first_at_once(
        self, desk: IssuingDesk, badge: IssuedBadge, holder: KnownHolder
    ) -> None:
        """Nobody is refused the page for the count."""
        made, token = share(desk, holder, badge.id)
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda who: count_view(desk, token, holder=who), [None] * 4))
        assert [4] == [count for _, count in find_share(desk, made, holder=holder).weeks]


class TestCheckShareCode:
    """`check_share_code` says whether it is of who stands there."""

    def test_takes_the_code_of_the_link_and_of_its_one_badge(
        self, desk: IssuingDesk, badge: IssuedBadge, holder: KnownHolder, clock: FixedClock
    ) -> None:
        """For a minute at most; no other."""
        made, token = share(desk, holder, badge.id)
        code = own_share_code(desk, find_share(desk, made, holder=holder))
        for typed in (f"{code[:3]} {code[3:]}", own_code(desk, badge.id, holder=holder)):
            check_share_code(desk, token, typed=typed)
        clock.advance(timedelta(minutes=1))
        for typed in (code, "", "1" * 6):
            with pytest.raises(OtherCodeError):
                check_share_code(desk, token, typed=typed)


class TestPresentation:
    """`presentation` puts together what was signed apart."""

    def test_holds_each_as_it_was_signed(
        self, desk: IssuingDesk, give: Issue, badge: IssuedBadge, holder: KnownHolder
    ) -> None:
        """In the order of their keeper; nobody signs it."""
        other = give("twee")
        keep(desk, other.token, proof=proof_of(desk, other), holder=holder, on=OWN)
        _, token = share(desk, holder, other.id, badge.id)
        document = loads_object(presentation(open_share(desk, token).badges))
        expected = [loads_object(shared_bytes(desk, token, place=place)) for place in (1, 2)]
        assert (expected, ["VerifiablePresentation"], False) == (
            document["verifiableCredential"],
            document["type"],
            "proof" in document,
        )
        assert presentation(open_share(desk, token).badges) == shared_bytes(desk, token)
