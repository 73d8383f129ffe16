"""Draw how far it is: an arch that grows stone by stone, as paths of SVG.

Full: there is evidence; striped: a part of it; dotted: open. Never a percentage, and never red.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Final, Literal

State = Literal["full", "part", "open"]

_CENTRE: Final = 150
_OUTER: Final = 142
_INNER: Final = 92
_GAP: Final = 2 / _OUTER


@dataclass(frozen=True, slots=True)
class Stone:
    """Hold one stone: how it looks, and its path in a box of 300 by 162."""

    state: State
    path: str


def stones(states: Sequence[State]) -> tuple[Stone, ...]:
    """Lay the stones from left to right, each as wide as the others."""
    width = pi / len(states) if states else pi
    return tuple(
        Stone(state, _path(pi - place * width - _GAP, pi - (place + 1) * width + _GAP))
        for place, state in enumerate(states)
    )


def _path(start: float, end: float) -> str:
    """Draw a piece of the ring between two angles."""
    corners = ((start, _OUTER), (end, _OUTER), (end, _INNER), (start, _INNER))
    first, second, third, fourth = (_point(angle, radius) for angle, radius in corners)
    return f"M{first}A{_OUTER} {_OUTER} 0 0 1 {second}L{third}A{_INNER} {_INNER} 0 0 0 {fourth}z"


def _point(angle: float, radius: int) -> str:
    return f"{_CENTRE + radius * cos(angle):.1f} {_CENTRE - radius * sin(angle):.1f}"
