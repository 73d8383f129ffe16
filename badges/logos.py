"""Make the picture of an organisation from a file of a stranger: decoded within hard limits, written anew.

Only PNG and JPEG are decoded, and only once their header says that they are small enough. What is kept is the
pixels: no place where a photo was taken, no text, no profile, nothing after the end.
"""

import io
import re
from typing import Final

from PIL import Image

from badges import decoding
from badges.errors import LogoError

MAX_BYTES: Final = 5_000_000
MAX_PIXELS: Final = 16_000_000
"""Decoded that is 64 MB: more than a phone's photo needs, and what one request may take."""
SIDE: Final = 512
"""Pixels of the longest side of what is kept."""

_FORMATS: Final = ("PNG", "JPEG")
_HEIF: Final = re.compile(rb".{4}ftyp(?:hei|hev|mif|msf|avi)", re.DOTALL)
_SVG: Final = re.compile(rb"<svg[\s>]|<!DOCTYPE svg", re.IGNORECASE)
_HEAD: Final = 2_000


def redraw(raw: bytes) -> bytes:
    """Make a PNG of at most 512 by 512 pixels from a PNG or a JPEG.

    Raises:
        LogoError: its `code` is `logo-empty`, `logo-bytes`, `logo-svg`, `logo-heif`, `logo-kind`,
            `logo-pixels` or `logo-damaged`.
    """
    _check_kind(raw)
    damaged = LogoError("this is no PNG or JPEG, or it is damaged", code="logo-damaged")
    with decoding.opened(raw, formats=_FORMATS, too_large=_too_large(), damaged=damaged) as image:
        return _written(_decoded(image))


def _check_kind(raw: bytes) -> None:
    """Refuse by the first bytes what is never decoded."""
    head = raw[:_HEAD]
    if not raw:
        raise LogoError("there is nothing in it", code="logo-empty")
    if len(raw) > MAX_BYTES:
        raise LogoError("the file is too large", code="logo-bytes")
    if _HEIF.match(head):
        raise LogoError("HEIC is not read", code="logo-heif")
    if _SVG.search(head):
        raise LogoError("SVG may hold a program", code="logo-svg")
    if not head.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        raise LogoError("it is no PNG and no JPEG", code="logo-kind")


def _decoded(image: Image.Image) -> Image.Image:
    """Decode the pixels, the right way up."""
    upright = decoding.upright(image, side=SIDE, most=MAX_PIXELS, too_large=_too_large())
    if not upright.has_transparency_data:
        upright = upright.convert("RGB")
    return upright.convert("RGBA")


def _written(image: Image.Image) -> bytes:
    """Write the pixels alone: a new picture knows nothing of the old one."""
    image.thumbnail((SIDE, SIDE))
    clean = Image.new("RGBA", image.size)
    clean.paste(image)
    out = io.BytesIO()
    clean.save(out, "PNG", optimize=True)
    return out.getvalue()


def _too_large() -> LogoError:
    """Say that a picture has more pixels than we decode."""
    return LogoError("more pixels than we decode", code="logo-pixels")
