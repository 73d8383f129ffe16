"""The verifier as a whole: links, pictures, the second engine, and what it asks of the world."""

import asyncio
import io
import json
import pickle
import zipfile
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

import pytest

from badges import strictjson
from badges.baking import png
from tests import world
from tests.places import edited, there, without
from tests.world import PNG, Here, World
from verifier import jobs
from verifier.costs import COSTS
from verifier.engine import Verifier
from verifier.errors import BusyError, OverrunError, UnreadableError
from verifier.fetching import MOST_SECONDS_IN_ALL
from verifier.lists import ListMemory
from verifier.needs import Absence, Answers, Missing, Withdrawal
from verifier.questions import Effort, Examining, Reported
from verifier.recognition import Recognised, Recognition, RecognitionFound, day_of_judgement
from verifier.report import Answer, Form, Outcome, Report, State, Verdict
from verifier.several import AT_ONCE
from verifier.workers.lanes import Lane
from web.errors import TooManyError

LINK = f"{world.BASE}/b/3q2-7w"


class Ending(Here):
    """End what takes these efforts, as a watchdog does."""

    def __init__(self, *efforts: Effort) -> None:
        self.efforts = efforts
        self.asked: list[Effort] = []

    async def run(self, job: bytes, *, lane: Lane = Lane.QUICK) -> bytes:
        """Answer, or end it."""
        asked = pickle.loads(job)  # noqa: S301 - made by the engine
        self.asked.append(asked.effort)
        if isinstance(asked, Examining) and asked.effort in self.efforts:
            raise OverrunError
        return await super().run(job, lane=lane)


def verifier_with(earth: World, workers: Here) -> Verifier:
    """Give a verifier whose questions are answered by this runner."""
    return Verifier(sources=earth, clock=earth.clock, workers=workers)


class TestVerify:
    def test_opens_a_picture(self) -> None:
        """A baked badge is the badge."""
        earth = World()
        assert State.VALID is earth.report(png.bake(PNG, credential=earth.signed())).state

    def test_follows_a_link_of_ours(self) -> None:
        """A link leads to the badge, as text or with space around it."""
        earth = World()
        earth.links[LINK] = earth.signed()
        assert State.VALID is earth.report(f" {LINK}\n".encode()).state

    @pytest.mark.parametrize("reason", list(Absence))
    def test_tells_why_a_link_leads_nowhere(self, reason: Absence) -> None:
        """Each reason has its own sentence."""
        earth = World()
        earth.links[LINK] = Missing(reason)
        with pytest.raises(UnreadableError) as caught:
            earth.report(LINK.encode())
        assert f"link-{reason.value}" == caught.value.code

    def test_does_not_follow_a_link_behind_a_link(self) -> None:
        """One step and no further."""
        earth = World()
        earth.links[LINK] = b"https://elders.voorbeeld/b/x"
        with pytest.raises(UnreadableError):
            earth.report(LINK.encode())

    def test_asks_for_the_key_and_the_list_only(self) -> None:
        """Nothing tells the issuer which badge is looked at (security T30)."""
        earth = World()
        earth.report(earth.signed())
        assert [earth.issuer.did, earth.issuer.list_url] == earth.asked

    def test_gives_the_same_answer_in_another_order_of_keys_and_white_space(self) -> None:
        """How JSON is laid out is not part of what is signed."""
        earth = World()
        document = strictjson.loads_object(earth.signed())
        turned = {key: document[key] for key in reversed(document)}
        assert State.VALID is earth.report(json.dumps(turned, indent=3).encode()).state

    def test_verify_sync_gives_the_same(self) -> None:
        """The command gets the same report as the page."""
        earth = World()
        verifier, raw = earth.verifier(), earth.signed()
        assert verifier.verify_sync(raw) == asyncio.run(verifier.verify(raw))


