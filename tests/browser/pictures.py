"""The pictures of the documents: taken from the real pages by the tests, when `make pictures` asks."""

import os
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Page

FOLDER: Final = Path(__file__).parents[2] / "docs" / "pictures"
ASKED: Final = bool(os.environ.get("DOCS_PICTURES"))
COLOURS: Final = 64


def picture_of_paper(raw: bytes, name: str) -> None:
    """Take a picture of the first page of a PDF; without being asked, see only that the docs have it."""
    path = FOLDER / f"{name}.png"
    if ASKED:
        as_png = ["pdftoppm", "-png", "-r", "72", "-singlefile", "-"]
        drawn = subprocess.run(as_png, input=raw, capture_output=True, check=True)
        Image.open(BytesIO(drawn.stdout)).convert("RGB").quantize(COLOURS).save(path, optimize=True)
    assert path.exists(), "make pictures"


def picture(page: Page, name: str, *, top: str = "body") -> None:
    """Take a picture of the window from `top` down; without being asked, see only that the docs have it."""
    path = FOLDER / f"{name}.png"
    if ASKED:
        page.evaluate("where => document.querySelector(where).scrollIntoView({block: 'start'})", top)
        shown = Image.open(BytesIO(page.screenshot(animations="disabled")))
        FOLDER.mkdir(exist_ok=True)
        shown.convert("RGB").quantize(COLOURS).save(path, optimize=True)
    assert path.exists(), "make pictures"
