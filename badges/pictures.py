"""Decode a photo or a screenshot of a stranger to grey pixels, within limits (security T14).

Only formats that phones and screens make are decoded, and of moving pictures the first one. Which way up a
photo was taken makes no difference to a code on it, so what else a camera wrote is not read.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageFilter

from badges import decoding
from badges.errors import PhotoError

MAX_PIXELS = 25_000_000

_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP")
_SHARP = ImageFilter.UnsharpMask(radius=6, percent=300, threshold=0)
_ENLARGED_UP_TO = 13_000_000
"""Pixels; a larger photo would cost too much, and a code on it is large enough."""


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
        damaged = PhotoError("this is no photo, or it is damaged", code="photo-damaged")
        with decoding.opened(raw, formats=_FORMATS, too_large=_too_large(), damaged=damaged) as image:
            return cls(_decoded(image))

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
    image = decoding.eight_bits(image)
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
