"""The verifier as a whole: links, pictures, the second engine, and what it asks of the world."""

import asyncio
import json
import pickle

import pytest

from badges import strictjson
from badges.baking import png
from tests import world
from tests.places import edited, there, without
from tests.verifier.verifiers import LINK, verifier_with
from tests.world import PNG, Here, World
from verifier import jobs
from verifier.errors import OverrunError, UnreadableError
from verifier.lists import ListMemory
from verifier.needs import Absence, Answers, Missing
from verifier.questions import Effort, Examining, Reported
from verifier.report import Answer, Outcome, State, Verdict
from verifier.workers.lanes import Lane


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

    def test_gives_what_is_behind_a_link_as_it_is(self) -> None:
        """To keep it; what is no link is given back."""
        earth = World()
        earth.links[LINK] = earth.signed()
        verifier = earth.verifier()
        for given in (LINK.encode(), earth.signed()):
            assert earth.signed() == asyncio.run(verifier.collect(given))

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
