"""Let everybody judge the same credentials: us with the whole verifier, and each of the peers."""

import asyncio
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from multiprocessing import get_context
from typing import TypeAlias

from tests.peers.digitalbazaar_oracle import DigitalBazaar
from tests.peers.oracles import PEERS, Peer
from tests.peers.outside import Verdict, World
from tests.peers.specimens import Specimen, specimen, world_of
from tests.world import World as Earth
from verifier.engine import Verifier
from verifier.errors import UnreadableError
from verifier.report import Report
from web.clock import FixedClock

AT_ONCE = 100
"""So many credentials go to a process of a Python peer at once; Node gets all in one."""

Ours: TypeAlias = Report | UnreadableError
"""What we say: a report, or that there is no credential in it."""


@dataclass(frozen=True)
class Judged:
    """Hold what everybody says of one credential."""

    specimen: Specimen
    ours: Ours
    theirs: dict[str, Verdict]


def judge(count: int) -> list[Judged]:
    """Make so many credentials, and ask everybody about each."""
    world = world_of(datetime.now(UTC).replace(microsecond=0))
    specimens = [specimen(number, now=world.now) for number in range(count)]
    # Spawned, for what forks here would take along what this process has read.
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        asked = {peer.name: list(_asked(pool, peer, specimens, world=world)) for peer in reversed(PEERS)}
        ours = _ours(specimens, world=world)
        theirs = {
            name: list(chain.from_iterable(each.result() for each in said)) for name, said in asked.items()
        }
    return [
        Judged(each, report, {name: said[place] for name, said in theirs.items()})
        for place, (each, report) in enumerate(zip(specimens, ours, strict=True))
    ]


def _asked(
    pool: ProcessPoolExecutor, peer: Peer, specimens: Sequence[Specimen], *, world: World
) -> Iterator[Future[list[Verdict]]]:
    """Ask a peer, in as many pieces as it takes."""
    step = len(specimens) if isinstance(peer, DigitalBazaar) else AT_ONCE
    for start in range(0, len(specimens), step):
        held = [each.held for each in specimens[start : start + step]]
        yield pool.submit(peer.verify, held, world=world)


def _ours(specimens: Sequence[Specimen], *, world: World) -> list[Ours]:
    """Ask our own verifier, in the same world."""
    earth = Earth(clock=FixedClock(world.now))
    earth.documents |= world.dids
    earth.lists |= world.lists
    verifier = earth.verifier()
    return [_report(verifier, each.raw) for each in specimens]


def _report(verifier: Verifier, raw: bytes) -> Ours:
    try:
        return asyncio.run(verifier.verify(raw))
    except UnreadableError as error:
        return error
