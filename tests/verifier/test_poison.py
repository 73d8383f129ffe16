"""Documents that would cost hours or gigabytes: each gets one clear answer, and the workers go on."""

import asyncio
import base64
import contextlib
import gzip
import zlib
from collections.abc import Iterator

import pytest

from badges import strictjson
from badges.strictjson import JsonObject
from tests import world
from tests.places import edited
from tests.torturing import progress
from tests.world import PNG, World, chunk
from verifier.engine import Verifier
from verifier.errors import UnreadableError
from verifier.report import State, Verdict
from verifier.workers.lanes import Limits
from verifier.workers.pool import WorkerPool


@pytest.fixture(scope="module")
def earth() -> World:
    """Give a small world."""
    return World()


@pytest.fixture(scope="module")
def verifier(earth: World) -> Iterator[Verifier]:
    """Verify with real workers; a busy machine may take a little longer to start a job."""
    heavy = Limits(cpu_seconds=2.0, wall_seconds=6.0)
    pool = WorkerPool("verifier.apart:answer", quick=Limits(cpu_seconds=0.5, wall_seconds=4.0), heavy=heavy)
    verifier = Verifier(sources=earth, clock=earth.clock, workers=pool)
    yield verifier
    verifier.close()


def tree(earth: World, *, children: int) -> bytes:
    """Make two identical subjects with identical children: ten times the work for each child more."""
    document = world.badge_of(earth.issuer)
    subject: JsonObject = {
        "type": ["AchievementSubject"],
        "result": [{"type": ["Result"], "value": "x"}] * children,
    }
    document["credentialSubject"] = [subject, subject]
    return unproven(document)


def clique(earth: World, *, size: int) -> bytes:
    """Make parts that all point at each other, through ids that are no addresses."""
    document = world.badge_of(earth.issuer)
    document["evidence"] = [
        {"type": ["Evidence"], "id": f"_:b{one}", "name": f"_:b{other}"}
        for one in range(size)
        for other in range(size)
    ]
    return unproven(document)


def unproven(document: JsonObject) -> bytes:
    """Put a proof of the right form under a document, so that it has to be canonicalised."""
    proof: JsonObject = {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "created": "2026-06-26T14:05:00Z",
        "verificationMethod": World().issuer.signer().verification_method,
        "proofPurpose": "assertionMethod",
        "proofValue": "z" + "3" * 86,
    }
    return strictjson.dumps({**document, "proof": [proof]})


def bombed_list() -> str:
    """Pack a gigabyte of nothing into an encodedList."""
    packed = zlib.compressobj(9, zlib.DEFLATED, 31)
    raw = b"".join([*(packed.compress(bytes(1 << 20)) for _ in range(64)), packed.flush()])
    return "u" + base64.urlsafe_b64encode(raw).decode().rstrip("=")


def bombed_png() -> bytes:
    """Pack sixty megabytes into the badge of a picture."""
    text = b"openbadgecredential\0\1\0\0\0" + zlib.compress(b"x" * 60_000_000, 1)
    return PNG[:33] + chunk(b"iTXt", text) + PNG[33:]


def deep() -> bytes:
    """Nest a hundred thousand levels."""
    return b'{"a":' * 100_000 + b"1" + b"}" * 100_000


def answer(verifier: Verifier, raw: bytes) -> Verdict | str:
    """Give the verdict, or the code of the sentence."""
    try:
        return asyncio.run(verifier.verify(raw)).verdict
    except UnreadableError as error:
        return error.code


class TestPoison:
    @pytest.mark.parametrize("children", [7, 9, 12, 60])
    def test_of_identical_parts_is_not_canonicalised_for_ever(
        self, earth: World, verifier: Verifier, children: int
    ) -> None:
        """The budget or the watchdog ends it, and nobody calls it good."""
        assert answer(verifier, tree(earth, children=children)) in {Verdict.INVALID, Verdict.INDETERMINATE}

    @pytest.mark.parametrize("size", [7, 12])
    def test_of_blank_ids_is_refused(self, earth: World, verifier: Verifier, size: int) -> None:
        """An id that is no address has no place in a badge."""
        assert answer(verifier, clique(earth, size=size)) in {Verdict.INVALID, Verdict.INDETERMINATE}

    @pytest.mark.parametrize(
        ("raw", "code"),
        [
            (deep(), "json-depth"),
            (b"[" * 1_900_000, "json-depth"),
            (b'{"a":' + b"9" * 1_000_000 + b"}", "json"),
            (bombed_png(), "credential-too-large"),
        ],
        ids=["deep", "brackets", "digits", "png"],
    )
    def test_in_a_file_gets_its_sentence(self, verifier: Verifier, raw: bytes, code: str) -> None:
        """Limits hold before anything is parsed (security R11)."""
        assert code == answer(verifier, raw)

    def test_in_a_status_list_leaves_doubt(self) -> None:
        """A list that unpacks to too much says nothing (security T9)."""
        earth = World()
        at = "/credentialSubject/encodedList"
        document = edited(world.list_of(earth.issuer), at=at, to=bombed_list())
        raw = world.sign(document, signer=earth.issuer.signer(earth.issuer.list_key), created=world.NOW)
        earth.lists[earth.issuer.list_url] = raw
        assert State.STALE is earth.report(earth.signed()).state

    def test_leaves_the_workers_as_they_were(self, earth: World, verifier: Verifier) -> None:
        """An honest badge behind all of it is checked as ever."""
        assert Verdict.VALID is answer(verifier, earth.signed())

    @pytest.mark.torture
    def test_costs_honest_badges_nothing_in_the_long_run(self, earth: World, verifier: Verifier) -> None:
        """A hundred rounds of poison, each with an honest badge beside it."""
        poisons = [tree(earth, children=9), clique(earth, size=12), deep(), bombed_png(), gzip.compress(b"x")]

        async def both(poison: bytes) -> Verdict:
            honest = asyncio.create_task(verifier.verify(earth.signed()))
            with contextlib.suppress(UnreadableError):
                await verifier.verify(poison)
            return (await honest).verdict

        rounds = progress(range(100), "poison")
        assert {Verdict.VALID} == {asyncio.run(both(poisons[each % len(poisons)])) for each in rounds}
