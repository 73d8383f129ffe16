"""What is made once in a process for each kind of database.

pytest goes from one kind to the other and back in every module, and lets go each time of all that it made for
the kind that it leaves. To furnish a folder again is to run every migration again.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest

from tests.databases import Databases

T = TypeVar("T")


class Once:
    """Keep what was made until the end of all tests."""

    def __init__(self, places: pytest.TempPathFactory, *, ending: ExitStack) -> None:
        self._places = places
        self._ending = ending
        self._made: dict[Hashable, Any] = {}

    def make(self, maker: Callable[["Once", Databases], T], *, databases: Databases) -> T:
        """Make it, or give what was made before on this kind of database."""
        key = maker, type(databases)
        if key not in self._made:
            with databases.for_all_tests():
                self._made[key] = maker(self, databases)
        found: T = self._made[key]
        return found

    def folder(self, name: str) -> Path:
        """Name a folder that is not there yet."""
        return self._places.mktemp(name) / "data"

    def at_the_end(self, close: Callable[[], None]) -> None:
        """Close what was opened, when all tests are done."""
        self._ending.callback(close)


@contextmanager
def keeping(places: pytest.TempPathFactory) -> Iterator[Once]:
    """Keep things for as long as tests run."""
    with ExitStack() as ending:
        yield Once(places, ending=ending)
