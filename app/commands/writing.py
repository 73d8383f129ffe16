"""Write a badge as files: JSON, and pictures with the badge in them."""

from pathlib import Path

from templates.documents.baked import baked_png, baked_svg


def write_badge(raw: bytes, *, folder: Path, name: str) -> tuple[Path, ...]:
    """Write NAME.json, NAME.png and NAME.svg, each holding the exact bytes that were signed."""
    folder.mkdir(parents=True, exist_ok=True)
    contents = {"json": raw, "png": baked_png(raw), "svg": baked_svg(raw)}
    paths = tuple(folder / f"{name}.{ending}" for ending in contents)
    for path, content in zip(paths, contents.values(), strict=True):
        path.write_bytes(content)
    return paths
