"""Write a badge as files: JSON, and pictures with the badge in them."""

from pathlib import Path

from badges.baking import png, svg
from badges.credential import parse
from badges.facts import read_facts
from templates.documents.badge import badge_png, badge_svg
from templates.showing import picture_of


def write_badge(raw: bytes, *, folder: Path, name: str) -> tuple[Path, ...]:
    """Write NAME.json, NAME.png and NAME.svg, each holding the exact bytes that were signed."""
    folder.mkdir(parents=True, exist_ok=True)
    picture = picture_of(read_facts(parse(raw).document))
    contents = {
        "json": raw,
        "png": png.bake(badge_png(picture), credential=raw),
        "svg": svg.bake(str(badge_svg(picture)).encode(), credential=raw),
    }
    paths = tuple(folder / f"{name}.{ending}" for ending in contents)
    for path, content in zip(paths, contents.values(), strict=True):
        path.write_bytes(content)
    return paths
