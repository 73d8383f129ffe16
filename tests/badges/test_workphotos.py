"""A photo of work: pixels are kept, and nothing else that a phone put in the file."""

import io
import random

import pytest
from PIL import ExifTags, Image, PngImagePlugin

from badges.errors import WorkPhotoError
from badges.workphotos import MAX_BYTES, MOST_KEPT, SIDE, WorkPhoto, redraw
from tests.badges.test_logos import png_of

FEW = 12
MANY = 500
SECRET = b"52.37403"
KINDS = ("JPEG", "PNG", "WEBP")


def photo(kind: str, *, size: tuple[int, int] = (60, 40), chance: random.Random | None = None) -> bytes:
    """Take a photo as a phone does: where, when, by whom, on its side, and a text with it."""
    chance = chance or random.Random(1)  # noqa: S311 (pictures, not secrets)
    image = Image.new("RGB", size, (chance.randrange(256), 90, 40))
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Telefoon " + SECRET.decode()
    exif[ExifTags.Base.Orientation] = chance.randint(1, 8)
    exif[ExifTags.Base.DateTime] = "2026:06:26 14:05:00"
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitude] = (52.0, 22.0, chance.random() * 60)
    place[ExifTags.GPS.GPSLatitudeRef] = "N"
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", SECRET.decode())
    options = {"pnginfo": notes} if kind == "PNG" else {"comment": SECRET} if kind == "JPEG" else {}
    out = io.BytesIO()
    image.save(out, kind, exif=exif, **options)
    return out.getvalue()


def tells_nothing(kept: WorkPhoto) -> bool:
    """Say whether there is nothing in it but pixels."""
    with Image.open(io.BytesIO(kept.jpeg), formats=["JPEG"]) as image:
        image.load()
        told = {*image.info} - {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        return not told and not image.getexif() and b"Exif" not in kept.jpeg and SECRET not in kept.jpeg


def code(raw: bytes) -> str:
    """Give the code of why a file is refused."""
    with pytest.raises(WorkPhotoError) as refused:
        redraw(raw)
    return refused.value.code


class TestRedraw:
    """`redraw` makes a photo to keep of what a phone sent."""

    @pytest.mark.parametrize("kind", KINDS)
    def test_tells_no_place(self, kind: str) -> None:
        """The phone wrote one in the file, and a comment."""
        chance = random.Random(7)  # noqa: S311 (as above)
        taken = [photo(kind, chance=chance) for _ in range(FEW // len(KINDS))]
        assert all(SECRET in each for each in taken)
        assert all(tells_nothing(redraw(each)) for each in taken)

    @pytest.mark.torture
    def test_tells_no_place_of_many(self) -> None:
        """Of 500 photos with a place, none is left (security T34)."""
        chance = random.Random(34)  # noqa: S311 (as above)
        taken = (photo(KINDS[number % 3], size=(900, 700), chance=chance) for number in range(MANY))
        assert 0 == sum(not tells_nothing(redraw(each)) for each in taken)

    def test_stands_upright(self) -> None:
        """A phone that was held on its side says so in the file; that is done before it is forgotten."""
        image = Image.new("RGB", (60, 40), "white")
        image.paste("red", (0, 0, 60, 10))
        exif = Image.Exif()
        exif[ExifTags.Base.Orientation] = 6
        out = io.BytesIO()
        image.save(out, "JPEG", exif=exif, quality=95)
        kept = redraw(out.getvalue())
        assert (40, 60) == (kept.width, kept.height)
        with Image.open(io.BytesIO(kept.jpeg)) as upright:
            colour = upright.getpixel((38, 30))
        assert (254, 0, 0) == colour

    def test_is_no_larger_than_it_need_be(self) -> None:
        """Noise compresses worst."""
        out = io.BytesIO()
        Image.effect_noise((1800, 900), 100).save(out, "JPEG", quality=95)
        kept = redraw(out.getvalue())
        assert SIDE >= max(kept.width, kept.height)
        assert MOST_KEPT >= len(kept.jpeg)

    def test_puts_what_shines_through_on_white(self) -> None:
        """A drawing without ground is not black."""
        out = io.BytesIO()
        Image.new("RGBA", (9, 9), (0, 0, 0, 0)).save(out, "PNG")
        with Image.open(io.BytesIO(redraw(out.getvalue()).jpeg)) as kept:
            assert (255, 255, 255) == kept.getpixel((4, 4))

    @pytest.mark.parametrize(
        ("raw", "expected"),
        [
            (b"", "photo-empty"),
            (b"\xff\xd8\xff" + bytes(MAX_BYTES), "photo-bytes"),
            (b"\0\0\0\x18ftypmp42" + bytes(99), "photo-video"),
            (b"\0\0\0\x14ftypqt  " + bytes(99), "photo-video"),
            (b"\x1aE\xdf\xa3" + bytes(99), "photo-video"),
            (b"RIFF\0\0\0\0AVI LIST", "photo-video"),
            (b"\0\0\0\x18ftypheic" + bytes(99), "photo-heif"),
            (b"%PDF-1.7", "photo-kind"),
            (b"GIF89a", "photo-kind"),
            (png_of(30_000, 30_000), "photo-pixels"),
            (png_of(6_000, 5_000), "photo-pixels"),
            (b"\xff\xd8\xff\xe0 niets", "photo-damaged"),
            (photo("JPEG")[:300], "photo-damaged"),
        ],
        ids=[
            "nothing",
            "too-large",
            "film-mp4",
            "film-mov",
            "film-webm",
            "film-avi",
            "heic",
            "pdf",
            "gif",
            "bomb",
            "many-pixels",
            "no-jpeg",
            "half-a-jpeg",
        ],
    )
    def test_says_why_it_refuses(self, raw: bytes, expected: str) -> None:
        """Each with a sentence of its own."""
        assert expected == code(raw)

    def test_tells_a_film_however_large(self) -> None:
        """That it is too large would be the wrong thing to say."""
        assert "photo-video" == code(b"\0\0\0\x18ftypmp42" + bytes(MAX_BYTES))
