"""The door to PyLD, which is opened by whoever first needs it: loading it takes long, and a start needs none.

PyLD's caches are not thread-safe and shared by the whole process; ours are its own, used by one at a time.
"""

from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from badges.jsonld.processing import Processor

ActiveContext = dict[str, Any]
"""What PyLD keeps for an active context; only this package looks inside."""

LOCK = Lock()
"""Held by whoever works with PyLD."""


class ContradictionError(Exception):
    """Say that a context gives a protected term another meaning; it stays inside this package."""


@cache
def frozen() -> "Processor":
    """Give the processor of all that we sign and check. Hold the lock."""
    from badges.jsonld.processing import Processor  # noqa: PLC0415 - as said above

    return Processor(also={})
