"""Which signs our own letters can write, and where a long word may end a line.

Nothing is drawn that no letter exists for: PDF/A allows no empty boxes (ISO 19005-3 6.2.11.8).
"""

import re
import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

FONTS: Final = Path(__file__).parent / "fonts"
MISSING: Final = "\ufffd"

_FULL_UNICODE: Final = 12  # the form of a character map that covers all of Unicode (OpenType, cmap)
_DIRECTORY: Final = 12
"""Where the names of the tables begin; they stand before all that they name."""
_LONG_WORD: Final = 36
_LONG_WORDS: Final = re.compile(rf"\S{{{_LONG_WORD},}}")
_MAY_BREAK: Final = "\u200b"
STAYS: Final = "\u00a0"
"""A space at which no line ends."""
_UNSEEN: Final = frozenset("\u200c\u200d\u200b\ufe0e\ufe0f\n")
"""What joins or parts signs has no form of its own."""
_FROM_LEFT: Final = "\u200e"
"""A mark that shows nothing, and reads from the left."""
_FORBIDDEN: Final = "\ufeff"
"""A mark that shows nothing, and that PDF/A allows nowhere."""
_OURS: Final = frozenset(map(ord, "≠≤≥≈∞∂∑∏∫◊∕∙"))
"""What Atkinson Hyperlegible has and the others have not."""


def writable(text: str) -> str:
    """Put a sign in the place of each that none of our letters can write."""
    known = _known()
    read = text.replace(_FORBIDDEN, "")
    return "".join(sign if sign in _UNSEEN or ord(sign) in known else MISSING for sign in read)


def with_breaks(text: str) -> str:
    """Let a word that is longer than a line end it anywhere."""
    return _LONG_WORDS.sub(lambda found: _MAY_BREAK.join(found[0]), text)


def reads_from_right(text: str) -> bool:
    """Tell in which direction a text reads, by its first letter (Unicode UAX 9, P2)."""
    for sign in text:
        direction = unicodedata.bidirectional(sign)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False


def closed(text: str) -> str:
    """End a text that holds words from the right, so that what stands after it does not join them (UAX 9)."""
    turns = any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in text)
    return f"{text}{_FROM_LEFT}" if turns else text


@cache
def _known() -> frozenset[int]:
    """Give every sign that a letter of ours exists for, thin and bold."""
    regular, bold = (
        {code for font in sorted(FONTS.glob(f"*-{weight}.ttf")) for code in _codes(font.read_bytes())}
        for weight in ("Regular", "Bold")
    )
    return frozenset(regular & bold) | _OURS


def _codes(font: bytes) -> Iterator[int]:
    """Read the signs of a font from its character map."""
    start = _table(font, name=b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    for place in range(count):
        (offset,) = struct.unpack_from(">I", font, start + 8 + 8 * place)
        (form,) = struct.unpack_from(">H", font, start + offset)
        if form == _FULL_UNICODE:
            (groups,) = struct.unpack_from(">I", font, start + offset + 12)
            for group in range(groups):
                first, last = struct.unpack_from(">II", font, start + offset + 16 + 12 * group)
                yield from range(first, last + 1)


def _table(font: bytes, *, name: bytes) -> int:
    """Find where a table of a font begins (OpenType, table directory)."""
    place = font.index(name, _DIRECTORY)
    (offset,) = struct.unpack_from(">I", font, place + 8)
    return int(offset)
