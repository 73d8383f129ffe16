"""Draw the picture of a badge and put the badge into it (OB 3.0 5.3): what people keep and pass on."""

from dataclasses import replace

from badges.baking import png, svg
from badges.credential import parse
from badges.factfinding import read_facts
from templates.documents.badge import BadgePicture, badge_png, badge_svg
from templates.showing import picture_of


def baked_png(raw: bytes, *, stamp: str | None = None) -> bytes:
    """Give a PNG that shows the badge, below a stamp if there is one, and holds its exact signed bytes."""
    return png.bake(badge_png(_picture(raw, stamp=stamp)), credential=raw)


def baked_svg(raw: bytes, *, stamp: str | None = None) -> bytes:
    """Give an SVG that shows the badge, as `baked_png`, and holds its exact signed bytes."""
    return svg.bake(str(badge_svg(_picture(raw, stamp=stamp))).encode(), credential=raw)


def _picture(raw: bytes, *, stamp: str | None) -> BadgePicture:
    return replace(picture_of(read_facts(parse(raw).document)), stamp=stamp)
