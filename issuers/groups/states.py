"""What a line of a roster is: how far it came, and which agreement its badge is for."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from uuid import UUID


class LineState(StrEnum):
    """Say what came of a line, or that it waits.

    `wacht al` and `al gegeven` are by another group, or before. `niet gegeven` waited, and was stopped.
    """

    OPEN = "open"
    SKIPPED = "overgeslagen"
    GIVEN = "gegeven"
    ALREADY = "al gegeven"
    REFUSED = "geweigerd"
    HELD = "wacht"
    AWAITED = "wacht al"
    STOPPED = "niet gegeven"


WAITS: Final = frozenset({LineState.HELD, LineState.AWAITED})
"""A line whose badge is to come by itself."""

CAME: Final = WAITS | {LineState.GIVEN, LineState.ALREADY}
"""A line whose badge is there, or is to come by itself."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Name the werkplekprofiel that a badge is for, and how the name reads on it, as its learner chose."""

    profiel_id: UUID
    name: str
