"""What is found inside: several in a zip, each reported apart, and what it costs to look at them."""

import asyncio
import io
import zipfile
from contextlib import suppress

import pytest

from badges.baking import png
from tests import world
from tests.verifier.verifiers import LINK, verifier_with
from tests.world import PNG, Here, World
from verifier.costs import COSTS
from verifier.engine import Verifier
from verifier.errors import BusyError, UnreadableError
from verifier.fetching import MOST_SECONDS_IN_ALL
from verifier.report import Form, State, Verdict
from verifier.several import AT_ONCE
from verifier.workers.lanes import Lane
from web.errors import TooManyError


def zipped(*files: bytes) -> bytes:
    """Put files in a zip."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as made:
        for number, raw in enumerate(files):
            made.writestr(f"{number}.json", raw)
    return written.getvalue()


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
        """A letter, a document of an office program, or other JSON, is named and makes no doubt."""
        earth = World()
        document = io.BytesIO()
        with zipfile.ZipFile(document, "w") as made:
            made.writestr("[Content_Types].xml", "<x/>")
        report = earth.report(
            zipped(b"Beste Sam,", earth.signed(), document.getvalue(), b'{"target": "C0021"}')
        )
        assert (Verdict.VALID, (State.VALID,)) == (report.verdict, report.several)
        told = [part.unread.code for part in report.inside if part.unread]
        assert ["kind-unknown", "zip-office", "not-a-credential"] == told

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
