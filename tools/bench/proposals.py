"""What badges say about every target of the catalogue: for one person, and for the people of a large school.

From verified documents: reading the facts, mapping, counting and proposing is all in it, checking is not.
Twenty badges each, on werkprocessen from all over the catalogue; two processes, as on two cores, and the CPU
time of the slower one: what it takes on the wall where nothing else runs.
"""

import random
import resource
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from multiprocessing import get_context
from statistics import median
from typing import Final

from badges import strictjson
from badges.catalogue import embedded
from badges.catalogue.model import Entry
from badges.judgement import Independence, WerkprocesReference
from schools.evidence.counting import Whose, count
from schools.evidence.reading import take_in
from schools.mapping import Atlas
from schools.mapping.targets import targets
from schools.proposals import cover, propose
from schools.proposals.nearest import certificaten, nearest
from schools.proposals.proposing import Plan, plan
from schools.proposals.telling import as_json, explain
from tests.peers import samples
from tools.bench.rows import Row
from verifier.needs import KnownIssuer
from verifier.report import Answer, Part, Report, Standing, State, Status, Verdict

SIZES: Final = (500, 5_000, 50_000)
BADGES: Final = 20
PROCESSES: Final = 2
ON: Final = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
_KNOWN: Final = KnownIssuer("Magazijn De Maas", "leerbedrijf")
_PEOPLE: Final = 64
"""So many people are told apart in documents; then they come round again, in other company."""


@dataclass(frozen=True, slots=True)
class Done:
    """Hold what a process did: proposals made, seconds of CPU and memory in MB at its most."""

    proposals: int
    seconds: float
    memory: float


def rows() -> list[Row]:
    """Measure three sizes of school, and one person from nothing but the catalogue."""
    seconds, memory = {}, 0.0
    for people in SIZES:
        found = _school(people)
        seconds[people] = max(each.seconds for each in found)
        memory = max(memory, sum(each.memory for each in found))
    return [
        Row(name="propose-one-person", ours=_one_person() * 1000, unit="ms"),
        *(Row(name=f"propose-{people}-people", ours=each, unit="s") for people, each in seconds.items()),
        Row(name="propose-memory", ours=memory, unit="MB"),
        Row(name="propose-growth", ours=seconds[SIZES[2]] / seconds[SIZES[1]] / 10, unit="x linear"),
    ]


def _school(people: int) -> list[Done]:
    """Propose for a school, each process for its share of the people."""
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        return [*pool.map(_share, [people // PROCESSES] * PROCESSES, range(PROCESSES))]


def _share(people: int, seed: int) -> Done:
    portfolios = [*_portfolios(_PEOPLE, seed=seed)]
    atlas = Atlas(embedded())
    plans = [plan(each) for each in targets(embedded())]
    start = time.process_time()
    made = sum(_proposed(portfolios[number % _PEOPLE], plans, atlas=atlas) for number in range(people))
    seconds = time.process_time() - start
    return Done(made, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _proposed(reports: list[Report], plans: list[Plan], *, atlas: Atlas) -> int:
    """Propose for every target; give how many."""
    taken = [
        each
        for number, report in enumerate(reports)
        for each in take_in(Part(report=replace(report)), file=f"{number}.json")
    ]
    coverage = cover(count(taken, on=ON, whose=Whose(("Sam de Vries",))), atlas=atlas)
    return len([propose(coverage, planned, on=ON) for planned in plans])


def _one_person() -> float:
    """Time one proposal with all its explanation, when nothing is remembered yet."""
    times = []
    for reports in _portfolios(7, seed=9):
        start = time.process_time()
        atlas = Atlas(embedded())
        every = [*targets(embedded())]
        taken = [each for report in reports for each in take_in(Part(report=report), file="x.json")]
        coverage = cover(count(taken, on=ON), atlas=atlas)
        proposal = propose(coverage, plan(every[0]), on=ON)
        near = nearest(coverage, certificaten(every), on=ON)
        strictjson.dumps(as_json(explain(proposal, coverage, near=near, atlas=atlas)))
        times.append(time.process_time() - start)
    return median(times)


def _portfolios(people: int, *, seed: int) -> Iterator[list[Report]]:
    """Give the reports of the badges of people, as the verifier gives them."""
    chance = random.Random(seed)  # noqa: S311 - the same people in each run
    entries = embedded().entries
    for person in range(people):
        yield [
            _report(chance.choice(entries), number=person * BADGES + each, chance=chance)
            for each in range(BADGES)
        ]


def _report(entry: Entry, *, number: int, chance: random.Random) -> Report:
    work = entry.werkproces
    said = replace(
        samples.SAM,
        independence=chance.choice([*Independence, None]),
        werkproces=WerkprocesReference(
            crebo=work.crebo,
            code=work.code,
            title=work.title,
            kwalificatie=entry.kwalificatie.name,
            url=f"{samples.BASE}/werkprocessen/{work.crebo}/{work.code}/{entry.digest}",
        ),
    )
    return Report(
        verdict=Verdict.VALID,
        authentic=Answer.YES,
        issuer=Standing.KNOWN,
        status=Status.ACTIVE,
        state=State.VALID,
        checks=(),
        checked_at=ON,
        verified=strictjson.dumps(samples.badge(said, number=number).document).decode(),
        known_issuer=_KNOWN,
    )
