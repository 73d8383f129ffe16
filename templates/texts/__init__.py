"""Texts that people agree with: each version stays as it was, for somebody agreed with it.

A text is written in the smallest part of Markdown: a title, headings, paragraphs, lists.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

AGREEMENT: Final = "5"
"""The version of the verwerkersovereenkomst that who joins agrees with."""

_FOLDER: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Block:
    """Hold a heading (`h1`, `h2`), a paragraph (`p`) of one line, or a list (`ul`)."""

    tag: str
    lines: tuple[str, ...]


@cache
def agreement(version: str) -> tuple[Block, ...] | None:
    """Read a version of the verwerkersovereenkomst; None where there never was one."""
    path = _FOLDER / f"verwerkersovereenkomst-{version}.md"
    if not (version.isascii() and version.isdigit() and path.is_file()):
        return None
    return tuple(_block(text) for text in path.read_text(encoding="utf-8").strip().split("\n\n"))


def _block(text: str) -> Block:
    if text.startswith("- "):
        return Block("ul", tuple(line.removeprefix("- ") for line in text.splitlines()))
    tag = {"# ": "h1", "##": "h2"}.get(text[:2], "p")
    return Block(tag, (text.lstrip("# "),))