def zipped(*files: bytes) -> bytes:
    """Put files in a zip."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as made:
        for number, raw in enumerate(files):
            made.writestr(f"{number}.json", raw)
    return written.getvalue()


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


class TestSeveral:
    def test_in_a_zip_are_reported_apart(self) -> None:
        """One forged badge makes the whole not to be used; the others keep their answer."""
        earth = World()
        report = earth.report(zipped(earth.signed(), world.edited(earth.signed(), name="x"), b"{"))
        assert Verdict.INVALID is report.verdict
        told = [part.report.verdict if part.report else part.unread for part in report.inside]
        assert [Verdict.VALID, Verdict.INVALID] == told[:2]
        assert "json" == getattr(told[2], "code", None)

    def test_beside_what_is_no_badge_keep_their_answer(self) -> None:
        """A letter, or a document of an office program, is named and makes no doubt."""
        earth = World()
        document = io.BytesIO()
        with zipfile.ZipFile(document, "w") as made:
            made.writestr("[Content_Types].xml", "<x/>")
        report = earth.report(zipped(b"Beste Sam,", earth.signed(), document.getvalue()))
        assert (Verdict.VALID, (State.VALID,)) == (report.verdict, report.several)
        assert ["kind-unknown", "zip-office"] == [part.unread.code for part in report.inside if part.unread]

    def test_that_may_look_like_a_badge_leave_doubt(self) -> None:
        """A picture without a badge may be a drawing of one."""
        earth = World()
        report = earth.report(zipped(earth.signed(), b"<svg/>"))
        assert (Verdict.INDETERMINATE, State.UNSURE) == (report.verdict, report.state)

    def test_of_which_none_is_a_badge_are_refused(self) -> None:
        """A zip with letters is as unreadable as a letter."""
        with pytest.raises(UnreadableError) as refused:
            World().report(zipped(b"Beste Sam,", b"Beste Kim,"))
        assert "zip-no-badge" == refused.value.code

    def test_that_are_a_link_are_not_followed(self) -> None:
        """A zip with links to zips with links would never end (security T11)."""
        earth = World()
        earth.links[LINK] = zipped(LINK.encode())
        report = earth.report(zipped(LINK.encode()))
        assert ["link-inside"] == [part.unread.code for part in report.inside if part.unread]
        assert LINK not in earth.asked

    def test_a_hundred_have_their_turn(self) -> None:
        """One question never fills the whole queue (security T41)."""
        earth = World()

        class Counting(Here):
            most = now = 0

            async def run(self, job: bytes, *, lane: Lane = Lane.QUICK) -> bytes:
                self.now += 1
                self.most = max(self.most, self.now)
                await asyncio.sleep(0)
                try:
                    return await super().run(job, lane=lane)
                finally:
                    self.now -= 1

        workers = Counting()
        parts = asyncio.run(verifier_with(earth, workers).verify_each([earth.signed()] * 100))
        assert {Verdict.VALID} == {part.verdict for part in parts}
        assert AT_ONCE == workers.most

    def test_stop_where_one_cannot_be_answered_at_all(self) -> None:
        """What nobody waits for any more is not done: it would make an overload worse."""
        earth = World()

        class Busy(Here):
            jobs = 0

            async def run(self, job: bytes, *, lane: Lane = Lane.QUICK) -> bytes:
                self.jobs += 1
                await asyncio.sleep(0)
                raise BusyError

        workers = Busy()

        async def asked() -> int:
            with pytest.raises(BusyError):
                await verifier_with(earth, workers).verify_each([earth.signed()] * 40)
            before = workers.jobs
            await asyncio.sleep(0.05)
            return workers.jobs - before

        assert 0 == asyncio.run(asked())
        assert workers.jobs <= 2 * AT_ONCE

    def test_have_the_time_of_one_question(self) -> None:
        """Nobody waits without end, and what was looked at in time keeps its answer (security T41)."""
        earth = World()

        class Slow(Here):
            time = 0.0

            async def run(self, job: bytes, *, lane: Lane = Lane.QUICK) -> bytes:
                self.time += MOST_SECONDS_IN_ALL / 10
                return await super().run(job, lane=lane)

        workers = Slow()
        verifier = Verifier(sources=earth, clock=earth.clock, workers=workers, ticks=lambda: workers.time)
        parts = asyncio.run(verifier.verify_each([earth.signed()] * 100))
        told = [part.unread.code if part.unread else part.verdict.value for part in parts]
        assert ("valid", "too-much-at-once", 100) == (told[0], told[-1], len(told))
        assert {"valid", "too-much-at-once"} == set(told)


class Purse:
    """Pay until it is empty, as whoever asked too much."""

    def __init__(self, most: int = 1_000) -> None:
        self.most = most
        self.paid: list[int] = []

    def pay(self, cost: int) -> None:
        """Pay, where something is asked."""
        if sum(self.paid) + cost > self.most:
            raise TooManyError(retry_after=1)
        self.paid += [cost] * (cost > 0)


class TestPay:
    """What is found inside costs what it is, whatever is around it."""

    def paid(self, earth: World, raw: bytes) -> list[int]:
        """Give what was asked besides the outside."""
        purse = Purse()
        with suppress(UnreadableError):
            asyncio.run(earth.verifier().verify(raw, pay=purse.pay))
        return purse.paid

    def test_is_nothing_for_a_badge(self) -> None:
        """It was counted when it came."""
        earth = World()
        assert [] == self.paid(earth, earth.signed())
        assert [] == self.paid(earth, png.bake(PNG, credential=earth.signed()))

    def test_is_asked_for_a_zip_behind_a_link(self) -> None:
        """Else everybody would hand over a link."""
        earth = World()
        earth.links[LINK] = zipped(earth.signed())
        assert [COSTS[Form.ZIP] - COSTS[Form.LINK]] == self.paid(earth, LINK.encode())

    def test_is_asked_for_a_picture_that_is_a_photo(self) -> None:
        """To look for a code on it takes long."""
        assert [COSTS[Form.PHOTO] - COSTS[Form.PNG]] == self.paid(World(), PNG)

    def test_that_is_refused_is_told_to_who_asks(self) -> None:
        """Whoever asked too much may ask later."""
        with pytest.raises(TooManyError):
            asyncio.run(World().verifier().verify(PNG, pay=Purse(0).pay))

    def test_that_is_refused_among_several_loses_nothing(self) -> None:
        """The others in the zip keep their answer."""
        earth = World()
        asked = earth.verifier().verify(zipped(earth.signed(), PNG, earth.signed()), pay=Purse(0).pay)
        report = asyncio.run(asked)
        told = [part.unread.code if part.unread else part.verdict.value for part in report.inside]
        assert ["valid", "too-much-at-once", "valid"] == told


class TestRounds:
    def test_that_were_used_up_leave_doubt(self) -> None:
        """That a withdrawal was never asked does not mean that there is none."""
        earth = World()
        question = Examining(earth.signed(), answers=Answers(closed=True), now=world.NOW, effort=Effort.QUICK)
        given = jobs.answer_to(question, lists=ListMemory())
        assert isinstance(given, Reported)
        status = next(check for check in given.report.checks if check.code == "status")
        assert Outcome.UNKNOWN is status.outcome

    def test_that_a_worker_spoils_are_an_answer_too(self) -> None:
        """A worker that answers what is no answer costs its sender one clear answer."""

        class Odd(Here):
            async def run(self, job: bytes, *, lane: Lane = Lane.QUICK) -> bytes:
                return b"{}"

        earth = World()
        with pytest.raises(UnreadableError) as caught:
            asyncio.run(verifier_with(earth, Odd()).verify(earth.signed()))
        assert "too-costly" == caught.value.code


class TestLarge:
    def test_badges_are_checked_too(self) -> None:
        """A badge that is larger than any of ours takes the same way."""
        earth = World()
        story = "Sam pakte dozen in. " * 5_000
        document = edited(world.badge_of(earth.issuer), at="/evidence/0/narrative", to=story)
        raw = world.sign(document, signer=earth.issuer.signer())
        assert State.VALID is earth.report(raw).state
        assert State.FAKE is earth.report(world.edited(raw, name="x")).state


def identical_evidence(earth: World) -> bytes:
    """Sign a badge with two pieces of evidence that say the same: legal, and not for the fast engine."""
    document = without(world.badge_of(earth.issuer), at="/evidence/0/id")
    twice = edited(document, at="/evidence", to=there(document, "/evidence") * 2)
    return world.sign(twice, signer=earth.issuer.signer())


class TestEffort:
    def test_is_quick_for_our_own_badges(self) -> None:
        """What we issue never needs the second engine."""
        earth, runner = World(), Ending()
        verifier = verifier_with(earth, runner)
        assert State.VALID is asyncio.run(verifier.verify(earth.signed())).state
        assert {Effort.QUICK} == set(runner.asked)
        assert 0 == verifier.share.fallbacks

    def test_grows_for_what_the_fast_engine_leaves(self) -> None:
        """A legal document that the walker leaves is checked by the reference."""
        earth, runner = World(), Ending()
        verifier = verifier_with(earth, runner)
        report = asyncio.run(verifier.verify(identical_evidence(earth)))
        assert (State.VALID, 1) == (report.state, verifier.share.fallbacks)
        assert Effort.FULL is runner.asked[-1]

    def test_grows_when_a_quick_look_was_ended(self) -> None:
        """A machine that is busy may end a quick look; the badge gets its full time then."""
        earth, runner = World(), Ending(Effort.QUICK)
        report = asyncio.run(verifier_with(earth, runner).verify(earth.signed()))
        assert State.VALID is report.state

    def test_that_was_too_much_leaves_the_badge_unsure(self) -> None:
        """A document that costs too much is neither valid nor invalid; the rest is still told."""
        earth, runner = World(), Ending(Effort.QUICK, Effort.FULL)
        report = asyncio.run(verifier_with(earth, runner).verify(earth.signed()))
        assert (Verdict.INDETERMINATE, Answer.UNKNOWN, State.UNSURE) == (
            report.verdict,
            report.authentic,
            report.state,
        )

    def test_has_an_end(self) -> None:
        """What cannot even be read in time gets one clear answer."""
        earth, runner = World(), Ending(*Effort)
        with pytest.raises(UnreadableError) as caught:
            asyncio.run(verifier_with(earth, runner).verify(earth.signed()))
        assert "too-costly" == caught.value.code


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
