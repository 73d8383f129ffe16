"""Make a photo of work from what a phone sent: decoded within hard limits, written anew (security T34).

What is kept is the pixels, the right way up: no place, no moment, no name of a phone, no smaller copy inside.
"""

import io
import re
from dataclasses import dataclass
from typing import Final

from PIL import Image

from badges import decoding
from badges.errors import WorkPhotoError

MAX_BYTES: Final = 20_000_000
MAX_PIXELS: Final = 25_000_000
"""More than phones make; it is decoded one at a time."""
SIDE: Final = 1600
"""Pixels of the longest side of what is kept: enough to see what was made."""
MOST_KEPT: Final = 600_000
"""Bytes of what is kept."""

_FORMATS: Final = ("JPEG", "PNG", "WEBP")
_QUALITIES: Final = (82, 70, 55, 40)
_SMALLER: Final = 3, 4
_VIDEO: Final = re.compile(
    rb".{4}ftyp(?!hei|hev|mif|msf|avi)|\x1aE\xdf\xa3|RIFF.{4}AVI |FLV|\x00\x00\x01[\xb3\xba]", re.DOTALL
)
_HEIF: Final = re.compile(rb".{4}ftyp", re.DOTALL)
_PHOTO: Final = re.compile(rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|RIFF.{4}WEBP", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPhoto:
    """Hold a photo as it is kept: a JPEG with nothing in it but pixels."""

    jpeg: bytes
    width: int
    height: int


def redraw(raw: bytes) -> WorkPhoto:
    """Make a JPEG of at most 1600 by 1600 pixels from a JPEG, a PNG or a WebP.

    Raises:
        WorkPhotoError: its `code` is `photo-empty`, `photo-bytes`, `photo-video`, `photo-heif`, `photo-kind`,
            `photo-pixels` or `photo-damaged`.
    """
    _check_kind(raw)
    damaged = WorkPhotoError("this is no photo, or it is damaged", code="photo-damaged")
    with decoding.opened(raw, formats=_FORMATS, too_large=_too_large(), damaged=damaged) as image:
        return _written(_decoded(image))


def _check_kind(raw: bytes) -> None:
    """Refuse by the first bytes what is never decoded; a film is told apart, however large it is."""
    if not raw:
        raise WorkPhotoError("there is nothing in it", code="photo-empty")
    if _VIDEO.match(raw):
        raise WorkPhotoError("it is a film", code="photo-video")
    if len(raw) > MAX_BYTES:
        raise WorkPhotoError("the file is too large", code="photo-bytes")
    if _HEIF.match(raw):
        raise WorkPhotoError("HEIC is not read", code="photo-heif")
    if not _PHOTO.match(raw):
        raise WorkPhotoError("it is no photo", code="photo-kind")


def _decoded(image: Image.Image) -> Image.Image:
    """Decode the pixels, the right way up; what shines through stands on white."""
    upright = decoding.upright(image, side=SIDE, most=MAX_PIXELS, too_large=_too_large())
    upright.thumbnail((SIDE, SIDE))
    if not upright.has_transparency_data:
        return upright.convert("RGB")
    white = Image.new("RGBA", upright.size, "white")
    return Image.alpha_composite(white, upright.convert("RGBA")).convert("RGB")


def _written(image: Image.Image) -> WorkPhoto:
    """Write the pixels alone, coarser where they are many: a new picture knows nothing of the old one."""
    clean = Image.new("RGB", image.size)
    clean.paste(image)
    while True:
        for quality in _QUALITIES:
            out = io.BytesIO()
            clean.save(out, "JPEG", quality=quality, optimize=True)
            if out.tell() <= MOST_KEPT:
                return WorkPhoto(jpeg=out.getvalue(), width=clean.width, height=clean.height)
        part, whole = _SMALLER
        clean = clean.resize((max(1, clean.width * part // whole), max(1, clean.height * part // whole)))


def _too_large() -> WorkPhotoError:
    """Say that a photo has more pixels than we decode."""
    return WorkPhotoError("more pixels than we decode", code="photo-pixels")
