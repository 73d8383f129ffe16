"""The code of a badge on a photo: found as people take photos, and read in one way only."""

import contextlib
import io
import random
from functools import cache
from typing import Any

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageFilter, ImageOps

from badges.errors import PhotoError
from tests.world import SVG, World
from verifier.photos import read_code

LINK = b"https://bewijs.voorbeeld/b/q4x8k2m9r7t1w3z5"
JWS = b"eyJhbGciOiJFZERTQSJ9." + b"eyJpc3MiOiJodHRwczovL2Jld2lqcy52b29yYmVlbGQi" * 14 + b".c2lnbmF0dXJl"
JSON = '{"name":"Zoë 📦"}'.encode()
WIDTH, HEIGHT = 1_600, 1_200


def code(text: bytes, *, side: int = 360) -> Image.Image:
    """Draw a QR code."""
    drawn = io.BytesIO()
    segno.make(text.decode(), micro=False, encoding="utf-8").save(drawn, kind="png", scale=4)
    return Image.open(drawn).convert("L").resize((side, side), Image.Resampling.LANCZOS)


@cache
def wall() -> Image.Image:
    """Paint a wall with light and shadow and grain."""
    chance = random.Random(1)  # noqa: S311
    rough = Image.frombytes("L", (16, 12), bytes(chance.randrange(60, 220) for _ in range(192)))
    return _grained(rough.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC), 25)


def taken(*codes: Image.Image, angle: float = 0, lean: float = 0, quality: int = 85, **seen: float) -> bytes:
    """Take a photo of codes on a wall, as JPEG."""
    image = wall().copy()
    for number, each in enumerate(codes):
        held = _leaning(each.convert("RGBA"), lean).rotate(angle, Image.Resampling.BICUBIC, expand=True)
        image.paste(held.convert("L"), (200 + 700 * number, 160), held.getchannel("A"))
    if "blur" in seen:
        image = image.filter(ImageFilter.GaussianBlur(seen["blur"]))
    if "grain" in seen:
        image = _grained(image, seen["grain"])
    if "shadow" in seen:
        shadow = Image.linear_gradient("L").resize(image.size).point(lambda grey: int(40 + grey * 0.84))
        image = ImageChops.multiply(image, shadow)
    return _jpeg(image, quality=quality)


def _grained(image: Image.Image, strength: float) -> Image.Image:
    """Add grain that is the same each time."""
    size = image.width * image.height
    grain = Image.frombytes("L", image.size, random.Random(2).randbytes(size))  # noqa: S311
    return ImageChops.add(image, grain.point(lambda grey: int(128 + (grey - 128) * strength / 74)), 1, -128)


def _leaning(image: Image.Image, lean: float) -> Image.Image:
    """Look at it from the side and a bit from below."""
    across = (
        1 + lean,
        lean / 3,
        -lean * image.width / 4,
        0,
        1 + lean,
        0,
        lean / image.width,
        lean / image.width,
    )
    return image.transform(image.size, Image.Transform.PERSPECTIVE, across, Image.Resampling.BICUBIC)


def _jpeg(image: Image.Image, **options: Any) -> bytes:
    made = io.BytesIO()
    image.convert("RGB").save(made, "JPEG", **options)
    return made.getvalue()


def faint(image: Image.Image, strength: float) -> Image.Image:
    """Print it with so little ink."""
    return image.point(lambda grey: int(128 + (grey - 128) * strength))


def refusal(raw: bytes) -> str:
    """Give the code with which a photo is refused."""
    with pytest.raises(PhotoError) as caught:
        read_code(raw)
    return caught.value.code


