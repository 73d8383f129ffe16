"""What the verifier knows from before: what was asked, the newest list, and what was written down."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta

from badges import strictjson
from tests import world
from tests.world import Here, World
from verifier.engine import Verifier
from verifier.needs import Withdrawal
from verifier.recognition import Recognised, Recognition, RecognitionFound, day_of_judgement
from verifier.report import Report, State
from verifier.workers.lanes import Lane


class TestRecognition:
    """What was written down when a badge was given counts before what registers say now."""

    TOLD = Recognition(
        Recognised.DECLARED, crebos=("25774",), since=world.NOW.date(), source="Brief", until=world.NOW.date()
    )

    def report(self, earth: World, *, told: Recognition | None) -> Report:
        """Check a badge of the one issuer that is known."""
        raw = earth.signed()
        identity = (earth.issuer.did, strictjson.loads_object(raw)["id"])
        if told is not None:
            earth.recognitions[identity] = told
        return earth.report(raw)

    def test_comes_from_the_register_of_the_issuer(self) -> None:
        """The exact answer of that day, whoever says what of it later."""
        earth = World()
        known = earth.known[earth.issuer.did]
        later = replace(self.TOLD, status=Recognised.CONFIRMED, source="SBB")
        earth.known[earth.issuer.did] = replace(known, recognitions=(later,))
        day = day_of_judgement(self.report(earth, told=None).facts)
        told = replace(self.TOLD, since=day, until=day)
        found = self.report(earth, told=told).recognition
        assert RecognitionFound(Recognised.DECLARED, day, "Brief") == found

    def test_is_unknown_where_nobody_had_told(self) -> None:
        """Unknown then stays unknown, also when a register knows it now."""
        earth = World()
        known = earth.known[earth.issuer.did]
        now = Recognition(Recognised.CONFIRMED, ("25774",), since=date(2020, 1, 1), source="SBB")
        earth.known[earth.issuer.did] = replace(known, recognitions=(now,))
        nothing = replace(self.TOLD, status=Recognised.UNKNOWN, crebos=(), source="")
        found = self.report(earth, told=nothing).recognition
        assert found is not None
        assert (Recognised.UNKNOWN, None) == (found.status, found.source)

    def test_is_asked_of_no_stranger(self) -> None:
        """Of an issuer that nobody knows there is nothing to tell."""
        earth = World()
        earth.known.clear()
        found = self.report(earth, told=self.TOLD).recognition
        assert found is not None
        assert Recognised.UNKNOWN is found.status


class Counting(Here):
    """Count how often a worker is asked."""

    def __init__(self) -> None:
        self.count = 0

    async def run(self, job: bytes, *, lane: Lane = Lane.QUICK) -> bytes:
        """Answer, and count."""
        self.count += 1
        return await super().run(job, lane=lane)


class TestForesight:
    """What the verifier has ready before it is asked."""

    def test_spares_the_second_look_at_a_badge_of_the_same_issuer(self) -> None:
        """The first badge is looked at twice, the next ones once."""
        earth, workers = World(), Counting()
        verifier = Verifier(sources=earth, clock=earth.clock, workers=workers, is_near=lambda _: True)
        counts = []
        for number in range(3):
            report = verifier.verify_sync(
                earth.signed(id=f"urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a4{number}")
            )
            assert State.VALID is report.state
            counts.append(workers.count)
        assert [2, 3, 4] == counts

    def test_that_was_wrong_is_not_in_the_report(self) -> None:
        """A badge that only names what others asked for, rests on what it asks for itself."""
        earth = World()
        knowing = Verifier(sources=earth, clock=earth.clock, workers=Here(), is_near=lambda _: True)
        knowing.verify_sync(earth.signed(earth.stranger))
        raw = earth.signed(evidence=[{"id": earth.stranger.did, "type": ["Evidence"]}])
        assert earth.report(raw) == knowing.verify_sync(raw)

    def test_does_not_hide_that_a_badge_was_withdrawn(self) -> None:
        """The register is asked each time."""
        earth = World()
        verifier = Verifier(sources=earth, clock=earth.clock, workers=Here(), is_near=lambda _: True)
        raw = earth.signed()
        assert State.VALID is verifier.verify_sync(raw).state
        earth.withdrawals[earth.issuer.did, strictjson.loads_object(raw)["id"]] = Withdrawal(on=world.NOW)
        assert State.REVOKED is verifier.verify_sync(raw).state


class TestRollback:
    def test_of_a_list_is_not_believed(self) -> None:
        """A host that shows an older list again does not make a withdrawn badge good (security T28)."""
        earth = World()
        before = earth.lists[earth.issuer.list_url]
        earth.clock.advance(timedelta(minutes=10))
        signer = earth.issuer.signer(earth.issuer.list_key)
        newer = world.list_of(earth.issuer, revoked=(world.INDEX,), since=earth.clock.now())
        earth.lists[earth.issuer.list_url] = world.sign(newer, signer=signer, created=earth.clock.now())
        verifier, raw = earth.verifier(), earth.signed()

        async def often() -> set[State]:
            states = {(await verifier.verify(raw)).state}
            earth.lists[earth.issuer.list_url] = before
            return states | {(await verifier.verify(raw)).state for _ in range(4)}

        assert {State.REVOKED} == asyncio.run(often())

    def test_is_not_what_puts_a_list_of_tomorrow_right(self) -> None:
        """A mistake of the issuer counts until it is mended, and not until that day comes."""
        earth = World()
        now = earth.lists[earth.issuer.list_url]
        signer = earth.issuer.signer(earth.issuer.list_key)
        ahead = world.list_of(earth.issuer, since=earth.clock.now() + timedelta(days=1))
        earth.lists[earth.issuer.list_url] = world.sign(ahead, signer=signer, created=earth.clock.now())
        verifier, raw = earth.verifier(), earth.signed()

        async def twice() -> list[State]:
            first = (await verifier.verify(raw)).state
            earth.lists[earth.issuer.list_url] = now
            return [first, (await verifier.verify(raw)).state]

        assert [State.STALE, State.VALID] == asyncio.run(twice())
