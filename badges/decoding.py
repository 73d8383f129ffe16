"""Open a picture of a stranger with Pillow: what it raises where one is not as it should be, in one place."""

import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PIL import Image, ImageOps

from badges.errors import BadgeError

_BOMBS: Final = (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError)
_ODD: Final = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    IndexError,
    KeyError,
    TypeError,
    OverflowError,
    struct.error,
)
"""What Pillow raises where a picture is not as it should be."""


@contextmanager
def opened(
    raw: bytes, *, formats: tuple[str, ...], too_large: BadgeError, damaged: BadgeError
) -> Iterator[Image.Image]:
    """Open a picture in one of these formats, for as long as its pixels are worked on.

    Raises:
        BadgeError: `too_large` where it has more pixels than a machine can hold, `damaged` where it is broken
            or in another format. Errors of ours go through.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(raw), formats=formats) as image:
                yield image
    except _BOMBS as error:
        raise too_large from error
    except _ODD as error:
        raise damaged from error


def upright(image: Image.Image, *, side: int, most: int, too_large: BadgeError) -> Image.Image:
    """Decode the pixels, the right way up, of a picture of which no more than `side` pixels a side are kept.

    Raises:
        BadgeError: `too_large` where it has more than `most` pixels.
    """
    if image.width * image.height > most:
        raise too_large
    image.draft("RGB", (side, side))
    image.load()
    return eight_bits(ImageOps.exif_transpose(image))


def eight_bits(image: Image.Image) -> Image.Image:
    """Give a picture with 16 bits of grey in 8: Pillow would keep the lowest."""
    if not image.mode.startswith("I"):
        return image
    return image.convert("I").point(lambda grey: grey / 256).convert("L")
