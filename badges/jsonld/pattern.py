"""Texts with holes: what of a badge's canonical form changes from one badge to the next."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from secrets import token_hex
from typing import Any

Values = list[str]
"""What goes into the holes, by number."""


class Holes:
    """Make marks that no document holds, and turn texts with such marks into patterns."""

    def __init__(self) -> None:
        self._stem = f"urn:x-hole:{token_hex(16)}:"
        self._marks = re.compile(re.escape(self._stem) + r"(\d+):")

    def mark(self, number: int) -> str:
        """Give the mark of a hole; it is an absolute IRI, so that it may stand anywhere."""
        return f"{self._stem}{number}:"

    def numbers(self, text: str) -> list[int]:
        """Give the numbers of the holes in a text, in their order."""
        return [int(number) for number in self._marks.findall(text)]

    def split(self, text: str) -> list[str]:
        """Give the pieces of a text around its holes."""
        return self._marks.split(text)[::2]

    def pattern(self, text: str) -> "Pattern":
        """Turn a text with marks into a pattern."""
        numbers = self.numbers(text)
        return Pattern(
            text="%s".join(piece.replace("%", "%%") for piece in self.split(text)) if numbers else text,
            pick=itemgetter(*numbers) if numbers else None,
        )


@dataclass(frozen=True, slots=True)
class Pattern:
    """Hold a text for the % operator, and which values it takes (none: the text stands as it is)."""

    text: str
    pick: Callable[[Values], Any] | None

    def fill(self, values: Values) -> str:
        """Put the values into the holes."""
        return self.text if self.pick is None else self.text % self.pick(values)


@dataclass(frozen=True, slots=True)
class SortedPattern:
    """Hold lines whose order depends on the values: they are filled, and sorted each time.

    `lines` are a set with `fixed`, those without holes (the same quad twice is one quad); `kept` are not
    (RDFC-1.0 hashes each link).
    """

    before: Pattern
    subject: Pattern
    fixed: tuple[str, ...]
    lines: tuple[Pattern, ...]
    kept: tuple[Pattern, ...]
    after: Pattern

    def fill(self, values: Values) -> str:
        """Put the values into the holes and sort the lines."""
        subject = self.subject.fill(values)
        distinct = {*self.fixed, *[line.fill(values) for line in self.lines]}
        lines = [*distinct, *[line.fill(values) for line in self.kept]]
        text = subject + subject.join(sorted(lines))
        return f"{self.before.fill(values)}{text}{self.after.fill(values)}"


AnyPattern = Pattern | SortedPattern


def block(  # noqa: PLR0913 -- the parts of one text; all but two have no default
    holes: Holes,
    *,
    subject: str,
    lines: Sequence[str],
    kept: Sequence[str] = (),
    before: str = "",
    after: str = "",
) -> AnyPattern:
    """Make the pattern of all lines of one subject; their order is fixed where the values cannot change it.

    Lines are sorted by predicate first: only where one predicate has several lines, of which one has a hole,
    does the order depend on the values.
    """
    distinct = sorted([*{*lines}, *kept])
    if not distinct:
        return holes.pattern(before + after)
    if not _depends_on_values(holes, distinct):
        return holes.pattern(before + subject + subject.join(distinct) + after)
    return SortedPattern(
        before=holes.pattern(before),
        subject=holes.pattern(subject),
        fixed=tuple(line for line in lines if not holes.numbers(line)),
        lines=tuple(holes.pattern(line) for line in lines if holes.numbers(line)),
        kept=tuple(holes.pattern(line) for line in kept),
        after=holes.pattern(after),
    )


def _depends_on_values(holes: Holes, lines: Sequence[str]) -> bool:
    by_predicate: dict[str, list[str]] = {}
    for line in lines:
        by_predicate.setdefault(line.split(" ", 2)[1], []).append(line)
    return any(len(same) > 1 and any(holes.numbers(line) for line in same) for same in by_predicate.values())
