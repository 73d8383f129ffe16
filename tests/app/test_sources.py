"""What the verifier may know of our own world, and of the registers of the administrator."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import event

from app.commands.demo import issue_examples
from app.main import create_app
from app.settings import Settings
from app.sources import ELSEWHERE, UNKNOWN, NoSources, OwnSources, WithRegisters
from issuers.desk import IssuingDesk
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import RevocationReason
from issuers.organisations.demo import demo_praktijkopleider
from tests.databases import Databases
from tests.fresh import fresh_in
from tests.once import Once
from tests.world import NOW, World
from verifier.needs import MAX_ADDRESS, Identity, KnownIssuer, Missing, Need, Purpose, Withdrawal
from verifier.recognition import Recognised, Recognition
from verifier.registers import IssuerRegister, Listing

ADDRESS = "http://localhost:8000"


@pytest.fixture(scope="module")
def desk(once: Once, databases: Databases) -> Iterator[IssuingDesk]:
    """Open the register of a demo."""
    folder = fresh_in(once.folder("sources"), once=once, databases=databases)
    url = databases.url(folder)
    app = create_app(Settings(mode="demo", base_url=ADDRESS, data_dir=folder, database_url=url))
    yield app.state.desk
    app.state.desk.register.close()


@pytest.fixture(scope="module")
def sources(desk: IssuingDesk) -> OwnSources:
    """Ask that register."""
    return OwnSources(desk)


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


class TestIsNear:
    @pytest.mark.parametrize(
        ("purpose", "address", "expected"),
        [
            (Purpose.KEY, "did:web:localhost%3A8000:organisaties:x", True),
            (Purpose.STATUS_LIST, f"{ADDRESS}/organisaties/x/status/1", True),
            (Purpose.KEY, "did:web:localhost%3A8000x", False),
            (Purpose.STATUS_LIST, "https://elders.voorbeeld/status/1", False),
            (Purpose.LINK, f"{ADDRESS}/b/x", False),
        ],
    )
    def test_tells_what_is_ours(
        self, sources: OwnSources, purpose: Purpose, address: str, *, expected: bool
    ) -> None:
        """Our keys and our lists; a badge is asked for by whoever wants it."""
        assert expected == sources.is_near(Need(purpose, address))


class TestWithdrawal:
    """Whether a badge was withdrawn, as it is at this moment."""

    @pytest.fixture
    def badge(self, desk: IssuingDesk) -> IssuedBadge:
        """Issue a badge of the demo."""
        _, issued = next(issue_examples(desk))
        return issued

    @staticmethod
    def ask(sources: OwnSources, desk: IssuingDesk, badge: IssuedBadge) -> Withdrawal | None:
        """Ask about a badge."""
        issuer = desk.addresses.did(badge.organisation_id)
        return asyncio.run(sources.withdrawal(Identity(issuer, badge.credential_id)))

    def test_is_asked_of_the_register_once(
        self, sources: OwnSources, desk: IssuingDesk, badge: IssuedBadge
    ) -> None:
        """While nobody writes, the register is read for the first question only."""
        self.ask(sources, desk, badge)
        said: list[str] = []
        event.listen(desk.register.engine, "before_cursor_execute", lambda *about: said.append(about[2]))
        self.ask(sources, desk, badge)
        self.ask(OwnSources(desk), desk, badge)
        assert 1 == sum("FROM badge" in each for each in said), "only who did not know it yet asks"

    def test_is_known_as_soon_as_it_is_recorded(
        self, sources: OwnSources, desk: IssuingDesk, badge: IssuedBadge
    ) -> None:
        """What was remembered a moment ago does not stand any more."""
        before = self.ask(sources, desk, badge)
        revoke(desk, badge.id, actor=demo_praktijkopleider(desk), reason=RevocationReason.VERGISSING)
        after = self.ask(sources, desk, badge)
        assert before is None
        assert after is not None
        assert after.is_mistake


class TestRecognition:
    """What was known of the recognition when an organisation of ours gave a badge."""

    def test_says_what_was_written_down(self, sources: OwnSources, desk: IssuingDesk) -> None:
        """Of that day only; of the demo nobody told anything, and that is not the answer no."""
        _, issued = next(issue_examples(desk))
        issuer = desk.addresses.did(issued.organisation_id)
        day = issued.issued_at.date()
        told = asyncio.run(sources.recognition(Identity(issuer, issued.credential_id)))
        assert Recognition(Recognised.UNKNOWN, (), since=day, source="", until=day) == told

    def test_knows_nothing_of_others(self, sources: OwnSources, desk: IssuingDesk) -> None:
        """Neither of a badge elsewhere, nor of one that we did not give."""
        own = desk.addresses.did(demo_praktijkopleider(desk).organisation_id)
        for identity in (Identity("did:web:elders.voorbeeld", "urn:uuid:x"), Identity(own, "urn:uuid:x")):
            assert asyncio.run(sources.recognition(identity)) is None
        assert asyncio.run(NoSources().recognition(Identity(own, "urn:uuid:x"))) is None


class TestLongNames:
    """What is asked is remembered, and a stranger may write any name of ours that does not exist."""

    LONG = "x" * MAX_ADDRESS

    def test_are_none_of_ours(self, sources: OwnSources, desk: IssuingDesk) -> None:
        """They are answered without a look, so nothing of them stays."""
        did = desk.addresses.did(self.LONG)
        reads: list[object] = []
        event.listen(desk.register.engine, "begin", reads.append)
        answers = (
            asyncio.run(sources.fetch(Need(Purpose.STATUS_LIST, f"{ADDRESS}/{self.LONG}"))),
            asyncio.run(sources.known_issuer(did)),
            asyncio.run(sources.withdrawal(Identity(did, "urn:x"))),
            asyncio.run(sources.withdrawal(Identity(desk.addresses.did("x"), self.LONG + "x"))),
        )
        assert ((ELSEWHERE, None, None, None), []) == (answers, reads)


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
