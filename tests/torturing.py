"""How the long runs show where they are, and how long they are."""

import os
import sys
from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

SHARE = float(os.environ.get("PRAKTIJKBEWIJS_TORTURE", "1.0"))
"""How much of a long run is made: 1.0 all of it, 0.1 a tenth."""

WIDTH = 30

_Item = TypeVar("_Item")


def progress(items: Iterable[_Item], label: str) -> Iterator[_Item]:
    """Give the items, and draw a bar where somebody looks."""
    count = len(items) if isinstance(items, Sized) else 0
    for place, item in enumerate(items, 1):
        yield item
        if sys.stderr.isatty() and count and (place % max(1, count // 100) == 0 or place == count):
            done = WIDTH * place // count
            end = "\n" if place == count else ""
            print(f"\r{label:12} [{'#' * done:{WIDTH}}] {place}/{count}", end=end, file=sys.stderr)  # noqa: T201
