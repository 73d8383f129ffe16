"""Draw the badge picture: a stone in the wall, one strong pictogram, the name of the work under it."""

import hashlib
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.sax import saxutils

from markupsafe import Markup

from badges.emblem import Emblem
from templates.documents import emblems
from templates.documents.fields import CREAM, FIELDS, moulding, pictogram
from templates.documents.glyphs import FONTS
from templates.documents.lettering import Lettering, drawable, letter, shorten
from templates.errors import PictureError

if TYPE_CHECKING:
    import typst

__all__ = ["DEFAULT_FIELD", "FIELDS", "BadgePicture", "badge_png", "badge_svg", "badge_svg_small"]

DEFAULT_FIELD: Final = "samenwerken"
"""What a kind of work without a field of its own shows."""

_INK: Final = "#2A1526"
_SOFT: Final = "#4F3B49"
_SAFFRON: Final = "#F5B82E"
_LETTERS: Final = "'Atkinson Hyperlegible', system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
_ARCH: Final = "M18 376V192a182 182 0 0 1 364 0v184a14 14 0 0 1-14 14H32a14 14 0 0 1-14-14z"
_JOINTS: Final = (
    "M355.6 164.6L379.2 160.4M343.2 125.2L364.9 115.1M321 90.4L339.4 75M290.6 62.6L304.4 42.9M254 43.5"
    "L262.2 21"
    "M146 43.5L137.8 21M109.4 62.6L95.6 42.9M79 90.4L60.6 75M56.8 125.2L35.1 115.1M44.4 164.6L20.8 160.4"
)
_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FONTS: Final = Path(__file__).parents[1] / "static" / "vendor" / "fonts"
_TYPST: Final = """
#set page(width: 400pt, height: 400pt, margin: 0pt, fill: none)
#image(bytes(sys.inputs.picture), format: "svg", width: 400pt)
"""


@dataclass(frozen=True, kw_only=True)
class BadgePicture:
    """Say what stands on a badge picture; `level` only if the badge states one."""

    title: str
    issuer: str
    field: str
    level: str | None = None
    emblem: Emblem | None = None  # of a badgeklasse that an organisation designed; goes before the field
    stamp: str | None = None  # over all of it: that it stands no more


def badge_svg(picture: BadgePicture) -> Markup:
    """Draw a badge with its words, 400 by 400, to stand alone or inside a page.

    The whole title and issuer are in `<title>` and `<desc>`, even when the words on the plate had to be cut.
    """
    if picture.emblem:
        return _with_emblem(picture, picture.emblem)
    name = _known(picture.field)
    look = FIELDS[name]
    mark = _mark(picture)
    described = (
        f"Badge in de vorm van een boog, met {look.shows}. Uitgever: {picture.issuer}.{_stamped(picture)}"
    )
    return Markup(  # noqa: S704 - every word in it is escaped where it is put in
        _opening(mark, title=picture.title, description=described)
        + f'<path fill="{look.deep}" stroke="{CREAM}" stroke-width="2" d="{_ARCH}"/>'
        f'<path stroke="{CREAM}" stroke-opacity=".34" stroke-width="2.5" d="{_JOINTS}"/>'
        f'<path fill="{look.field}" d="M42 270V192a158 158 0 0 1 316 0v78z"/>'
        f'<path fill="{_SAFFRON}" stroke="{look.deep}" stroke-width="3" d="M180 4h40l-7 40h-26z"/>'
        f"<g>{pictogram(name)}</g>"
        f'<path fill="{look.deep}" d="M42 246h316v20H42z"/>{moulding(look)}'
        f'<path fill="{CREAM}" d="M34 266h332v104a6 6 0 0 1-6 6H40a6 6 0 0 1-6-6z"/>'
        f"{_plate(picture, look.field)}{_stamp(picture.stamp)}</svg>"
    )


def badge_svg_small(field: str) -> Markup:
    """Draw the form for under 100 px: a larger picture and no words; the title stands beside it as text."""
    name = _known(field)
    look = FIELDS[name]
    described = f"Kleine vorm, zonder woorden: {look.shows}."
    return Markup(  # noqa: S704 - there is no text of others in it
        _opening(
            f"k-{field if field in FIELDS else DEFAULT_FIELD}",
            title=field.capitalize(),
            description=described,
        )
        + f'<path fill="{look.deep}" stroke="{CREAM}" stroke-width="2" d="{_ARCH}"/>'
        f'<path fill="{look.field}" d="M42 330V192a158 158 0 0 1 316 0v138z"/>'
        f'<path fill="{_SAFFRON}" stroke="{look.deep}" stroke-width="3" d="M176 4h48l-9 46h-30z"/>'
        f'<g transform="translate(-50 16) scale(1.25)">{pictogram(name)}</g>'
        f'<g transform="translate(0 98)">{moulding(look)}</g></svg>'
    )


