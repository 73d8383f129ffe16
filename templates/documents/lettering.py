"""Fit an official title on the plate of a badge.

Sizes: 28 up to 2 lines of 19 signs, 25 up to 2 lines of 22, 23 for 3 lines of 24.
A longer title is cut at a word with an ellipsis.
"""

import re
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Final

ELLIPSIS: Final = "…"

_LONG_WORD: Final = 12
_MOST_PIECES: Final = 24
"""More than fit on any plate; a hostile title costs no more than a long one."""

_BREAKS: Final = re.compile(r"(?<=[/\-)])(?=\w)")
_FITS: Final = ((28, 1, 19), (28, 2, 19), (25, 2, 22), (23, 3, 24))
_FITS_WITH_LEVEL: Final = ((28, 1, 19), (25, 1, 22), (23, 2, 24))
_BASELINES: Final = {
    (28, 1, False): (318,),
    (28, 2, False): (299, 332),
    (25, 2, False): (300, 331),
    (23, 3, False): (291, 316, 341),
    (28, 1, True): (308,),
    (25, 1, True): (307,),
    (23, 2, True): (292, 316),
}


@dataclass(frozen=True)
class Lettering:
    """Say where the lines of a title stand, and how large."""

    size: int
    lines: tuple[str, ...]
    baselines: tuple[int, ...]


def letter(title: str, *, with_level: bool) -> Lettering:
    """Choose size and lines for a title."""
    fits = _FITS_WITH_LEVEL if with_level else _FITS
    for size, count, limit in fits:
        lines = _balance(_pieces(title), count=count)
        if lines and max(map(len, lines)) <= limit:
            return Lettering(size, lines, _BASELINES[size, count, with_level])
    size, count, limit = fits[-1]
    return Lettering(
        size, _cut(_pieces(title), count=count, limit=limit), _BASELINES[size, count, with_level]
    )


def shorten(text: str, *, limit: int) -> str:
    """Cut a text at a word with an ellipsis when it is longer than `limit` signs."""
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    kept = flat[: limit - 1]
    at_a_word = kept.rsplit(" ", 1)[0] if " " in kept[limit // 2 :] else kept
    return at_a_word.rstrip(" ,;:-–(/") + ELLIPSIS


def _pieces(title: str) -> list[str]:
    """Split a title where a line may end; a piece that a space follows keeps it."""
    pieces: list[str] = []
    for word in title.split():
        parts = _BREAKS.split(word) if len(word) > _LONG_WORD else [word]
        pieces += [*parts[:-1], parts[-1] + " "]
    return pieces


def _balance(pieces: list[str], *, count: int) -> tuple[str, ...]:
    """Divide pieces over exactly `count` lines, as even as can be; nothing when that cannot be."""
    if len(pieces) < count or len(pieces) > _MOST_PIECES:
        return ()
    choices = (_lines(pieces, cuts) for cuts in combinations(range(1, len(pieces)), count - 1))
    return min(choices, key=lambda lines: (max(map(len, lines)), lines[-1]))


def _lines(pieces: list[str], cuts: tuple[int, ...]) -> tuple[str, ...]:
    edges = [0, *cuts, len(pieces)]
    return tuple("".join(pieces[start:end]).strip() for start, end in pairwise(edges))


def _cut(pieces: list[str], *, count: int, limit: int) -> tuple[str, ...]:
    """Fill lines one by one; what does not fit is left out after an ellipsis."""
    lines: list[str] = [""]
    for piece in _hyphenated(pieces[:_MOST_PIECES], limit=limit):
        if len((lines[-1] + piece).strip()) <= limit:
            lines[-1] += piece
        elif len(lines) < count:
            lines.append(piece)
        else:
            lines[-1] = shorten(lines[-1] + piece, limit=limit)
            break
    return tuple(line.strip() for line in lines)


def _hyphenated(pieces: list[str], *, limit: int) -> list[str]:
    """Break what is longer than a line, with a hyphen."""
    broken: list[str] = []
    for piece in pieces:
        rest = piece
        while len(rest.strip()) > limit:
            broken.append(rest[: limit - 1] + "-")
            rest = rest[limit - 1 :]
        broken.append(rest)
    return broken
