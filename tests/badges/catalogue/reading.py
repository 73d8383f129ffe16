"""Read our plain words as a test can: their sentences, their stems, their long words."""

import re
from typing import Final

LETTERS: Final = 11
"""Longer words are hard to read, unless everybody knows them."""

_KNOWN: Final = (
    "activiteiten administratie bestellingen computerwerk elektriciteit installaties opgeschreven "
    "samenstellen schilderwerk straatstenen voorbereiden"
)
KNOWN: Final = frozenset(_KNOWN.split())
"""Words over eleven letters that we use: each names a thing of every day, or has no shorter word."""

LITERAL: Final = 0.6
"""The share of the words of a title that may come back in our sentence."""

_SMALL_WORDS: Final = (
    "de het een en of in op aan van voor met bij te ter naar om uit af toe zijn haar hun deze door als die "
    "dat der tot over tijdens onder rondom hen zich eigen ten behoeve"
)
_SMALL: Final = frozenset(_SMALL_WORDS.split())
_ENDING: Final = re.compile(r"(en|et|[tdens])$")
_DOUBLE: Final = re.compile(r"(.)\1")


def sentences(text: str) -> list[str]:
    """Cut a text into sentences."""
    return [part for part in re.split(r"(?<=[.!?])\s+", text) if part]


def words(text: str) -> list[str]:
    """List the words of a text, in small letters."""
    return re.findall(r"[a-zà-ÿ]+", text.casefold())


def stem(word: str) -> str:
    """Cut a word down to what its forms share, roughly: `maakt` and `maken` are one."""
    return _DOUBLE.sub(r"\1", _ENDING.sub("", _DOUBLE.sub(r"\1", word)))


def literal(title: str, sentence: str) -> float:
    """Tell which share of the words of a title comes back in a sentence."""
    told = {stem(word) for word in words(title) if word not in _SMALL}
    return len(told & {stem(word) for word in words(sentence)}) / len(told)


def hard(text: str) -> list[str]:
    """List the words that are long and that not everybody knows, the longest first."""
    long = {word for word in words(text) if len(word) > LETTERS} - KNOWN
    return sorted(long, key=len, reverse=True)
