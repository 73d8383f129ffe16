"""Let alternatives run by turns in one process, and compare them round by round.

A machine is never quiet, so nothing is timed against a clock on the wall: what counts is CPU time, and
what is told is the median over rounds of the ratio within a round, in which both had the same noise.
"""

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median

Action = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Race:
    """Hold how often each alternative could be done in a CPU second, for each round."""

    speeds: Mapping[str, tuple[float, ...]]

    def speed(self, name: str) -> float:
        """Give the median over the rounds, per CPU second."""
        return median(self.speeds[name])

    def ratio(self, name: str, *, beside: str) -> float:
        """Give the median over the rounds of how many times as often it was done."""
        return ratio(self.speeds[name], beside=self.speeds[beside])


def ratio(speeds: tuple[float, ...], *, beside: tuple[float, ...]) -> float:
    """Give the median of the ratios of two alternatives, round by round."""
    return median(ours / theirs for ours, theirs in zip(speeds, beside, strict=True))


def race(alternatives: Mapping[str, Action], *, rounds: int, seconds: float) -> Race:
    """Give each alternative `seconds` of CPU time in each round, by turns."""
    for action in alternatives.values():
        action()
    gc.collect()
    gc.freeze()  # else whoever makes more objects pays for looking through the modules of all the others
    counts = {name: _count(action, seconds=seconds) for name, action in alternatives.items()}
    speeds: dict[str, list[float]] = {name: [] for name in alternatives}
    for _ in range(rounds):
        for name, action in alternatives.items():
            speeds[name].append(_speed(action, count=counts[name]))
    gc.unfreeze()
    return Race({name: tuple(found) for name, found in speeds.items()})


def _count(action: Action, *, seconds: float) -> int:
    """Tell how often an action fits into that time, by trying a tenth of it."""
    start, done = time.process_time(), 0
    while (used := time.process_time() - start) < seconds / 10:
        action()
        done += 1
    return max(1, round(done * seconds / used))


def _speed(action: Action, *, count: int) -> float:
    gc.collect()
    start = time.process_time()
    for _ in range(count):
        action()
    return count / (time.process_time() - start)