@lru_cache(maxsize=256)
def badge_png(picture: BadgePicture, *, size: int = 800) -> bytes:
    """Draw a badge as PNG of `size` by `size` pixels, with our own letters (no font of the machine is used).

    Raises:
        PictureError: the picture could not be drawn.
    """
    import typst  # noqa: PLC0415 - it is large; only who asks for a PNG pays for it

    try:
        drawn = typst.compile(
            _TYPST.encode(),
            font_paths=_fonts(),
            format="png",
            ppi=72 * size / 400,
            sys_inputs={"picture": str(badge_svg(picture))},
        )
    except RuntimeError as error:
        raise PictureError(str(error)) from error
    if not isinstance(drawn, bytes):
        raise PictureError("it has more than one page")
    return drawn


def _with_emblem(picture: BadgePicture, emblem: Emblem) -> Markup:
    """Draw a badge in the outline, colours and sign that an organisation chose."""
    look = emblems.look_of(emblem.colour)
    described = (
        f"Badge in de vorm van een {emblem.shape}, met {emblems.shows(emblem)}. Uitgever: {picture.issuer}."
        f"{_stamped(picture)}"
    )
    return Markup(  # noqa: S704 - every word in it is escaped where it is put in
        _opening(_mark(picture), title=picture.title, description=described)
        + emblems.outline(emblem.shape, look=look)
        + f"<g>{emblems.mark(emblem, look=look)}</g>"
        f'<path fill="{CREAM}" d="M34 266h332v104a6 6 0 0 1-6 6H40a6 6 0 0 1-6-6z"/>'
        f"{_plate(picture, look.field)}{_stamp(picture.stamp)}</svg>"
    )


def _mark(picture: BadgePicture) -> str:
    """Tell the names inside this picture from those in another on the same page."""
    return hashlib.sha256(repr(picture).encode()).hexdigest()[:8]


@cache
def _fonts() -> "typst.Fonts":
    import typst  # noqa: PLC0415 - large, as where it compiles

    return typst.Fonts(include_system_fonts=False, font_paths=[str(_FONTS), str(FONTS)])


def _escaped(text: str) -> str:
    """Escape a text for XML; a sign that XML 1.0 does not allow is shown as one that is missing."""
    return saxutils.escape(_NOT_XML.sub("\ufffd", text))


def _known(field: str) -> str:
    return field if field in FIELDS else DEFAULT_FIELD


def _opening(mark: str, *, title: str, description: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400" role="img"'
        f' aria-labelledby="t-{mark} d-{mark}" font-family="{_LETTERS}">'
        f'<title id="t-{mark}">{_escaped(title)}</title><desc id="d-{mark}">{_escaped(description)}</desc>'
    )


def _plate(picture: BadgePicture, colour: str) -> str:
    lettering = letter(drawable(picture.title), with_level=picture.level is not None)
    return (
        _title(lettering)
        + _level(picture.level, lettering=lettering, colour=colour)
        + _issuer(picture.issuer)
    )


def _stamped(picture: BadgePicture) -> str:
    """Say what stands over it, for who does not see it."""
    return f" Erover staat: {picture.stamp}." if picture.stamp else ""


def _stamp(words: str | None) -> str:
    """Write over the picture that it stands no more: it travels without the page that says so."""
    if words is None:
        return ""
    return (
        f'<path fill="{CREAM}" fill-opacity=".55" d="M0 0h400v400H0z"/>'
        f'<path fill="{_INK}" d="M10 112h380v76H10z"/>'
        f'<text x="200" y="166" font-size="46" font-weight="700" fill="{CREAM}" text-anchor="middle">'
        f"{_escaped(words)}</text>"
    )


def _title(lettering: Lettering) -> str:
    lines = "".join(
        f'<tspan x="200" y="{y}">{_escaped(line)}</tspan>'
        for line, y in zip(lettering.lines, lettering.baselines, strict=True)
    )
    look = f'font-size="{lettering.size}" font-weight="700" fill="{_INK}" text-anchor="middle"'
    return f"<text {look}>{lines}</text>"


def _level(level: str | None, *, lettering: Lettering, colour: str) -> str:
    if level is None:
        return ""
    y = lettering.baselines[-1] + 25
    words = _escaped(shorten(drawable(level), width=280 / 18))
    where = f'x="200" y="{y}" text-anchor="middle"'
    return f'<text {where} font-size="18" font-weight="700" fill="{colour}">{words}</text>'


def _issuer(issuer: str) -> str:
    words = _escaped(shorten(drawable(issuer), width=290 / 15))
    return f'<text x="200" y="367" font-size="15" fill="{_SOFT}" text-anchor="middle">{words}</text>'
