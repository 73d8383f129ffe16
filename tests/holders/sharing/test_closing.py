"""Closing the page of a badge, and opening it again."""

from dataclasses import replace
from uuid import UUID

import pytest

from app.editions import OwnEditions
from holders.keeping.claiming import find_offered, keep
from holders.keeping.wallet import open_wallet
from holders.sharing.closing import close, is_closed, open_links, reopen
from holders.sharing.presenting import require_keepable
from holders.sharing.sharing import Wish, make_share, stop_share
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError, PageClosedError
from issuers.issuing.overview import find_by_token
from issuers.publishing.documents import signed_bytes
from tests.holders.conftest import OWN, Keep, proof_of
from tests.issuers.conftest import Issue


class TestClose:
    """`close` lets nobody see a badge that one keeps."""

    def test_hides_every_form_and_nothing_else(self, desk: IssuingDesk, give: Issue, keeping: Keep) -> None:
        """Its owner still has it; another badge stays as it was."""
        badge, other = give("een"), give("twee")
        holder = keeping(badge)
        close(desk, badge.id, holder=holder)
        close(desk, badge.id, holder=holder)
        for read in (
            lambda: find_by_token(desk, badge.token),
            lambda: signed_bytes(desk, badge.token),
            lambda: require_keepable(desk, badge.token),
            lambda: find_offered(desk, badge.token, proof=proof_of(desk, badge)),
        ):
            with pytest.raises(PageClosedError):
                read()
        assert is_closed(desk, badge.id, holder=holder)
        assert [badge.id] == [each.id for each in open_wallet(desk, holder).badges]
        assert other.id == find_by_token(desk, other.token).id

    def test_is_for_nobody_else(self, desk: IssuingDesk, give: Issue, keeping: Keep) -> None:
        """Neither for another holder nor for what nobody keeps."""
        badge, other, third = give("een"), give("twee"), give("drie")
        holder, _ = keeping(badge), keeping(other)
        for each in (other, third):
            for deed in (close, reopen, is_closed):
                with pytest.raises(NotFoundError):
                    deed(desk, each.id, holder=holder)
        assert other.id == find_by_token(desk, other.token).id


class TestOpenLinks:
    """`open_links` lists the links that show a badge, also where its page is closed."""

    def test_are_those_that_work_and_show_it(self, desk: IssuingDesk, give: Issue, keeping: Keep) -> None:
        """Not what shows another badge, nor what was stopped; by a card made anew he has none."""
        badge, other = give("een"), give("twee")
        holder = keeping(badge)
        keep(desk, other.token, proof=proof_of(desk, other), holder=holder, on=OWN)

        def link(*badge_ids: UUID) -> UUID:
            wish = Wish(badge_ids=badge_ids, without=frozenset(), days=7, label="")
            return make_share(desk, wish, holder=holder, editions=OwnEditions(desk))

        both, stopped, _ = link(badge.id, other.id), link(badge.id), link(other.id)
        stop_share(desk, stopped, holder=holder)
        close(desk, badge.id, holder=holder)
        assert [both] == [each.id for each in open_links(desk, badge.id, holder=holder)]
        card = replace(holder, only_of=badge.organisation_id)
        assert () == open_links(desk, badge.id, holder=card)


class TestReopen:
    """`reopen` lets whoever has the link see it again."""

    def test_shows_it_as_it_was(self, desk: IssuingDesk, give: Issue, keeping: Keep) -> None:
        """Twice is no reason to complain."""
        badge = give()
        holder, raw = keeping(badge), signed_bytes(desk, badge.token)
        close(desk, badge.id, holder=holder)
        for _ in range(2):
            reopen(desk, badge.id, holder=holder)
        assert raw == signed_bytes(desk, badge.token)
        assert not is_closed(desk, badge.id, holder=holder)

    def test_is_for_his_own_telephone(self, desk: IssuingDesk, give: Issue, keeping: Keep) -> None:
        """Who lends his to somebody does not open what that one shut."""
        badge = give()
        holder = keeping(badge)
        guest = replace(holder, is_borrowed=True)
        close(desk, badge.id, holder=guest)
        with pytest.raises(NotFoundError):
            reopen(desk, badge.id, holder=guest)
        assert is_closed(desk, badge.id, holder=holder)
