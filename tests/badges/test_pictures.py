"""Photos: decoded to grey within limits, whatever made them."""

import contextlib
import io
import struct
import zlib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from badges.baking import png
from badges.errors import PhotoError
from badges.pictures import Photo
from tests.world import chunk


def written(image: Image.Image, kind: str, **options: object) -> bytes:
    """Write a picture as a file."""
    made = io.BytesIO()
    image.save(made, kind, **options)
    return made.getvalue()


def drawn(mode: str = "RGB") -> Image.Image:
    """Draw a small picture: 8 wide, 6 high, light above and dark below."""
    image = Image.new("L", (8, 6), 250)
    image.paste(10, (0, 3, 8, 6))
    return image.convert(mode)


@cache
def written_once(mode: str, kind: str) -> bytes:
    """Write the small picture as a file."""
    return written(drawn(mode), kind)


def bomb(width: int, height: int) -> bytes:
    """Write a PNG that says that it has this size, and has no pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return png.SIGNATURE + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def refusal(raw: bytes) -> str:
    """Give the code with which a photo is refused."""
    with pytest.raises(PhotoError) as caught:
        Photo.decode(raw)
    return caught.value.code


class TestDecode:
    """`Photo.decode`."""

    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "BMP"])
    def test_reads_what_phones_and_screens_make(self, kind: str) -> None:
        """Light stays light and dark stays dark, a byte per pixel."""
        grey = next(Photo.decode(written(drawn(), kind)).sizes())
        assert (8, 6, 48) == (grey.width, grey.height, len(grey.pixels))
        assert min(grey.pixels[:16]) > 230
        assert max(grey.pixels[32:]) < 30

    @pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA"])
    def test_reads_every_way_of_writing_colour(self, mode: str) -> None:
        """Black and white, a palette, colours, or with transparency."""
        grey = next(Photo.decode(written(drawn(mode), "PNG")).sizes())
        assert (True, True) == (min(grey.pixels[:16]) > 230, max(grey.pixels[32:]) < 30)

    def test_reads_many_greys(self) -> None:
        """Of 16 bits of grey the highest 8 are kept."""
        image = drawn("I").point(lambda grey: grey * 257).convert("I;16")
        assert drawn("L").tobytes() == next(Photo.decode(written(image, "PNG")).sizes()).pixels

    @pytest.mark.parametrize("mode", ["RGBA", "LA"])
    def test_puts_what_shines_through_on_white(self, mode: str) -> None:
        """A black code on nothing is a black code on white."""
        image = Image.new(mode, (8, 6), 0)
        image.paste(drawn(mode).crop((0, 3, 8, 6)), (0, 3))
        assert b"\xff" * 24 == next(Photo.decode(written(image, "PNG")).sizes()).pixels[:24]

    def test_reads_the_first_of_moving_pictures(self) -> None:
        """The rest is not decoded."""
        raw = written(drawn(), "GIF", save_all=True, append_images=[Image.new("RGB", (8, 6))] * 3)
        assert max(next(Photo.decode(raw).sizes()).pixels) > 200

    @pytest.mark.parametrize("height", [4_999, 5_000, 5_001])
    def test_reads_just_that_many_pixels(self, height: int) -> None:
        """25 million are decoded, a row more is not."""
        raw = written(Image.new("1", (5_000, height)), "PNG")
        if height > 5_000:
            assert "photo-too-large" == refusal(raw)
        else:
            assert 5_000 * height == len(next(Photo.decode(raw).sizes()).pixels)

    @pytest.mark.parametrize("side", [10_000, 15_000, 60_000])
    def test_decodes_no_bomb(self, side: int) -> None:
        """By what the header says, before anything is decoded: here there is nothing to decode."""
        assert "photo-too-large" == refusal(bomb(side, side))

    @pytest.mark.parametrize(
        "raw",
        [
            b"",
            b"{}",
            b"\xff\xd8\xff",
            b"<svg/>",
            b"%PDF-1.7",
            written(drawn(), "TIFF"),
            written(drawn(), "ICO", sizes=[(8, 6)]),
            written(drawn(), "PPM"),
            b"\0\0\0\x18ftypheic",
            written(drawn(), "JPEG")[:-40],
        ],
    )
    def test_refuses_what_is_no_photo(self, raw: bytes) -> None:
        """Other files, formats that no phone makes, and what is cut short."""
        assert "photo-damaged" == refusal(raw)

    @settings(max_examples=300, deadline=None)
    @given(st.data())
    def test_answers_any_change_with_an_error_of_ours(self, data: st.DataObject) -> None:
        """Whatever is changed, what comes out is a picture or a PhotoError."""
        kind = data.draw(st.sampled_from(["JPEG", "PNG", "WEBP", "GIF", "BMP"]))
        raw = bytearray(written_once(data.draw(st.sampled_from(["L", "RGB"])), kind))
        for _ in range(data.draw(st.integers(1, 4))):
            place = data.draw(st.integers(2, len(raw) - 1))
            raw[place : place + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
        _tried(bytes(raw))

    @given(
        st.binary(max_size=200),
        st.sampled_from([b"", b"\xff\xd8\xff\xe0", b"GIF89a", b"BM", b"\x89PNG\r\n\x1a\n"]),
    )
    def test_answers_anything_with_an_error_of_ours(self, raw: bytes, start: bytes) -> None:
        """Whatever comes in, nothing but a PhotoError comes out."""
        _tried(start + raw)

    def test_survives_the_pictures_of_others(self, corpus: Path) -> None:
        """All pictures of libpng and Pillow, bombs too: decoded, damaged or too large; never a crash."""
        endings = ("*.png", "*.gif", "*.ico", "*.jpg")
        files = [path for ending in endings for path in sorted((corpus / "security").rglob(ending))]
        assert len(files) >= 245
        assert sum(_tried(path.read_bytes()) for path in files) >= 200


class TestSizes:
    """`Photo.sizes` and `Photo.clearer`."""

    def test_become_smaller(self) -> None:
        """As it is, half and a quarter."""
        photo = Photo.decode(written(Image.new("L", (80, 61)), "PNG"))
        assert [(80, 61), (40, 31), (20, 16)] == [(grey.width, grey.height) for grey in photo.sizes()]

    def test_may_be_one_pixel(self) -> None:
        """The smallest picture has sizes too."""
        photo = Photo.decode(written(Image.new("L", (1, 1), 9), "PNG"))
        assert [b"\x09"] * 5 == [grey.pixels[:1] for grey in (*photo.sizes(), *photo.clearer())]

    @pytest.mark.parametrize(("width", "count"), [(3_609, 2), (3_612, 1)])
    def test_are_enlarged_only_where_that_is_cheap(self, width: int, count: int) -> None:
        """A photo of more than 13 million pixels is not made larger."""
        photo = Photo.decode(written(Image.new("1", (width, 3_600)), "PNG"))
        assert count == len([*photo.clearer()])


def _tried(raw: bytes) -> bool:
    """Decode a picture that may be whole after all, and tell whether it was."""
    with contextlib.suppress(PhotoError):
        return all(len(grey.pixels) == grey.width * grey.height for grey in Photo.decode(raw).sizes())
    return False