class TestReadCode:
    """`read_code`."""

    @pytest.mark.parametrize("text", [LINK, JWS, JSON])
    def test_gives_what_the_code_says(self, text: bytes) -> None:
        """A link, a badge as signed text, or as JSON: byte for byte."""
        assert text == read_code(taken(code(text)))

    @pytest.mark.parametrize(
        "how",
        [
            {"angle": 17},
            {"angle": 45},
            {"angle": 190},
            {"lean": 0.15},
            {"lean": 0.3, "angle": 10},
            {"quality": 40},
            {"quality": 10},
            {"blur": 2},
            {"grain": 60},
            {"shadow": 1},
            {"angle": 12, "lean": 0.1, "quality": 40, "blur": 1.5, "shadow": 1},
        ],
    )
    def test_reads_photos_as_people_take_them(self, how: dict[str, Any]) -> None:
        """Turned, from the side, pressed hard, out of focus, grainy, in the shadow, and all at once."""
        assert LINK == read_code(taken(code(LINK), **how))

    @pytest.mark.parametrize("side", [60, 90, 200, 900])
    def test_reads_codes_far_away_and_near_by(self, side: int) -> None:
        """From 1.5 pixels per module on."""
        assert LINK == read_code(taken(code(LINK, side=side)))

    @pytest.mark.parametrize("strength", [0.5, 0.25, 0.15])
    def test_reads_faint_print(self, strength: float) -> None:
        """A printer that runs out of ink, or a lamp in the glass."""
        assert LINK == read_code(taken(faint(code(LINK), strength)))

    def test_reads_light_on_dark(self) -> None:
        """A screen in dark mode shows the code the other way around."""
        assert LINK == read_code(taken(ImageOps.invert(code(LINK))))

    @pytest.mark.parametrize("orientation", range(1, 9))
    def test_reads_it_whichever_way_the_camera_was_held(self, orientation: int) -> None:
        """Turned or in the mirror: what the camera noted of it is not needed."""
        upright = code(LINK)
        turns = [None, *Image.Transpose]
        turn = turns[orientation - 1]
        exif = Image.Exif()
        exif[0x0112] = orientation
        assert LINK == read_code(_jpeg(upright.transpose(turn) if turn is not None else upright, exif=exif))

    @pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF", "BMP"])
    def test_reads_screenshots(self, kind: str) -> None:
        """In the formats in which screens are kept."""
        screen = Image.new("RGB", (500, 900), "white")
        screen.paste(code(LINK), (70, 200))
        made = io.BytesIO()
        screen.save(made, kind)
        assert LINK == read_code(made.getvalue())

    def test_reads_the_picture_that_we_make(self) -> None:
        """A black code on a transparent ground."""
        made = io.BytesIO()
        segno.make(LINK.decode(), micro=False).save(made, kind="png", scale=4, light=None)
        assert LINK == read_code(made.getvalue())

    @pytest.mark.parametrize(("text", "side", "blur"), [(LINK, 360, 5), (JWS, 800, 4)])
    def test_looks_longer_where_nothing_is_found(self, text: bytes, side: int, blur: float) -> None:
        """Codes that are too fuzzy as they are appear when they are enlarged or get harder edges."""
        assert text == read_code(taken(code(text, side=side), blur=blur))

    @pytest.mark.parametrize("raw", [taken(), taken(code(LINK, side=30)), taken(code(LINK), blur=20)])
    def test_says_that_there_is_no_code(self, raw: bytes) -> None:
        """None at all, or none that can be read."""
        assert "photo-no-qr" == refusal(raw)

    def test_says_that_the_code_is_of_something_else(self) -> None:
        """A network, a number, a ticket."""
        assert "photo-other-code" == refusal(taken(code(b"WIFI:T:WPA;S:school;P:geheim;;")))

    def test_leaves_codes_of_something_else_alone(self) -> None:
        """A badge may hang beside the code of the network."""
        assert LINK == read_code(taken(code(LINK), code(b"WIFI:T:WPA;S:school;P:geheim;;")))

    def test_refuses_two_codes(self) -> None:
        """Nobody can tell which badge is meant."""
        assert "photo-two-codes" == refusal(taken(code(LINK), code(LINK + b"2")))
        assert "photo-two-codes" == refusal(taken(code(LINK, side=120), code(JWS, side=600)))

    def test_takes_the_same_code_twice_for_one(self) -> None:
        """A page may show it above and below."""
        assert LINK == read_code(taken(code(LINK), code(LINK)))

    @pytest.mark.parametrize(
        ("raw", "expected"),
        [(b"", "photo-damaged"), (World().signed(), "photo-damaged"), (SVG, "photo-damaged")],
    )
    def test_refuses_what_is_no_photo(self, raw: bytes, expected: str) -> None:
        """Other files are none."""
        assert expected == refusal(raw)

    @settings(max_examples=100, deadline=None)
    @given(st.integers(1, 40), st.integers(1, 40), st.binary(min_size=1, max_size=64))
    def test_answers_any_pixels_with_an_error_of_ours(self, width: int, height: int, pixels: bytes) -> None:
        """Whatever is on the picture, nothing but a PhotoError comes out."""
        image = Image.frombytes("L", (width, height), (pixels * width * height)[: width * height])
        made = io.BytesIO()
        image.save(made, "BMP")
        with contextlib.suppress(PhotoError):
            read_code(made.getvalue())
