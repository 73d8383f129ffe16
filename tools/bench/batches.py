"""A whole roster from the command line, on SQLite as it is kept for real: how many badges a second."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from tools.bench.rows import Row
from tools.bench.service import COMMAND, environ

COUNT: Final = 100_000
PORT: Final = 8000  # nobody listens there: it stands in the address that is signed
HEADER: Final = "naam;crebo;werkproces;van;tot;zelfstandigheid;toelichting;kenmerk"
WORKS: Final = (
    ("25774", "B1-K2-W1"),
    ("25774", "B1-K2-W2"),
    ("25743", "B1-K1-W1"),
    ("25743", "B1-K1-W2"),
    ("25748", "B1-K1-W1"),
)


def rows(*, count: int = COUNT) -> list[Row]:
    """Give a roster twice: the time of the first, on the wall, and what the second adds."""
    with tempfile.TemporaryDirectory() as folder:
        roster = Path(folder) / "rooster.csv"
        roster.write_text("\n".join((HEADER, *map(_row, range(count)))), encoding="utf-8")
        _give(folder, "\n".join((HEADER, _row(count))))  # makes the database and the keys
        start = time.monotonic()
        first = _run(folder, roster)
        seconds = time.monotonic() - start
        again = _run(folder, roster)
    _require(first, f"issued {count}, already 0, refused 0")
    _require(again, f"issued 0, already {count}, refused 0")
    return [
        Row(name="batch-durable-per-second", ours=count / seconds, unit="badges/s"),
        Row(name="batch-again-adds", ours=float(again.split()[1].strip(",")), unit="badges"),
    ]


def _row(number: int) -> str:
    """Write a row of its own: five werkprocessen, so a person has five."""
    crebo, code = WORKS[number % len(WORKS)]
    person, said = number // len(WORKS), f"Sam deed dit {number} keer goed."
    return f"Sam {person};{crebo};{code};5-1-2026;26-6-2026;zelfstandig;{said};n{person}"


def _give(folder: str, content: str) -> None:
    small = Path(folder) / "een.csv"
    small.write_text(content, encoding="utf-8")
    _run(folder, small)


def _run(folder: str, roster: Path) -> str:
    """Run the command; give its last line."""
    done = subprocess.run(
        [*COMMAND, "issue", "--batch", str(roster)],
        env=environ(Path(folder) / "data", port=PORT),
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    return done.stdout.splitlines()[-1]


def _require(found: str, expected: str) -> None:
    if found != expected:
        sys.exit(f"batch: {found!r} instead of {expected!r}")
