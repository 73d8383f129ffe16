"""Pictures with the badge in them."""

from pathlib import Path

from badges.baking import png, svg
from templates.documents.baked import baked_png, baked_svg

RAW = (Path(__file__).parents[2] / "vectors" / "eddsa-rdfc-2022" / "signed.json").read_bytes()


class TestBakedPng:
    def test_holds_the_exact_bytes(self) -> None:
        """What was signed comes out as it went in."""
        assert RAW == png.unbake(baked_png(RAW))


class TestBakedSvg:
    def test_holds_the_exact_bytes_and_shows_the_words(self) -> None:
        """What was signed comes out as it went in, and the title of the work stands on the picture."""
        picture = baked_svg(RAW)
        assert RAW == svg.unbake(picture)
        assert "controleert orders" in picture.decode()
