"""How the picture of a badgeklasse looks, as its address says it: a shape, a colour, a sign.

It stands behind the `#` of the address of the picture (OB 3.0 Image `id`), so whoever holds the badge can
draw it again without asking anybody: `.../plaatje.png#vorm=cirkel&kleur=groen&teken=klok`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qsl, urlencode

_PARTS = re.compile(
    r"vorm=[a-z]{1,20}&kleur=(?:[a-z]{1,20}|[0-9a-f]{6})"
    r"&(?:teken=[a-z-]{1,20}|letters=[0-9A-Z]{1,4})"
)


class Shape(StrEnum):
    """Name the outline of a picture."""

    BOOG = "boog"
    CIRKEL = "cirkel"
    SCHILD = "schild"
    ZESHOEK = "zeshoek"


@dataclass(frozen=True, slots=True, kw_only=True)
class Emblem:
    """Say how a picture looks.

    Attributes:
        shape: Its outline.
        colour: The name of a colour, or six hexadecimal digits (RGB).
        sign: The name of a pictogram; None where letters stand there.
        letters: One to four capitals or digits; None where a pictogram stands there.
    """

    shape: Shape
    colour: str
    sign: str | None = None
    letters: str | None = None

    def beside(self, address: str) -> str:
        """Give the address of the picture that looks like this."""
        mark = ("letters", self.letters) if self.letters else ("teken", self.sign)
        return f"{address}#{urlencode([('vorm', self.shape.value), ('kleur', self.colour), mark])}"


def read_emblem(address: str) -> Emblem | None:
    """Read how a picture looks from its address; None where that does not say it in exactly our words.

    >>> read_emblem("https://bewijs.voorbeeld/plaatje.png#vorm=cirkel&kleur=groen&letters=VCA").letters
    'VCA'
    """
    said = address.partition("#")[2]
    if not _PARTS.fullmatch(said):
        return None
    parts = dict(parse_qsl(said))
    try:
        shape = Shape(parts["vorm"])
    except ValueError:
        return None
    return Emblem(shape=shape, colour=parts["kleur"], sign=parts.get("teken"), letters=parts.get("letters"))
