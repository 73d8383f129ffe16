"""Find known words that hold a word, or that someone may have meant who made a typing error."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

SHORTEST_PART = 5
SHORTEST_TYPO = 6
SHORTEST_OTHER_LETTER = 9
"""With another letter in it a shorter word is mostly another word: struiken is not meant by strijken."""


class Vocabulary:
    """Hold known words in orders that make begin, end and small errors quick to find."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._forward = sorted(self._words)
        self._backward = sorted(word[::-1] for word in self._words)
        self._edited: dict[str, list[str]] = defaultdict(list)
        for word in self._forward:
            if len(word) >= SHORTEST_TYPO:
                for edit in _edits(word):
                    self._edited[edit].append(word)

    def related(self, form: str) -> set[str]:
        """Give the words of which this is the begin or the end, or that are its begin or end.

        `inventaris` finds `keukeninventaris`, `appeltaart` finds `taart`; short words are part of too much.
        """
        if len(form) < SHORTEST_PART:
            return set()
        longer = {*_beginning(self._forward, form)}
        longer.update(word[::-1] for word in _beginning(self._backward, form[::-1]))
        sizes = range(SHORTEST_PART, len(form))
        shorter = {part for size in sizes for part in (form[:size], form[-size:]) if part in self._words}
        return (longer | shorter) - {form}

    def near(self, form: str) -> Iterator[str]:
        """Give the words one error away: a letter too many or too few, or two that changed places."""
        if len(form) < SHORTEST_TYPO:
            return
        for known in {known for edit in _edits(form) for known in self._edited.get(edit, ())}:
            same_letters = len(known) != len(form) or sorted(known) == sorted(form)
            if known[0] == form[0] and (same_letters or len(form) >= SHORTEST_OTHER_LETTER):
                yield known


def _beginning(words: Sequence[str], start: str) -> Iterator[str]:
    for place in range(bisect_left(words, start), len(words)):
        if not words[place].startswith(start):
            return
        yield words[place]


def _edits(word: str) -> set[str]:
    """Give a word and all that is left of it when one letter goes: two words one error apart share one."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}
