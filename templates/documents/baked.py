"""Draw the picture of a badge and put the badge into it (OB 3.0 5.3): what people keep and pass on."""

from badges.baking import png, svg
from badges.credential import parse
from badges.factfinding import read_facts
from templates.documents.badge import BadgePicture, badge_png, badge_svg
from templates.showing import picture_of


def baked_png(raw: bytes) -> bytes:
    """Give a PNG that shows the badge and holds its exact signed bytes."""
    return png.bake(badge_png(_picture(raw)), credential=raw)


def baked_svg(raw: bytes) -> bytes:
    """Give an SVG that shows the badge and holds its exact signed bytes."""
    return svg.bake(str(badge_svg(_picture(raw))).encode(), credential=raw)


def _picture(raw: bytes) -> BadgePicture:
    return picture_of(read_facts(parse(raw).document))
