"""What became of a badge that a link shows, and letting the link show the better one."""

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from app.editions import OwnEditions
from badges.credential import parse
from badges.factfinding import read_facts
from badges.fewer import Part
from holders.keeping.editions import Editions
from holders.keeping.following import follow_replaced
from holders.keeping.telephones import KnownHolder
from holders.sharing.presenting import own_code
from holders.sharing.renewing import Becoming, Outdated, become, list_outdated, read_links, renew, shown_then
from holders.sharing.shared import check_share_code, count_view, may_lead_on, open_share, presentation
from holders.sharing.sharing import Wish, find_share, make_share, stop_share
from issuers.desk import IssuingDesk
from issuers.errors import FormError, OrganisationStoppedError
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.overview import Given, find_by_id
from issuers.issuing.replacing import Correction
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import CorrectionKind, RevocationReason
from issuers.people.permissions import Actor
from tests.databases import ON_BOTH
from tests.holders.conftest import Keep
from tests.issuers.conftest import Issue, judge
from tests.issuers.giving import correct

NAMELESS = frozenset({Part.NAAM})
NEW = "Verzamelde elke middag 60 orders."


class Retired:
    """Sign nothing: the key is retired."""

    def can_sign(self, badge_id: UUID, *, without: Collection[Part]) -> bool:
        """Say no."""
        return False

    def sign(self, badge_id: UUID, *, without: Collection[Part]) -> UUID:
        """Refuse."""
        raise OrganisationStoppedError

    def sign_standard(self, badge_id: UUID) -> int:
        """Sign none."""
        return 0


@pytest.fixture
def badge(give: Issue) -> IssuedBadge:
    """Give a badge that tells a name."""
    return give()


@pytest.fixture
def holder(badge: IssuedBadge, keeping: Keep) -> KnownHolder:
    """Give who keeps it."""
    return keeping(badge)


def share(
    desk: IssuingDesk, holder: KnownHolder, *badge_ids: UUID, days: int = 30, label: str = "De bakker"
) -> tuple[UUID, str]:
    """Make a link without a name; give its id and its token."""
    wish = Wish(badge_ids=badge_ids, without=NAMELESS, days=days, label=label)
    made = make_share(desk, wish, holder=holder, editions=OwnEditions(desk))
    return made, find_share(desk, made, holder=holder).token


def put_right(desk: IssuingDesk, badge_id: UUID, *, actor: Actor) -> IssuedBadge:
    """Give a better version of a badge."""
    better = replace(judge(desk), narrative=NEW)
    correction = Correction(badge_id=badge_id, kind=CorrectionKind.SCHRIJFFOUT)
    return correct(desk, better, correction=correction, actor=actor, idempotency_key=f"beter {badge_id}")


def outdated(
    desk: IssuingDesk, holder: KnownHolder, *, editions: Editions | None = None
) -> tuple[Outdated, ...]:
    """List what his links show that stands no more."""
    return list_outdated(desk, holder=holder, editions=editions or OwnEditions(desk))


class TestBecome:
    """`become` says what became of a badge that a link shows."""

    @pytest.fixture
    def given(self, desk: IssuingDesk, badge: IssuedBadge) -> Given:
        """Give what stands."""
        return find_by_id(desk, badge.id)

    @pytest.mark.parametrize(
        ("old", "new", "agreed", "signable", "becoming"),
        [
            ({}, {}, True, True, Becoming.STANDS),
            ({"replaced": True}, {}, True, True, Becoming.BETTER),
            ({"replaced": True}, {}, True, False, Becoming.NOT_SIGNED),
            ({"replaced": True}, {}, False, True, Becoming.NOT_AGREED),
            ({"replaced": True}, {"replaced": True}, True, True, Becoming.NOT_YET),
            ({"replaced": True}, {"replaced": False}, True, True, Becoming.WITHDRAWN),
            ({"replaced": False}, {"replaced": False}, True, True, Becoming.WITHDRAWN),
        ],
    )
    def test_tells_each_apart(  # noqa: PLR0913 - a table
        self,
        given: Given,
        *,
        old: dict[str, bool],
        new: dict[str, bool],
        agreed: bool,
        signable: bool,
        becoming: Becoming,
    ) -> None:
        """By the old one, the newest that he keeps, and whether that may and can be shown."""

        def stand(how: dict[str, bool]) -> Given:
            if not how:
                return given
            at, better = datetime(2026, 6, 26, tzinfo=UTC), uuid4() if how["replaced"] else None
            return replace(given, revoked_at=at, replaced_by=better)

        shown, newest = stand(old), stand(new)
        assert becoming == become(
            shown, newest=newest, is_agreed=lambda: agreed, is_signable=lambda: signable
        )


