"""`python -m tools.bench`: measure, print the table, write build/bench.json."""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

import jsonschema

from badges import schema, status
from badges.achievement import AchievementCredential
from badges.catalogue import embedded
from badges.strictjson import JsonObject
from tests.peers import samples
from tools.bench import (
    batches,
    first_view,
    other_processes,
    ours,
    poison,
    proposals,
    pyld_best,
    python_peers,
    service,
    sheets,
    verifying,
)
from tools.bench.ours import Case
from tools.bench.rounds import Race, race, ratio
from tools.bench.rows import Row, absent, table, write

RESULT = Path("build/bench.json")
ROUNDS = 7
SECONDS = 0.2
NODE_SECONDS = 0.5
OPENSSL_ROUNDS = 5
SEARCHES = ("orders verzamelen", "brood", "schoonmaken", "heftruck", "koffie", "25774", "verkoop", "planten")


def main() -> None:
    """Measure everything, in some ten minutes."""
    case = ours.make_case()
    with _one_core():
        found = [*_races(case), *_search(), *sheets.rows()]
    found += [
        *service.rows(),
        *verifying.rows(),
        *poison.rows(),
        *proposals.rows(),
        *batches.rows(),
        *first_view.rows(),
    ]
    write(found, path=RESULT)
    print(table(found))


@contextmanager
def _one_core() -> Iterator[None]:
    """Stay on one core: the figures are of one, and moving costs caches."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def _races(case: Case) -> Iterator[Row]:
    document, raw = samples.shape("full").document, case.raw()
    issuing = race(
        {
            "arbitrary": lambda: ours.issue_arbitrary(case),
            "arbitrary-linted": lambda: ours.issue_linted(case),
            "prepared": lambda: ours.issue_prepared(case),
            "line": lambda: ours.issue_line(case),
            "pyld": lambda: pyld_best.issue(lambda: ours.compose_badge(case.judged()).document),
            **python_peers.issuing(document),
        },
        rounds=ROUNDS,
        seconds=SECONDS,
    )
    verifying = race(
        {
            "proof": lambda: ours.verify_proof(case.raw()),
            "complete": lambda: ours.verify_complete(case.raw(), bits=case.bits),
            "pyld": lambda: pyld_best.verify(case.raw()),
            "pyld-complete": _with_schema(case, verify=pyld_best.verify_plainly),
            "pyld-best-complete": _with_schema(case, verify=pyld_best.verify),
            **python_peers.verifying(raw),
        },
        rounds=ROUNDS,
        seconds=SECONDS,
    )
    yield from _beside_pyld(issuing, verifying)
    yield from _beside_openssl(case)
    yield from _beside_peers(issuing, verifying)
    yield from _beside_node(case)


def _with_schema(case: Case, *, verify: Callable[[bytes], JsonObject]) -> python_peers.Action:
    """Add jsonschema on the same schema, and the status in bits that were read before."""
    validator = jsonschema.Draft202012Validator(schema.json_schema(AchievementCredential))

    def complete() -> bool:
        document: Any = verify(case.raw())
        validator.validate(document)
        return status.read_bit(case.bits, index=status.entry_index(document["credentialStatus"]))

    return complete


def _beside_pyld(issuing: Race, verifying: Race) -> Iterator[Row]:
    for name in ("arbitrary", "arbitrary-linted", "prepared", "line"):
        yield _row(f"issue-{name}-vs-pyld", issuing, name=name, beside="pyld")
    yield _row("verify-proof-vs-pyld", verifying, name="proof", beside="pyld")
    yield _row("verify-complete-vs-pyld", verifying, name="complete", beside="pyld-complete")
    yield _row("verify-complete-vs-pyld-best", verifying, name="complete", beside="pyld-best-complete")


def _beside_peers(issuing: Race, verifying: Race) -> Iterator[Row]:
    for peer, here in python_peers.present().items():
        for job, found, name in (("issue", issuing, "prepared"), ("verify", verifying, "proof")):
            row = f"{job}-vs-{peer}"
            yield _row(row, found, name=name, beside=peer) if here else absent(row, ours=found.speed(name))


def _row(row: str, found: Race, *, name: str, beside: str) -> Row:
    return Row(
        name=row,
        ours=found.speed(name),
        peer=found.speed(beside),
        ratio=found.ratio(name, beside=beside),
        unit="ops/s",
    )


def _own_actions(case: Case) -> Mapping[str, python_peers.Action]:
    return {"issue": lambda: ours.issue_prepared(case), "verify": lambda: ours.verify_proof(case.raw())}


def _beside_openssl(case: Case) -> Iterator[Row]:
    """Compare with what `openssl speed` reaches: no badge can be signed faster than bytes."""
    speeds: dict[str, list[float]] = {"issue": [], "verify": []}
    limits: dict[str, list[float]] = {"issue": [], "verify": []}
    for _ in range(OPENSSL_ROUNDS):
        limit = other_processes.openssl_speed()
        found = race(_own_actions(case), rounds=1, seconds=NODE_SECONDS)
        for place, job in enumerate(speeds):
            speeds[job].append(found.speed(job))
            limits[job] += [limit[place]] if limit else []
    for job, own in speeds.items():
        yield _other(f"{job}-vs-openssl", own, limits[job])


def _beside_node(case: Case) -> Iterator[Row]:
    """Compare with @digitalbazaar/vc in a process of its own, by turns."""
    document, raw = samples.shape("full").document, case.raw()
    with other_processes.node_peer(document, raw=raw) as peer:
        for job, action in _own_actions(case).items():
            own, other = [], []
            if peer:
                peer.speed(job, seconds=2 * NODE_SECONDS)
            for _ in range(ROUNDS):
                own.append(race({job: action}, rounds=1, seconds=SECONDS).speed(job))
                other += [peer.speed(job, seconds=NODE_SECONDS)] if peer else []
            yield _other(f"{job}-vs-digitalbazaar-vc", own, other)


def _other(name: str, own: list[float], other: list[float]) -> Row:
    if not other:
        return absent(name, ours=median(own))
    found = ratio(tuple(own), beside=tuple(other))
    return Row(name=name, ours=median(own), peer=median(other), ratio=found, unit="ops/s")


def _search() -> Iterator[Row]:
    """Tell how long the slowest of a few everyday searches takes."""
    catalogue = embedded()
    slowest = 0.0
    for text in SEARCHES:
        times = []
        for _ in range(20):
            start = time.process_time()
            catalogue.search(text)
            times.append(time.process_time() - start)
        slowest = max(slowest, median(times))
    yield Row(name="catalogue-search", ours=slowest * 1000, unit="ms")


if __name__ == "__main__":
    main()
