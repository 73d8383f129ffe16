"""The kinds of work as they look on a badge: colours, one pictogram, one moulding.

The sector is told three ways (colour, pictogram, moulding), so that two survive a black and white printer.
Rules: field at least 7:1 to cream, second tone at least 5:1 to the field; a pictogram is what the hands
work with, drawn in the box x 100-300, y 68-238, flat, in cream and the second tone, strokes of 5 or more,
details cut out in the colour of the field. It stands in pictograms/NAME.svg, in its own colours.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

CREAM: Final = "#FFF9F0"

_PICTOGRAMS: Final = Path(__file__).parent / "pictograms"


@dataclass(frozen=True, kw_only=True)
class Field:
    """Hold the look of one kind of work."""

    shows: str  # Dutch, for the description: what is on it
    deep: str
    field: str
    tint: str
    moulding: str  # a path
    moulding_width: int = 0  # of the stroke; 0 fills the path


def moulding(look: Field) -> str:
    """Give the row of shapes between picture and plate."""
    if look.moulding_width:
        return (
            f'<path fill="none" stroke="{look.tint}" stroke-width="{look.moulding_width}"'
            f' stroke-linejoin="round" d="{look.moulding}"/>'
        )
    return f'<path fill="{look.tint}" d="{look.moulding}"/>'


@cache
def pictogram(name: str) -> str:
    """Give the drawing of a kind of work, to stand inside the badge."""
    drawing = (_PICTOGRAMS / f"{name}.svg").read_text(encoding="utf-8")
    inside = drawing[drawing.index(">") + 1 : drawing.rindex("</svg>")]
    return "".join(line.strip() for line in inside.splitlines())


def _row(unit: str, *, first: int, step: int) -> str:
    """Repeat one shape along the moulding, x 48 to 352."""
    return "".join(f"M{x} {unit}" for x in range(first, 345, step))


FIELDS: Final[Mapping[str, Field]] = {
    "logistiek": Field(
        shows="een doos en een vinkje",
        deep="#0A3540",
        field="#0F4C5A",
        tint="#F4C66A",
        moulding=_row("251h14v10h-14z", first=49, step=24),
    ),
    "bakkerij": Field(
        shows="een warm brood",
        deep="#4A3303",
        field="#6B4A07",
        tint="#F6D08A",
        moulding=_row("262q6-18 12 0z", first=50, step=16),
    ),
    "zorg": Field(
        shows="een hand onder een hart",
        deep="#5F0F32",
        field="#861B49",
        tint="#F7C3B5",
        moulding="M44 256" + "q6.5-12 13 0t13 0" * 12,
        moulding_width=4,
    ),
    "groen": Field(
        shows="een jonge plant",
        deep="#163E19",
        field="#235A26",
        tint="#D5E27A",
        moulding=_row("262l8-13 8 13z", first=48, step=16),
    ),
    "techniek": Field(
        shows="een fietswiel en een sleutel",
        deep="#6E200A",
        field="#9A3112",
        tint="#F9CE9B",
        moulding=_row("256l6-6 6 6-6 6z", first=50, step=16),
    ),
    "samenwerken": Field(
        shows="twee mensen die samen een balk dragen",
        deep="#311A55",
        field="#472B75",
        tint="#F2C7E6",
        moulding=_row("256a6 6 0 1 0 12 0a6 6 0 1 0-12 0z", first=54, step=20),
    ),
    "bouw": Field(
        shows="een troffel en stenen",
        deep="#352A25",
        field="#57463F",
        tint="#F7C59F",
        moulding=_row("250h18v5h-18z", first=47, step=24) + _row("257h18v5h-18z", first=59, step=24),
    ),
    "schoonmaak": Field(
        shows="een emmer met sop",
        deep="#043A31",
        field="#075A4C",
        tint="#B9EEDB",
        moulding=_row("256a6 6 0 1 0 12 0a6 6 0 1 0-12 0z", first=50, step=32)
        + _row("256a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z", first=69, step=32),
    ),
    "winkel": Field(
        shows="een winkelmand",
        deep="#4C1150",
        field="#74217A",
        tint="#F5BFF0",
        moulding=_row("249h14v5a7 7 0 0 1-14 0z", first=50, step=18),
    ),
    "ict": Field(
        shows="een laptop",
        deep="#172560",
        field="#263C8C",
        tint="#B8D0FF",
        moulding=_row("251h5v10h-5z", first=50, step=22) + _row("254h8v4h-8z", first=60, step=22),
    ),
    "sport": Field(
        shows="een bal en een fluit",
        deep="#343806",
        field="#50560A",
        tint="#EDF08A",
        moulding=_row("250l6 6-6 6", first=52, step=14),
        moulding_width=4,
    ),
    "beveiliging": Field(
        shows="een portofoon",
        deep="#182330",
        field="#2B3A4D",
        tint="#FFD98A",
        moulding=_row("262l8-12h8l-8 12z", first=44, step=18),
    ),
    "kantoor": Field(
        shows="drie ordners",
        deep="#0E2F4A",
        field="#1B4B73",
        tint="#F7D9A0",
        moulding="M46 260" + "h9v-8h9v8" * 17,
        moulding_width=4,
    ),
}
