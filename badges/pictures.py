"""Decode a photo or a screenshot of a stranger to grey pixels, within limits (security T14).

Only formats that phones and screens make are decoded, and of moving pictures the first one. Which way up a
photo was taken makes no difference to a code on it, so what else a camera wrote is not read.
"""

import io
import struct
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageFilter

from badges.errors import PhotoError

MAX_PIXELS = 25_000_000

_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP")
_SHARP = ImageFilter.UnsharpMask(radius=6, percent=300, threshold=0)
_ENLARGED_UP_TO = 13_000_000
"""Pixels; a larger photo would cost too much, and a code on it is large enough."""
_BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError)
_ODD = (
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Grey:
    """Hold a picture in grey: a byte per pixel, row after row."""

    width: int
    height: int
    pixels: bytes


class Photo:
    """Hold a decoded photo, and give it in the sizes in which a code on it can be found."""

    def __init__(self, image: Image.Image) -> None:
        self._image = image

    @classmethod
    def decode(cls, raw: bytes) -> "Photo":
        """Decode a photo.

        Raises:
            PhotoError: it is none that we read, or is damaged (`photo-damaged`), or it has more pixels than a
                phone makes (`photo-too-large`).
        """
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error", Image.DecompressionBombWarning)
                with Image.open(io.BytesIO(raw), formats=_FORMATS) as image:
                    return cls(_decoded(image))
        except _BOMBS as error:
            raise _too_large() from error
        except _ODD as error:
            raise PhotoError("this is no photo, or it is damaged", code="photo-damaged") from error

    def sizes(self) -> Iterator[Grey]:
        """Give it as it is, and smaller: what is fuzzy or grainy becomes clear that way."""
        yield _grey(self._image)
        for factor in (2, 4):
            yield _grey(self._image.reduce(factor))

    def clearer(self) -> Iterator[Grey]:
        """Give it with harder edges, and larger: costly, for when nothing was found."""
        yield _grey(self._image.reduce(2).filter(_SHARP))
        width, height = self._image.size
        if width * height <= _ENLARGED_UP_TO:
            larger = (width * 3 // 2, height * 3 // 2)
            yield _grey(self._image.resize(larger, Image.Resampling.BICUBIC))


def _decoded(image: Image.Image) -> Image.Image:
    """Decode the pixels to grey; what shines through stands on white."""
    if image.width * image.height > MAX_PIXELS:
        raise _too_large()
    image.draft("L", image.size)
    image.load()
    if image.mode.startswith("I"):  # 16 bits of grey, of which Pillow would keep the lowest
        return image.convert("I").point(lambda grey: grey / 256).convert("L")
    if not image.has_transparency_data:
        return image.convert("L")
    seen = image.convert("RGBA")
    white = Image.new("L", seen.size, "white")
    white.paste(seen.convert("L"), mask=seen.getchannel("A"))
    return white


def _grey(image: Image.Image) -> Grey:
    return Grey(width=image.width, height=image.height, pixels=image.tobytes())


def _too_large() -> PhotoError:
    """Say that a photo has more pixels than a phone makes."""
    return PhotoError(f"more than {MAX_PIXELS} pixels", code="photo-too-large")
