"""Forgetting what is over, once a day."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import update

from app.retention import DailyForgetting
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.drafts.tables import Draft
from issuers.people.permissions import Actor
from tests.databases import ON_SQLITE
from tests.issuers.conftest import actor, clock, desk, furnished, kept_open
from tests.issuers.retention.test_forgetting import learning, left
from web.clock import FixedClock

__all__ = ["actor", "clock", "desk", "furnished", "kept_open", "learning"]


@ON_SQLITE
class TestDailyForgetting:
    """`DailyForgetting.look`."""

    def test_looks_once_a_day(
        self, desk: IssuingDesk, actor: Actor, learning: UUID, clock: FixedClock
    ) -> None:
        """What became over since waits for the next day."""
        assert actor, learning
        daily = DailyForgetting()
        daily.look(desk)
        long_ago = clock.now() - timedelta(days=200)
        desk.register.write(
            lambda session: session.execute(update(Draft).values(written=long_ago)), within=WHOLE_SERVICE
        )
        kept = []
        for _ in range(2):
            daily.look(desk)
            kept.append(left(desk, Draft))
            clock.advance(timedelta(days=1))
        assert [1, 0] == kept
