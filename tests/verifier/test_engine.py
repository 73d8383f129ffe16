"""The verifier as a whole: links, pictures, the second engine, and what it asks of the world."""

import asyncio
import copy
import json
from threading import Event

import pytest

from badges import strictjson
from badges.baking import png
from badges.errors import TooComplexError, UnhandledShapeError
from badges.jsonld import reference
from badges.strictjson import JsonObject
from tests import world
from tests.world import PNG, World
from verifier.engine import (
    LARGE,
    PATIENCE_SECONDS,
    Canonicalizers,
    Verifier,
    default_canonicalizers,
    patiently,
)
from verifier.errors import UnreadableError
from verifier.report import Answer, Report, State, Verdict
from verifier.sources import Absence, Missing

LINK = f"{world.BASE}/b/3q2-7w"


def leave(document: JsonObject) -> bytes:
    """Leave every document to the reference."""
    raise UnhandledShapeError("not for me", pointer="")


def refuse(document: JsonObject) -> bytes:
    """Find every document too complex."""
    raise TooComplexError("too much", pointer="")


def nothing() -> None:
    """Have nothing to close."""


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
        earth.links[LINK] = Missing(reason)  # type: ignore[assignment]
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


class TestLarge:
    def test_badges_are_checked_too(self) -> None:
        """A badge that is larger than any of ours takes the same way, beside the others."""
        earth = World()
        document = world.badge_of(earth.issuer)
        document["evidence"][0]["narrative"] = "Sam pakte dozen in. " * 5_000  # type: ignore[index,call-overload]
        raw = world.sign(document, signer=earth.issuer.signer())
        assert len(raw) > LARGE
        assert State.VALID is earth.report(raw).state
        assert State.FAKE is earth.report(world.edited(raw, name="x")).state


class TestSecondEngine:
    def test_answers_for_what_the_fast_one_leaves(self) -> None:
        """A legal document that the walker leaves is checked by the reference."""
        earth = World()
        engines = Canonicalizers(fast=leave, reference=reference.canonicalize, close=nothing)
        verifier = Verifier(earth, clock=earth.clock, canonicalizers=engines)
        report = asyncio.run(verifier.verify(earth.signed()))
        signature = next(check for check in report.checks if check.code == "signature")
        assert "pass" == signature.outcome.value
        assert 1.0 == verifier.share.of_fallbacks

    def test_is_not_asked_for_our_own_badges(self) -> None:
        """What we issue never needs the second engine."""
        earth = World()
        engines = Canonicalizers(fast=default_canonicalizers().fast, reference=refuse, close=nothing)
        verifier = Verifier(earth, clock=earth.clock, canonicalizers=engines)
        assert State.VALID is asyncio.run(verifier.verify(earth.signed())).state
        assert 0.0 == verifier.share.of_fallbacks

    def test_that_finds_it_too_complex_leaves_the_badge_unsure(self) -> None:
        """A document that costs too much is neither valid nor invalid."""
        earth = World()
        engines = Canonicalizers(fast=leave, reference=refuse, close=nothing)
        verifier = Verifier(earth, clock=earth.clock, canonicalizers=engines)
        report = asyncio.run(verifier.verify(earth.signed()))
        assert (Verdict.INDETERMINATE, State.UNSURE) == (report.verdict, report.state)

    def test_in_its_own_process_verifies_identical_evidence(self) -> None:
        """Two pieces of evidence without ids that say the same are legal; the worker checks them."""
        earth = World()
        document = world.badge_of(earth.issuer)
        del document["evidence"][0]["id"]  # type: ignore[index,call-overload,arg-type]
        document["evidence"] *= 2  # type: ignore[operator]
        verifier = earth.verifier()
        try:
            report = asyncio.run(
                verifier.verify(world.sign(copy.deepcopy(document), signer=earth.issuer.signer()))
            )
        finally:
            verifier.close()
        assert (State.VALID, 1) == (report.state, verifier.share.fallbacks)

    def test_keeps_nobody_else_waiting(self) -> None:
        """Many intricate badges at once leave the common threads to all else (the register, large files)."""
        earth, answering = World(), Event()

        def wait(document: JsonObject) -> bytes:
            answering.wait()
            return reference.canonicalize(document)

        async def many() -> list[Report]:
            verifier = Verifier(
                earth,
                clock=earth.clock,
                canonicalizers=Canonicalizers(fast=leave, reference=wait, close=nothing),
            )
            waiting = [asyncio.create_task(verifier.verify(earth.signed())) for _ in range(64)]
            await asyncio.sleep(0)
            try:
                async with asyncio.timeout(20):
                    await asyncio.to_thread(answering.set)
            finally:
                answering.set()
            return [await task for task in waiting]

        assert {Answer.YES} == {report.authentic for report in asyncio.run(many())}


class TestPatiently:
    def test_answers_within_the_time(self) -> None:
        """As long as there is time, the engine answers itself."""
        ticks = iter([7.0, 7.0 + PATIENCE_SECONDS])
        canonicalize = patiently(strictjson.dumps, ticks=lambda: next(ticks))
        assert [b"{}", b"{}"] == [canonicalize({}), canonicalize({})]

    def test_ends_a_badge_that_asks_again_and_again(self) -> None:
        """Sixteen proofs in a chain are sixteen whole documents: after its time a badge is too complex."""
        ticks = iter([7.0, 7.1 + PATIENCE_SECONDS])
        canonicalize = patiently(strictjson.dumps, ticks=lambda: next(ticks))
        canonicalize({})
        with pytest.raises(TooComplexError):
            canonicalize({})


class TestShare:
    def test_of_nothing_is_nothing(self) -> None:
        """Without badges there is no share."""
        earth = World()
        assert 0.0 == earth.verifier().share.of_fallbacks
