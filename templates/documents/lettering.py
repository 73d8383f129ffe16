"""Fit an official title on the plate of a badge.

A title gets the largest size at which it fits in whole words. Widths are those of Atkinson Hyperlegible Bold,
with room for the wider letters of a device that does not have it. What still does not fit is cut at a word.
"""

import re
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Final

ELLIPSIS: Final = "…"

_PLATE: Final = 290
"""Width for our own letters; 332 is the plate, and letters of a device may be 1.2 times as wide."""
_LONG_WORD: Final = 12
_MOST_PIECES: Final = 24
"""More than fit on any plate; a hostile title costs no more than a long one."""
_BREAKS: Final = re.compile(r"(?<=[/\-)])(?=\w)")
_PICTURES: Final = re.compile(r"[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F\u200D]")
_NARROW: Final = frozenset("ijlftr1I.,:;'|!()-/ ")
_WIDE: Final = frozenset("mwMW…")


@dataclass(frozen=True)
class Fit:
    """Offer a size, and where its lines stand."""

    size: int
    baselines: tuple[int, ...]


@dataclass(frozen=True)
class Lettering:
    """Say where the lines of a title stand, and how large."""

    size: int
    lines: tuple[str, ...]
    baselines: tuple[int, ...]


_FITS: Final = (
    Fit(28, (318,)),
    Fit(28, (299, 332)),
    Fit(25, (300, 331)),
    Fit(23, (291, 316, 341)),
    Fit(20, (292, 316, 340)),
    Fit(17, (285, 304, 323, 342)),
)
_FITS_WITH_LEVEL: Final = (Fit(28, (308,)), Fit(25, (307,)), Fit(23, (291, 315)), Fit(20, (291, 315)))


def letter(title: str, *, with_level: bool) -> Lettering:
    """Choose size and lines for a title."""
    fits = _FITS_WITH_LEVEL if with_level else _FITS
    pieces = _pieces(title)
    for fit in fits:
        lines = _balance(pieces, count=len(fit.baselines))
        if lines and max(_width(line) for line in lines) * fit.size <= _PLATE:
            return Lettering(fit.size, lines, fit.baselines)
    last = fits[-1]
    lines = _cut(pieces, count=len(last.baselines), width=_PLATE / last.size)
    return Lettering(last.size, lines, last.baselines[: len(lines)])


def shorten(text: str, *, width: float) -> str:
    """Cut a text at a word with an ellipsis when it is wider than `width` em."""
    flat = " ".join(text.split())
    if _width(flat) <= width:
        return flat
    kept = _head(flat, width=width - _width(ELLIPSIS))
    at_a_word = kept.rsplit(" ", 1)[0] if " " in kept[len(kept) // 2 :] else kept
    return at_a_word.rstrip(" ,;:-–(/") + ELLIPSIS


def drawable(text: str) -> str:
    """Leave out what no letter of ours can show: picture signs, and what joins or colours them."""
    return _PICTURES.sub("", text)


def _width(text: str) -> float:
    """Estimate a width in em."""
    return sum(map(_sign_width, text))


def _sign_width(sign: str) -> float:
    if sign in _NARROW:
        return 0.37
    if sign in _WIDE:
        return 0.88
    if sign.isascii():
        return 0.68 if sign.isupper() else 0.58
    return 1.0 if ord(sign) > 0x2E7F else 0.6  # noqa: PLR2004 - ideographs and pictures are square


def _head(text: str, *, width: float) -> str:
    """Give as many signs as fit in `width` em."""
    total = 0.0
    for end, sign in enumerate(text):
        total += _sign_width(sign)
        if total > width:
            return text[:end]
    return text


def _pieces(title: str) -> list[str]:
    """Split a title where a line may end; a piece that a space follows keeps it."""
    pieces: list[str] = []
    for word in title.split():
        parts = _BREAKS.split(word) if len(word) > _LONG_WORD else [word]
        pieces += [*parts[:-1], parts[-1] + " "]
    return pieces


def _balance(pieces: list[str], *, count: int) -> tuple[str, ...]:
    """Divide pieces over exactly `count` lines, as even as can be; nothing when that cannot be."""
    if not count <= len(pieces) <= _MOST_PIECES:
        return ()
    choices = (_lines(pieces, cuts) for cuts in combinations(range(1, len(pieces)), count - 1))
    return min(choices, key=lambda lines: max(map(_width, lines)))


def _lines(pieces: list[str], cuts: tuple[int, ...]) -> tuple[str, ...]:
    edges = [0, *cuts, len(pieces)]
    return tuple("".join(pieces[start:end]).strip() for start, end in pairwise(edges))


def _cut(pieces: list[str], *, count: int, width: float) -> tuple[str, ...]:
    """Fill lines one by one; what does not fit is left out after an ellipsis."""
    lines: list[str] = [""]
    for piece in _hyphenated(pieces[:_MOST_PIECES], width=width):
        if _width((lines[-1] + piece).strip()) <= width:
            lines[-1] += piece
        elif len(lines) < count:
            lines.append(piece)
        else:
            lines[-1] = shorten(lines[-1] + piece, width=width)
            break
    return tuple(line.strip() for line in lines)


def _hyphenated(pieces: list[str], *, width: float) -> list[str]:
    """Break what is wider than a line, with a hyphen."""
    broken: list[str] = []
    for piece in pieces:
        rest = piece
        while _width(rest.strip()) > width and len(broken) < _MOST_PIECES:
            head = _head(rest, width=width - _width("-")) or rest[0]
            broken.append(head + "-")
            rest = rest[len(head) :]
        broken.append(rest)
    return broken
