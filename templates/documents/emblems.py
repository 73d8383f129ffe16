"""How the picture of a badgeklasse of an organisation's own is drawn: its outline, colours and sign.

A named colour is that of a kind of work, so its contrast is right by the rules of `fields`. Another colour
gets its other two tones here, and is refused where cream on it is not read well: 4.5:1 (WCAG 2.2, 1.4.3).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from badges.emblem import Emblem, Shape
from templates.documents.fields import CREAM, FIELDS, pictogram

LEAST_CONTRAST: Final = 4.5
LEAST_TINT_CONTRAST: Final = 3.0
"""Of the second tone, which only fills shapes (WCAG 2.2, 1.4.11)."""

_FIELD_OF: Final[Mapping[str, str]] = {
    "paars": "samenwerken",
    "petrol": "logistiek",
    "bruin": "bakkerij",
    "framboos": "zorg",
    "groen": "groen",
    "terracotta": "techniek",
    "aarde": "bouw",
    "zeegroen": "schoonmaak",
    "magenta": "winkel",
    "blauw": "ict",
    "olijf": "sport",
    "leisteen": "beveiliging",
    "marine": "kantoor",
}
COLOURS: Final = tuple(_FIELD_OF)
"""The names of the colours to choose from."""

_OWN_SIGNS: Final[Mapping[str, str]] = {
    "klok": "een klok met een vinkje",
    "afspraak": "een kalender met een vinkje",
    "hart": "een hart in een hart",
    "gesprek": "twee tekstballonnen",
    "vraag": "een tekstballon met een vraagteken",
    "sleutel": "een sleutel",
    "ster": "een ster",
    "boek": "een open boek",
    "helm": "een veiligheidshelm",
    "heftruck": "een heftruck",
    "lamp": "een lamp die brandt",
    "oog": "een oog",
    "liniaal": "een liniaal",
}
SIGNS: Final[Mapping[str, str]] = {
    "samenwerken": FIELDS["samenwerken"].shows,
    **_OWN_SIGNS,
    **{name: look.shows for name, look in FIELDS.items() if name != "samenwerken"},
}
"""The pictograms to choose from, and what is on each, in Dutch."""

_DRAWN_IN: Final = "samenwerken"
"""In whose colours the signs that are of no kind of work stand in their files."""

_ARCH: Final = "M18 376V192a182 182 0 0 1 364 0v184a14 14 0 0 1-14 14H32a14 14 0 0 1-14-14z"
_WHOLE_ARCH: Final = "M42 366V192a158 158 0 0 1 316 0v174z"
_OUTLINES: Final[Mapping[Shape, tuple[str, str]]] = {
    Shape.BOOG: (_ARCH, "M42 270V192a158 158 0 0 1 316 0v78z"),
    Shape.CIRKEL: (
        "M200 6a192 192 0 1 1 0 384a192 192 0 0 1 0-384z",
        "M200 30a168 168 0 1 1 0 336a168 168 0 0 1 0-336z",
    ),
    Shape.SCHILD: (
        "M36 12h328a12 12 0 0 1 12 12v204c0 84-84 134-176 164C108 362 24 312 24 228V24a12 12 0 0 1 12-12z",
        "M48 36h304v196c0 64-72 106-152 132C120 338 48 296 48 232z",
    ),
    Shape.ZESHOEK: (
        "M98 8h204l94 162l-94 162H98L4 170z",
        "M112 32h176l80 138l-80 138H112L32 170z",
    ),
}
_RGB: Final = re.compile("[0-9a-fA-F]{6}")
_NEARLY_BLACK: Final = 0.04045
_LETTER_SIZES: Final = (150, 124, 100, 78)


@dataclass(frozen=True)
class Look:
    """Hold three tones: around, behind, and the second one on it."""

    deep: str
    field: str
    tint: str


def look_of(colour: str) -> Look:
    """Give the tones of a named colour or of RGB in six hexadecimal digits; else those of the first one."""
    if not _RGB.fullmatch(colour):
        named = FIELDS[_FIELD_OF.get(colour, _DRAWN_IN)]
        return Look(named.deep, named.field, named.tint)
    own = f"#{colour.upper()}"
    tint = _mixed(own, CREAM, part=0.75)
    return Look(
        deep=_mixed(own, "#000000", part=0.35),
        field=own,
        tint=tint if contrast(tint, own) >= LEAST_TINT_CONTRAST else CREAM,
    )


def reads_well(colour: str) -> bool:
    """Tell whether cream letters and signs are read well on a colour."""
    return contrast(CREAM, look_of(colour).field) >= LEAST_CONTRAST


def contrast(one: str, other: str) -> float:
    """Compute the contrast ratio of two colours #RRGGBB, from 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def outline(shape: Shape, *, look: Look) -> str:
    """Draw the outline, with the field in it; a shape that does not end flat carries its plate as a band."""
    around, inside = _OUTLINES[shape]
    band = "" if shape is Shape.BOOG else f'<path fill="{look.deep}" d="M14 256h372v130H14z"/>'
    return (
        f'<path fill="{look.deep}" stroke="{CREAM}" stroke-width="2" d="{around}"/>'
        f'<path fill="{look.field}" d="{inside}"/>{band}'
    )


def small(emblem: Emblem) -> Markup:
    """Draw the form for under 100 px, which stands beside the name: no words, nothing to read aloud."""
    look, (around, inside) = look_of(emblem.colour), _OUTLINES[emblem.shape]
    whole = _WHOLE_ARCH if emblem.shape is Shape.BOOG else inside
    return Markup(  # noqa: S704 - there is no text of others in it but letters that were read
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" aria-hidden="true" focusable="false">'
        f'<path fill="{look.deep}" d="{around}"/><path fill="{look.field}" d="{whole}"/>'
        f'<g transform="translate(-30 14) scale(1.15)">{mark(emblem, look=look)}</g></svg>'
    )


def sign_svg(sign: str) -> Markup:
    """Draw a pictogram in a circle, to stand before words that say the same."""
    return small(Emblem(shape=Shape.CIRKEL, colour="paars", sign=sign))


def mark(emblem: Emblem, *, look: Look) -> str:
    """Draw what stands on the field: letters, or a pictogram in the colours of the picture."""
    if emblem.letters:
        size = _LETTER_SIZES[len(emblem.letters) - 1]
        place = f'x="200" y="{160 + size * 0.35:.0f}" text-anchor="middle"'
        return f'<text {place} font-size="{size}" font-weight="700" fill="{CREAM}">{emblem.letters}</text>'
    name = emblem.sign if emblem.sign and emblem.sign in SIGNS else _DRAWN_IN
    drawn_in = FIELDS[name if name in FIELDS else _DRAWN_IN]
    drawing = pictogram(name)
    for old, new in ((drawn_in.field, look.field), (drawn_in.tint, look.tint), (drawn_in.deep, look.deep)):
        drawing = drawing.replace(old, new)
    return drawing


def shows(emblem: Emblem) -> str:
    """Say in Dutch what stands on the field, for who does not see it."""
    return (
        f"de letters {emblem.letters}" if emblem.letters else SIGNS.get(emblem.sign or "", SIGNS[_DRAWN_IN])
    )


def _mixed(one: str, other: str, *, part: float) -> str:
    """Mix `part` of another colour into one."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(mine + (its - mine) * part):02X}" for mine, its in pairs)


def _channels(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _luminance(colour: str) -> float:
    red, green, blue = map(_linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: int) -> float:
    part = channel / 255
    return part / 12.92 if part <= _NEARLY_BLACK else ((part + 0.055) / 1.055) ** 2.4
