"""Pillow raises many things over a picture of a stranger; what comes out is one of two errors of ours."""

import io
import struct

import pytest
from PIL import Image

from badges import decoding
from badges.errors import LogoError

TOO_LARGE = LogoError("too large", code="logo-pixels")
DAMAGED = LogoError("damaged", code="logo-damaged")


def png(image: Image.Image) -> bytes:
    """Write a picture as a file."""
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


RED = png(Image.new("RGB", (3, 2), "red"))


class TestOpened:
    """`opened`."""

    def test_gives_the_picture(self) -> None:
        """Its pixels can be read while it is open."""
        with decoding.opened(RED, formats=("PNG",), too_large=TOO_LARGE, damaged=DAMAGED) as image:
            assert ((3, 2), (255, 0, 0)) == (image.size, image.getpixel((0, 0)))

    @pytest.mark.parametrize("raw", [b"", b"x", RED[:20], RED])
    def test_says_that_it_is_damaged(self, raw: bytes) -> None:
        """Nothing, no picture, half of one, or one in a format that is not asked for."""
        with (
            pytest.raises(LogoError) as refused,
            decoding.opened(raw, formats=("JPEG",), too_large=TOO_LARGE, damaged=DAMAGED),
        ):
            pass
        assert refused.value is DAMAGED

    @pytest.mark.parametrize(
        ("raised", "expected"),
        [
            (MemoryError(), TOO_LARGE),
            (Image.DecompressionBombError(), TOO_LARGE),
            (struct.error(), DAMAGED),
            (SyntaxError(), DAMAGED),
            (DAMAGED, DAMAGED),
        ],
        ids=repr,
    )
    def test_tells_what_goes_wrong_while_it_is_worked_on(
        self, raised: Exception, expected: LogoError
    ) -> None:
        """Most formats are decoded only when their pixels are asked for."""
        with (
            pytest.raises(LogoError) as refused,
            decoding.opened(RED, formats=("PNG",), too_large=TOO_LARGE, damaged=DAMAGED),
        ):
            raise raised
        assert refused.value is expected


class TestUpright:
    """`upright`."""

    def test_turns_what_lies_on_its_side(self) -> None:
        """As a telephone writes that in a photo (EXIF 2.32, orientation 6)."""
        exif = Image.Exif()
        exif[0x0112] = 6
        lying = Image.new("RGB", (3, 2), "red")
        lying.info["exif"] = exif.tobytes()
        assert (2, 3) == decoding.upright(lying, side=9, most=6, too_large=TOO_LARGE).size

    def test_refuses_more_pixels_than_may_be_decoded(self) -> None:
        """Before it decodes them."""
        with pytest.raises(LogoError) as refused:
            decoding.upright(Image.new("RGB", (3, 2)), side=9, most=5, too_large=TOO_LARGE)
        assert refused.value is TOO_LARGE


class TestEightBits:
    """`eight_bits`."""

    def test_keeps_the_highest_of_sixteen(self) -> None:
        """Half grey stays half grey."""
        grey = Image.new("I;16", (1, 1), 0x8012)
        assert ("L", 0x80) == (decoding.eight_bits(grey).mode, decoding.eight_bits(grey).getpixel((0, 0)))

    def test_leaves_others_as_they_are(self) -> None:
        """Nothing is written anew."""
        image = Image.new("RGB", (1, 1))
        assert image is decoding.eight_bits(image)
