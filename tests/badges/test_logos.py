"""The picture of an organisation: pixels are kept, and nothing else that a stranger put in the file."""

import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from badges.errors import LogoError
from badges.logos import MAX_BYTES, SIDE, redraw

RED = (200, 30, 30)


def written(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """Write a picture as a file."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


NOISE = {kind: written(Image.effect_noise((60, 40), 50), kind) for kind in ("PNG", "JPEG")}


def opened(raw: bytes) -> Image.Image:
    """Open what was kept."""
    return Image.open(io.BytesIO(raw), formats=["PNG"])


def png_of(width: int, height: int) -> bytes:
    """Make a PNG whose header says a size, with hardly anything behind it."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0")), (b"IEND", b""))
    body = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


def code(raw: bytes) -> str:
    """Give the code of why a file is refused."""
    with pytest.raises(LogoError) as refused:
        redraw(raw)
    return refused.value.code


class TestRedraw:
    """`redraw` makes a small PNG of what somebody sent."""

    @pytest.mark.parametrize(
        ("size", "expected"),
        [
            ((40, 20), (40, 20)),
            ((SIDE, SIDE), (SIDE, SIDE)),
            ((3000, 1500), (512, 256)),
            ((1, 4000), (1, 512)),
        ],
    )
    def test_makes_it_small_enough(self, size: tuple[int, int], expected: tuple[int, int]) -> None:
        """The longest side has 512 pixels at most; a small one stays as it is."""
        assert expected == opened(redraw(written(Image.new("RGB", size, RED)))).size

    @pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
    def test_reads_every_kind_of_png(self, mode: str) -> None:
        """Black and white, grey, a palette, colours, transparency."""
        assert "RGBA" == opened(redraw(written(Image.new(mode, (9, 9))))).mode

    @pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
    def test_reads_every_kind_of_jpeg(self, mode: str) -> None:
        """Also what a printer's shop sends."""
        assert "RGBA" == opened(redraw(written(Image.new(mode, (9, 9)), "JPEG"))).mode

    def test_keeps_what_shines_through(self) -> None:
        """A logo without a background stays so."""
        assert (0, 0, 0, 0) == opened(redraw(written(Image.new("RGBA", (9, 9))))).getpixel((4, 4))

    def test_keeps_nothing_but_the_pixels(self) -> None:
        """No place, no maker, no text, no profile, nothing after the end."""
        exif = Image.Exif()
        exif[0x010F] = "geheim-merk"
        exif[0x8825] = {1: "N", 2: (52.0, 5.0, 1.0)}
        text = PngImagePlugin.PngInfo()
        text.add_itxt("openbadgecredential", "geheime-tekst")
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        raw = written(Image.new("RGB", (9, 9), RED), pnginfo=text, exif=exif, icc_profile=profile)
        kept = redraw(raw + b"PK\x03\x04 een zip erachter")
        assert [b"IHDR", b"IDAT", b"IEND"] == _chunks(kept)

    def test_turns_a_photo_the_right_way_up(self) -> None:
        """The camera wrote how it was held; that is forgotten, the picture is turned."""
        exif = Image.Exif()
        exif[0x0112] = 6
        assert (20, 40) == opened(redraw(written(Image.new("RGB", (40, 20)), "JPEG", exif=exif))).size

    @pytest.mark.parametrize(
        ("raw", "expected"),
        [
            (b"", "logo-empty"),
            (b"\x89PNG\r\n\x1a\n" + bytes(MAX_BYTES), "logo-bytes"),
            (b'<?xml version="1.0"?><svg xmlns="x" onload="alert(1)"/>', "logo-svg"),
            (b"<SVG><script>alert(1)</script></SVG>", "logo-svg"),
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "logo-heif"),
            (b"\0\0\0\x1cftypavif\0\0\0\0", "logo-heif"),
            (b"GIF89a\x01\0\x01\0", "logo-kind"),
            (b"RIFF\0\0\0\0WEBPVP8 ", "logo-kind"),
            (b"%PDF-1.7", "logo-kind"),
            (b"\x89PNG\r\n\x1a\n", "logo-damaged"),
            (b"\xff\xd8\xff\xe0 niets", "logo-damaged"),
            (png_of(40, 20), "logo-damaged"),
            (png_of(30_000, 30_000), "logo-pixels"),
            (png_of(4_001, 4_000), "logo-pixels"),
        ],
    )
    def test_refuses_by_name_what_it_does_not_keep(self, raw: bytes, expected: str) -> None:
        """Each has a sentence of its own."""
        assert expected == code(raw)

    @given(
        kind=st.sampled_from(["PNG", "JPEG"]),
        damage=st.lists(st.tuples(st.integers(8, 3_000), st.integers(0, 255)), max_size=8),
        kept=st.integers(20, 10_000),
    )
    def test_answers_whatever_it_is_sent(self, kind: str, damage: list[tuple[int, int]], kept: int) -> None:
        """A damaged picture is redrawn or refused; nothing else is raised."""
        raw = bytearray(NOISE[kind])
        for place, value in damage:
            raw[place % len(raw)] = value
        try:
            outcome = f"logo-{opened(redraw(bytes(raw[:kept]))).format}"
        except LogoError as refused:
            outcome = refused.code
        assert outcome.startswith("logo-")


def _chunks(raw: bytes) -> list[bytes]:
    found, at = [], 8
    while at < len(raw):
        (length,) = struct.unpack(">I", raw[at : at + 4])
        found.append(raw[at + 4 : at + 8])
        at += 12 + length
    return found
