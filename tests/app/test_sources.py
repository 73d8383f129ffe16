"""What the verifier may know of our own world, and of the registers of the administrator."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta

import pytest

from app.main import create_app
from app.settings import Settings
from app.sources import ELSEWHERE, UNKNOWN, NoSources, OwnSources, WithRegisters
from tests.world import NOW, World
from verifier.needs import Identity, KnownIssuer, Missing, Need, Purpose, Withdrawal
from verifier.registers import IssuerRegister, Listing

ADDRESS = "http://localhost:8000"


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OwnSources]:
    """Open the register of a demo."""
    app = create_app(Settings(mode="demo", base_url=ADDRESS, data_dir=tmp_path_factory.mktemp("data")))
    yield OwnSources(app.state.desk)
    app.state.desk.register.close()


class TestFetch:
    """The badge behind a link."""

    @pytest.mark.parametrize(
        ("link", "expected"),
        [
            (f"{ADDRESS}/b/niets", UNKNOWN),
            (f"{ADDRESS.upper()}/b/niets/bewijs.json", UNKNOWN),
            ("/b/niets", UNKNOWN),
            (f"{ADDRESS}/elders", UNKNOWN),
            ("https://elders.voorbeeld/b/niets", ELSEWHERE),
            ("http://[::1/b/niets", ELSEWHERE),
            ("http://[", ELSEWHERE),
            ("http://local\u2100ost/b/niets", ELSEWHERE),
        ],
    )
    def test_answers_each_link(self, sources: OwnSources, link: str, expected: Missing) -> None:
        """A link of ours that leads nowhere is unknown; of another host, or of none, it is elsewhere."""
        assert asyncio.run(sources.fetch(Need(Purpose.LINK, link))) == expected


class TestWithRegisters:
    """`WithRegisters` adds registers to another source."""

    @pytest.fixture
    def earth(self) -> World:
        """Make a world that knows its first issuer."""
        return World()

    @pytest.fixture
    def asked(self, earth: World) -> WithRegisters:
        """Add a register that lists both issuers under other names, until today."""
        names = {earth.issuer.did: "Iemand anders", earth.stranger.did: "Havenzicht"}
        listings = {did: Listing(KnownIssuer(name), until=NOW.date()) for did, name in names.items()}
        return WithRegisters(earth, [IssuerRegister("Regio", listings)], clock=earth.clock)

    def test_knows_best_who_is_ours(self, earth: World, asked: WithRegisters) -> None:
        """A register of others gives no other name to an organisation of ours."""
        known = asyncio.run(asked.known_issuer(earth.issuer.did))
        assert known == earth.known[earth.issuer.did]

    def test_asks_the_registers_about_others(self, earth: World, asked: WithRegisters) -> None:
        """By the exact id, on the day that it is."""
        assert asyncio.run(asked.known_issuer(earth.stranger.did)) == KnownIssuer("Havenzicht")
        assert asyncio.run(asked.known_issuer(f"{earth.stranger.did}:x")) is None
        earth.clock.advance(timedelta(days=1))
        assert asyncio.run(asked.known_issuer(earth.stranger.did)) is None

    def test_fetches_where_the_other_does(self, earth: World, asked: WithRegisters) -> None:
        """Registers say who somebody is, and nothing else."""
        need, badge = Need(Purpose.LINK, "https://elders.voorbeeld/x"), Identity(earth.issuer.did, "urn:x")
        earth.links[need.address] = b"{}"
        earth.withdrawals[badge.issuer, badge.id] = Withdrawal(on=NOW)
        assert asyncio.run(asked.fetch(need)) == asyncio.run(earth.fetch(need))
        assert asyncio.run(asked.withdrawal(badge)) == Withdrawal(on=NOW)
        assert asyncio.run(WithRegisters(NoSources(), [], clock=earth.clock).fetch(need)) == ELSEWHERE
