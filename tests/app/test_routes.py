"""What `holders` is told of badges from elsewhere."""

from dataclasses import replace

from app.routes import OwnRoutes
from issuers.desk import IssuingDesk
from tests.issuers.conftest import clock, desk, furnished, kept_open
from tests.world import World
from verifier.report import Standing

__all__ = ["clock", "desk", "furnished", "kept_open"]


class TestOwnRoutes:
    def test_reads_what_a_badge_from_elsewhere_says(self, desk: IssuingDesk) -> None:
        """Its issuer is known to nobody, so it is a part; the name in it is not kept again."""
        earth, routes = World(), OwnRoutes(desk)
        said = routes.read(replace(earth.report(earth.signed()), issuer=Standing.UNKNOWN))
        [first, *_] = routes.toward([], elsewhere=[said], now=desk.clock.now())
        assert (first.stretches[0].have, first.stretches[0].partly) == (0, 1)
        assert "Sam" not in said
