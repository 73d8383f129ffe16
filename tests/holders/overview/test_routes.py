"""Toward what badges lead: asked through a port, and off for who wants it off."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import pytest

from holders.keeping.wallet import open_wallet
from holders.overview.routes import Route, Stretch, hide_routes, list_routes, show_routes
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import RevocationReason
from issuers.people.permissions import Actor
from tests.holders.conftest import Keep
from tests.issuers.conftest import Issue


class Counting:
    """Say one route, of as many badges as were asked about."""

    def toward(self, badges: Sequence[bytes], *, elsewhere: Sequence[str], now: datetime) -> Sequence[Route]:
        """Give it."""
        assert now.tzinfo
        stretch = Stretch("Orders", len(badges), 5, partly=len(elsewhere))
        return (Route("25774", "25774", "Logistiek", "kwalificatie", (stretch,)),)


class TestListRoutes:
    def test_asks_only_about_what_stands(
        self, desk: IssuingDesk, give: Issue, actor: Actor, keeping: Keep
    ) -> None:
        """What was withdrawn leads nowhere."""
        badge = give()
        holder = keeping(badge)

        def have() -> int:
            found = list_routes(desk, open_wallet(desk, holder).badges, routes=Counting(), holder=holder)
            assert found is not None
            return found[0].stretches[0].have

        assert have() == 1
        revoke(desk, badge.id, actor=actor, reason=RevocationReason.VERGISSING)
        assert have() == 0

    def test_gives_none_to_who_does_not_want_it(self, desk: IssuingDesk, give: Issue, keeping: Keep) -> None:
        """Until he wants it again; a card of one organisation changes nothing for him."""
        holder = keeping(give())
        hide_routes(desk, holder=holder)
        assert list_routes(desk, (), routes=Counting(), holder=holder) is None
        show_routes(desk, holder=holder)
        assert list_routes(desk, (), routes=Counting(), holder=holder)
        with pytest.raises(NotFoundError):
            hide_routes(desk, holder=replace(holder, only_of="magazijn"))
