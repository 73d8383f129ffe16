"""What a holder and an employer read: short sentences, in words of every day.

Flesch-Douma says nothing about single sentences, so each is judged by its length and by its long words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from babel.messages import extract

import templates
from templates import hulptalen

PAGES: Final = Path(templates.__file__).parent / "pages"
READ: Final = tuple(sorted(hulptalen.PAGES))
"""The pages of who may read at A2."""

LONGEST: Final = 18
AVERAGE: Final = 12.0
LETTERS: Final = 12
KNOWN: Final = frozenset(
    {"gecontroleerd", "leerwerkloket", "praktijkopleider", "skillspaspoort", "telefoonnummer"}
)
"""Words of more than twelve letters that we use: names of who judges and who helps, or with none shorter."""

_BANNED: Final = (
    "credential verifiëren authenticatie valideren issuer token profiel omgeving indien middels betreffende "
    "toets cijfer onvoldoende achterstand doelgroep kwetsbaar laagopgeleid afstand inloggegevens"
)
BANNED: Final = frozenset(_BANNED.split())
"""Words of a system, of a school report, or that label somebody."""

OPTIONS: Final = {"trimmed": "true", "silent": "false"}


@dataclass(frozen=True, order=True, slots=True)
class Sentence:
    """Hold a sentence of a page; a name that comes in it counts as one word."""

    words: int
    page: str
    text: str


def sentences() -> Iterator[Sentence]:
    """Cut all texts of these pages into sentences."""
    for page in READ:
        with (PAGES / f"{page}.html").open("rb") as file:
            for _, message, _, _ in extract.extract("jinja2.ext:babel_extract", file, options=OPTIONS):
                for text in (message,) if isinstance(message, str) else message:
                    for each in re.split(r"(?<=[.!?:])\s+", re.sub(r"%\(\w+\)s", "Sam", text)):
                        yield Sentence(len(words(each)), page, each)


def words(text: str) -> list[str]:
    """List the words of a text."""
    return re.findall(r"[\wÀ-ÿ’'-]+", text)


def worst() -> str:
    """Show the ten longest sentences."""
    return "\n".join(
        f"{each.words:3} {each.page}: {each.text}" for each in sorted(sentences(), reverse=True)[:10]
    )


class TestHolderPages:
    """The words of the pages that holders and employers read."""

    def test_are_in_short_sentences(self) -> None:
        """None of more than eighteen words, and twelve on average at most."""
        whole = [each.words for each in sentences() if each.text.rstrip().endswith((".", "?"))]
        assert len(whole) > 100
        assert max(whole) <= LONGEST, worst()
        assert sum(whole) / len(whole) <= AVERAGE, worst()

    def test_are_words_of_every_day(self) -> None:
        """A long word is in the list above; one of a system, or a label, is nowhere."""
        used = {word.casefold(): each for each in sentences() for word in words(each.text)}
        long = {word: used[word] for word in used if len(word.replace("-", "")) > LETTERS and "-" not in word}
        assert set(long) <= KNOWN, long
        assert not set(used) & BANNED, {word: used[word] for word in set(used) & BANNED}

    def test_shout_at_nobody(self) -> None:
        """No exclamation marks, and no abbreviations."""
        wrong = [
            each
            for each in sentences()
            if re.search(r"!|\bbijv\.|\bd\.m\.v\.|\be\.d\.|\bi\.p\.v\.", each.text)
        ]
        assert [] == wrong
