"""The rows of the table: what was measured, beside what, and whether it is enough."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from types import MappingProxyType

ABSENT = "absent"
_LARGE = 1000

AT_LEAST: Mapping[str, float] = MappingProxyType(
    {
        "issue-arbitrary-vs-pyld": 17,
        "issue-prepared-vs-pyld": 40,
        "issue-line-vs-pyld": 11,
        "verify-proof-vs-pyld": 14,
        "verify-complete-vs-pyld": 24,
        "verify-http-vs-pyld": 10,
        "issue-vs-openssl": 0.30,
        "verify-vs-openssl": 0.25,
    }
)
"""The ratios that must be reached."""

SCORES: Mapping[str, float] = MappingProxyType(
    {"first-view-performance": 95.0, "first-view-accessibility": 95.0, "first-view-best-practices": 95.0}
)
"""What Lighthouse must give for the first view of a badge on a slow telephone."""

PER_SECOND: Mapping[str, float] = MappingProxyType(
    {"batch-durable-per-second": 2_000.0, "pdf-pages-per-second": 100.0}
)
"""The speeds that must be reached: a batch on two cores that nobody else uses, pages per CPU second."""

LEAST: Mapping[str, float] = MappingProxyType({**PER_SECOND, **SCORES})
"""The figures that must be reached, with no peer beside them."""

AT_MOST: Mapping[str, float] = MappingProxyType(
    {
        "serve-first-answer": 2.0,
        "worker-memory": 200.0,
        "catalogue-search": 20.0,
        "poison-beside-honest": 500.0,
        "poison-workers-lost": 0.0,
        "poison-descriptors-lost": 2.0,
        "batch-again-adds": 0.0,
        "propose-one-person": 200.0,
        "propose-5000-people": 60.0,
        "propose-memory": 1_000.0,
        "propose-growth": 1.5,
        "first-view-weight": 100.0,
    }
)
"""The figures that may not be passed."""


@dataclass(frozen=True, slots=True)
class Row:
    """Hold one comparison; `peer` is None without a comparison, and `absent` where none is here."""

    name: str
    ours: float
    unit: str
    peer: float | str | None = None
    ratio: float | None = None

    @property
    def reached(self) -> bool | None:
        """Tell whether the goal was reached; None where there is no goal."""
        if self.name in AT_MOST:
            return self.ours <= AT_MOST[self.name]
        if self.name in LEAST:
            return self.ours >= LEAST[self.name]
        if self.name in AT_LEAST and self.ratio is not None:
            return self.ratio >= AT_LEAST[self.name]
        return None


def absent(name: str, *, ours: float, unit: str = "ops/s") -> Row:
    """Say that the peer of this row is not on this machine."""
    return Row(name=name, ours=ours, unit=unit, peer=ABSENT)


def table(rows: Sequence[Row]) -> str:
    """Write the rows for people."""
    width = max(len(row.name) for row in rows)
    lines = [f"{'':{width}}  {'ours':>11}  {'beside':>11}  {'ratio':>8}  {'goal':>8}  unit"]
    lines += [
        f"{row.name:{width}}  {_figure(row.ours):>11}  {_figure(row.peer):>11}  {_figure(row.ratio):>8}"
        f"  {_goal(row.name):>8}  {row.unit}{_mark(row)}"
        for row in rows
    ]
    return "\n".join(lines)


def write(rows: Sequence[Row], *, path: Path) -> None:
    """Write the rows for programs: `[{name, ours, peer, ratio, unit}]`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    order = ("name", "ours", "peer", "ratio", "unit")
    found = [{key: _rounded(asdict(row)[key]) for key in order} for row in rows]
    path.write_text(json.dumps(found, indent=1) + "\n")


def _goal(name: str) -> str:
    least = AT_LEAST.get(name) or LEAST.get(name)
    if least:
        return f">= {least:g}"
    return f"<= {AT_MOST[name]:g}" if name in AT_MOST else ""


def _mark(row: Row) -> str:
    return "  <- not reached" if row.reached is False else ""


def _figure(value: float | str | None) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return f"{value:,.0f}" if value >= _LARGE else f"{value:.3g}"


def _rounded(value: object) -> object:
    """Write a figure with as many digits as say something; JSON has none for what took for ever."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return float(f"{value:.4g}") if isinstance(value, float) else value
