"""Say in plain words what an official title means: our words, beside it and never in what is signed.

Who wrote them and who checked them stands with them; until somebody checks them they are a concept.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from badges.catalogue.model import Werkproces

Language = Literal["nl", "en"]
Status = Literal["concept", "nagekeken"]

SOURCE: Final = "eigen uitleg"


@dataclass(frozen=True, slots=True)
class PlainText:
    """Hold what a person can say of the work (`Ik kan ...`), and what happens in it, in short sentences.

    The explanation is None where we would have to invent it.
    """

    sentence: str
    explanation: str | None
    written_by: str
    checked_by: str | None
    language: Language = "nl"
    source: str = SOURCE

    @property
    def status(self) -> Status:
        """Say whether somebody checked it: nobody yet is an honest answer."""
        return "concept" if self.checked_by is None else "nagekeken"


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Words(_Row):
    zin: str
    uitleg: str | None = None


class _Hands(_Row):
    geschreven_door: str
    nagekeken_door: str | None


class _WerkprocesWords(_Row):
    titel: str
    crebo: list[str] | None = None
    nl: _Words
    en: _Words
    door: _Hands | None = None


class _SkillWords(_Row):
    uri: str
    label: str
    nl: str
    en: str
    teken: str


class _File(_Row):
    bron: Literal["eigen uitleg"]
    uitleg: str
    door: _Hands
    werkprocessen: list[_WerkprocesWords]
    vaardigheden: list[_SkillWords]


def plain_text(werkproces: Werkproces, *, language: Language = "nl") -> PlainText | None:
    """Give our words for a werkproces, or None where we have none.

    They belong to a title (and to some kwalificaties where a title says little by itself), not to a code:
    when an import changes the title, words that were written for the old one are no longer shown.
    """
    table = _werkprocessen()
    row = table.get((werkproces.crebo, werkproces.title)) or table.get((None, werkproces.title))
    if row is None:
        return None
    words = row.nl if language == "nl" else row.en
    hands = row.door or _file().door
    return PlainText(
        sentence=words.zin,
        explanation=words.uitleg,
        written_by=hands.geschreven_door,
        checked_by=hands.nagekeken_door,
        language=language,
    )


def skill_sign(uri: str) -> str | None:
    """Name our pictogram beside a CompetentNL skill, or None where we have none."""
    row = _skills().get(uri)
    return None if row is None else row.teken


def are_unchecked(sentences: Iterable[str]) -> bool:
    """Say whether one of these is a sentence of ours that nobody checked yet."""
    return not _unchecked().isdisjoint(sentences)


def plain_skill(uri: str, *, language: Language = "nl") -> str | None:
    """Give our label beside that of a CompetentNL skill, or None where we have none."""
    row = _skills().get(uri)
    if row is None:
        return None
    return row.nl if language == "nl" else row.en


@cache
def _file() -> _File:
    return _File.model_validate_json(files("badges.catalogue").joinpath("data", "plain.json").read_bytes())


@cache
def _werkprocessen() -> Mapping[tuple[str | None, str], _WerkprocesWords]:
    return {(crebo, row.titel): row for row in _file().werkprocessen for crebo in row.crebo or (None,)}


@cache
def _unchecked() -> frozenset[str]:
    rows = _file().werkprocessen
    waiting = [row for row in rows if (row.door or _file().door).nagekeken_door is None]
    return frozenset(words.zin for row in waiting for words in (row.nl, row.en))


@cache
def _skills() -> Mapping[str, _SkillWords]:
    return {row.uri: row for row in _file().vaardigheden}
