"""A recognition that is over is told of, and stops nobody."""

from dataclasses import replace
from datetime import timedelta

import pytest

from issuers.desk import IssuingDesk
from issuers.erkenning.keeping import confirm
from issuers.erkenning.lapsing import find_lapsed
from issuers.organisations.demo import demo_praktijkopleider
from issuers.people.permissions import Actor
from tests.issuers.erkenning.conftest import ROW

ORDERS = ("25774", "B1-K2-W1")


class TestFindLapsed:
    """`find_lapsed`."""

    @pytest.mark.parametrize(
        ("left", "tells"),
        [(-7, True), (-1, True), (0, False), (30, False)],
        ids=["last-week", "yesterday", "today", "still-on"],
    )
    def test_tells_until_when_it_went(
        self, desk: IssuingDesk, beheerder: Actor, left: int, *, tells: bool
    ) -> None:
        """From the day after the last one on; of other work nothing is said."""
        giver = demo_praktijkopleider(desk)
        until = desk.clock.today() + timedelta(days=left)
        confirm(desk, [replace(ROW, until=until)], source="SBB, juni", by=beheerder.person_id)
        assert (until if tells else None) == find_lapsed(desk, ORDERS, actor=giver)
        assert find_lapsed(desk, ("25808", "B1-K1-W1"), actor=giver) is None