class TestListOutdated:
    """`list_outdated` lists what links show that stands no more."""

    @ON_BOTH
    def test_names_the_link_and_the_better_badge(
        self, desk: IssuingDesk, badge: IssuedBadge, holder: KnownHolder, actor: Actor
    ) -> None:
        """Of links that work; at first he does not keep the better one."""
        made, _ = share(desk, holder, badge.id)
        stopped, _ = share(desk, holder, badge.id, label="Oma")
        stop_share(desk, stopped, holder=holder)
        assert () == outdated(desk, holder)
        better = put_right(desk, badge.id, actor=actor)
        assert [Becoming.NOT_YET] == [each.becoming for each in outdated(desk, holder)]
        follow_replaced(desk)
        [found] = outdated(desk, holder)
        assert (made, better.id, Becoming.BETTER) == (found.share_id, found.newest.id, found.becoming)
        [signed_no_more] = outdated(desk, holder, editions=Retired())
        assert Becoming.NOT_SIGNED is signed_no_more.becoming

    def test_tells_what_was_withdrawn(
        self, desk: IssuingDesk, badge: IssuedBadge, holder: KnownHolder, actor: Actor
    ) -> None:
        """His link still says its title to himself; a card of an organisation shows him no links."""
        made, _ = share(desk, holder, badge.id)
        revoke(desk, badge.id, actor=actor, reason=RevocationReason.ANDERS)
        assert [Becoming.WITHDRAWN] == [each.becoming for each in outdated(desk, holder)]
        assert [badge.id] == [each.id for each in find_share(desk, made, holder=holder).badges]
        assert () == outdated(desk, replace(holder, only_of="andere"))


class TestShownThen:
    """`shown_then` gives what a link would say."""

    def test_is_what_the_edition_says_that_is_signed(
        self, desk: IssuingDesk, badge: IssuedBadge, holder: KnownHolder, actor: Actor
    ) -> None:
        """Without the name, as the link is; nothing is signed for it."""
        _, token = share(desk, holder, badge.id)
        put_right(desk, badge.id, actor=actor)
        follow_replaced(desk)
        [found] = outdated(desk, holder)
        told = shown_then(found)
        assert (None, (NEW,)) == (told.name, told.narratives)
        renew(desk, found.newest.id, share_ids={found.share_id}, holder=holder, editions=OwnEditions(desk))
        [shown] = open_share(desk, token).badges
        signed = read_facts(parse(shown.raw).document)
        assert told == replace(signed, credential_id=told.credential_id)


class TestMayLeadOn:
    """`may_lead_on` tells whether a check may lead to the better badge."""

    @ON_BOTH
    def test_says_no_once_a_link_shows_it_whole(
        self, desk: IssuingDesk, badge: IssuedBadge, holder: KnownHolder, actor: Actor
    ) -> None:
        """Also when the link shows the better one by now; an edition leads nowhere by itself."""
        share(desk, holder, badge.id)
        assert may_lead_on(desk, badge.id)
        wish = Wish(badge_ids=(badge.id,), without=frozenset(), days=30, label="")
        whole = make_share(desk, wish, holder=holder, editions=OwnEditions(desk))
        better = put_right(desk, badge.id, actor=actor)
        follow_replaced(desk)
        assert not may_lead_on(desk, badge.id)
        renew(desk, better.id, share_ids={whole}, holder=holder, editions=OwnEditions(desk))
        assert not may_lead_on(desk, badge.id)


class TestRenew:
    """`renew` lets links show the better badge."""

    @ON_BOTH
    def test_changes_nothing_else_of_a_link(
        self, desk: IssuingDesk, badge: IssuedBadge, holder: KnownHolder, actor: Actor
    ) -> None:
        """Until he does, the link shows the old one; then the new, with the same end, label and count."""
        made, token = share(desk, holder, badge.id)
        count_view(desk, token, holder=None)
        before = find_share(desk, made, holder=holder)
        better = put_right(desk, badge.id, actor=actor)
        follow_replaced(desk)
        assert (badge.id,) == open_share(desk, token).kept
        check_share_code(desk, token, typed=own_code(desk, better.id, holder=holder))
        renew(desk, better.id, share_ids={made}, holder=holder, editions=OwnEditions(desk))
        shown, after = open_share(desk, token), find_share(desk, made, holder=holder)
        assert ((better.id,), None) == (shown.kept, shown.badges[0].revoked_at)
        raw = presentation(shown.badges)
        assert (True, False) == (NEW.encode() in raw, b"Sam" in raw)
        assert before == replace(after, badges=before.badges)
        assert () == outdated(desk, holder)

    def test_leaves_links_that_were_not_chosen(
        self, desk: IssuingDesk, badge: IssuedBadge, holder: KnownHolder, actor: Actor
    ) -> None:
        """Each is for somebody else."""
        chosen, other = share(desk, holder, badge.id), share(desk, holder, badge.id, label="Oma")
        better = put_right(desk, badge.id, actor=actor)
        follow_replaced(desk)
        renew(desk, better.id, share_ids={chosen[0]}, holder=holder, editions=OwnEditions(desk))
        assert ((better.id,), (badge.id,)) == (
            open_share(desk, chosen[1]).kept,
            open_share(desk, other[1]).kept,
        )

    def test_refuses_what_cannot_be(
        self, desk: IssuingDesk, badge: IssuedBadge, holder: KnownHolder, actor: Actor
    ) -> None:
        """A link of another, one that nothing is signed for, and a long one on a borrowed telephone."""
        made, token = share(desk, holder, badge.id)
        better = put_right(desk, badge.id, actor=actor)
        follow_replaced(desk)
        for who, editions in (
            (replace(holder, holder_id=uuid4()), OwnEditions(desk)),
            (holder, Retired()),
            (replace(holder, is_borrowed=True), OwnEditions(desk)),
        ):
            with pytest.raises(FormError):
                renew(desk, better.id, share_ids={made}, holder=who, editions=editions)
        assert (badge.id,) == open_share(desk, token).kept

    @pytest.mark.parametrize("chosen", [(), ("geen link",)])
    def test_asks_for_links(self, chosen: tuple[str, ...]) -> None:
        """One at least."""
        with pytest.raises(FormError):
            read_links(chosen)
